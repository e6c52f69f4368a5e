import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds `dist` once before the tests of what is built: commands, threads, the package. */
export default function build(): void {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the build fails:\n${stdout}`);
}
