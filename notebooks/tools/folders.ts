import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the notebooks. */
export const notebooks = fileURLToPath(new URL("..", import.meta.url));

/** The project's own folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A notebook by its number and name, such as `01-first-comparison`. */
export const sourceOf = (name: string): string => join(notebooks, "src", `${name}.ts`);

export const notebookOf = (name: string): string => join(notebooks, `${name}.ipynb`);

/** Names of all notebooks, in order. */
export const names = (): readonly string[] =>
  readdirSync(join(notebooks, "src"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => basename(file, ".ts"))
    .sort();
