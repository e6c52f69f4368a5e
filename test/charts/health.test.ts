import { describe, expect, test } from "vitest";
import { curveLint } from "../../src/charts/plans/curve-lint.js";
import { healthChart } from "../../src/charts/plans/health.js";
import { sheetText } from "../../src/foundation/text/sheet-text.js";
import { healthChecks } from "../../src/plan-checks/health/checks/index.js";
import { type Health, type HealthRow, health as healthOf } from "../../src/plan-checks/health/health.js";
import { lint as lintOf } from "../../src/plan-checks/lint/lint.js";
import { healthTable, lintTable } from "../../src/report/data-tables/plans.js";
import { healthSheet } from "../../src/report/plans/health-text.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { checkText } from "../../src/wording/checked.js";
import { tableCsvText } from "../../src/wording/table-csv.js";
import { expectClean, hostileNames } from "./painted.js";

const bonus = (more: object = {}) => ({ kind: "cash bonus", "at target": "20 % of base salary", ...more });
const design = (title: string, rewards: readonly object[], weights: object = { "account revenue": "100 %" }) => ({
  title,
  period: "1 year",
  weights,
  rewards,
});
const four = {
  "account revenue": "40 %",
  "customer satisfaction": "20 %",
  "executive access": "20 %",
  "co-creation work": "20 %",
};

const scenarioOf = (designs: Readonly<Record<string, object>>) =>
  makeScenario({ rewardlab: 2, title: "Plans", horizon: "2 years", designs });

const two = scenarioOf({
  plain: design("Plain", [bonus()]),
  full: design("Full", [bonus({ curve: { kind: "linear" } })], four),
});

/** The same row with another number and interval. */
const changed = (found: Health, change: (row: HealthRow, k: number) => Partial<HealthRow>): Health => ({
  ...found,
  rows: found.rows.map((row, k) => ({ ...row, ...change(row, k) })),
});

describe("the chart of health", () => {
  const found = healthOf(two);

  test("shows the check most designs do not pass, and says how many and how far off", () => {
    const view = healthChart(found);
    expect(view.title).toBe("The check “measures” warns at 1 of 2 designs; furthest off is 4");
    expect(view.rows).toEqual([
      { design: "Plain", value: 1, low: 1, high: 1, standing: "pass", place: "1 scorecard" },
      { design: "Full", value: 4, low: 4, high: 4, standing: "warn", place: "1 scorecard" },
    ]);
    expect(view.subtitle).toContain("exact: nothing here is uncertain");
    expect(view.footer).toContain("nothing simulated");
  });

  test("shares are in per cent; a check that all pass, and one that cannot be told, say so", () => {
    const view = healthChart(found, { check: "pay mix" });
    // 1 ÷ 1.2.
    expect(view.rows[0].value).toBeCloseTo(83.3333333, 6);
    const told = (standing: HealthRow["standing"]) =>
      healthChart(
        changed(found, () => ({ standing, error: "Monte Carlo" })),
        { check: "pay mix" },
      );
    expect(told("pass").title).toBe("The check “pay mix” passes at all of 2 designs");
    expect(told("cannot tell").title).toBe("The check “pay mix” warns at none of 2 designs, 2 cannot be told");
    expect(told("pass").subtitle).toContain("95 % interval of Monte Carlo error");
  });

  test("one share less another is in percentage points, in title, axis and table alike", () => {
    const [check] = healthChecks.filter(({ name }) => name === "excellence at P90");
    const row = {
      ...found.rows[0],
      check: check.name,
      value: -0.13,
      low: -0.18,
      high: -0.08,
      standing: "warn",
    } as const;
    const off: Health = { ...found, checks: [...found.checks, check], rows: [{ ...row, error: "Monte Carlo" }] };
    const view = healthChart(off, { check: check.name });
    expect(view.title).toMatch(/furthest off is -13 percentage points$/);
    expect(JSON.stringify(view.spec)).toContain("excellence less P90 of attainment, percentage points");
    expect(view.rows[0].value).toBe(-13);
    expect(sheetText(healthSheet(off))).toMatch(/-13 points +-18 points +-8 points/);
    expect(checkText(-0.01, check.unit)).toBe("-1 point");
    expect(checkText(0.13, { dimension: "share" })).toBe("13 %");
  });

  test("unknown checks, and plans no check applies to, are refused", () => {
    expect(() => healthChart(found, { check: "measurs" })).toThrow(
      'check: "measurs" has no number here; did you mean measures?',
    );
    const none = healthOf(scenarioOf({ none: { title: "None", rewards: [] } }));
    expect(() => healthChart(none)).toThrow("check: none applies to any design");
  });

  test("one design, sixteen with hostile names, and intervals without end are painted clean", async () => {
    const designs = Array.from({ length: 16 }, (_, k) => [
      `d${k}`,
      design(hostileNames[k] ?? `Design ${k}`, [bonus()]),
    ]);
    const many = changed(healthOf(scenarioOf(Object.fromEntries(designs))), (_, k) =>
      k % 3 === 0 ? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY } : {},
    );
    await expectClean((width) => healthChart(many, { width, check: "pay mix" }));
    await expectClean((width) => healthChart(healthOf(scenarioOf({ a: design("A", [bonus()]) })), { width }));
  });
});

describe("the chart of a linted curve", () => {
  const found = lintOf(two);

  test("the title names what is wrong, the rows where: a cliff at 90 %, shifting on both sides of it", () => {
    const view = curveLint(found);
    expect(view.title).toBe("The curve of “Plain”, cash bonus, has cliffs and shifting results");
    expect(view.rows.map(({ finding, from, to, number }) => [finding, from, to, number])).toEqual([
      ["cliffs (90 %)", 90, 90, "50 %"],
      ["shifting results (90 % to 95 %)", expect.closeTo(90, 5), expect.closeTo(95, 5), "50 %"],
      ["shifting results (85 % to 90 %)", expect.closeTo(85, 5), expect.closeTo(90, 5), "25 %"],
    ]);
    expect(view.subtitle).toContain("cliffs and shifting results in % of the amount");
  });

  test("a straight line is clean", () => {
    const view = curveLint(found, { design: "full" });
    expect(view.title).toBe("The curve of “Full”, cash bonus, is clean: no rule warns");
    expect(view.rows).toEqual([]);
  });

  test("unknown designs and rewards, and plans without a curve, are refused", () => {
    expect(() => curveLint(found, { design: "plan" })).toThrow('design: "plan" has no curve here; did you mean plain?');
    expect(() => curveLint(found, { design: "plain", reward: 1 })).toThrow(
      'reward: "plain" has no curve 1; count from 0 to 0',
    );
    expect(() => curveLint(lintOf(scenarioOf({ none: { rewards: [] } })))).toThrow(
      "design: none of them pays by a curve",
    );
  });

  test("hostile names, a straight line and many steps are painted clean", async () => {
    const steps = Array.from({ length: 9 }, (_, k) => ({ at: `${80 + 5 * k} %`, pays: `${30 * (k + 1)} %` }));
    const lint = lintOf(
      scenarioOf({
        a: design(hostileNames[3], [bonus({ curve: { kind: "steps", steps } })]),
        b: design(hostileNames[0], [bonus()]),
      }),
    );
    await expectClean((width) => curveLint(lint, { width }));
    await expectClean((width) => curveLint(lint, { width, design: "b" }));
    await expectClean((width) => curveLint(found, { width, design: "full" }));
  });
});

describe("as CSV", () => {
  const lines = (text: string): string[][] =>
    text
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));

  test("health: a row for each check of each design, as many cells as titles", () => {
    const found = healthOf(two);
    const [header, ...rows] = lines(tableCsvText(healthTable(found)));
    expect(rows).toHaveLength(found.rows.length);
    const at = (name: string): string[] => rows.map((cells) => cells[header.indexOf(name)]);
    expect(at("design").slice(0, 1)).toEqual(["plain"]);
    expect(at("standing").filter((one) => one === "warn")).toHaveLength(
      found.rows.filter((one) => one.standing === "warn").length,
    );
    for (const cells of rows) expect(cells).toHaveLength(header.length);
  });

  test("lint: a row for each place", () => {
    const found = lintOf(two);
    const [header, ...rows] = lines(tableCsvText(lintTable(found)));
    expect(rows).toHaveLength(found.curves.reduce((sum, { findings }) => sum + findings.length, 0));
    expect(rows[0][header.indexOf("says")]).toBe("pay jumps by 50 % of the amount at 90 %");
  });
});
