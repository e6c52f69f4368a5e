import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { names, notebookOf, sourceOf } from "../../notebooks/tools/folders.js";
import type { Notebook } from "../../notebooks/tools/notebook.js";
import { readCells } from "../../notebooks/tools/percent.js";
import { charts } from "../notebooks/outputs.js";
import { findChromium } from "./chromium.js";
import { type Lab, results, startLab } from "./lab.js";

/** Notebooks a person opens first; enough to see that what all of them use is painted. */
const opened = names().filter((name) => /^(01|06)-/.test(name));

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
});

/** As far as a picture's colours are read. */
interface Canvas {
  readonly width: number;
  readonly height: number;
  getContext(kind: "2d"): { getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } };
}

/** As far as JupyterLab's own objects are used. */
interface Application {
  readonly jupyterapp: {
    readonly commands: { execute(id: string): Promise<unknown> };
    readonly shell: {
      readonly currentWidget: {
        readonly sessionContext?: { readonly session?: { readonly kernel?: KernelState } };
      } | null;
    };
  };
}

interface KernelState {
  readonly status: string;
  readonly connectionStatus: string;
}

/** Runs every cell as the menu does, once the kernel is there; the promise is kept when the last has ended. */
async function runAll(page: Page): Promise<void> {
  const isReady = (): boolean => {
    const { jupyterapp } = globalThis as unknown as Application;
    const kernel = jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
    return kernel?.status === "idle" && kernel.connectionStatus === "connected";
  };
  await page.waitForFunction(isReady, undefined, { timeout: 60_000 });
  // A page that is still being put together now and then takes the command and runs nothing; a person would choose it again.
  for (let attempt = 0; attempt < 3; attempt++) {
    await page.evaluate(async () => {
      const { jupyterapp } = globalThis as unknown as Application;
      await jupyterapp.commands.execute("notebook:run-all-cells");
    });
    const hasRun = await page
      .locator(".jp-OutputArea-output")
      .first()
      .waitFor({ timeout: 20_000 })
      .then(
        () => true,
        () => false,
      );
    if (hasRun) return;
  }
}

/** Distinct colours in the picture of each live chart, and how much of it is not background, 0–1. */
const inks = (page: Page): Promise<{ colours: number; ink: number }[]> =>
  page.locator(liveCharts).evaluateAll((canvases: Canvas[]) =>
    canvases.map((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const counts = new Map<number, number>();
      for (let k = 0; k < data.length; k += 4) {
        const colour = (data[k] << 16) | (data[k + 1] << 8) | data[k + 2];
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return { colours: counts.size, ink: 1 - Math.max(...counts.values()) / (data.length / 4) };
    }),
  );

const liveCharts = ".jp-OutputArea-output .vega-embed canvas";
const errors = ["stderr", "error"].map((kind) => `[data-mime-type="application/vnd.jupyter.${kind}"]`).join(", ");

describe.each(opened)("%s in JupyterLab", (name) => {
  let lab: Lab;

  // A server of its own for each: JupyterLab opens again what was open before, and the commands go to whichever comes first.
  beforeAll(async () => {
    lab = await startLab({ [name]: readCells(readFileSync(sourceOf(name), "utf8")) });
  });

  afterAll(async () => {
    await lab?.stop();
  });

  test("runs from top to bottom and paints every chart", async () => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(lab.address(name), { waitUntil: "domcontentloaded" });
    await page.locator(".jp-Notebook .jp-CodeCell").first().waitFor({ timeout: 60_000 });
    await runAll(page);
    const committed: Notebook = JSON.parse(readFileSync(notebookOf(name), "utf8"));
    const expected = charts(committed);
    if (expected > 0)
      await page
        .locator(liveCharts)
        .nth(expected - 1)
        .waitFor({ timeout: 120_000 });
    for (const [k, output] of (await page.locator(".jp-CodeCell .jp-Cell-outputWrapper").all()).entries())
      if (await output.isVisible()) await output.screenshot({ path: join(results, `${name}-${k + 1}.png`) });
    expect(await page.locator(errors).allTextContents()).toEqual([]);
    const codeCells = committed.cells.filter((cell) => cell.cell_type === "code");
    const prompts = await page.locator(".jp-CodeCell .jp-InputPrompt").allTextContents();
    expect(prompts).toEqual(codeCells.map((_, k) => `[${k + 1}]:`));
    const painted = await inks(page);
    expect(painted.length).toBe(expected);
    for (const { colours, ink } of painted) {
      // an empty chart is one colour; texts, axes and marks cover some per cent in many shades
      expect(colours).toBeGreaterThan(20);
      expect(ink).toBeGreaterThan(0.02);
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});
