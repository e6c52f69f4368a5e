import { afterEach, expect, test, vi } from "vitest";
import { makeScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";
import { inlineExecutor } from "../../src/simulation/jobs.js";
import { observe } from "../../src/simulation/observation/observe.js";
import { simulate } from "../../src/simulation/simulate.js";
import { smallFile } from "./small.js";

const small = () => makeScenario(smallFile());
afterEach(() => {
  vi.useRealTimers();
});

test("a run waits for no timer, which browsers hold back", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "setImmediate"] });
  const run = await simulate(small());
  expect(run.isComplete).toBe(true);
  expect((await observe(run, { worlds: 24 })).worlds).toBe(24);
});

test("between its steps everything else has its turn", async () => {
  const program = compile(small());
  const tasks = program.designs.map((_, design) => ({ design, response: "none", scale: 1, shift: 0 }));
  let turns = 0;
  let isOver = false;
  const next = (): void => {
    turns++;
    if (!isOver) setTimeout(next, 0);
  };
  next();
  await inlineExecutor(program).run({ kind: "batch", first: 0, count: 200, tasks });
  isOver = true;
  // a task of 200 worlds takes longer than the millisecond after which a timer is due
  expect(turns).toBeGreaterThanOrEqual(tasks.length);
});

test("a timer stops a run", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 0);
  await expect(simulate(small(), { replications: 5000, signal: controller.signal })).rejects.toThrow("it was stopped");
});
