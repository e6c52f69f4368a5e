import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import buildPackage from "../node/build.js";

/** Builds the package and what notebooks use, once, before the tests that run notebooks. */
export default function build(): void {
  buildPackage();
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const args = ["node_modules/typescript/bin/tsc", "-p", "notebooks/tools"];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`the build of the notebooks' tools fails:\n${stdout}`);
}
