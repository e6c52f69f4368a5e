import { describe, expect, test } from "vitest";
import { type Estimate, estimate } from "../../src/foundation/maths/summary.js";
import { sheetText } from "../../src/foundation/text/sheet-text.js";
import { heldNames } from "../../src/model/outcomes/held.js";
import { equalitiesSheet } from "../../src/report/comparison/equalities-text.js";
import { controlVariate } from "../../src/results/basis/control-variate.js";
import { equalInstead, equalities, heldIn } from "../../src/results/equalities.js";
import { plansMade } from "../../src/results/plans-made.js";
import { makeScenario, type Scenario } from "../../src/scenario/scenario.js";
import { drawBatch, outcomesFor, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import type { Run } from "../../src/simulation/data.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";
import { smallFile } from "./small.js";

const mean = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Two bonuses and recognition, whose worth to managers is not its cost. */
const held = (hold: Record<string, unknown>, changes: Record<string, unknown> = {}): Scenario => {
  const file = smallFile({ hold, ...changes });
  const award = { kind: "recognition", "at target": "3000 EUR/year" };
  return makeScenario({ ...file, designs: { ...file.designs, recognition: { like: "balanced", rewards: [award] } } });
};

/** What an outcome comes to in other worlds where a design runs at a factor. */
function elsewhere(scenario: Scenario, name: string, outcome: string, scale: number): Estimate {
  const program = compile(scenario);
  const { lucksPerDraw: _lucks, ...alone } = program;
  const outcomes = outcomesFor(program);
  const design = program.designs.findIndex((one) => one.name === name);
  const k = outcomes.findIndex((one) => one.name === outcome);
  const count = 400;
  const values = runTask(
    drawBatch(alone, 50_000, count),
    { design, response: "look-ahead", scale, shift: 0 },
    outcomes,
  );
  return estimate(values.slice(k * count, (k + 1) * count));
}

describe.each([
  ["reward cost", 9_000],
  ["expected pay", 7_000],
  ["certainty equivalent", 5_000],
] as const)("designs held equal in %s", (outcome, value) => {
  const scenario = held({ [outcome]: `${value} EUR/year` });
  const running = simulate(scenario, { replications: 120 });

  test("come out at what was asked, exactly, the flat top-up too, and are nothing of the kind in what is not held", async () => {
    const run = await running;
    expect(run.held.map(({ isMet }) => isMet)).not.toContain(false);
    for (const { name } of run.designs.filter(({ role }) => role === "design" || role === "flat top-up")) {
      expect(mean(controlVariate(run, name, outcome))).toBeCloseTo(value, 6);
    }
    for (const other of heldNames.filter((one) => one !== outcome)) {
      const [first, last] = ["balanced", "recognition"].map((name) => mean(controlVariate(run, name, other)));
      expect(Math.abs(first / last - 1), other).toBeGreaterThan(0.02);
    }
  });

  test("are equal in other worlds at the factors the run says", async () => {
    for (const { design, factor, amount } of plansMade(await running)) {
      if (design === "flat top-up") continue;
      const found = elsewhere(scenario, design, outcome, factor.mean);
      const error = Math.hypot(found.standardError, amount?.miss.standardError ?? 0);
      expect(amount?.asked).toBe(value);
      // |t| > 4 once in 16,000
      expect(Math.abs(found.mean - value) / error, design).toBeLessThan(4);
    }
  });
});

describe("what managers have of a design", () => {
  const rest = { assumptions: { crowding: 0, support: 0 } };

  test("certainty equivalent = expected pay − cost of effort − risk premium, world by world, where motivation rests", async () => {
    const run = await simulate(held({ "reward cost": "9000 EUR/year" }, rest), { replications: 12 });
    for (const { name } of run.designs) {
      const of = (outcome: string) => column(run, name, outcome);
      const parts = of("expected pay").map((pay, w) => pay - of("effort cost")[w] - of("risk premium")[w]);
      const found = of("certainty equivalent");
      for (let w = 0; w < parts.length; w++) expect(found[w]).toBeCloseTo(parts[w], 6);
    }
  });

  test("costs what it costs of risk: nothing without risk aversion, twice as much with twice of it where nobody leaves", async () => {
    const premium = async (aversion: number) => {
      const still = { assumptions: { "risk aversion": aversion }, team: { managers: 2, quits: "0 %/year" } };
      const run = await simulate(makeScenario(smallFile(still)), { replications: 6 });
      return column(run, "revenue", "risk premium");
    };
    const [none, one, two] = [await premium(0), await premium(2), await premium(4)];
    for (let w = 0; w < none.length; w++) {
      expect(none[w]).toBe(0);
      expect(one[w]).toBeGreaterThan(0);
      expect(two[w] / one[w]).toBeCloseTo(2, 9);
    }
  });

  test("is less where pay is riskier: with risk aversion amounts at equal certainty equivalent rise, at equal cost they stay", async () => {
    const factor = async (hold: Record<string, unknown>, aversion: number): Promise<number> => {
      const still = { assumptions: { "risk aversion": aversion }, team: { managers: 3, quits: "0 %/year" } };
      const run = await simulate(held(hold, still), { replications: 60 });
      return plansMade(run).find(({ design }) => design === "revenue")?.factor.mean ?? Number.NaN;
    };
    const cost = { "reward cost": "12000 EUR/year" };
    const certain = { "certainty equivalent": "8000 EUR/year" };
    expect(await factor(cost, 6)).toBeCloseTo(await factor(cost, 0), 9);
    expect(await factor(certain, 6)).toBeGreaterThan(1.02 * (await factor(certain, 0)));
  });

  test("cannot be had at any factor where effort and risk cost more than pay brings: that is said", async () => {
    const averse = { assumptions: { "risk aversion": 50 } };
    const run = await simulate(held({ "certainty equivalent": "60000 EUR/year" }, averse), { replications: 8 });
    const unmet = run.held.filter(({ isMet, design }) => !isMet && design === "revenue");
    expect(unmet.length).toBeGreaterThan(0);
    for (const { remark } of unmet) expect(remark).toMatch(/^(its )?certainty equivalent .*(% off|not above zero)/);
  });
});

describe("a file says what is held equal", () => {
  const faultsOf = (hold: Record<string, unknown>): string => {
    try {
      held(hold);
      return "";
    } catch (error) {
      return String((error as Error).message);
    }
  };

  test("one outcome, or it is told", () => {
    expect(faultsOf({ "at target": "60 %" })).toContain(
      "hold: does not say what designs are made equal in, one of reward cost, expected pay and certainty equivalent; write reward cost: 18 000 EUR/year",
    );
    const both = { "reward cost": "9000 EUR/year", "expected pay": "7000 EUR/year" };
    expect(faultsOf(both)).toContain(
      'hold.expected pay: designs cannot be made equal in reward cost and expected pay at once: one factor on amounts meets one of them; keep one of them; rewardlab compare --equal "reward cost, expected pay" shows them side by side',
    );
    expect(faultsOf({ "expected pay": "7000 EUR" })).toContain("hold.expected pay");
    expect(faultsOf({ "certain equivalent": "7000 EUR/year" })).toContain("did you mean certainty equivalent?");
  });
});

describe("kinds of equality side by side", () => {
  const scenario = held({ "reward cost": "9000 EUR/year" });
  const running = (async (): Promise<Run[]> => {
    const first = await simulate(scenario, { replications: 60 });
    const others = heldNames.filter((one) => one !== heldIn(scenario));
    return [
      first,
      ...(await Promise.all(others.map((one) => simulate(equalInstead(scenario, first, one), { replications: 60 })))),
    ];
  })();

  test("have the baseline in common", async () => {
    const { views, baseline } = equalities(await running);
    expect(views.map(({ equalIn }) => equalIn)).toEqual(heldNames);
    const [first] = views;
    const own = first.rows.find(({ design }) => design === baseline);
    for (const { equalIn, value, rows } of views) {
      expect(value / (own?.means[equalIn].mean ?? 0)).toBeCloseTo(1, 6);
      const factor = rows.find(({ design }) => design === baseline)?.factor;
      expect(Math.abs((factor?.mean ?? 0) - (own?.factor?.mean ?? 0))).toBeLessThan(
        4 * Math.hypot(factor?.standardError ?? 0, own?.factor?.standardError ?? 0),
      );
      for (const { role, means } of rows) if (role === "design") expect(means[equalIn].mean).toBeCloseTo(value, 6);
    }
  });

  test("are printed with what is equal and for whom", async () => {
    const text = sheetText(equalitiesSheet(equalities(await running)));
    for (const one of ["Equal reward cost", "Equal expected pay", "Equal certainty equivalent"])
      expect(text).toContain(one);
    expect(text).toContain("Equal for the firm");
    expect(text).toContain("so they would take any of them");
  });

  test("need a file that holds something, and a baseline that is worth something", async () => {
    expect(() => heldIn(makeScenario(smallFile()))).toThrow("add hold: { reward cost: 18 000 EUR/year }");
    expect(() => equalities([])).toThrow("no run was given");
  });
});
