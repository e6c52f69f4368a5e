import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { rewards as standard } from "../../src/model/rewards/index.js";
import type { Reward } from "../../src/model/rewards/reward.js";
import { openRun } from "../../src/node/runs/open-run.js";
import { makeScenario, type Scenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";
import { observe } from "../../src/simulation/observation/observe.js";
import { columnName } from "../../src/simulation/run.js";
import { type SimulationOptions, simulate } from "../../src/simulation/simulate.js";
import { mergeRuns } from "../../src/simulation/storage/merge.js";
import { decodeRun, encodeRun } from "../../src/simulation/storage/run-bytes.js";
import { trace } from "../../src/simulation/trace/trace.js";
import { smallFile } from "./small.js";

const cash = standard.find(({ kind }) => kind === "cash bonus") as Reward;

/** A reward of one's own that gets its cost wrong. */
const broken: Reward = {
  ...cash,
  kind: "broken bonus",
  settings: (cash.settings as unknown as z.ZodObject).extend({ kind: z.literal("broken bonus") }),
  settle(state, payout, lanes, ...rest) {
    cash.settle(state, payout, lanes, ...rest);
    lanes.accrued[1] = Number.NaN;
  },
};
const rewards = [...standard, broken];
const hostile = (changes: Record<string, unknown> = {}): Scenario => {
  const file = smallFile(changes);
  for (const design of Object.values(file.designs)) design.rewards[0].kind = "broken bonus";
  return makeScenario(file, { rewards });
};
const small = (): Scenario => makeScenario(smallFile());
const few = { replications: 4 } as const;

const fault =
  /^designs\.(revenue|balanced): .+ under look-ahead is not a finite number in world 0 of seed 7; every assumption is near its usual value there; report it with the scenario and the seed$/;

/** A run with one number of one column replaced. */
function spoilt(run: Run, value: number): Run {
  const name = columnName("look-ahead", "revenue", "net value");
  const values = run.columns.get(name)!.slice();
  values[1] = value;
  return { ...run, columns: new Map([...run.columns]).set(name, values) };
}
const spoiltFault = 'net value of "revenue" under look-ahead is not a finite number in world 1';

describe("a number that is not finite never leaves the engine", () => {
  test("a run is refused at its first batch", async () => {
    await expect(simulate(hostile(), few)).rejects.toThrow(fault);
  });

  test("so it is while designs are held equal", async () => {
    const held = hostile({ hold: { "reward cost": "12000 EUR/year", "at target": "60 %" } });
    await expect(simulate(held, few)).rejects.toThrow(fault);
  });

  test("a trace is refused", async () => {
    await expect(trace(hostile({ hold: { "reward cost": "12000 EUR/year" } }))).rejects.toThrow(fault);
  });

  test("a replay is refused", async () => {
    const { file } = hostile();
    const run = await simulate(small(), few);
    await expect(observe({ ...run, scenario: file }, { rewards })).rejects.toThrow(
      "is not a finite number in one of worlds 0 to 3",
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("a batch kept with %d in it is refused", async (value) => {
    let kept: NonNullable<SimulationOptions["checkpointStore"]>["found"];
    const batches: NonNullable<typeof kept>["batches"][number][] = [];
    await simulate(small(), {
      ...few,
      checkpointStore: {
        found: undefined,
        keepPlans: async (held) => {
          kept = { held, batches };
        },
        keepBatch: async (batch) => {
          batches.push(batch);
        },
      },
    });
    batches[0].results[0][5] = value;
    const again = { found: kept, keepPlans: async () => {}, keepBatch: async () => {} };
    await expect(simulate(small(), { ...few, checkpointStore: again })).rejects.toThrow(
      "is not a finite number in world",
    );
  });

  test.each([Number.NaN, Number.NEGATIVE_INFINITY])(
    "runs with %d in them are neither loaded nor merged",
    async (value) => {
      const parts = await Promise.all([1, 2].map((index) => simulate(small(), { ...few, shard: { index, of: 2 } })));
      expect(() => mergeRuns([parts[0], spoilt(parts[1], value)])).toThrow(`run 2: ${spoiltFault}`);
      const bytes = encodeRun(spoilt(parts[0], value));
      expect(() => decodeRun(bytes, "my run")).toThrow(`my run: ${spoiltFault}`);
      const folder = mkdtempSync(join(tmpdir(), "rewardlab-finite-"));
      try {
        const path = join(folder, "spoilt.rewardlab");
        writeFileSync(path, bytes);
        const opened = openRun(path);
        expect(() => opened.columns.get(columnName("look-ahead", "revenue", "net value"))).toThrow(spoiltFault);
        expect(() => [...opened.columns]).toThrow(spoiltFault);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  test("what is finite passes", async () => {
    const run = await simulate(small(), few);
    expect(decodeRun(encodeRun(run)).columns.size).toBe(run.columns.size);
  });
});
