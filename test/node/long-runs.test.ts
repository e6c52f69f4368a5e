import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { built, builtUrl } from "./built.js";
import { rewardlab, small, studyFolder, temporaryFolder } from "./command.js";

const { parseScenario } = await built.index();
const { readRunOptions } = (await import(
  /* @vite-ignore */ builtUrl("node/runs/run-options.js")
)) as typeof import("../../src/node/runs/run-options.js");
const { openCheckpoint } = (await import(
  /* @vite-ignore */ builtUrl("node/runs/checkpoint.js")
)) as typeof import("../../src/node/runs/checkpoint.js");
const { identityOf, simulateAsked } = (await import(
  /* @vite-ignore */ builtUrl("node/runs/simulate.js")
)) as typeof import("../../src/node/runs/simulate.js");

const { lockFolder } = (await import(
  /* @vite-ignore */ builtUrl("node/runs/folder-lock.js")
)) as typeof import("../../src/node/runs/folder-lock.js");

const worlds = "240";
const { folder, path } = studyFolder();
const whole = join(folder, "whole.rewardlab");
const parts = [1, 2, 3].map((part) => join(folder, "parts", `small-${part}-of-3.rewardlab`));
const runPart = (shard: string, ...others: string[]) =>
  rewardlab([
    ...["run", path, "--quiet", "--replications", worlds, "--shard", shard],
    ...["--out", join(folder, "parts"), ...others],
  ]);

beforeAll(async () => {
  const ended = await Promise.all([
    rewardlab(["run", path, "--quiet", "--replications", worlds, "--out", whole]),
    ...["1/3", "2/3", "3/3"].map((shard) => runPart(shard)),
  ]);
  expect(ended.map(({ code, err }) => `${code}${err}`)).toEqual(["0", "0", "0", "0"]);
});

describe("a run in parts", () => {
  test("has a file and two tables a part, and merged in any order the bytes of the whole", async () => {
    expect(readdirSync(join(folder, "parts")).filter((name) => name.includes("2-of-3"))).toEqual([
      "small-2-of-3-assumptions.csv",
      "small-2-of-3-outcomes.csv",
      "small-2-of-3.rewardlab",
    ]);
    const out = join(folder, "merged.rewardlab");
    expect(await rewardlab(["merge", ...[...parts].reverse(), "--out", out])).toEqual({
      code: 0,
      signal: null,
      out: `wrote ${out}: 240 worlds of 3 parts\n`,
      err: "",
    });
    expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
  });

  test("numbers its worlds as the whole does", () => {
    const linesOf = (name: string): string[] => readFileSync(join(folder, "parts", name), "utf8").split("\r\n");
    const second = linesOf("small-2-of-3-assumptions.csv").slice(1, -1);
    expect(second.map((line) => Number(line.split(",")[0]))).toEqual(Array.from({ length: 80 }, (_, k) => 80 + k));
  });

  test("is refused in one line where it is not one run, and then nothing is written", async () => {
    const other = temporaryFolder();
    const seed = join(other, "seed.rewardlab");
    const again = join(other, "again.rewardlab");
    const made = await rewardlab([
      ...["run", path, "--replications", worlds, "--seed", "6", "--shard", "2/3", "--out", seed],
    ]);
    expect(made.code).toBe(0);
    copyFileSync(parts[0], again);
    const [one, two, three] = parts;
    const out = join(other, "merged.rewardlab");
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[one, three], "merge: part 2 of 3 missing; run --shard 2/3 as well"],
      [[one, two, three, again], `${again}: part 1 of 3 is given twice, also as ${one}; leave one out`],
      [[one, seed, three], `${seed}: seed 6, but ${one} has 5; merge only parts of one run`],
      [[one, two, whole], `${whole}: it is a whole run, not a part of one; give runs made with --shard`],
      [[one, path, three], `${path}: this is not a saved run`],
    ];
    for (const [given, message] of cases) {
      const ended = await rewardlab(["merge", ...given, "--out", out]);
      expect(ended).toMatchObject({ code: 2, out: "" });
      expect(ended.err.trimEnd().split("\n")).toHaveLength(1);
      expect(ended.err).toContain(message);
      expect(existsSync(out)).toBe(false);
    }
  });
});

/** A folder as a run leaves it that was stopped with 96 of its worlds finished and kept beside `run.rewardlab`. */
async function stopped(): Promise<{ readonly out: string; readonly kept: string }> {
  const out = join(temporaryFolder(), "run.rewardlab");
  const kept = out.replace(".rewardlab", ".parts");
  const asked = readRunOptions(parseScenario(small, { name: "small.yaml" }), {
    replications: Number(worlds),
    workers: 1,
  });
  const checkpoint = await openCheckpoint(kept, identityOf(asked), { isResumed: false, interval: 0 });
  const control = new AbortController();
  const stop = ({ stage, done }: { stage: string; done: number }) =>
    stage === "simulating" && done >= 96 && control.abort();
  await simulateAsked(asked, { signal: control.signal, onProgress: stop }, checkpoint);
  await checkpoint.close();
  return { out, kept };
}

describe("a run that was stopped", () => {
  test("goes on with --resume, to the bytes of one that was not, and leaves nothing beside them", async () => {
    const { out, kept } = await stopped();
    const resumed = await rewardlab(["run", path, "--replications", worlds, "--out", out, "--resume"]);
    expect(resumed).toEqual({
      code: 0,
      signal: null,
      out: `wrote ${out}\n`,
      err: `going on with 96 worlds kept in ${kept}\n`,
    });
    expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
    expect(readdirSync(join(out, ".."))).toEqual([basename(out)]);
  });

  test("is neither overwritten nor taken for another", async () => {
    const { out, kept } = await stopped();
    const before = readdirSync(kept);
    const another = "ask for that again, choose another --out, or remove the folder";
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[], "an unfinished run is there, of which 96 worlds are kept; add --resume to go on with it"],
      [["--resume", "--seed", "6"], `the unfinished run there is another: seed 5, not 6; ${another}`],
      [["--resume", "--shard", "1/2"], `the unfinished run there is another: part none, not 1/2; ${another}`],
      [["--resume", "--precision", "900 EUR"], "the unfinished run there is another: precision none, not 900"],
    ];
    for (const [options, message] of cases) {
      const ended = await rewardlab(["run", path, "--replications", worlds, "--out", out, ...options]);
      expect(ended).toMatchObject({ code: 2, out: "" });
      expect(ended.err).toContain(`${kept}: ${message}`);
      expect(ended.err.trimEnd().split("\n")).toHaveLength(1);
    }
    expect(readdirSync(kept)).toEqual(before);
    expect(existsSync(out)).toBe(false);
  });

  test("is said to be none where nothing was kept", async () => {
    const out = join(temporaryFolder(), "run.rewardlab");
    const ended = await rewardlab(["run", path, "--replications", worlds, "--out", out, "--resume"]);
    expect(ended).toMatchObject({ code: 0, err: "nothing was kept of an earlier run: starting anew\n" });
    expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
  });

  test("keeps its folder when it cannot be saved", async () => {
    const { out, kept } = await stopped();
    mkdirSync(out);
    writeFileSync(join(out, "in-the-way"), "");
    const ended = await rewardlab(["run", path, "--replications", worlds, "--out", out, "--resume"]);
    expect(ended).toMatchObject({ code: 2, out: "", err: `${out}: it is a folder; name a file in it\n` });
    expect(existsSync(join(kept, "run.json"))).toBe(true);
  });
});

test("a run that is interrupted leaves a complete file as it was, and keeps what it has for --resume", async () => {
  const out = join(temporaryFolder(), "run.rewardlab");
  const kept = out.replace(".rewardlab", ".parts");
  writeFileSync(out, "complete");
  const ended = await rewardlab(["run", path, "--quiet", "--replications", "200000", "--workers", "1", "--out", out], {
    // once something is kept, however long plans took
    meanwhile: (child) => {
      const look = setInterval(() => {
        if (!existsSync(kept) || !readdirSync(kept).some((name) => name.endsWith(".part"))) return;
        clearInterval(look);
        child.kill("SIGINT");
      }, 200);
    },
  });
  expect(ended.code).toBe(130);
  expect(readFileSync(out, "utf8")).toBe("complete");
  expect(ended.out).toContain(`${out} stays as it was; `);
  expect(ended.out).toContain(`finished worlds are kept in ${kept}: go on with --resume`);
  expect(readdirSync(kept).filter((name) => name.endsWith(".part")).length).toBeGreaterThan(0);
  expect(readdirSync(kept).filter((name) => name.startsWith("lock-"))).toEqual([]);
});

test("two processes that run into one place: one is refused, and the other writes its own run", async () => {
  const out = join(temporaryFolder(), "run.rewardlab");
  const kept = out.replace(".rewardlab", ".parts");
  mkdirSync(kept);
  const run = (seed: string) =>
    rewardlab(["run", path, "--quiet", "--replications", worlds, "--seed", seed, "--out", out, "--resume"]);
  const ended = await Promise.all([run("5"), run("6")]);
  const refused = ended.filter(({ code }) => code === 2);
  for (const { err } of refused) expect(err).toContain("another run is writing there now (process ");
  expect(refused.length).toBeLessThan(2);
  expect(existsSync(out)).toBe(true);
});

/** What a lock of this process says. */
async function lockOfOurs(folder: string): Promise<Record<string, unknown>> {
  const lock = await lockFolder(folder);
  const [name] = readdirSync(folder).filter((one) => one.startsWith("lock-"));
  const text = readFileSync(join(folder, name), "utf8");
  await lock.release();
  return JSON.parse(text);
}

test("a lock of a process that is gone holds nobody up", async () => {
  const { out, kept } = await stopped();
  const again = await lockOfOurs(kept);
  const gone = { ...again, pid: 999_999_999 };
  writeFileSync(join(kept, "lock-00000000-0000-4000-8000-000000000000"), JSON.stringify(gone));
  // numbers of processes are used again: this one is alive, but began at another time
  writeFileSync(
    join(kept, "lock-00000000-0000-4000-8000-000000000001"),
    JSON.stringify({ ...again, pid: process.pid, began: "1" }),
  );
  const left = { ...again, machine: "elsewhere" };
  const old = join(kept, "lock-00000000-0000-4000-8000-000000000002");
  writeFileSync(old, JSON.stringify(left));
  utimesSync(old, new Date(0), new Date(0));
  const resumed = await rewardlab(["run", path, "--quiet", "--replications", worlds, "--out", out, "--resume"]);
  expect(resumed).toMatchObject({ code: 0, err: "" });
  expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
});

test("a lock of another machine that shows signs of life is respected", async () => {
  const { out, kept } = await stopped();
  const mine = await lockOfOurs(kept);
  writeFileSync(
    join(kept, "lock-00000000-0000-4000-8000-000000000003"),
    JSON.stringify({ ...mine, machine: "elsewhere", pid: 12 }),
  );
  const ended = await rewardlab(["run", path, "--quiet", "--replications", worlds, "--out", out, "--resume"]);
  expect(ended).toMatchObject({ code: 2, out: "" });
  expect(ended.err).toContain("another run is writing there now (process 12 of elsewhere)");
});
