import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds `dist` once before the tests of what is built: commands, threads, the package. */
export default function build(): void {
  for (const args of [["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], ["scripts/font-module.mjs"]]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(`the build fails:\n${stdout}${stderr}`);
  }
}
