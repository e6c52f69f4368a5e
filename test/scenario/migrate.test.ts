import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { Problem } from "../../src/foundation/text/problem.js";
import { migrateScenario } from "../../src/scenario/migrate/migrate.js";
import { parseScenario } from "../../src/scenario/scenario.js";

const folder = fileURLToPath(new URL("version-1/", import.meta.url));
const old = readdirSync(folder);
const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");

const plan = (rewards: string, more = ""): string => `# a plan
rewardlab: 1   # the version
title: Plan
horizon: 1 year
designs:
  a: # the only one
    period: 1 year
    weights: { account revenue: 100 % }
    rewards:
${rewards}
${more}`;

const bonus = "      - { kind: cash bonus, at target: 10 000 EUR/year, curve: { kind: target, cap: 130 % } } # capped";

const faultsOf = (text: string): readonly string[] => {
  try {
    migrateScenario(text, { name: "plan.yaml" });
  } catch (error) {
    if (error instanceof Problem) return error.message.split("\n");
  }
  return [];
};

describe("a scenario of version 1", () => {
  test("is refused in one line that names the way on, whatever else it says", () => {
    const read = () => parseScenario(plan(bonus, "nonsense: 1\n"), { name: "plan.yaml" });
    expect(read).toThrow(
      "plan.yaml:2:12 rewardlab: the file is of version 1, whose cap and interpolated had two meanings; this is version 2; run rewardlab migrate plan.yaml, which shows the payouts before and after",
    );
    expect(() => parseScenario(textOf("first-steps.yaml"))).toThrow(/run rewardlab migrate FILE/);
  });

  test.each(old)("%s migrates, every curve pays what it paid, and nothing but words of the file changes", (name) => {
    const text = textOf(name);
    const { text: migrated, curves, moves } = migrateScenario(text, { name });
    expect(parseScenario(migrated).checked.rewardlab).toBe(2);
    for (const { before, after } of curves) expect(after).toEqual(before);
    const undone = migrated
      .replace("rewardlab: 2", "rewardlab: 1")
      .replaceAll("up to attainment:", "cap:")
      // two designs of one commission had no period
      .replace(/ {4}period: 1 year\n(?= {4}title: (?:Commission only|One rate))/, "");
    expect(undone).toBe(text);
    const words = moves.filter((move) => move.words.includes("→"));
    expect(words).toHaveLength(1 + [...text.matchAll(/\bcap: /g)].length);
  });

  test("keeps comments and layout to the letter", () => {
    const migrated = migrateScenario(plan(bonus, "payout: { cap: 180 % of target incentive }\n"));
    const wanted = plan(bonus, "payout: { payout cap: 180 % of target incentive }\n")
      .replace("rewardlab: 1", "rewardlab: 2")
      .replace("cap: 130 %", "up to attainment: 130 %");
    expect(migrated.text).toBe(wanted);
  });

  test("shows every curve at seven scores, before and after: 130 % of a target curve with slope 5 pays 250 %", () => {
    const { curves, ...rest } = migrateScenario(plan(bonus), { name: "plan.yaml" });
    const pays = [0, 0, 0, 1, 2, 2.5, 2.5];
    expect(curves.map(({ before }) => before.map((share) => Math.round(share * 1e9) / 1e9))).toEqual([pays]);
    expect(curves.map(({ after }) => after.map((share) => Math.round(share * 1e9) / 1e9))).toEqual([pays]);
    expect(rest.moves.map(({ words }) => words)).toEqual(["1 → 2", "cap → up to attainment"]);
    const printed = String(migrateScenario(plan(bonus), { name: "plan.yaml" }));
    expect(printed).toContain("plan.yaml:10:80 designs.a.rewards[0].curve.cap  cap → up to attainment");
    expect(printed).toMatch(/before +0 % +0 % +0 % +100 % +200 % +250 % +250 %/);
    expect(printed).toMatch(/after +0 % +0 % +0 % +100 % +200 % +250 % +250 %/);
  });

  test("a schedule keeps its interpolated payout: 215 % of quota × rate at 120 %, half way from 2 to 2.25 plus", () => {
    const tiers = "[{ from: 80 %, rate: 1 }, { from: 100 %, rate: 2 }]";
    const curve = `{ kind: rate schedule, apply: interpolated, tiers: ${tiers}, cap: 150 % }`;
    const { text, curves } = migrateScenario(
      plan(`      - { kind: cash bonus, at target: 1000 EUR/year, curve: ${curve} }`),
    );
    expect(text).toContain("apply: interpolated payout, ");
    // .8 at 80 %, 2 at 100 %, then 2 a point up to 150 %
    expect(curves[0]?.before.map((share) => Math.round(share * 1e9) / 1e9)).toEqual([0, 0, 0.8, 2, 2.4, 3, 3]);
    expect(curves[0]?.after).toEqual(curves[0]?.before);
  });

  test("a curve written once and repeated moves once", () => {
    const twice = plan(
      `      - { kind: cash bonus, at target: 1000 EUR/year, curve: &end { kind: target, cap: none } }
      - { kind: cash bonus, at target: 2000 EUR/year, curve: *end }`,
    );
    const { text, curves } = migrateScenario(twice);
    expect(text.match(/up to attainment/g)).toHaveLength(1);
    expect(curves).toHaveLength(2);
  });

  test("JSON stays JSON", () => {
    const curve = { kind: "target", cap: "110 %" };
    const design = {
      period: "1 year",
      weights: { "account revenue": "100 %" },
      rewards: [{ kind: "cash bonus", "at target": "1000 EUR/year", curve }],
    };
    const data = { rewardlab: 1, title: "Plan", horizon: "1 year", designs: { a: design } };
    const { text } = migrateScenario(JSON.stringify(data, null, 1));
    expect(JSON.parse(text).designs.a.rewards[0].curve).toEqual({ kind: "target", "up to attainment": "110 %" });
  });

  test("a commission around a quota keeps its month, however the design's period is read", () => {
    const curve = "{ kind: rate schedule, apply: stepped, tiers: [{ from: 0 %, rate: 1 }] }";
    const flow = `      - { kind: commission, rate: 1 % of account revenue, curve: ${curve} }`;
    const block = `      - kind: commission # a rate\n        rate: 1 % of account revenue\n        curve: ${curve}`;
    expect(migrateScenario(plan(flow)).text).toContain("- { period: 1 month, kind: commission, rate");
    expect(migrateScenario(plan(block)).text).toContain("      - period: 1 month\n        kind: commission # a rate\n");
    const own = flow.replace("curve:", "period: 3 months, curve:");
    expect(migrateScenario(plan(own)).text).not.toContain("1 month");
  });

  test("a commission straight on revenue keeps the period people were paid by, and says what simulations took", () => {
    const straight = "      - { kind: commission, rate: 1 % of account revenue }";
    const kept = migrateScenario(plan(straight));
    expect(kept.text).toBe(plan(straight).replace("rewardlab: 1", "rewardlab: 2"));
    expect(kept.moves[1]?.words).toBe(
      "is paid by the design's period, as people were; simulations paid it by the month",
    );
    const none = plan(straight).replace("    period: 1 year\n", "");
    expect(migrateScenario(none).text).toContain("    period: 1 year\n    weights:");
    const like = `${none}  b: { like: a, title: B }\n`;
    expect(migrateScenario(like).text).toContain("  b: { like: a, title: B }");
    const own = plan(straight.replace("revenue }", "revenue, period: 3 months }"));
    expect(migrateScenario(own).moves[1]?.words).toMatch(/^is paid by its own period/);
  });

  test("what cannot be moved is said, and nothing else is done", () => {
    const alias = plan(
      `      - { kind: cash bonus, at target: 1000 EUR/year, curve: { kind: &k target, cap: 120 % } }
      - { kind: cash bonus, at target: 1000 EUR/year, curve: { kind: *k, cap: 120 % } }`,
    );
    expect(faultsOf(alias)).toEqual([
      "plan.yaml:11:70 designs.a.rewards[1].curve.kind: cannot be rewritten: the kind of the curve stands elsewhere; write it out there, then migrate",
    ]);
    expect(faultsOf(plan(bonus.replace("10 000 EUR/year", "10 000 USD/year")))).toHaveLength(1);
    expect(faultsOf("rewardlab: 7\ntitle: x\n")).toEqual([
      "plan.yaml:1:12 rewardlab: there is no such version; write rewardlab: 1 or 2",
    ]);
  });

  test("a file of this version stays as it is", () => {
    const { text } = migrateScenario(plan(bonus));
    const again = migrateScenario(text, { name: "plan.yaml" });
    expect(again.text).toBe(text);
    expect(String(again)).toBe("plan.yaml: it is of version 2 already");
  });
});

describe("the words of version 1 in a file of version 2", () => {
  const fault = (reward: string, more = ""): string => {
    try {
      parseScenario(plan(reward, more).replace("rewardlab: 1", "rewardlab: 2"), { name: "plan.yaml" });
      return "";
    } catch (error) {
      return String((error as Problem).message);
    }
  };

  test("cap is answered with both things it may mean", () => {
    expect(fault(bonus)).toBe(
      'plan.yaml:10:80 designs.a.rewards[0].curve.cap: unknown setting "cap"; write payout cap where it limits pay, up to attainment where it limits the place on the curve',
    );
    const fine = bonus.replace("cap: 130 %", "up to attainment: 130 %");
    expect(fault(fine, "payout: { cap: 1000 EUR/year }\n")).toContain(
      'unknown setting "cap"; did you mean payout cap?',
    );
  });

  test("interpolated is answered with what it meant, and what is not possible", () => {
    const curve = "{ kind: rate schedule, apply: interpolated, tiers: [{ from: 0 %, rate: 1 }] }";
    expect(fault(`      - { kind: cash bonus, at target: 1000 EUR/year, curve: ${curve} }`)).toBe(
      'plan.yaml:10:92 designs.a.rewards[0].curve.apply: unknown value "interpolated"; write interpolated payout where it runs straight between what the tiers pay; a rate that is itself interpolated between tiers is not possible yet',
    );
  });
});
