import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeScenario, parseScenario } from "../../src/scenario/scenario.js";

const findingsOf = (changes: Record<string, unknown>): string[] =>
  makeScenario({
    rewardlab: 2,
    title: "Plausible",
    horizon: "2 years",
    team: { managers: 3, salary: "60 000 EUR/year" },
    accounts: { "per manager": 4, "account revenue": "1M EUR/year" },
    designs: {
      bonus: {
        period: "1 year",
        weights: { "account revenue": "100 %" },
        rewards: [{ kind: "cash bonus", "at target": "12 000 EUR/year" }],
      },
    },
    ...changes,
  }).findings.map(({ place, finding }) => `${place}: ${finding}`);

const design = (...rewards: unknown[]) => ({
  designs: { bonus: { period: "1 year", weights: { "account revenue": "100 %" }, rewards } },
});

describe("settings that stand orders of magnitude apart are remarked on, with both numbers and what was probably meant", () => {
  test("what is usual is not remarked on", () => {
    expect(findingsOf({})).toEqual([]);
    expect(findingsOf({ hold: { "reward cost": "15 000 EUR/year" } })).toEqual([]);
    expect(findingsOf(design({ kind: "recognition", "at target": "300 EUR/year" }))).toEqual([]);
  });

  test("a salary typed in thousands, said once", () => {
    expect(findingsOf({ team: { salary: "60 EUR/year" }, hold: { "reward cost": "15 000 EUR/year" } })).toEqual(
      [
        "scenario: team.salary: revenue of a manager's accounts of 4 000 000 EUR/year is 67 000 times the base salary of 60 EUR/year; the base salary is probably typed in thousands: was 60 000 EUR/year meant?",
      ].map((one) => one.replace("scenario: ", "scenario ")),
    );
    expect(findingsOf({ team: { salary: "900 EUR/year" } })[0]).toContain(
      "reward at target of 12 000 EUR/year is 13 times the base salary of 900 EUR/year; the base salary is probably typed in thousands: was 900 000 EUR/year meant?",
    );
  });

  test("revenue typed in thousands", () => {
    expect(findingsOf({ accounts: { "per manager": 4, "account revenue": "1000 EUR/year" } })[0]).toContain(
      "accounts.account revenue: revenue of a manager's accounts of 4000 EUR/year is 15 times less than the base salary of 60 000 EUR/year; the revenue of a manager's accounts is probably typed in thousands: was 4 000 000 EUR/year meant?",
    );
  });

  test("revenue next to nothing, which no factor of a thousand explains", () => {
    expect(findingsOf({ accounts: { "per manager": 4, "account revenue": "1 EUR/year" } })[0]).toContain(
      "is 15 000 times less than the base salary of 60 000 EUR/year; one of the two is probably in another unit",
    );
  });

  test("a reward typed in thousands, at its own place", () => {
    const small = { kind: "cash bonus", "at target": "12 EUR/year" };
    const usual = { kind: "cash bonus", "at target": "12 000 EUR/year" };
    expect(findingsOf(design(usual, small))).toEqual([
      expect.stringMatching(
        /designs\.bonus\.rewards\[1\].*: reward at target of 12 EUR\/year is 5000 times less.*was 12 000 EUR\/year meant\?$/,
      ),
    ]);
  });

  test("a commission that is many salaries", () => {
    expect(findingsOf(design({ kind: "commission", rate: "20 % of account revenue" }))[0]).toContain(
      "reward at target of 800 000 EUR/year is 13 times the base salary of 60 000 EUR/year",
    );
  });

  test("a budget typed in thousands", () => {
    expect(findingsOf({ hold: { "reward cost": "15 EUR/year" } })[0]).toContain(
      "hold.reward cost: reward cost of 15 EUR/year is 4000 times less than the base salary of 60 000 EUR/year; the reward cost is probably typed in thousands",
    );
  });

  test("hours of a month where a share of a full-time month is asked for", () => {
    expect(findingsOf({ team: { salary: "60 000 EUR/year", hours: 160 } })[0]).toContain(
      "team.hours: a month can hold 160 full-time months of effort and the activities take 1; hours is a share of a full-time month, such as 1.3, not a number of hours",
    );
    expect(findingsOf({ team: { salary: "60 000 EUR/year", hours: 0.5 } })).toHaveLength(1);
  });

  test("activities that take many months of a month, or none of it", () => {
    const taking = (normal: string) => findingsOf({ activities: { "customer time": { normal } } });
    expect(taking("100 %")).toEqual([]);
    expect(taking("5 %")[0]).toContain("normal shares add up to 5 % of a full-time month; about 100 % is usual");
    expect(
      findingsOf({ activities: { "customer time": { normal: "200 %" }, "selling push": { normal: "150 %" } } })[0],
    ).toContain("normal shares add up to 350 % of a full-time month");
  });

  test("first targets that nobody sets", () => {
    const target = (written: string) => findingsOf({ measures: { "account revenue": { target: written } } });
    expect(target("105 %")).toEqual([]);
    expect(target("11 000 %")[0]).toContain(
      "measures.account revenue: a first target of 11 000 % of plan; 90 % to 110 % is usual",
    );
  });

  test("no shipped scenario is remarked on", () => {
    for (const folder of ["../../scenarios/", "../../scenarios/templates/"]) {
      const url = new URL(folder, import.meta.url);
      for (const name of readdirSync(url).filter((one) => one.endsWith(".yaml"))) {
        const { findings } = parseScenario(readFileSync(new URL(name, url), "utf8"), { name });
        expect(findings.filter(({ finding }) => /usual|probably|full-time/.test(finding))).toEqual([]);
      }
    }
  });
});

describe("activities that help each other", () => {
  const reading = (substitution: unknown) => () =>
    makeScenario({
      rewardlab: 2,
      title: "Help",
      horizon: "1 year",
      activities: { "customer time": { normal: "100 %", room: 2 }, "selling push": { normal: "20 %", room: 3 } },
      assumptions: { substitution },
      designs: { none: { rewards: [] } },
    });

  test("may do so until effort on all of them together costs next to nothing: 1 + χ·5 is at least .05", () => {
    expect(reading(-0.19)).not.toThrow();
    expect(reading(0)).not.toThrow();
    expect(reading(-0.2)).toThrow(
      "assumptions.substitution: at -0.2 activities help each other so much that effort on all of them together (room 5) would cost nothing; let it start at -0.19 or above",
    );
    expect(reading("-0.3 to 1, evenly")).toThrow("let it start at -0.19 or above");
  });
});

test("bounds that keep away from what the model has no number for are said with what may be written", () => {
  const accounts = (value: string) => () =>
    makeScenario({
      rewardlab: 2,
      title: "Nothing",
      horizon: "1 year",
      accounts: { "account revenue": value },
      designs: { none: { rewards: [] } },
    });
  expect(accounts("0 EUR/year")).toThrow(
    'accounts.account revenue: "0 EUR/year" is below the smallest allowed; write 1 EUR/year or more',
  );
  expect(accounts("1 EUR/year")).not.toThrow();
});
