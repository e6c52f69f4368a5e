import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "./folders.js";
import { makeNotebook, type Notebook, printNotebook } from "./notebook.js";
import type { Cell } from "./percent.js";
import { python } from "./python.js";

/** s. No cell of a notebook may take longer. */
const longestCell = 600;

/** The environment in which Jupyter finds a project's own kernel, before any other of that name. */
export const jupyterEnvironment = (project = root): NodeJS.ProcessEnv => ({
  ...process.env,
  JUPYTER_PATH: [join(project, ".jupyter"), process.env.JUPYTER_PATH].filter(Boolean).join(delimiter),
});

/**
 * Runs cells from top to bottom through Jupyter, with `folder` as the working directory and the kernel of `project`, and gives the notebook with its outputs, as
 * Jupyter left it. Throws where Jupyter itself fails; what a cell says on the error stream is in its outputs.
 */
export function execute(cells: readonly Cell[], folder: string, project = root): Notebook {
  const scratch = mkdtempSync(join(tmpdir(), "notebook-"));
  try {
    const before = join(scratch, "before.ipynb");
    const after = join(scratch, "after.ipynb");
    writeFileSync(before, printNotebook(makeNotebook(cells)));
    const args = ["-c", program, before, after, folder, String(longestCell)];
    const { status, stderr, stdout } = spawnSync(python, args, { encoding: "utf8", env: jupyterEnvironment(project) });
    if (status !== 0) throw new Error(`Jupyter fails:\n${stdout}${stderr}`);
    return JSON.parse(readFileSync(after, "utf8"));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** nbclient by its own interface: the command `jupyter execute` cannot set the working directory. */
const program = `
import sys, nbformat
from nbclient import NotebookClient
before, after, folder, timeout = sys.argv[1:]
notebook = nbformat.read(before, as_version=4)
NotebookClient(notebook, timeout=int(timeout), kernel_name="tslab", allow_errors=True, resources={"metadata": {"path": folder}}).execute()
nbformat.write(notebook, after)
`;
