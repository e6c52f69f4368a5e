import { expect, test } from "vitest";
import { compareWithRemarks } from "../../src/report/comparison/remarks.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";
import type { Run } from "../../src/simulation/data.js";
import { plansOf } from "../../src/simulation/equal-cost/hold.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";
import { decodeRun, encodeRun } from "../../src/simulation/storage/run-bytes.js";
import { smallFile } from "./small.js";

test("plans of a run saved before they knew what runs them are the same plans; results stay, and the run says what its ± leaves out", async () => {
  const scenario = makeScenario(smallFile({ hold: { "reward cost": "12000 EUR/year" } }));
  const run = await simulate(scenario, { replications: 8 });
  const older = run.held.map(({ runs: _runs, to, pilots: _pilots, slopes: _slopes, ...rest }) => ({
    ...rest,
    ...{ rewardCost: to.value, costError: 1, atTarget: 0.6, shareError: 0.01 },
  }));
  const read = decodeRun(encodeRun({ ...run, held: older as never } as Run));
  const program = compile(scenario);
  const [now, then] = [run, read].map(({ held }) => plansOf(program, run.response, held));
  for (const response of run.responses)
    for (const d of program.designs.keys()) expect(then.of(d, response)).toEqual(now.of(d, response));
  const row = compareWithRemarks(read, { outcomes: ["reward cost"] }).rows[0];
  const plain = column(read, row.design, "reward cost");
  expect(row.mean.mean).toBeCloseTo(plain.reduce((sum, one) => sum + one, 0) / plain.length, 8);
  expect(compareWithRemarks(read).doubts?.[0]).toContain("leaves out how well plans are known");
  expect(compareWithRemarks(run).doubts ?? []).toEqual([]);
});
