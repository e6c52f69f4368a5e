import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { names, notebookOf, notebooks, root, sourceOf } from "../../notebooks/tools/folders.js";
import { execute } from "../../notebooks/tools/jupyter.js";
import { complaints, normalise } from "../../notebooks/tools/notebook.js";
import { readCells } from "../../notebooks/tools/percent.js";
import { seen } from "../notebooks/outputs.js";

// npm test runs every notebook on the same kernel, JupyterLab the one of charts; what Jupyter's own client adds shows in the first and the last
const sample = names().filter((name) => /^(01|10)-/.test(name));

test.each(sample)("%s runs through Jupyter and shows what is committed", (name) => {
  const executed = execute(readCells(readFileSync(sourceOf(name), "utf8")), notebooks);
  expect(complaints(executed)).toEqual([]);
  expect(seen(normalise(executed))).toEqual(seen(JSON.parse(readFileSync(notebookOf(name), "utf8"))));
});

describe("the project's kernel", () => {
  const folder = mkdtempSync(join(tmpdir(), "a project "));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("starts in a folder whose name has blanks", () => {
    cpSync(join(root, ".jupyter"), join(folder, ".jupyter"), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    mkdirSync(join(folder, "notebooks"));
    const cell = { kind: "code" as const, text: 'import { version } from "rewardlab";\nconsole.log(version);' };
    const { cells } = execute([cell], join(folder, "notebooks"), folder);
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(cells[0].outputs).toMatchObject([{ name: "stdout" }]);
    expect(JSON.stringify(cells[0].outputs)).toContain(version);
  });
});
