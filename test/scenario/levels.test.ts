import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { heatMap } from "../../src/charts/comparison/heat-map.js";
import { sheetText } from "../../src/foundation/text/sheet-text.js";
import { factorialSheet } from "../../src/report/comparison/factorial-text.js";
import { headlineWithRemarks } from "../../src/report/comparison/remarks.js";
import { headlineText } from "../../src/report/comparison/terminal.js";
import { factorial } from "../../src/results/experiments/factorial.js";
import { testHypotheses } from "../../src/results/experiments/hypotheses.js";
import { cross } from "../../src/scenario/designs/cross.js";
import type { DesignDraft } from "../../src/scenario/designs/levers.js";
import { titleOf } from "../../src/scenario/designs/reward-words.js";
import { defineScenario, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import type { DesignFile, RewardFile } from "../../src/scenario/schema/file-types.js";
import { simulate } from "../../src/simulation/simulate.js";

const cash: RewardFile = { kind: "cash bonus", "at target": "10 000 EUR/year" };
const raise: RewardFile = { kind: "salary increase", "at target": "2 000 EUR/year" };
const recognition: RewardFile = { kind: "recognition", "at target": "4 000 EUR/year" };
const development: RewardFile = { kind: "development", amount: "3 000 EUR/year" };

const card = { period: "1 year", weights: { "account revenue": "100 %" } };
const paying = (...rewards: RewardFile[]): DesignFile<never, never> => ({ ...card, rewards });

/** A scenario with these designs, whatever else. */
const with_ = (designs: Record<string, DesignFile<never, never>>): Scenario =>
  defineScenario({
    rewardlab: 2,
    title: "Levels",
    horizon: "4 years",
    team: { managers: 2 },
    accounts: { "per manager": 2 },
    designs,
    run: { worlds: 4 },
  });

const said = ({ findings }: Scenario): readonly string[] => findings.map(({ finding }) => finding);
const doubtful = ({ findings }: Scenario): readonly string[] =>
  findings.filter(({ isDoubtful }) => isDoubtful).map(({ finding }) => finding);

const plain = with_({
  today: paying(cash),
  raise: paying(raise),
  praise: paying(recognition),
  package: { ...paying(recognition, development), title: "Recognition" },
});

const flagship = parseScenario(readFileSync(new URL("../../scenarios/kam-flagship.yaml", import.meta.url), "utf8"), {
  name: "kam-flagship.yaml",
});

describe("levels of a factor", () => {
  test("that exchange one reward for one other differ in the factor alone", () => {
    const levels = { a: "today", b: "raise", c: "praise", d: [{ kind: "commission", rate: "1 %" }] as never };
    // the baseline is one of the cells
    const twin = 'the same design as "today" but for its name';
    expect(said(cross(plain, { reward: levels, period: ["1 year", "2 years"] }))).toEqual([twin]);
  });

  test("that exchange one for two are said, in doubt where a name speaks of one of them", () => {
    const crossed = cross(plain, { reward: { cash: "today", recognition: "package" } });
    expect(doubtful(crossed)).toEqual([
      `levels "cash" and "recognition" of reward pay cash bonus against recognition + development; what they differ by is not reward's alone: let them differ in that only, or call them what they are`,
    ]);
    const called = cross(plain, { reward: { cash: "today", "recognition and development": "package" } });
    expect(doubtful(called)).toEqual([]);
    expect(said(called)).toContainEqual(expect.stringMatching(/pay cash bonus against recognition \+ development/));
  });

  test("that add what their name does not speak of are said as well", () => {
    const crossed = cross(plain, {
      reward: { none: [] as never, recognition: "package" },
      period: ["1 year", "2 years"],
    });
    expect(doubtful(crossed)[0]).toContain('levels "none" and "recognition" of reward pay no reward against');
    const added = cross(plain, { reward: { alone: "praise", development: "package" } });
    expect(doubtful(added)).toEqual([]);
  });

  test("that come with another period, card or curve are said", () => {
    const own = (more: object): RewardFile[] => [{ ...recognition, ...more } as RewardFile];
    const levels = (more: object) => cross(plain, { reward: { cash: [cash] as never, other: own(more) as never } });
    const also = "what they differ by is not reward's alone";
    expect(doubtful(levels({ period: "2 years" }))[0]).toContain(`also differ in the period; ${also}`);
    expect(doubtful(levels({ weights: { profitability: "100 %" } }))[0]).toContain(
      `also differ in the weights; ${also}`,
    );
    const yearly = doubtful(levels({ period: "2 years", "targets every": "1 year" }))[0];
    expect(yearly).toContain(`also differ in the period and the time between targets; ${also}`);
    expect(doubtful(levels({ for: "team" }))[0]).toContain(`also differ in the score that counts; ${also}`);
    expect(doubtful(levels({ curve: { kind: "linear" } }))[0]).toContain(`also differ in the curve; ${also}`);
    expect(doubtful(levels({ curve: { kind: "target" }, period: "12 months", for: "personal" }))).toEqual([]);
  });

  test("of a lever of one's own are about what it turns, unless another factor turns that too", () => {
    const size = (amount: string, period?: string) => (design: DesignDraft) => {
      (design.rewards ?? [])[0]["at target"] = amount;
      if (period !== undefined) design.period = period;
    };
    const good = {
      size: { small: size("5 000 EUR/year"), large: size("9 000 EUR/year") },
      period: ["1 year", "2 years"],
    };
    expect(doubtful(cross(plain, good))).toEqual([]);
    const bad = { ...good, size: { small: size("5 000 EUR/year"), large: size("9 000 EUR/year", "2 years") } };
    expect(doubtful(cross(plain, bad))).toEqual([
      `levels "small" and "large" of size also differ in the period; what they differ by is not size's alone: let them differ in that only, or call them what they are`,
      'the same design as "large, 1 year" but for its name',
    ]);
  });

  test("two levers that turn different settings of one curve do not disturb each other", () => {
    const set = (key: string, value: string) => (design: DesignDraft) => {
      const [reward] = design.rewards ?? [];
      reward.curve = { kind: "target", ...(reward.curve as object), [key]: value };
    };
    const crossed = cross(plain, {
      threshold: { low: set("threshold", "80 %"), high: set("threshold", "95 %") },
      cap: { low: set("payout cap", "150 %"), high: set("payout cap", "200 %") },
    });
    expect(said(crossed)).toEqual([]);
  });

  test("weights and the share of inputs are one factor's and the other's", () => {
    const crossed = cross(
      flagship,
      { weights: ["output-heavy", "input-heavy"], inputWeight: ["20 %", "70 %"] },
      { base: "cash-1y-output" },
    );
    expect(doubtful(crossed).filter((one) => one.startsWith("levels"))).toEqual([]);
  });
});

describe("what changes nothing", () => {
  test("a factor, and two of its levels", () => {
    const idle = cross(plain, { period: ["1 year", "12 months"], reward: { a: "raise", b: "praise" } });
    expect(doubtful(idle)).toEqual(["period changes nothing: at each of its levels the designs are the same"]);
    const some = cross(plain, { period: ["1 year", "12 months", "2 years"], reward: { a: "raise", b: "praise" } });
    expect(doubtful(some)).toEqual(['levels "1 year" and "12 months" of period give the same designs']);
  });

  test("a period where nothing is paid on a score", () => {
    const crossed = cross(plain, { reward: { a: "raise", b: [development] as never }, period: ["1 year", "2 years"] });
    expect(doubtful(crossed)).toEqual(['the same design as "b, 1 year" but for its name']);
  });

  test("a design that is another but for its name; that a cell is the baseline is no doubt", () => {
    const twins = with_({ one: paying(cash), other: { ...paying(cash), title: "Another", note: "the same" } });
    expect(doubtful(twins)).toEqual(['the same design as "one" but for its name']);
    expect(said(with_({ one: paying(cash), other: { ...paying(cash), period: "6 months" } }))).toEqual([]);
    const long = { ...paying(cash), period: "2 years" };
    expect(said(with_({ one: long, other: { ...long, "targets every": "1 year" } }))).toEqual([]);
    const crossed = cross(plain, { period: ["1 year", "2 years"] });
    expect(said(crossed)).toEqual(['the same design as "today" but for its name']);
    expect(doubtful(crossed)).toEqual([]);
  });
});

describe("a design named for a reward that pays another beside it", () => {
  test("is said where something is compared with it that pays neither, all designs of one list at once", () => {
    expect(doubtful(plain)).toEqual([
      `"package" is named for one reward and pays recognition + development, against cash bonus of "today": what they differ by is not one reward's alone; call them what they pay, or pay the rest in every design`,
    ]);
    expect(doubtful(flagship)).toEqual([
      `"recognition-1y-output" and 3 other designs are named for one reward and pay recognition + development, against cash bonus of "cash-1y-output": what they differ by is not one reward's alone; call them what they pay, or pay the rest in every design`,
    ]);
  });

  test("is not said where the name speaks of all, of none, or where nothing is exchanged", () => {
    const named = (title: string) =>
      with_({ today: paying(cash), mix: { ...paying(recognition, development), title } });
    expect(said(named("Recognition and a course"))).toEqual([]);
    expect(said(named("The proposal"))).toEqual([]);
    expect(said(with_({ today: paying(cash), bonus: paying(cash, recognition) }))).toEqual([]);
  });

  test("has its content in its title, where nobody gave it another", () => {
    const { designs } = with_({
      recognition: paying(recognition, development),
      "recognition-2": paying(recognition, development, cash),
      spot: { ...paying(recognition, development), title: "Recognition" },
      bonus: paying(cash),
    }).checked;
    const titles = Object.entries(designs).map(([name, one]) => titleOf(name, one));
    expect(titles).toEqual([
      "recognition + development",
      "recognition-2 (recognition + development + cash bonus)",
      "Recognition",
      "bonus",
    ]);
  });
});

describe("a level that pays more than its name says", () => {
  test("is called what it pays where the word for a reward was listed", () => {
    const crossed = cross(flagship, { reward: ["bonus", "recognition"], period: ["1 year"] });
    expect(Object.keys(crossed.checked.designs)).toEqual([
      "today",
      "bonus, 1 year",
      "recognition + development, 1 year",
    ]);
    expect(said(crossed).filter((one) => one.startsWith("levels"))).toHaveLength(1);
    expect(doubtful(crossed)).toEqual([]);
  });

  test("is shown with it in tables, charts, hypotheses and titles, and the doubt stands before them", async () => {
    const levels = { cash: "today", recognition: "package" };
    const run = await simulate(cross(plain, { reward: levels, period: ["1 year", "2 years"] }), { replications: 2 });
    expect(run.designs.map(({ title }) => title)).toContain("recognition, 1 year (recognition + development)");
    const found = factorial(run);
    expect(found.factors[0]).toEqual({
      name: "reward",
      levels: ["cash", "recognition"],
      labels: ["cash", "recognition + development"],
    });
    const text = sheetText(factorialSheet(found));
    expect(text).toContain("reward: cash → recognition + development");
    expect(text).toContain("Read before comparing");
    expect(heatMap(found).rows.map(({ column, row }) => [column, row])).toContainEqual(
      expect.arrayContaining(["recognition + development"]),
    );
    const contrast = { factor: "reward", from: "cash", to: "recognition" };
    const claim = { claim: "x", contrast, outcome: "net value", direction: "higher" } as const;
    const tested = testHypotheses(run, [claim]);
    expect(tested.tests[0]).toMatchObject({ own: "reward recognition + development", other: "reward cash" });
    expect(tested.doubts).toEqual(found.doubts);
    expect(headlineText(headlineWithRemarks(run)).replace(/\s+/g, " ")).toContain(
      'levels "cash" and "recognition" of reward pay cash bonus against recognition + development',
    );
  });
});
