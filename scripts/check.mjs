// Format and lint, types, and architecture, side by side; prints what each says once it is done. Run: npm run check
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { resolve } = createRequire(import.meta.url);

const checks = {
  "format and lint": [join(dirname(resolve("@biomejs/biome/package.json")), "bin", "biome"), "check", "."],
  types: [resolve("typescript/bin/tsc")],
  architecture: [join(dirname(resolve("vitest/package.json")), "vitest.mjs"), "run", "--project=architecture"],
};

/** Whether the check passed. */
const passes = ([name, args]) =>
  new Promise((done) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { cwd: root });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => (text += part));
    child.on("close", (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${text.trim()}\n${name}: ${code === 0 ? "fine" : "FAILS"} (${seconds} s)\n`);
      done(code === 0);
    });
  });

const passed = await Promise.all(Object.entries(checks).map(passes));
process.exitCode = passed.every(Boolean) ? 0 : 1;
