import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { names, notebookOf, notebooks, sourceOf } from "./folders.js";
import { execute } from "./jupyter.js";
import { cellsOf, complaints, makeNotebook, type Notebook, normalise, printNotebook } from "./notebook.js";
import { type Cell, readCells, writeCells } from "./percent.js";
import { ensureJupyter } from "./python.js";

const usage = `npm run notebooks [-- NUMBER…] [-- --no-run | --pull]

  builds notebooks/*.ipynb from notebooks/src/*.ts and runs them through Jupyter
  NUMBER    only these, such as 01
  --no-run  build only; outputs of unchanged cells are kept
  --pull    the other way: writes notebooks/src/*.ts from notebooks edited in Jupyter
`;

const read = (name: string): Notebook | undefined =>
  existsSync(notebookOf(name)) ? JSON.parse(readFileSync(notebookOf(name), "utf8")) : undefined;

const source = (name: string): readonly Cell[] => {
  try {
    return readCells(readFileSync(sourceOf(name), "utf8"));
  } catch (error) {
    throw new Error(`notebooks/src/${name}.ts: ${(error as Error).message}`);
  }
};

function chosen(wanted: readonly string[]): readonly string[] {
  const all = names();
  const unknown = wanted.find((one) => !all.some((name) => name.startsWith(one)));
  if (unknown !== undefined) throw new Error(`no notebook starts with "${unknown}"; there are ${all.join(", ")}`);
  return wanted.length === 0 ? all : all.filter((name) => wanted.some((one) => name.startsWith(one)));
}

/** Builds and runs one notebook; the file changes only when every cell went well. */
function run(name: string): void {
  const started = Date.now();
  const executed = execute(source(name), notebooks);
  const said = complaints(executed);
  if (said.length > 0) throw new Error(`${name}: ${said.join("\n\n")}`);
  writeFileSync(notebookOf(name), printNotebook(normalise(executed)));
  console.log(`${name}: run in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function main(args: readonly string[]): void {
  const flags = args.filter((arg) => arg.startsWith("-"));
  if (flags.some((flag) => !["--no-run", "--pull"].includes(flag))) {
    console.log(usage);
    return;
  }
  const wanted = chosen(args.filter((arg) => !arg.startsWith("-")));
  if (flags.includes("--pull")) {
    for (const name of wanted) {
      const notebook = read(name);
      if (notebook) writeFileSync(sourceOf(name), writeCells(cellsOf(notebook)));
    }
  } else if (flags.includes("--no-run")) {
    for (const name of wanted) writeFileSync(notebookOf(name), printNotebook(makeNotebook(source(name), read(name))));
  } else {
    ensureJupyter(console.log);
    for (const name of wanted) run(name);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
