import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Run } from "../../src/simulation/data.js";

import { built, builtUrl } from "./built.js";
import { execute, small, temporaryFolder } from "./command.js";

const [index, pool, { encodeRun }] = await Promise.all([built.index(), built.pool(), built.bytes()]);
const { simulate: simulateCore } = (await import(
  /* @vite-ignore */ builtUrl("simulation/simulate.js")
)) as typeof import("../../src/simulation/simulate.js");

const worlds = 150;
const scenario = index.parseScenario(small, { name: "small.yaml" });
const hashOf = (run: Run): string => createHash("sha256").update(encodeRun(run)).digest("hex");
const wanted = hashOf(await index.simulate(scenario, { workers: 1, replications: worlds }));

test("another seed gives another hash, so that equal ones say something", async () => {
  expect(hashOf(await index.simulate(scenario, { workers: 1, replications: worlds, seed: 6 }))).not.toBe(wanted);
});

test.each([2, 3])("%i workers", async (workers) => {
  expect(hashOf(await index.simulate(scenario, { workers, replications: worlds }))).toBe(wanted);
});

test("8 workers, each with batches of 7 worlds to do", async () => {
  const run = await simulateCore(scenario, {
    replications: worlds,
    batch: 7,
    executor: (program) => pool.threadExecutor(scenario, program, 8),
  });
  expect(hashOf(run)).toBe(wanted);
});

test.each([1, 7, 149, 1000])("batches of %i worlds", async (batch) => {
  expect(hashOf(await simulateCore(scenario, { replications: worlds, batch }))).toBe(wanted);
});

test.each([
  [2, 2],
  [7, 1],
])("%i shards, the first on %i workers and the others on one", async (of, workers) => {
  const parts: Run[] = [];
  for (let k = of; k >= 1; k--) {
    const setting = { replications: worlds, shard: `${k}/${of}`, workers: k === 1 ? workers : 1 };
    parts.push(await index.simulate(scenario, setting));
  }
  expect(hashOf(index.mergeRuns(parts))).toBe(wanted);
});

/** A process that runs with a checkpoint after every batch, and says each batch it has kept. */
const child = (folder: string, out: string): string => `
  import { readRunOptions } from ${JSON.stringify(builtUrl("node/runs/run-options.js"))};
  import { openCheckpoint } from ${JSON.stringify(builtUrl("node/runs/checkpoint.js"))};
  import { identityOf, simulateAsked } from ${JSON.stringify(builtUrl("node/runs/simulate.js"))};
  import { saveRun } from ${JSON.stringify(builtUrl("node/runs/run-file.js"))};
  import { parseScenario } from ${JSON.stringify(builtUrl("scenario/scenario.js"))};
  const scenario = parseScenario(${JSON.stringify(small)}, { name: "small.yaml" });
  const asked = readRunOptions(scenario, { workers: 1, replications: ${worlds} });
  const checkpoint = await openCheckpoint(${JSON.stringify(folder)}, identityOf(asked), { isResumed: true, interval: 0 });
  const keepBatch = async (batch) => { process.stdout.write("b"); await checkpoint.keepBatch(batch); process.stdout.write("k"); };
  const run = await simulateAsked(asked, {}, { ...checkpoint, keepBatch });
  await saveRun(run, ${JSON.stringify(out)});
  await checkpoint.remove();`;

test("a process killed again and again, in the middle of writing too, ends with the same bits", async () => {
  const place = temporaryFolder();
  const [folder, out] = [join(place, "small.parts"), join(place, "small.rewardlab")];
  const script = join(place, "child.mjs");
  writeFileSync(script, child(folder, out));
  // Seeded moments: so many words of the child later, at the beginning of a writing or at its end.
  let seed = 20;
  const draw = (count: number): number => {
    seed = (1103515245 * seed + 12345) % 2147483648;
    return (seed >>> 8) % count;
  };
  let kills = 0;
  for (let attempt = 0; attempt < 8 && !existsSync(out); attempt++) {
    const after = attempt < 3 ? 1 + draw(3) : Number.POSITIVE_INFINITY;
    let heard = 0;
    const ended = await execute(process.execPath, [script], {
      meanwhile: (process) =>
        process.stdout.on("data", (words) => {
          heard += String(words).length;
          if (heard >= after) process.kill("SIGKILL");
        }),
    });
    if (ended.signal === "SIGKILL") kills++;
    else expect(ended).toMatchObject({ code: 0, err: "" });
  }
  expect(kills).toBeGreaterThan(0);
  expect(hashOf(await index.loadRun(out))).toBe(wanted);
  expect(existsSync(folder)).toBe(false);
  expect(readFileSync(out).length).toBeGreaterThan(1000);
});
