import { beforeAll, describe, expect, test } from "vitest";
import type { Fit } from "../../src/calibration/data.js";
import { type FitOptions, fit as fitScenario } from "../../src/calibration/fit.js";
import { fixedAll, spreadOverPanels } from "../../src/calibration/match.js";
import { abilityOf } from "../../src/calibration/people-settings.js";
import { simulatePanels } from "../../src/calibration/simulated.js";
import { satisfactionMean } from "../../src/calibration/statistics.js";
import type { PeopleData } from "../../src/employee-data/data.js";
import { normalQuantile } from "../../src/foundation/maths/special.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";
import { atMedians } from "../../src/simulation/world/deterministic.js";
import { dataOf, flagship, flagshipText, person, row, yearOf } from "./made.js";

const years = [2021, 2022, 2023];
const ids = ["A", "B", "C", "D", "E", "F"];

/** Six people with two accounts each, whose accounts move by fixed steps, and whose next target takes over two fifths. */
function team(more: Partial<PeopleData> = {}): PeopleData {
  const people = ids.map((id, k) =>
    person(id, { salary: 60_000 + 4_000 * k, background: k < 2 ? "sales" : "service" }),
  );
  const accounts = ids.flatMap((id, k) =>
    [0, 1].flatMap((a) =>
      years.map((year, y) =>
        row(`${id}${a}`, year, 1_000_000 * (1 + 0.3 * a) * (1 + 0.1 * y + 0.12 * (((k + 2) * (y + 1) * (a + 1)) % 5)), {
          margin: 0.25 + 0.1 * a,
        }),
      ),
    ),
  );
  const results = ids.flatMap((id, k) => {
    let target = 100;
    return years.map((year, y) => {
      const reached = 1 + 0.05 * (((k + 1) * (y + 2)) % 5) - 0.1;
      const one = yearOf(id, year, target, target * reached);
      target *= 1.03 * (1 + 0.4 * (reached - 1));
      return one;
    });
  });
  return dataOf({ people, accounts, results, ...more });
}

const fitTo = (data: PeopleData, more: FitOptions = {}): Fit => fitScenario(flagship, data, { pairs: 4, ...more });
const setting = ({ settings }: Fit, key: string) => settings.find(({ place }) => place[1] === key);
const refusal = ({ refused }: Fit, key: string) => refused.find(({ place }) => place.at(-1) === key);
const check = ({ checks }: Fit, name: string) => checks.find((one) => one.name === name);

describe("what a team's tables tell", () => {
  let found: Fit;
  beforeAll(() => {
    found = fitTo(team());
  });

  test("what is counted is one number", () => {
    expect(setting(found, "managers")?.text).toBe("6");
    expect(setting(found, "per manager")?.text).toBe("2");
    // (60 + 64 + 68 + 72 + 76 + 80)/6 thousand
    expect(setting(found, "salary")?.text).toBe("70 000 EUR/year");
  });

  test("the margin is weighted by revenue", () => {
    const last = team().accounts.filter(({ year }) => year === 2023);
    const [revenue, margin] = last.reduce(
      ([r, m], one) => [r + one.revenue, m + one.revenue * (one.margin ?? 0)],
      [0, 0],
    );
    expect(setting(found, "margin")?.estimate).toBeCloseTo(margin / revenue, 4);
  });

  test("two of six from sales is a range around a third", () => {
    const { low, high, estimate } = setting(found, "ex sales") ?? { low: 1, high: 0, estimate: 0 };
    expect(estimate).toBeCloseTo(1 / 3, 12);
    expect(low).toBeLessThan(0.2);
    expect(high).toBeGreaterThan(0.55);
  });

  test("the next target tells what it learnt: two fifths, exactly", () => {
    expect(setting(found, "rebase")?.estimate).toBeCloseTo(0.4, 9);
  });

  test("the measure of the scheme is found by the end of its name", () => {
    expect(found.measures).toEqual([{ measure: "account revenue", name: "revenue", weight: 1 }]);
    expect(check(found, "attainment, mean")?.observed?.estimate).toBeCloseTo(1, 1);
  });

  test("the same tables give the same numbers", () => {
    expect(fitTo(team()).settings).toEqual(found.settings);
  });
});

describe("what they do not tell is refused", () => {
  test("nobody with a last day: turnover stays, with an upper end, and the status as well", () => {
    const found = fitTo(team());
    expect(setting(found, "quits")).toBeUndefined();
    // six times 1095 days without a leaver, 17.99 years of 365.25 days: at most −ln .05/17.99 = 16.7 %
    expect(refusal(found, "quits")?.why).toMatch(/nobody a last day .* at most 16\.7 % a year/);
    expect(refusal(found, "quits")?.kept).toBe("9 %/year to 14 %/year, most likely 11.5 %/year");
    expect(found.isCalibrated).toBe(false);
    expect(found.reason).toMatch(/^the status stays illustrative: churn and quits could not be found/);
    expect(check(found, "managers who leave")?.agreement).toBe("cannot tell");
  });

  test("how many left can be said; with losses too the scenario is calibrated", () => {
    const lost = team().accounts.map((one, k) => (k === 5 || k === 20 ? { ...one, isLost: true } : one));
    const found = fitTo(team({ accounts: lost }), { leavers: 3 });
    expect(setting(found, "quits")?.rests).toBe("3 leavers in 18 person-years");
    expect(setting(found, "churn")?.rests).toBe("2 of 36 account-years lost");
    expect(found.isCalibrated).toBe(true);
  });

  test("no account lost: an upper end, no point", () => {
    expect(refusal(fitTo(team()), "churn")?.why).toMatch(
      /^0 of 36 account-years lost: that says at most 5\.\d % a year/,
    );
  });

  test("one year: no growth, no luck, no targets that follow", () => {
    const one = team();
    const found = fitTo(
      dataOf({
        people: one.people,
        accounts: one.accounts.filter(({ year }) => year === 2021),
        results: one.results.filter(({ from }) => from.startsWith("2021")),
      }),
    );
    for (const key of ["drift", "account luck", "market luck", "rebase", "ability spread", "survey noise"]) {
      expect(setting(found, key), key).toBeUndefined();
      expect(refusal(found, key)?.why.length, key).toBeGreaterThan(10);
    }
    expect(refusal(found, "drift")?.why).toBe("no account has revenue in two years that follow each other");
    expect(setting(found, "account revenue")).toBeDefined();
  });

  test("three years cannot tell the market from trend", () => {
    expect(refusal(fitTo(team()), "market luck")?.why).toMatch(/^2 years of growth cannot tell/);
  });

  test("a market luck that the scenario writes is what the trend's interval allows for", () => {
    const written = parseScenario(flagshipText.replace("  drift: 7 %/year", "  drift: 7 %/year\n  market luck: 0.3"), {
      name: "written.yaml",
    });
    const [usual, wide] = [flagship, written].map((scenario) =>
      setting(fitScenario(scenario, team(), { pairs: 4 }), "drift"),
    );
    expect(usual?.method).toContain("a market that moves by 0.060 a year");
    expect(wide?.method).toContain("a market that moves by 0.300 a year");
    expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeGreaterThan(2 * ((usual?.high ?? 0) - (usual?.low ?? 0)));
  });

  test("one person: counted, and nothing claimed about people", () => {
    const one = team();
    const only = <Row extends { readonly person: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.person === "A");
    const found = fitTo(
      dataOf({ people: one.people.slice(0, 1), accounts: only(one.accounts), results: only(one.results) }),
    );
    expect(setting(found, "managers")?.text).toBe("1");
    for (const key of ["account spread", "drift", "rebase", "ability spread", "ex sales"]) {
      expect(setting(found, key), key).toBeUndefined();
      expect(refusal(found, key), key).toBeDefined();
    }
  });

  test("no accounts, no margins, no backgrounds, no history", () => {
    const { people, accounts, results } = team();
    const bare = people.map(({ background: _, ...one }) => one);
    const unknown = accounts.map(({ margin: _, ...one }) => one);
    expect(refusal(fitTo(dataOf({ people, results })), "account revenue")?.why).toBe("there is no table of accounts");
    const found = fitTo(dataOf({ people: bare, accounts: unknown }));
    expect(refusal(found, "margin")?.why).toBe("the accounts have no column of margins");
    expect(refusal(found, "ex sales")?.why).toMatch(/no column of backgrounds/);
    expect(refusal(found, "ability spread")?.why).toBe("the tables have no results of account revenue");
    expect(check(found, "attainment, mean")).toMatchObject({ agreement: "cannot tell", observed: undefined });
  });

  test("a scheme that closes every three years has no yearly scores", () => {
    const found = fitTo(team(), { today: "cash-3y-output" });
    expect(check(found, "attainment, mean")?.why).toBe('"cash-3y-output" closes less than once a year');
  });

  test("pay spread has no place in the model, and the fit says so", () => {
    expect(refusal(fitTo(team()), "pay spread")?.why).toMatch(/one base salary; the SD of 11 %/);
  });
});

describe("what is told only where it is plain", () => {
  test("people who are apart by more than any ability makes them are not called able", () => {
    const results = ids.flatMap((id, k) => years.map((year) => yearOf(id, year, 100, 40 * k)));
    const found = fitTo(team({ results }));
    expect(setting(found, "ability spread")).toBeUndefined();
    expect(refusal(found, "ability spread")?.why).toMatch(/more than ability alone/);
  });

  test("where nothing else is open, lasting differences of .12 between 120 people are ability", () => {
    const scores = Array.from({ length: 120 }, (_, k) =>
      years.map((year) => ({ person: String(k), year, attainment: 1 + 0.12 * normalQuantile((k + 0.5) / 120) })),
    ).flat();
    const panel = { years, scores, accounts: [], surveys: [], leavers: 0, personYears: 0 };
    const settings = atMedians(compile(flagship)).assumptions;
    const asked = { scenario: flagship, design: "today", years: 3, managers: 120, accounts: 5, settings, pairs: 4 };
    const found = abilityOf(flagship, panel, asked);
    if (!("text" in found)) throw new Error(found.why);
    expect(found.low).toBeGreaterThan(0);
    expect(found.estimate).toBeGreaterThan(0.3);
    expect(found.estimate).toBeLessThan(0.6);
    expect(found.rests).toBe("240 pairs of years of one person");
  });

  test("answers that jump have noise; answers that stay have none", () => {
    const asked = (jump: number) =>
      team().accounts.map((one, k) => ({ ...one, satisfaction: 1 + jump * (((k * 7) % 5) / 2 - 1) }));
    expect(setting(fitTo(team({ accounts: asked(0.8) })), "survey noise")?.estimate).toBeGreaterThan(0.3);
    expect(refusal(fitTo(team({ accounts: asked(0.01) })), "survey noise")?.why).toMatch(/change little more than/);
  });

  test("six years of growth tell the market: years apart by ± 20 %", () => {
    const accounts = ids.flatMap((id) =>
      [0, 1].flatMap((a) => {
        let revenue = 1_000_000;
        return [2018, 2019, 2020, 2021, 2022, 2023].map((year, y) => {
          revenue *= Math.exp((y % 2 === 0 ? 0.2 : -0.2) + 0.01 * ((y * 3 + a + id.charCodeAt(0)) % 5));
          return row(`${id}${a}`, year, revenue);
        });
      }),
    );
    const found = setting(fitTo(team({ accounts, results: [] })), "market luck");
    // five growths of ± .2: variance .048, over 1156/1728·(1 − 2·.247/5) is .0796, root .28
    expect(found?.estimate).toBeCloseTo(0.28, 1);
    expect(found?.rests).toBe("5 years of growth");
  });

  test("attainment alone is no target that learns", () => {
    const results = team().results.map((one) => ({ ...one, result: one.result / (one.target ?? 1), target: 1 }));
    expect(refusal(fitTo(team({ results })), "rebase")?.why).toBe("the tables hold attainment without targets");
  });
});

describe("satisfaction is held against the simulated, and never fitted", () => {
  const answering = (satisfaction: number) =>
    team({ accounts: team().accounts.map((one) => ({ ...one, satisfaction })) });
  const satisfaction = (data: PeopleData) => check(fitTo(data), "customer satisfaction, mean");

  test("each answer counts alike; answers of accounts lost do not, as simulated ones give none", () => {
    const accounts = team().accounts.map((one, k) => ({ ...one, satisfaction: k < 12 ? 0.9 : 1.05, isLost: k === 0 }));
    // 36 answers, 12 of them .9, one of which is of an account lost: (11·.9 + 24·1.05)/35
    expect(satisfaction(team({ accounts }))?.observed?.estimate).toBeCloseTo((11 * 0.9 + 24 * 1.05) / 35, 12);
  });

  test("customers far happier than any simulated ones differ; the remark says by how much and which way", () => {
    const found = satisfaction(answering(1.4));
    const gap = (100 * (1.4 - (found?.fitted?.estimate ?? 0))).toFixed(1);
    expect(found?.agreement).toBe("differs");
    expect(found?.remark).toContain(`Simulated teams lie ${gap} percentage points below the tables`);
    expect(found?.remark).toContain("harder to pass");
    expect(satisfaction(answering(0.5))?.remark).toMatch(/percentage points above the tables, .* easier to pass/);
  });

  test("answers as simulated: the remark is only that nothing was fitted", () => {
    const level = satisfaction(answering(1))?.fitted?.estimate ?? 0;
    const answers = (k: number) => level + 0.1 * ((k % 5) / 2 - 1);
    const accounts = team().accounts.map((one, k) => ({ ...one, satisfaction: answers(k) }));
    const found = satisfaction(team({ accounts }));
    expect(found?.agreement).not.toBe("differs");
    expect(found?.remark).toMatch(/^the model has no setting for its level[^.]*$/);
  });

  test("simulated answers have the noise of a survey: with more of it teams lie farther apart", () => {
    const settings = atMedians(compile(flagship)).assumptions;
    const spread = (noise: number): number => {
      const asked = { scenario: flagship, design: "today", years: 1, managers: 4, accounts: 5, pairs: 100 };
      const panels = simulatePanels({ ...asked, settings: { ...settings, ...fixedAll({ surveyNoise: noise }) } });
      return spreadOverPanels(panels, satisfactionMean);
    };
    // 20 answers with SD 2 make .447 of the mean, less the accounts lost: up to a tenth more. 200 teams in pairs with opposite luck:
    // the error of an SD from 100 pairs is 7 %, four of them .13
    expect(spread(2)).toBeGreaterThan(0.447 - 0.13);
    expect(spread(2)).toBeLessThan(1.1 * 0.447 + 0.13);
    expect(spread(0)).toBeLessThan(0.1);
  });

  test("tables that never asked cannot tell, and say so", () => {
    expect(satisfaction(team())).toMatchObject({
      ...{ agreement: "cannot tell", observed: undefined },
      why: "the accounts have no column of satisfaction, or nothing in it",
    });
    expect(satisfaction(team())?.remark).toBeUndefined();
  });
});

describe("bad input is refused", () => {
  test.each<[string, FitOptions, RegExp]>([
    ["a design that is not there", { today: "todya" }, /no design "todya"; did you mean today\?/],
    [
      "a measure that is not in the tables",
      { measures: { "account revenue": "revenu" } },
      /no "revenu"; did you mean revenue\?/,
    ],
    ["half a leaver", { leavers: 0.5 }, /0\.5 is not a number of people/],
  ])("%s", (_, options, message) => {
    expect(() => fitTo(team(), options)).toThrow(message);
  });

  test("tables without people or without years", () => {
    expect(() => fitTo(dataOf({}))).toThrow(/people: there are none/);
    expect(() => fitTo(dataOf({ people: [person("A")] }))).toThrow(/accounts and history: neither is given/);
  });
});
