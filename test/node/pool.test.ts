import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { rewards } from "../../src/model/rewards/index.js";
import type { Run } from "../../src/simulation/data.js";
import { type Answer, type Executor, type Job, joinExecutors } from "../../src/simulation/jobs.js";

import { built, builtUrl } from "./built.js";
import { execute, small, temporaryFolder } from "./command.js";

const { index, pool } = { index: await built.index(), pool: await built.pool() };
const { compile } = await built.compile();
const { encodeRun } = await built.bytes();

const scenario = index.parseScenario(small, { name: "small.yaml" });
const program = compile(scenario, { seed: 5 });
const job = (first: number, count = 4): Job => ({
  kind: "batch",
  first,
  count,
  tasks: [{ design: 0, response: "none", scale: 1, shift: 0 }],
});

/** Says as much as the bytes, and is compared at once where they would be one by one. */
const hashOf = (run: Run): string => createHash("sha256").update(encodeRun(run)).digest("hex");

describe("the same bits", () => {
  let one: string;
  beforeAll(async () => {
    one = hashOf(await index.simulate(scenario, { workers: 1 }));
  });

  test.each([2, 3])("for %i threads", async (workers) => {
    const run = await index.simulate(scenario, { workers });
    expect(hashOf(run)).toBe(one);
  });

  test.each([1, 5, 24])("for threads and batches of %i worlds", async (batch) => {
    const core = (await import(
      /* @vite-ignore */ builtUrl("simulation/simulate.js")
    )) as typeof import("../../src/simulation/simulate.js");
    const run = await core.simulate(scenario, {
      batch,
      executor: (compiled) => pool.threadExecutor(scenario, compiled, 2),
    });
    expect(hashOf(run)).toBe(one);
  });

  test("and other bits for another seed", async () => {
    const run = await index.simulate(scenario, { workers: 2, seed: 6 });
    expect(hashOf(run)).not.toBe(one);
  });
});

describe("how many threads", () => {
  test("one for small runs, several for long ones, never more than eight unless asked", () => {
    expect(pool.threadsFor(scenario, program, 24)).toBe(1);
    expect(pool.threadsFor(scenario, program, 1_000_000)).toBeGreaterThanOrEqual(1);
    expect(pool.threadsFor(scenario, program, 1_000_000)).toBeLessThanOrEqual(8);
    expect(pool.threadsFor(scenario, program, 24, 3)).toBe(3);
  });

  test("one for rewards of one's own: functions cannot be sent", () => {
    const [first, ...others] = rewards;
    const custom = index.parseScenario(small, { rewards: [{ ...first, title: "One's own" }, ...others] });
    expect(pool.threadsFor(custom, program, 1_000_000, 4)).toBe(1);
  });
});

describe("several executors together", () => {
  /** An executor that ends its jobs only when told, and keeps their first worlds. */
  function slow(size: number) {
    const began: number[] = [];
    const ends: (() => void)[] = [];
    let isClosed = false;
    const shop: Executor = {
      size,
      run: (asked) => {
        began.push(asked.kind === "batch" ? asked.first : -1);
        return new Promise((resolve) => ends.push(() => resolve({ ...asked } as unknown as Answer)));
      },
      close: async () => {
        isClosed = true;
      },
    };
    return { shop, began, ends, isClosed: () => isClosed };
  }

  test("give jobs to the first with a hand free, and close as one", async () => {
    const [here, there] = [slow(1), slow(2)];
    const both = joinExecutors(here.shop, there.shop);
    expect(both.size).toBe(3);
    const first = both.run(job(0));
    both.run(job(4));
    both.run(job(8));
    expect([here.began, there.began]).toEqual([[0], [4, 8]]);
    here.ends[0]();
    expect(await first).toMatchObject({ first: 0 });
    both.run(job(12));
    expect([here.began, there.began]).toEqual([
      [0, 12],
      [4, 8],
    ]);
    await both.close();
    expect([here.isClosed(), there.isClosed()]).toEqual([true, true]);
  });

  test("have a hand free again where a job failed", async () => {
    const failing: Executor = { size: 1, run: () => Promise.reject(new Error("out of luck")), close: async () => {} };
    const other = slow(1);
    const both = joinExecutors(failing, other.shop);
    await expect(both.run(job(0))).rejects.toThrow("out of luck");
    await expect(both.run(job(4))).rejects.toThrow("out of luck");
    expect(other.began).toEqual([]);
  });
});

/** A thread script that dies of its first jobs, as often as said; later threads do their work. */
function mortalScript(deaths: number): URL {
  const folder = temporaryFolder();
  const path = join(folder, "worker.mjs");
  writeFileSync(
    path,
    `import { appendFileSync, existsSync, readFileSync } from "node:fs";
     import { parentPort } from "node:worker_threads";
     const marks = ${JSON.stringify(join(folder, "marks"))};
     const count = existsSync(marks) ? readFileSync(marks, "utf8").length : 0;
     if (count >= ${deaths}) await import(${JSON.stringify(builtUrl("node/runs/worker.js"))});
     else parentPort.on("message", () => { appendFileSync(marks, "x"); throw new Error("out of luck"); });`,
  );
  return pathToFileURL(path);
}

describe("a thread that dies", () => {
  test("is replaced and its job done once more", async () => {
    const shop = pool.threadExecutor(scenario, program, 1, mortalScript(1));
    const answers = await Promise.all([shop.run(job(0)), shop.run(job(4))]);
    await shop.close();
    expect(answers.map((answer) => answer.kind === "batch" && answer.first)).toEqual([0, 4]);
  });

  test("twice of the same job is a problem that names worlds and seed", async () => {
    const shop = pool.threadExecutor(scenario, program, 1, mortalScript(2));
    await expect(shop.run(job(8))).rejects.toThrow(
      "simulation: worlds 8 to 11 of seed 5 failed: its thread died twice: out of luck; try with --workers 1",
    );
    const next = await shop.run(job(0));
    await shop.close();
    expect(next.kind).toBe("batch");
  });

  test("and a job that fails is a problem that names it", async () => {
    const shop = pool.threadExecutor(scenario, program, 1);
    const wrong: Job = {
      kind: "hold",
      design: 99,
      searches: [[{ design: "none", response: "none", columns: ["none"] }]],
      target: { outcome: "reward cost", value: 1, atTarget: undefined },
      pilots: 2,
      from: { scale: 1, shift: 0 },
    };
    await expect(shop.run(wrong)).rejects.toThrow("simulation: holding design 100 equal under none of seed 5 failed: ");
    await shop.close();
  });
});

describe("the end", () => {
  test("a closed executor refuses jobs and lets go of those that wait", async () => {
    const shop = pool.threadExecutor(scenario, program, 1);
    const waiting = [shop.run(job(0)), shop.run(job(4))].map((one) => one.catch((error: Error) => error.message));
    await shop.close();
    for (const message of await Promise.all(waiting)) expect(message).toContain("this run has ended");
    await expect(shop.run(job(0))).rejects.toThrow("this run has ended");
  });

  test("an aborted run gives the worlds that were finished", async () => {
    const control = new AbortController();
    const run = await index.simulate(scenario, {
      workers: 2,
      replications: 4000,
      pilots: 48,
      signal: control.signal,
      onProgress: ({ stage, done }) => {
        if (stage === "simulating" && done >= 200) control.abort();
      },
    });
    expect(run.isComplete).toBe(false);
    expect(run.worlds).toBeGreaterThan(0);
    expect(run.worlds).toBeLessThan(4000);
    const whole = await index.simulate(scenario, { workers: 1, replications: run.worlds, pilots: 48 });
    expect(index.column(whole, "inputs", "net value")).toEqual(index.column(run, "inputs", "net value"));
  });

  test("the process ends by itself, without a word, after many runs with one signal", async () => {
    const script = `
      import { parseScenario, simulate } from ${JSON.stringify(builtUrl("index.js"))};
      const scenario = parseScenario(${JSON.stringify(small)});
      const { signal } = new AbortController();
      for (let k = 0; k < 12; k++) await simulate(scenario, { workers: 2, replications: 2, pilots: 4, horizon: 12, signal });
      console.log("done");`;
    const ended = await execute(process.execPath, ["--input-type=module", "-e", script]);
    expect(ended).toEqual({ code: 0, signal: null, out: "done\n", err: "" });
  });
});
