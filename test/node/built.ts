import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./command.js";

/** The address of a built file: threads and imports of what is built start there. */
export const builtUrl = (path: string): string => pathToFileURL(join(root, "dist", path)).href;

/** The built package, with the types of its source. */
export const built = {
  index: async () => (await import(/* @vite-ignore */ builtUrl("index.js"))) as typeof import("../../src/index.js"),
  bytes: async () =>
    (await import(/* @vite-ignore */ builtUrl("subpaths/bytes.js"))) as typeof import("../../src/subpaths/bytes.js"),
  pool: async () =>
    (await import(/* @vite-ignore */ builtUrl("node/runs/pool.js"))) as typeof import("../../src/node/runs/pool.js"),
  compile: async () =>
    (await import(
      /* @vite-ignore */ builtUrl("simulation/compile.js")
    )) as typeof import("../../src/simulation/compile.js"),
};
