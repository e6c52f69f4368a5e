import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Checkpoint } from "../../src/node/runs/checkpoint.js";
import type { Run } from "../../src/simulation/data.js";

import { built, builtUrl } from "./built.js";
import { small, temporaryFolder } from "./command.js";

const { loadRun, parseScenario, simulate } = await built.index();
const { encodeRun } = await built.bytes();
const { readRunOptions } = (await import(
  /* @vite-ignore */ builtUrl("node/runs/run-options.js")
)) as typeof import("../../src/node/runs/run-options.js");
const { worldsPerBatch } = (await import(
  /* @vite-ignore */ builtUrl("simulation/batch/batch.js")
)) as typeof import("../../src/simulation/batch/batch.js");
const { openCheckpoint } = (await import(
  /* @vite-ignore */ builtUrl("node/runs/checkpoint.js")
)) as typeof import("../../src/node/runs/checkpoint.js");
const { identityOf, simulateAsked } = (await import(
  /* @vite-ignore */ builtUrl("node/runs/simulate.js")
)) as typeof import("../../src/node/runs/simulate.js");

/** Says as much as the bytes, and is compared at once where they would be one by one. */
const hashOf = (run: Run): string => createHash("sha256").update(encodeRun(run)).digest("hex");

const scenario = parseScenario(small.replace("worlds: 24", "worlds: 480"), { name: "small.yaml" });
const asked = readRunOptions(scenario, { workers: 1 });
const batch = worldsPerBatch(asked.scenario.checked.managers);
const whole = hashOf(await simulate(scenario, { workers: 1 }));
const open = (folder: string, isResumed = true): Promise<Checkpoint> =>
  openCheckpoint(folder, identityOf(asked), { isResumed, interval: 0 });

/** A folder with what is finished of a run that was stopped after so many worlds. */
async function stopped(worlds: number): Promise<string> {
  const folder = join(temporaryFolder(), "small.parts");
  const control = new AbortController();
  const watch = {
    signal: control.signal,
    onProgress: ({ stage, done }: { stage: string; done: number }) => {
      if (stage === "simulating" && done >= worlds) control.abort();
    },
  };
  const checkpoint = await open(folder);
  const run = await simulateAsked(asked, watch, checkpoint);
  await checkpoint.close();
  expect([run.isComplete, run.worlds]).toEqual([false, worlds]);
  return folder;
}

test("a run that was stopped goes on from what was kept, and has the bits of one that was not", async () => {
  const folder = await stopped(192);
  const checkpoint = await open(folder);
  expect(checkpoint.found?.batches.reduce((sum, { count }) => sum + count, 0)).toBe(192);
  const done: number[] = [];
  const run = await simulateAsked(asked, { onProgress: (now) => done.push(now.done) }, checkpoint);
  expect(done[0]).toBe(192 + batch);
  expect(hashOf(run)).toBe(whole);
  await checkpoint.remove();
  expect(existsSync(folder)).toBe(false);
});

test("files that are damaged, cut short, missing or strange cost only their worlds", async () => {
  const folder = await stopped(8 * batch);
  const [first, second, third] = readdirSync(folder).filter((name) => name.startsWith("batches"));
  const bytes = readFileSync(join(folder, first));
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(join(folder, first), bytes);
  writeFileSync(join(folder, second), readFileSync(join(folder, second)).subarray(0, 1000));
  rmSync(join(folder, third));
  writeFileSync(join(folder, "batches-0-1.part.1.part"), "half");
  const checkpoint = await open(folder);
  expect(checkpoint.found?.batches.reduce((sum, { count }) => sum + count, 0)).toBe(5 * batch);
  expect(hashOf(await simulateAsked(asked, {}, checkpoint))).toBe(whole);
});

test("an unfinished run is neither overwritten nor mixed with another", async () => {
  const folder = await stopped(96);
  await expect(open(folder, false)).rejects.toThrow(
    `${folder}: an unfinished run is there, of which 96 worlds are kept; add --resume to go on with it, or remove`,
  );
  const changes = [
    [{ seed: 6 }, "seed 5, not 6"],
    [{ horizon: 24 }, "scenario "],
    [{ replications: 500 }, "worlds 480, not 500"],
    [{ precision: 10 }, "precision none, not 10"],
    [{ shard: "1/2" }, "part none, not 1/2"],
  ] as const;
  for (const [change, words] of changes) {
    const identity = identityOf(readRunOptions(scenario, change));
    await expect(openCheckpoint(folder, identity, { isResumed: true })).rejects.toThrow(
      `${folder}: the unfinished run there is another: ${words}`,
    );
  }
  writeFileSync(join(folder, "run.json"), "{");
  await expect(open(folder)).rejects.toThrow(
    "run.json: damaged: its checksum does not fit its content; remove the folder to start again",
  );
});

test("whatever character of run.json is changed, the run is refused", async () => {
  const folder = await stopped(96);
  const path = join(folder, "run.json");
  const text = readFileSync(path, "utf8");
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  expect(digits.length).toBeGreaterThan(80);
  // a number of another value and, with the checksum, one of another spelling: nothing but the text that was written is taken
  const places = [...digits.filter((_, k) => k % 5 === 0), text.indexOf('"held"') + 2, text.length - 2];
  for (const at of places) {
    const other = text[at] === "7" ? "8" : "7";
    writeFileSync(path, text.slice(0, at) + other + text.slice(at + 1));
    await expect(open(folder), `character ${at} of ${text}`).rejects.toThrow(
      "run.json: damaged: its checksum does not fit",
    );
  }
  writeFileSync(path, text.replace('{"layout"', '{ "layout"'));
  await expect(open(folder)).rejects.toThrow("damaged");
  writeFileSync(path, text);
  expect(hashOf(await simulateAsked(asked, {}, await open(folder)))).toBe(whole);
});

test("batches of another run are refused by name, never mixed in", async () => {
  const folder = await stopped(96);
  const other = join(temporaryFolder(), "other.parts");
  const strange = readRunOptions(scenario, { seed: 6, workers: 1 });
  const control = new AbortController();
  const stop = ({ stage, done }: { stage: string; done: number }) =>
    stage === "simulating" && done >= 4 * batch && control.abort();
  const checkpoint = await openCheckpoint(other, identityOf(strange), { isResumed: false, interval: 0 });
  await simulateAsked(strange, { signal: control.signal, onProgress: stop }, checkpoint);
  await checkpoint.close();
  const foreign = readdirSync(other)
    .filter((name) => name.startsWith("batches"))
    .at(-1) as string;
  writeFileSync(join(folder, "batches-400-1.part"), readFileSync(join(other, foreign)));
  await expect(open(folder)).rejects.toThrow(
    "batches-400-1.part: it was kept by another run than run.json beside it; remove the folder to start again",
  );
});

test("a folder belongs to one run at a time, and to nobody once that is closed", async () => {
  const folder = await stopped(96);
  const first = await open(folder);
  await expect(open(folder)).rejects.toThrow(
    `another run is writing there now (process ${process.pid}); wait for it, stop it, or choose another --out`,
  );
  await first.close();
  const second = await open(folder);
  expect(hashOf(await simulateAsked(asked, {}, second))).toBe(whole);
  await second.remove();
  expect(existsSync(folder)).toBe(false);
});

test("of two runs that begin in one place at the same moment one is refused, and the other is whole", async () => {
  const folder = join(temporaryFolder(), "small.parts");
  const strange = readRunOptions(scenario, { seed: 6, workers: 1 });
  const [one, other] = await Promise.all([
    openCheckpoint(folder, identityOf(asked), { isResumed: false, interval: 0 }),
    openCheckpoint(folder, identityOf(strange), { isResumed: false, interval: 0 }),
  ]);
  const ends = await Promise.allSettled([simulateAsked(asked, {}, one), simulateAsked(strange, {}, other)]);
  const [refused] = ends.filter((end) => end.status === "rejected");
  const [finished] = ends.filter((end) => end.status === "fulfilled");
  expect(String(refused.reason)).toMatch(/another run is writing there now/);
  expect([whole, hashOf(await simulate(scenario, { seed: 6, workers: 1 }))]).toContain(hashOf(finished.value));
});

test("a place that takes no more ends the run with one line, and what was kept stays good", async () => {
  const folder = await stopped(96);
  const checkpoint = await open(folder);
  const names = readdirSync(folder).filter((name) => !name.startsWith("lock-"));
  // A folder in the way stands for a full disk: writing fails just the same.
  mkdirSync(join(folder, "batches-96-1.part"));
  await expect(simulateAsked(asked, {}, checkpoint)).rejects.toThrow(
    /small\.parts: it is a folder; .*then go on with --resume$/,
  );
  await checkpoint.close();
  rmSync(join(folder, "batches-96-1.part"), { recursive: true });
  expect(readdirSync(folder)).toEqual(names);
  expect(hashOf(await simulateAsked(asked, {}, await open(folder)))).toBe(whole);
});

test("a precision is searched for again from what was kept, to the same bits", async () => {
  const precise = readRunOptions(scenario, { replications: 48, precision: 700, workers: 1 });
  const plain = await simulateAsked(precise, {});
  expect(plain.worlds).toBeGreaterThan(96);
  const folder = join(temporaryFolder(), "small.parts");
  const identity = identityOf(precise);
  const control = new AbortController();
  const stop = ({ done }: { done: number }) => done === 96 && control.abort();
  const first = await openCheckpoint(folder, identity, { isResumed: false, interval: 0 });
  await simulateAsked(precise, { signal: control.signal, onProgress: stop }, first);
  await first.close();
  const again = await openCheckpoint(folder, identity, { isResumed: true, interval: 0 });
  expect(again.found?.batches.length).toBeGreaterThan(0);
  expect(hashOf(await simulateAsked(precise, {}, again))).toBe(hashOf(plain));
});

test("simulate saves the run where it was to be kept, and leaves nothing beside it", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "kept.rewardlab");
  const run = await simulate(scenario, { checkpoint: path, workers: 1 });
  expect(hashOf(await loadRun(path))).toBe(hashOf(run));
  expect(readdirSync(folder)).toEqual(["kept.rewardlab"]);
  await expect(simulate(scenario, { checkpoint: join(folder, "none", "kept.rewardlab") })).rejects.toThrow(
    "there is no folder",
  );
});

test("parts are written 2/4", () => {
  expect(readRunOptions(scenario, { shard: " 2 / 4 " }).shard).toEqual({ index: 2, of: 4 });
  for (const shard of ["2", "0/4", "5/4", "2/4/6", "-1/4", "a/b", "1/0"])
    expect(() => readRunOptions(scenario, { shard }, "--")).toThrow(
      `--shard: expected a part and how many there are, got "${shard}"; write 2/4 for the second of four`,
    );
  expect(() => readRunOptions(scenario, { shard: "1/481" })).toThrow("480 worlds cannot be split into 481 parts");
  expect(() => readRunOptions(scenario, { shard: "1/2", precision: 5 })).toThrow(
    "shard: a part does not know how precise",
  );
});
