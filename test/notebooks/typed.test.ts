import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notebooks } from "../../notebooks/tools/folders.js";
import { assumptions } from "../../src/model/assumptions.js";
import { type Kernel, startKernel } from "./kernel.js";

let kernel: Kernel;

/** ms. After a cell that failed the kernel drops what comes at once. */
const grace = 500;

beforeAll(async () => {
  kernel = await startKernel(notebooks);
  const ready = await kernel.run(`
    import { compare, defineScenario, edit, simulate } from "rewardlab";
    const study = defineScenario({
      rewardlab: 2,
      title: "Typed",
      horizon: "1 year",
      designs: {
        today: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [{ kind: "cash bonus", "at target": "9 000 EUR/year" }] },
        fixed: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [] },
      },
      run: { worlds: 4 },
    });
    const run = await simulate(study);`);
  expect(ready).toMatchObject({ status: "ok", text: "done: simulating 4 of 4" });
}, 60_000);

afterAll(() => kernel?.stop());

describe("in a cell", () => {
  test("every section can be set and names of designs are known", async () => {
    const { status, text } = await kernel.run(`
      const changed = edit(study, (file) => {
        file.assumptions.hollow = "10 %";
        file.designs.today.period = "1 year";
        file.run.seed = 2;
      });
      console.log(changed.file.assumptions?.hollow, compare(run, { baseline: "fixed" }).baseline);`);
    expect({ status, text }).toEqual({ status: "ok", text: "10 % fixed\n" });
  });

  test.each([
    ["an assumption", 'edit(study, (file) => { file.assumptions.holow = "0.1"; })', "Did you mean 'hollow'?"],
    ["a design", 'compare(run, { baseline: "fixd" })', `Did you mean '"fixed"'?`],
    ["an outcome", 'compare(run, { outcomes: ["net valeu"] })', `Did you mean '"net value"'?`],
  ])("%s that is misspelt does not compile, and the near name is said", async (_what, code, near) => {
    const { status, text } = await kernel.run(code);
    expect(status).toBe("error");
    expect(text).toContain(near);
    await pause(grace);
  });

  test("names complete", async () => {
    const words = Object.entries(assumptions).filter(([, { section }]) => section === "assumptions");
    const offered = await kernel.complete("edit(study, (file) => { file.assumptions.");
    for (const name of ["hollow", "impatience", "pulled"]) {
      expect(words.map(([one]) => one)).toContain(name);
      expect(offered).toContain(name);
    }
    expect(await kernel.complete("edit(study, (file) => { file.designs.")).toEqual(
      expect.arrayContaining(["today", "fixed"]),
    );
  });
});
