import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { names, notebookOf, notebooks, root, sourceOf } from "../../notebooks/tools/folders.js";
import { makeNotebook, type Notebook, normalise, printNotebook, textOf } from "../../notebooks/tools/notebook.js";
import { readCells } from "../../notebooks/tools/percent.js";
import { startKernel } from "./kernel.js";
import { seen } from "./outputs.js";

const committed = (name: string): Notebook => JSON.parse(readFileSync(notebookOf(name), "utf8"));

const cellsOf = (name: string) => readCells(readFileSync(sourceOf(name), "utf8"));

test("notebooks pass the strict type check", () => {
  const args = ["node_modules/typescript/bin/tsc", "-p", "notebooks"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect(stdout).toBe("");
}, 120_000);

test("there are notebooks, each with its built file and nothing else", () => {
  expect(names()).toContain("01-first-comparison");
  expect(names().filter((name) => !existsSync(notebookOf(name)))).toEqual([]);
});

describe.each(names())("%s", (name) => {
  test("the built notebook is its source, as the builder writes it", () => {
    const notebook = committed(name);
    const built = makeNotebook(cellsOf(name), notebook);
    expect(readFileSync(notebookOf(name), "utf8"), "run: npm run notebooks").toBe(printNotebook(built));
    expect(built.cells.map((cell) => textOf(cell.source))).toEqual(cellsOf(name).map((cell) => cell.text));
  });

  test("runs on the kernel without a complaint and shows what is committed", async () => {
    const kernel = await startKernel(notebooks);
    try {
      const cells = [];
      for (const cell of makeNotebook(cellsOf(name)).cells) {
        if (cell.cell_type !== "code") continue;
        const { status, outputs, text } = await kernel.run(textOf(cell.source));
        expect(outputs.filter((one) => one.output_type === "stream" && one.name === "stderr")).toEqual([]);
        expect(status, text).toBe("ok");
        cells.push({ ...cell, outputs });
      }
      const fresh = normalise({ ...committed(name), cells });
      expect(seen(fresh)).toEqual(seen(committed(name)));
    } finally {
      await kernel.stop();
    }
  }, 300_000);
});
