import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notebooks } from "../../notebooks/tools/folders.js";
import { type Bundle, type Executed, type Kernel, startKernel } from "./kernel.js";

let kernel: Kernel;

beforeAll(async () => {
  kernel = await startKernel(notebooks);
  const ready = await kernel.run(`
    import { chart, compare, readScenario, show, simulate } from "rewardlab";
    const team = await readScenario("../scenarios/first-steps.yaml");
    const run = await simulate(team, { replications: 24 });
    const better = compare(run, { outcomes: ["net value"] });
    const view = chart.differences(better);`);
  expect(ready.outputs.filter(isStream)).toEqual([]);
});

afterAll(() => kernel?.stop());

const isStream = ({ output_type }: Executed["outputs"][number]): boolean => output_type === "stream";

/** The only output of a cell, which must be a display. */
async function displayed(code: string): Promise<Bundle> {
  const { status, outputs } = await kernel.run(code);
  expect({ status, types: outputs.map((one) => one.output_type) }).toEqual({ status: "ok", types: ["display_data"] });
  const [output] = outputs;
  return output.output_type === "display_data" ? output.data : {};
}

const pngSize = (data: Bundle): { width: number; height: number } => {
  const bytes = Buffer.from(String(data["image/png"]), "base64");
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};

const expectChart = (data: Bundle): void => {
  expect(Object.keys(data)).toEqual(["application/vnd.vegalite.v5+json", "image/png", "text/plain"]);
  expect(data["application/vnd.vegalite.v5+json"]).toMatchObject({
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
  });
  const { width, height } = pngSize(data);
  expect(Math.abs(width - 2 * 720)).toBeLessThan(20);
  expect(height).toBeGreaterThan(200);
  expect(data["text/plain"]).toContain("Bonus on revenue");
};

describe("the last line of a cell shows itself", () => {
  test("a scenario and a comparison as text and HTML, without anything on the streams", async () => {
    for (const name of ["team", "better"]) {
      const data = await displayed(name);
      expect(Object.keys(data)).toEqual(["text/html", "text/plain"]);
      expect(data["text/html"]).toMatch(/^<(pre|div|table)/);
      expect(data["text/plain"]).toContain("First steps");
    }
  });

  test("a chart as a live chart, a picture and text in one output", async () => {
    expectChart(await displayed("view"));
  });

  test("also where the chart is made in the cell that loads the package", async () => {
    const fresh = await startKernel(notebooks);
    try {
      const { outputs } = await fresh.run(`
        import { chart, readScenario } from "rewardlab";
        const team = await readScenario("../scenarios/first-steps.yaml");
        chart.payoutCurves(team)`);
      expect(outputs.map((one) => one.output_type)).toEqual(["display_data"]);
      expect(outputs[0]).toMatchObject({ data: { "image/png": expect.stringMatching(/^iVBOR/) } });
    } finally {
      await fresh.stop();
    }
  });

  test("inside other data it is text, and nothing is displayed beside it", async () => {
    const { outputs } = await kernel.run("[better, 7]");
    expect(outputs.map((one) => one.output_type)).toEqual(["stream"]);
    expect(outputs[0]).toMatchObject({ text: expect.stringContaining("designs against revenue-bonus") });
  });

  test("line breaks printed later stay", async () => {
    const { outputs } = await kernel.run('console.log(better); console.log(""); console.log("after");');
    expect(outputs.map((one) => one.output_type)).toEqual(["display_data", "stream"]);
    expect(outputs[1]).toMatchObject({ text: "\nafter\n" });
  });
});

describe("show", () => {
  test("shows in the middle of a cell, in order", async () => {
    const { outputs } = await kernel.run('console.log("before"); await show(view); console.log("after");');
    expect(outputs.map((one) => one.output_type)).toEqual(["stream", "display_data", "stream"]);
    expectChart(outputs[1].output_type === "display_data" ? outputs[1].data : {});
  });

  test("shows anything else as Node prints it", async () => {
    expect(await displayed("await show({ a: [1, 2] })")).toEqual({ "text/plain": "{ a: [ 1, 2 ] }" });
    expect(await displayed('await show("words")')).toEqual({ "text/plain": "words" });
  });

  test("leaves charts with very much data to the picture", async () => {
    const data = await displayed(`
      const padded = { ...view, spec: { ...view.spec, usermeta: "x".repeat(400_001) }, toString: () => "big" };
      await show(padded)`);
    expect(Object.keys(data)).toEqual(["image/png", "text/plain"]);
  });

  test("says what cannot be painted", async () => {
    const { outputs } = await kernel.run(`
      try { await show({ ...view, spec: { mark: "no such mark", data: { values: [] } } }); } catch (error) { console.log("refused"); }`);
    expect(outputs).toMatchObject([{ output_type: "stream", text: "refused\n" }]);
  });
});

test("two charts on one line are both there before the cell ends", async () => {
  const { outputs } = await kernel.run("console.log(view, view);");
  expect(outputs.filter((one) => one.output_type === "display_data").length).toBe(2);
});

test("tables of danfo.js come and go by name, typed, and print themselves", async () => {
  const { status, outputs } = await kernel.run(`
    import { fromFrame, toFrame } from "rewardlab-notebooks/frames";
    const frame = toFrame(better);
    const back: number = fromFrame(frame).length - better.rows.length;
    console.log(back);
    frame.groupby(["role"]).col(["mean mean"]).count()`);
  expect({ status, streams: outputs.map((one) => one.output_type) }).toEqual({ status: "ok", streams: ["stream"] });
  expect(outputs[0]).toMatchObject({
    name: "stdout",
    text: expect.stringMatching(/^0\n[\s\S]*mean mean_count[\s\S]*flat top-up/),
  });
});
