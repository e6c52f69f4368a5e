import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { healthChecks } from "../../src/plan-checks/health/checks/index.js";
import { type Health, type HealthRow, health } from "../../src/plan-checks/health/health.js";
import { lint } from "../../src/plan-checks/lint/lint.js";
import { standing } from "../../src/plan-checks/standing.js";
import { topShare } from "../../src/results/statistics/top-share.js";
import { makeScenario, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";
import type { Observations } from "../../src/simulation/observation/data.js";
import { observe } from "../../src/simulation/observation/observe.js";

import { simulate } from "../../src/simulation/simulate.js";
import { yearsOf } from "../charts/observed.js";
import { tinyCard, tinyObservations } from "../results/tiny-observations.js";
import { tinyRun } from "../results/tiny-run.js";

interface Plan {
  readonly atTarget?: string;
  readonly curve?: object;
  readonly weights?: Readonly<Record<string, string>>;
  readonly rewards?: readonly object[];
  readonly more?: object;
}

const near = (value: number) => expect.closeTo(value, 6);

/** One design, "a": a bonus of 20 % of a salary of 72,000 from 90 % to 120 % of target, unless said otherwise. */
function scenarioOf({ atTarget = "20 % of base salary", curve, weights, rewards, more }: Plan = {}): Scenario {
  const bonus = { kind: "cash bonus", "at target": atTarget, curve: curve ?? { kind: "target" } };
  const design = {
    title: "Design A",
    period: "1 year",
    weights: weights ?? { "account revenue": "100 %" },
    rewards: rewards ?? [bonus],
  };
  return makeScenario({ rewardlab: 2, title: "Plan", horizon: "2 years", designs: { a: design }, ...more });
}

const row = ({ rows }: Health, check: string): HealthRow | undefined => rows.find((one) => one.check === check);

/** Observations of that design with these scores by world, and this variable pay by world and year. */
function seenOf(scores: readonly (readonly number[])[], plan: Plan = {}, pay = scores): Observations {
  const years = yearsOf(pay.map((list) => list.map((one) => one * 10_000))).years ?? {};
  const seen = tinyObservations({ worlds: scores.length, cards: [tinyCard(scores)], years });
  return { ...seen, run: { ...seen.run, held: [], scenario: scenarioOf(plan).file } };
}

function runOf(outcomes: Readonly<Record<string, readonly number[]>>, plan: Plan = {}): Run {
  return { ...tinyRun({ designs: { a: { outcomes } } }), scenario: scenarioOf(plan).file };
}

/** As many worlds as there are, ten scores each: so many of them at each of these. */
const tenths = (worlds: number, ...parts: readonly (readonly [number, number])[]): number[][] =>
  Array.from({ length: worlds }, () => parts.flatMap(([count, score]) => Array.from({ length: count }, () => score)));

describe("where an interval stands", () => {
  const limits = { low: 0.45, high: 0.85 };
  test.each([
    [0.5, 0.8, "pass"],
    [0.45, 0.85, "pass"],
    [0.86, 0.9, "warn"],
    [0.1, 0.44, "warn"],
    [0.8, 0.9, "cannot tell"],
    [0.3, 0.9, "cannot tell"],
    [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, "cannot tell"],
  ])("%s to %s: %s", (low, high, word) => {
    expect(standing({ low, high }, limits)).toBe(word);
  });

  test("what adding up in binary leaves behind is within", () => {
    expect(standing({ low: 0.1 + 0.2, high: 0.1 + 0.2 }, { low: 0, high: 0.3 })).toBe("pass");
  });
});

describe("worked by hand: of the plan alone", () => {
  const found = (plan: Plan, check: string) => row(health(scenarioOf(plan)), check);

  test("pay mix: a fifth on top of salary makes base 1 ÷ 1.2 of pay; half on top makes it two thirds", () => {
    expect(found({}, "pay mix")).toMatchObject({ standing: "pass", value: near(1 / 1.2), error: "none" });
    expect(found({ atTarget: "50 % of base salary" }, "pay mix")).toMatchObject({
      standing: "warn",
      value: near(1 / 1.5),
    });
  });

  test("pay mix: a kicker above target and a raise are no pay at target, a top-up is base, a prize for one of four is a quarter", () => {
    const kicker = {
      kind: "cash bonus",
      "at target": "9000 EUR/year",
      curve: { kind: "steps", steps: [{ at: "110 %", pays: "100 %" }] },
    };
    const prize = { kind: "cash bonus", "at target": "24000 EUR/year", curve: { kind: "rank", winners: 1 } };
    const rewards = [
      { kind: "cash bonus", "at target": "18000 EUR/year" },
      kicker,
      prize,
      { kind: "salary increase", "at target": "3000 EUR/year" },
      { kind: "salary top-up", amount: "8000 EUR/year" },
    ];
    // Base 72 000 + 8 000; variable 18 000 + 0 + 24 000 ÷ 4.
    expect(found({ rewards }, "pay mix")).toMatchObject({ value: near(80_000 / 104_000) });
    expect(found({ rewards: [rewards[3]] }, "pay mix")).toBeUndefined();
  });

  test("pay mix: where salary is assumed, its 5th and 95th percentile decide; where designs are scaled, a run does", () => {
    const more = { team: { salary: "40 000 to 80 000 EUR/year" } };
    // 10 000 beside 40 000 is a fifth of pay, beside 80 000 a ninth.
    const wide = found({ atTarget: "10 000 EUR/year", more }, "pay mix");
    expect(wide).toMatchObject({ standing: "cannot tell", error: "assumptions", low: near(0.8), high: near(8 / 9) });
    const held = scenarioOf({ more: { hold: { "reward cost": "20 000 EUR/year" } } });
    expect(health(held).gaps).toContainEqual({ design: "a", check: "pay mix", needs: "run" });
  });

  test("measures and smallest weight: four measures, the lightest 10 %", () => {
    const weights = {
      "account revenue": "40 %",
      "customer satisfaction": "30 %",
      "executive access": "20 %",
      "co-creation work": "10 %",
    };
    expect(found({ weights }, "measures")).toMatchObject({ standing: "warn", value: 4 });
    expect(found({ weights }, "smallest weight")).toMatchObject({
      standing: "warn",
      value: 0.1,
      place: "co-creation work",
    });
    const three = { "account revenue": "60 %", "customer satisfaction": "25 %", "executive access": "15 %" };
    expect(found({ weights: three }, "measures")).toMatchObject({ standing: "pass", value: 3 });
    expect(found({ weights: three }, "smallest weight")).toMatchObject({ standing: "pass", value: 0.15 });
  });

  test("leverage: 5 points a point pay double at 120 %; 15 pay four times; the bend is excellence where there is one", () => {
    expect(found({}, "leverage")).toMatchObject({ standing: "pass", value: near(2), place: "excellence at 120 %" });
    expect(found({ curve: { kind: "target", accelerator: 15 } }, "leverage")).toMatchObject({
      standing: "warn",
      value: near(4),
    });
    const bent = { kind: "target", excellence: "110 %", "up to attainment": "none" };
    expect(found({ curve: bent }, "leverage")).toMatchObject({
      standing: "pass",
      value: near(1.5),
      place: "excellence at 110 %",
    });
    expect(found({ curve: { kind: "linear" } }, "leverage")).toBeUndefined();
  });
});

describe("worked by hand: of a run", () => {
  const even = (share: number) => Array.from({ length: 40 }, (_, k) => share + (k % 2 === 0 ? 0.01 : -0.01));

  test("shares are means over worlds, with Wilson's interval at as many values as the worlds are worth", () => {
    const found = health(runOf({ "above threshold": even(0.9), "at target": even(0.65), "at cap": even(0.1) }));
    expect(row(found, "above threshold")).toMatchObject({
      standing: "pass",
      value: near(0.9),
      place: "threshold at 90 %",
    });
    expect(row(found, "at target")).toMatchObject({ standing: "pass", value: near(0.65) });
    expect(row(found, "at excellence")).toMatchObject({
      standing: "pass",
      value: near(0.1),
      place: "excellence at 120 %",
    });
    expect(found.from).toBe("run");
  });

  test("too few above the threshold, targets too easy and too hard, hardly anybody at excellence", () => {
    const low = health(runOf({ "above threshold": even(0.6), "at target": even(0.4), "at cap": even(0.02) }));
    expect(low.rows.filter((one) => one.standing === "warn").map(({ check }) => check)).toEqual([
      "above threshold",
      "at target",
      "at excellence",
    ]);
    expect(
      row(health(runOf({ "above threshold": even(0.9), "at target": even(0.9), "at cap": even(0.1) })), "at target"),
    ).toMatchObject({ standing: "warn" });
  });

  test("two worlds cannot tell what forty can", () => {
    const two = health(runOf({ "above threshold": [0.8, 1], "at target": [0.6, 0.7], "at cap": [0.1, 0.1] }));
    expect(row(two, "above threshold")).toMatchObject({ standing: "cannot tell", value: near(0.9) });
    expect(row(two, "at target")).toMatchObject({ standing: "cannot tell" });
  });

  test("a run counts nobody at excellence below the cap: that needs observations", () => {
    const curve = { kind: "target", excellence: "110 %", "up to attainment": "150 %" };
    const found = health(
      runOf({ "above threshold": even(0.9), "at target": even(0.6), "at cap": even(0.1) }, { curve }),
    );
    expect(found.gaps).toContainEqual({ design: "a", check: "at excellence", needs: "observations" });
  });
});

describe("worked by hand: of observations", () => {
  test("one in ten below 90 %, six at target, one at the cap; P10 and P90 by order", () => {
    const seen = seenOf(tenths(30, [1, 0.86], [3, 0.95], [5, 1.05], [1, 1.21]));
    const found = health(seen);
    expect(row(found, "above threshold")).toMatchObject({ value: near(0.9) });
    expect(row(found, "at target")).toMatchObject({ value: near(0.6) });
    expect(row(found, "at excellence")).toMatchObject({ value: near(0.1) });
    // A tenth of the scores is .86, the next .95: P10 lies between them, wherever the weights of worlds put it.
    const threshold = row(found, "threshold at P10") as HealthRow;
    expect(threshold.low).toBeGreaterThanOrEqual(0.9 - 0.95 - 1e-9);
    expect(threshold.high).toBeLessThanOrEqual(0.9 - 0.86 + 1e-9);
    expect(threshold.standing).toBe("pass");
  });

  test("a threshold fifteen points under P10 and a cap far above P90 are warned of", () => {
    const seen = seenOf(tenths(30, [5, 1.05], [5, 1.06]));
    expect(row(health(seen), "threshold at P10")).toMatchObject({ standing: "warn", value: near(0.9 - 1.05) });
    expect(row(health(seen), "excellence at P90")).toMatchObject({ standing: "warn", value: near(1.2 - 1.06) });
    const fitting = seenOf(tenths(30, [5, 0.92], [5, 1.18]));
    expect(row(health(fitting), "excellence at P90")).toMatchObject({ standing: "pass", value: near(1.2 - 1.18) });
  });

  test("pay that is the score follows it wholly; pay that falls with it is warned of", () => {
    const scores = Array.from({ length: 30 }, (_, w) => [0.8 + w / 100, 1.2 - w / 200]);
    expect(row(health(seenOf(scores)), "pay with performance")).toMatchObject({ standing: "pass", value: near(1) });
    const seen = seenOf(scores);
    const [design] = seen.designs;
    const years = { ...design.years, attainment: design.years.variable.map((one) => -one) };
    const against = { ...seen, designs: [{ ...design, years }] };
    expect(row(health(against), "pay with performance")).toMatchObject({ standing: "warn", value: near(-1) });
  });

  test("concentration: of pay 1 to 10 the best-paid tenth takes 10 of 55; alone of ten paid, all", () => {
    const ladder = Array.from({ length: 30 }, () => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(row(health(seenOf(ladder)), "concentration")).toMatchObject({ standing: "pass", value: near(10 / 55) });
    const winner = Array.from({ length: 30 }, () => [0, 0, 0, 0, 0, 0, 0, 0, 0, 10]);
    expect(row(health(seenOf(winner)), "concentration")).toMatchObject({ standing: "warn", value: near(1) });
  });

  test("the row on the edge counts in part: half of the best of five is a tenth", () => {
    expect(topShare(Float64Array.of(6, 3, 1, 0, 0), [0, 0, 0, 0, 0], [1])).toBeCloseTo(0.3, 12);
    expect(topShare(Float64Array.of(0, 0), [0, 0], [1])).toBe(0);
  });

  test("the observed scale counts in pay mix: half of a bonus of 20 % leaves base at 1 ÷ 1.1", () => {
    const seen = seenOf(tenths(3, [10, 1]));
    const halved = { ...seen, designs: seen.designs.map((one) => ({ ...one, scale: 0.5 })) };
    expect(row(health(halved), "pay mix")).toMatchObject({ standing: "warn", value: near(1 / 1.1) });
  });
});

describe("the registry", () => {
  test("names are one of a kind, limits are in order, aims within them, and every source is said", () => {
    expect(new Set(healthChecks.map(({ name }) => name)).size).toBe(healthChecks.length);
    for (const { name, limits, aim, sources, rule } of healthChecks) {
      expect(limits.low, name).toBeLessThan(limits.high);
      expect(aim === undefined || (aim.low >= limits.low && aim.high <= limits.high), name).toBe(true);
      expect(sources.length, name).toBeGreaterThan(0);
      expect(rule, name).toMatch(/\.$/);
    }
  });

  test("every file of the folder that is a check stands in the index", () => {
    const own = ["index.ts"];
    const files = readdirSync(join(import.meta.dirname, "../../src/plan-checks/health/checks")).filter(
      (one) => !own.includes(one),
    );
    expect(files).toHaveLength(healthChecks.length);
  });
});

describe("lint of a scenario and of observations", () => {
  test("margin of a point: 5 accounts of 1 M at 30 %, half the card on revenue: 20 000 × 5 against 3 M", () => {
    const more = { accounts: { "per manager": 5, "account revenue": "1M EUR/year", margin: "30 %" } };
    const weights = { "account revenue": "50 %", "executive access": "50 %" };
    const [curve] = lint(scenarioOf({ atTarget: "20 000 EUR/year", weights, more })).curves;
    const margin = curve.findings.find(({ rule }) => rule === "pay above margin");
    expect(margin).toMatchObject({ standing: "pass", value: near((5 * 20_000) / 3_000_000) });
  });

  test("the scores of the card decide who sits at the cap; prizes by rank are named", () => {
    const rewards = [
      { kind: "cash bonus", "at target": "18000 EUR/year" },
      { kind: "cash bonus", "at target": "5000 EUR/year", curve: { kind: "rank", winners: 1 } },
    ];
    const found = lint(seenOf(tenths(30, [5, 1], [5, 1.3]), { rewards }));
    expect(found.curves).toHaveLength(1);
    expect(found.byRank).toEqual(["a: cash bonus"]);
    const flat = found.curves[0].findings.find(({ rule }) => rule === "flat after cap");
    expect(flat).toMatchObject({ standing: "warn", value: near(0.5), from: 1.2 });
  });

  test("another currency changes nothing", () => {
    const dear = scenarioOf({
      atTarget: "20000 USD/year",
      more: { currency: "USD", team: { salary: "100000 USD/year" } },
    });
    const cheap = scenarioOf({ atTarget: "20000 EUR/year", more: { team: { salary: "100000 EUR/year" } } });
    expect(lint(dear).curves).toEqual(lint(cheap).curves);
    expect(health(dear).rows).toEqual(health(cheap).rows);
  });
});

describe("every shipped scenario and template", () => {
  const folder = join(import.meta.dirname, "../../scenarios");
  const paths = ["", "templates"].flatMap((sub) =>
    readdirSync(join(folder, sub))
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => join(sub, name)),
  );

  test.each(paths)("%s", (path) => {
    const scenario = parseScenario(readFileSync(join(folder, path), "utf8"), { name: path });
    const found = health(scenario);
    const curves = lint(scenario).curves;
    expect(found.rows.length + found.gaps.length).toBeGreaterThan(0);
    expect(curves.length).toBeGreaterThan(0);
    for (const one of [...found.rows, ...curves.flatMap(({ findings }) => findings)])
      expect(Number.isFinite(one.value)).toBe(true);
  });

  test("a template from the file to everything that is known, without a gap", async () => {
    const path = "templates/sales-style.yaml";
    const scenario = parseScenario(readFileSync(join(folder, path), "utf8"), { name: path });
    const seen = await observe(await simulate(scenario, { replications: 12 }), { otherLuck: false });
    const found = health(seen);
    expect(found.gaps).toEqual([]);
    expect(found.rows.every(({ low, value, high }) => low <= value + 1e-9 && value <= high + 1e-9)).toBe(true);
    expect(lint(seen).curves.flatMap(({ lacking }) => lacking)).toEqual([]);
  });
});
