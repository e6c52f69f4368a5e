import { describe, expect, test } from "vitest";
import { estimate } from "../../src/foundation/maths/summary.js";
import { controlVariate } from "../../src/results/basis/control-variate.js";
import { type PlanMiss, plansMade } from "../../src/results/plans-made.js";
import { edit, makeScenario } from "../../src/scenario/scenario.js";
import type { CashBonusFile } from "../../src/scenario/schema/file-types.js";
import { compile } from "../../src/simulation/compile.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";
import { drawBatch } from "../../src/simulation/world/batch-inputs.js";
import { bonus, smallFile } from "./small.js";

const small = (changes: Record<string, unknown> = {}) => makeScenario(smallFile(changes));

describe("luck is addressed, never shared by accident", () => {
  test("any batch size gives the same bits", async () => {
    const [a, b, c] = await Promise.all(
      [small(), small(), small()].map((s, k) => simulate(s, { batch: [24, 5, 1][k] })),
    );
    expect(new Map(b.columns)).toEqual(new Map(a.columns));
    expect(new Map(c.columns)).toEqual(new Map(a.columns));
  });

  test("more worlds never change the first ones", async () => {
    const few = await simulate(small(), { replications: 70 });
    const many = await simulate(small(), { replications: 90 });
    for (const [name, values] of few.columns) expect(many.columns.get(name)?.slice(0, 70)).toEqual(values);
  });

  test("adding a design moves no other number", async () => {
    const two = await simulate(small());
    const three = await simulate(
      edit(small(), (file) => {
        file.designs.extra = {
          period: "1 year",
          weights: { "relationship quality": "100 %" },
          rewards: [bonus("9000 EUR/year") as CashBonusFile],
        };
      }),
    );
    for (const [name, values] of two.columns) expect(three.columns.get(name)).toEqual(values);
  });

  test("the order of designs does not matter", async () => {
    const forward = await simulate(small());
    const backward = await simulate(
      edit(small(), (file) => {
        file.designs = Object.fromEntries(Object.entries(file.designs).reverse());
        file.baseline = "revenue";
      }),
    );
    for (const [name, values] of forward.columns) expect(backward.columns.get(name)).toEqual(values);
  });

  test("a longer horizon, another manager or another account appends luck and moves none", () => {
    const program = compile(small());
    const before = drawBatch(program, 3, 1).randomDraws;
    const longer = drawBatch({ ...program, months: 36 }, 3, 1).randomDraws;
    expect([...longer.orders.slice(0, before.orders.length)]).toEqual([...before.orders]);
    const wider = drawBatch({ ...program, managers: 4 }, 3, 1).randomDraws;
    expect(wider.rater[0]).toBe(before.rater[0]);
    expect(wider.rater[4]).toBe(before.rater[3]);
    const richer = drawBatch({ ...program, accounts: 3 }, 3, 1).randomDraws;
    expect([...richer.growth.slice(0, 6)]).toEqual([...before.growth.slice(0, 6)]);
  });

  test("another seed gives other worlds", async () => {
    const [a, b] = [await simulate(small(), { seed: 1 }), await simulate(small(), { seed: 2 })];
    expect(column(a, "revenue", "revenue")[0]).not.toBe(column(b, "revenue", "revenue")[0]);
  });

  test("two identical designs differ by exactly zero", async () => {
    const run = await simulate(
      edit(small(), (file) => {
        file.designs.twin = { like: "balanced" };
      }),
    );
    for (const response of run.responses) {
      for (const { name } of run.outcomes) {
        expect([...column(run, "twin", name, response)]).toEqual([...column(run, "balanced", name, response)]);
      }
    }
  });
});

describe("a run can be stopped, steered and trusted", () => {
  test("aborting gives the finished worlds, the same as an uninterrupted run", async () => {
    const controller = new AbortController();
    const part = await simulate(small(), {
      batch: 4,
      signal: controller.signal,
      onProgress: ({ stage, done }) => {
        if (stage === "simulating" && done >= 8) controller.abort();
      },
    });
    const whole = await simulate(small());
    expect(part.isComplete).toBe(false);
    expect(part.worlds).toBe(8);
    expect([...column(part, "revenue", "net value")]).toEqual([...column(whole, "revenue", "net value").slice(0, 8)]);
  });

  test("aborting before anything is finished is refused with a reason", async () => {
    await expect(simulate(small(), { signal: AbortSignal.abort() })).rejects.toThrow(/stopped before any batch/);
  });

  test.each([0, -3, 1.5, Number.NaN, 1e12])("%s worlds are refused", async (replications) => {
    await expect(simulate(small(), { replications })).rejects.toThrow(/worlds/);
  });

  test("a scenario that is held equal costs the same and is as hard", async () => {
    const held = small({ hold: { "reward cost": "12000 EUR/year", "at target": "65 %" }, horizon: "4 years" });
    const run = await simulate(held, { replications: 64 });
    for (const one of run.held.filter(({ design }) => design !== "flat top-up")) {
      expect(one.isMet, `${one.design} ${one.response}: ${one.remark}`).toBe(true);
    }
    for (const response of run.responses) {
      for (const plan of plansMade(run, { response }).filter(({ design }) => design !== "flat top-up")) {
        // |t| > 4.5 once in 150,000
        for (const { miss } of [plan.amount, plan.atTarget] as readonly PlanMiss[])
          expect(Math.abs(miss.mean), plan.design).toBeLessThan(4.5 * miss.standardError);
      }
      if (response === "none") continue;
      for (const { name, role } of run.designs.filter((one) => one.role === "design")) {
        expect([name, role, estimate(controlVariate(run, name, "reward cost", response)).mean]).toEqual([
          name,
          role,
          12_000,
        ]);
        expect(estimate(controlVariate(run, name, "at target", response)).mean).toBeCloseTo(0.65, 12);
      }
    }
  });

  test("a hold that cannot be met is said, not clipped", async () => {
    const hopeless = small({
      hold: { "reward cost": "12000 EUR/year" },
      designs: {
        unreachable: {
          period: "1 year",
          weights: { "account revenue": "100 %" },
          rewards: [{ ...bonus("12000 EUR/year"), curve: { kind: "steps", steps: [{ at: "900 %", pays: "100 %" }] } }],
        },
      },
    });
    const run = await simulate(hopeless);
    expect(run.held.find((one) => one.design === "unreachable")).toMatchObject({
      isMet: false,
      remark: "it has no cost to scale",
    });
  });

  test("precision goes on until it is reached", async () => {
    const wide = await simulate(small(), { replications: 160, precision: 1e9 });
    expect(wide.worlds).toBe(160);
    const narrow = await simulate(small(), { replications: 160, precision: 0.8 * (wide.precision?.reached ?? 0) });
    expect(narrow.worlds).toBeGreaterThan(160);
    expect(narrow.precision?.isMet).toBe(true);
    // fewer than 64 draws, of two worlds each, are not believed
    expect((await simulate(small(), { replications: 8, precision: 1e9 })).worlds).toBe(128);
  });
});
