import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { payoutAt } from "../../src/model/curves/curve.js";
import { target } from "../../src/model/curves/target.js";
import { evidenceBase } from "../../src/model/evidence-base.js";
import { numbersOf } from "../../src/scenario/document/sources.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { drawBatch, outcomesFor, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** All but the laboratory, whose files `test/validation/laboratory.test.ts` holds. */
const names = readdirSync(join(root, "scenarios"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml") && !name.startsWith("laboratory"))
  .sort();
const shipped = names.map((name) =>
  parseScenario(readFileSync(join(root, "scenarios", name), "utf8"), { name: `scenarios/${name}` }),
);
const named = (name: string) =>
  shipped.find((one) => one.name === `scenarios/${name}.yaml`) ?? expect.fail(`no ${name}`);

/** Every object a file holds. */
function objectsOf(data: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof data !== "object" || data === null) return [];
  const inside = Object.values(data).flatMap(objectsOf);
  return Array.isArray(data) ? inside : [data as Readonly<Record<string, unknown>>, ...inside];
}

const objects = shipped.flatMap((one) => objectsOf(one.file));
const plans = shipped.flatMap((one) => Object.values(one.checked.designs).flatMap((design) => design.rewards));
const programs = shipped.map((one) => compile(one));
const cards = programs.flatMap((program) => program.designs.flatMap((design) => design.cards));

describe("the scenarios that are shipped", () => {
  it("are the flagship, two questions of the field, a change of plan, first steps and ten templates", () => {
    const templates = [
      "balanced-scorecard",
      "gated-bonus",
      "merit-led",
      "multi-year",
      "portfolio",
      "quota-commission",
      "recognition-led",
      "renewal",
      "sales-style",
      "team",
    ];
    const questions = [
      "first-steps",
      "kam-flagship",
      "kam-versus-salesperson",
      "pharma-strategic-accounts",
      "plan-change",
    ];
    expect(names).toEqual(
      [...questions, ...templates.map((name) => `templates/${name}`)].map((name) => `${name}.yaml`),
    );
  });
  it.each(shipped)("$name states where every number comes from", (scenario) => {
    const numbers = numbersOf(scenario.file);
    expect(numbers.length).toBeGreaterThan(15);
    expect(numbers.filter((one) => one.source === undefined)).toEqual([]);
  });
  it.each(shipped)("$name names its designs for charts and compares them with one of them", (scenario) => {
    const { designs, baseline } = scenario.checked;
    for (const [name, { title }] of Object.entries(designs)) expect(title, name).toMatch(/^[A-Z].{4,49}$/);
    expect(Object.keys(designs).length).toBeGreaterThan(1);
    expect(Object.keys(designs)).toContain(baseline);
  });
  it.each(shipped)("$name runs: every design earns something finite, and no two the same", (scenario) => {
    const program = compile(scenario);
    const batchInputs = drawBatch(program, 0, 3);
    const outcomes = outcomesFor(program);
    expect(outcomes[0].name).toBe("net value");
    const own = program.designs.flatMap(({ role }, design) => (role === "design" ? [design] : []));
    const means = own.map((design) => {
      const values = runTask(batchInputs, { design, response: "look-ahead", scale: 1, shift: 0 }, outcomes).subarray(
        0,
        3,
      );
      return values.reduce((sum, one) => sum + one, 0) / values.length;
    });
    for (const mean of means) expect(mean).toBeGreaterThan(0);
    expect(new Set(means).size).toBe(means.length);
  });
  it("use what is easily forgotten: deferral, payment after the close, team pay, rank, bonus by quarter, early close", () => {
    expect(objects.filter((one) => one.deferred !== undefined && one["vests after"] !== undefined)).toHaveLength(1);
    expect(objects.filter((one) => one["paid after"] !== undefined).length).toBeGreaterThan(0);
    expect(
      cards.filter((card) => card.isTeam && card.rewards.some((plan) => plan.reward.form === "cash")).length,
    ).toBeGreaterThan(0);
    expect(plans.filter((plan) => (plan.form?.winners ?? 0) > 0).length).toBeGreaterThan(0);
    expect(cards.filter((card) => card.period === 3).length).toBeGreaterThan(1);
    expect(shipped.filter((one) => one.checked.remainder === "close early")).toEqual([
      named("pharma-strategic-accounts"),
    ]);
  });
  it("have designs whose rewards close at different times, one card for each", () => {
    const periods = programs.flatMap((program) =>
      program.designs.map((design) => design.cards.map((card) => card.period).join(" ")),
    );
    expect(periods).toContain("3 12 1");
    expect(periods).toContain("12 36");
    expect(periods).toContain("12 24");
  });
  it("make two remarks: recognition is half development, and the partnership's second period is cut", () => {
    expect(shipped.flatMap((one) => one.findings.map(({ place }) => place.replace(/:\d+:\d+/, "")))).toEqual([
      "scenarios/kam-flagship.yaml designs.recognition-1y-output.rewards",
      "scenarios/pharma-strategic-accounts.yaml designs.partnership.period",
    ]);
  });
});

describe("the flagship", () => {
  const { checked } = named("kam-flagship");
  it("crosses three rewards, two periods and two cards, beside today", () => {
    const crossed = ["cash", "raise", "recognition"].flatMap((reward) =>
      ["1y", "3y"].flatMap((period) => ["output", "input"].map((card) => `${reward}-${period}-${card}`)),
    );
    expect(Object.keys(checked.designs)).toEqual(["today", ...crossed]);
    for (const [name, { period, weights }] of Object.entries(checked.designs)) {
      if (name === "today") continue;
      expect(period).toBe(name.includes("1y") ? 12 : 36);
      expect(weights["account revenue"]).toBe(name.endsWith("output") ? 0.7 : 0.2);
      expect(weights["executive access"]).toBe(name.endsWith("output") ? 0.04 : 0.14);
    }
  });
  it("pays amounts of about one value and holds their cost equal", () => {
    const amounts = (name: string) =>
      checked.designs[name].rewards.map((plan) => `${plan.reward.kind} ${plan.amount.money}`);
    expect(amounts("cash-3y-input")).toEqual(["cash bonus 18000"]);
    expect(amounts("raise-3y-input")).toEqual(["salary increase 3600"]);
    expect(amounts("recognition-3y-input")).toEqual(["recognition 9500", "development 9500"]);
    expect(checked.hold).toEqual({ outcome: "reward cost", value: 19_000, atTarget: 0.65 });
    expect([checked.horizon, checked.managers, checked.baseline, checked.run.worlds]).toEqual([72, 4, "today", 560]);
  });
});

const data = (name: string): string => readFileSync(join(root, "data", name), "utf8");
const rowsOf = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
/** The cells of rows under their headings; the files of the synthetic team have no quoted cells. */
const records = (name: string): Record<string, string>[] => {
  const [header, ...rows] = rowsOf(data(name));
  return rows.map((row) => Object.fromEntries(header.map((column, k) => [column, row[k]])));
};

describe("the data that is shipped", () => {
  const files = readdirSync(join(root, "data"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".csv"),
  );
  const readme = data("README.md");
  it.each(files)("%s is explained, column by column", (name) => {
    expect(readme).toContain(`\`${name.split("/").at(-1)}\``.replace(/^`(?=effects|real|turnover)/, "`evidence/"));
    const [header] = rowsOf(data(name));
    // of columns in a row only the first and the last are named
    const isNamed = (column: string) =>
      readme.includes(`\`${column}\``) || /_20\d\d|^(matrix|account_plans|co_creation)/.test(column);
    expect(header.filter((column) => !isNamed(column))).toEqual([]);
  });
  it("the evidence base in code is the one in the file", () => {
    expect(
      rowsOf(data("evidence/effects.csv"))
        .slice(1)
        .map(([id]) => id),
    ).toEqual(evidenceBase.map((one) => one.id));
  });
  it("the synthetic team comes out of its generator byte for byte, and another seed gives another team", () => {
    const script = join(root, "scripts/make-synthetic-team.mjs");
    const folder = mkdtempSync(join(tmpdir(), "synthetic-team-"));
    try {
      execFileSync(process.execPath, [script, "--out", folder]);
      for (const name of ["roster.csv", "accounts.csv", "history.csv"])
        expect(readFileSync(join(folder, name), "utf8")).toBe(data(`synthetic-team/${name}`));
      execFileSync(process.execPath, [script, "--out", folder, "--seed", "7"]);
      expect(readFileSync(join(folder, "roster.csv"), "utf8")).not.toBe(data("synthetic-team/roster.csv"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  it("the synthetic team is 24 managers, 120 accounts and three years, and says that it is synthetic", () => {
    const [roster, accounts, history] = ["roster", "accounts", "history"].map((name) =>
      records(`synthetic-team/${name}.csv`),
    );
    expect([roster.length, accounts.length, history.length]).toEqual([24, 120, 72]);
    for (const row of [...roster, ...accounts, ...history]) expect(row.synthetic_manager).toMatch(/^SYN-M\d\d$/);
  });
  it("in the synthetic history revenue is the sum of accounts and bonuses follow the curve", () => {
    const accounts = records("synthetic-team/accounts.csv");
    const form = target.form(target.settings.parse({ kind: "target" }));
    for (const row of records("synthetic-team/history.csv")) {
      const own = accounts.filter((one) => one.synthetic_manager === row.synthetic_manager);
      expect(Number(row.revenue_eur)).toBe(own.reduce((sum, one) => sum + Number(one[`revenue_${row.year}_eur`]), 0));
      const attainment = Number(row.revenue_eur) / Number(row.revenue_target_eur);
      expect(Number(row.attainment)).toBeCloseTo(attainment, 4);
      expect(
        Math.abs(Number(row.bonus_paid_eur) - Number(row.bonus_at_target_eur) * payoutAt(form, attainment)),
      ).toBeLessThan(0.5001);
    }
  });
});
