import { describe, expect, test } from "vitest";
import { pilotsFor } from "../../src/simulation/equal-cost/hold.js";
import { root } from "../node/command.js";

/** What a benchmark finds, as little as a page can be made of. */
const found = {
  versions: { node: "v22", compiler: "", python: "", numpy: "" },
  race: {
    rows: [{ title: "RewardLab", missing: "nothing", median: 1 }],
    tasks: 51,
    worlds: 10,
    rounds: 3,
    drawing: 1,
    steps: 1e6,
  },
  ...{ profile: [], growth: [], latinHypercube: "" },
  cold: { help: 1, free: 1, held: 1 },
};

describe("the page of the benchmark", () => {
  test("names as many pilot worlds as the engine holds designs equal on, with their mirror images", async () => {
    const { page } = await import(/* @vite-ignore */ `${root}/bench/page.mjs`);
    expect(page(found)).toContain(`${2 * pilotsFor(560, { managers: 4, months: 72 })} for the flagship`);
  });
});
