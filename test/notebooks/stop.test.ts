import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notebooks } from "../../notebooks/tools/folders.js";
import { type Executed, type Kernel, startKernel } from "./kernel.js";

let kernel: Kernel;

/** More worlds than can be simulated while the test looks on. */
const endless = "{ replications: 400_000, workers: 2 }";
const endlessAlone = "{ replications: 400_000, workers: 1 }";

beforeAll(async () => {
  kernel = await startKernel(notebooks);
  await kernel.run(`
    import { readScenario, simulate } from "rewardlab";
    const team = await readScenario("../scenarios/first-steps.yaml");`);
});

afterAll(() => kernel?.stop());

const progressOf = ({ outputs }: Executed) =>
  outputs.flatMap((one) =>
    one.output_type === "display_data" && one.metadata.rewardlab === "progress" ? [one.data] : [],
  );

/** Runs a cell and presses stop once it says that worlds are being simulated. */
async function stopped(code: string): Promise<{ executed: Executed; updates: number }> {
  let updates = 0;
  let isPressed = false;
  const executed = await kernel.run(code, ({ type, content }) => {
    if (type === "update_display_data") updates++;
    if (isPressed || updates < 3 || !JSON.stringify(content).includes("simulating")) return;
    isPressed = true;
    kernel.interrupt();
  });
  return { executed, updates };
}

describe("the stop button", () => {
  test("ends a run with the worlds finished by then; the cell goes on", async () => {
    const { executed } = await stopped(`
      const part = await simulate(team, ${endless});
      console.log(part.isComplete, part.worlds > 0, part.worlds < 400_000);`);
    expect(executed.status).toBe("ok");
    expect(executed.text).toContain("false true true");
  });

  test("ends all runs of a cell", async () => {
    const { executed } = await stopped(`
      const both = await Promise.all([simulate(team, ${endlessAlone}), simulate(team, ${endlessAlone})]);
      console.log(both.map((one) => one.isComplete));`);
    expect(executed).toMatchObject({ status: "ok" });
    expect(executed.text).toContain("[ false, false ]");
  });

  test("leaves the kernel as it was: later cells run, and stopping something else stops the cell", async () => {
    expect(await kernel.run("1 + 1")).toMatchObject({ status: "ok", text: "2\n" });
    // while the first part of a cell runs, Node keeps the listeners aside
    const listeners =
      'await new Promise((resolve) => setImmediate(resolve)); console.log(process.listenerCount("SIGINT"));';
    expect(await kernel.run(listeners)).toMatchObject({ text: "1\n" });
    const never = 'await new Promise(setImmediate); console.log("waiting"); await new Promise(() => {});';
    expect(await kernel.run(never, ({ content }) => content.name === "stdout" && kernel.interrupt())).toMatchObject({
      status: "error",
      text: expect.stringContaining("Interrupted"),
    });
    // the kernel drops what it is sent just after a cell that failed
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await kernel.run("2 + 2")).toMatchObject({ status: "ok", text: "4\n" });
  });
});

describe("progress", () => {
  test("is one display that is replaced, and says in the end how far it came", async () => {
    const { executed, updates } = await stopped(`const slow = await simulate(team, ${endless});`);
    const shown = progressOf(executed);
    expect(updates).toBeGreaterThanOrEqual(3);
    expect(shown.length).toBe(1);
    expect(shown[0]["text/plain"]).toMatch(/^stopped: simulating [1-9]\d* of 400000$/);
  });

  test("is left to whoever watches", async () => {
    const executed = await kernel.run(`
      let heard = 0;
      const watched = await simulate(team, { replications: 400, onProgress: () => { heard++; } });
      console.log(heard > 0);`);
    expect(executed.outputs).toMatchObject([{ output_type: "stream", text: "true\n" }]);
  });
});

test("a signal of one's own stops a run in a notebook too", async () => {
  const executed = await kernel.run(`
    const control = new AbortController();
    const some = await simulate(team, { replications: 400_000, signal: control.signal, onProgress: ({ stage, done }) => {
      if (stage === "simulating" && done > 50) control.abort();
    } });
    console.log(some.isComplete, some.worlds < 400_000);`);
  expect(executed).toMatchObject({ status: "ok", text: "false true\n" });
});

test("a run stopped before it has anything says so", async () => {
  const executed = await kernel.run(`
    setImmediate(() => setImmediate(() => process.kill(process.pid, "SIGINT")));
    try { await simulate(team, ${endless}); } catch (error) { console.log((error as Error).message); }`);
  expect(executed).toMatchObject({ status: "ok" });
  expect(executed.text).toContain(
    "simulation: it was stopped before any batch of worlds was finished; let it run a little longer",
  );
});
