import { readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "vite";
import { expect, test } from "vitest";
import { parseScenario } from "../../src/scenario/scenario.js";
import { simulate } from "../../src/simulation/simulate.js";
import { encodeRun } from "../../src/simulation/storage/run-bytes.js";
import { root, small, temporaryFolder } from "../node/command.js";

/** Every subpath, and the file it leads to: all of them run in browsers. */
const exported: Readonly<Record<string, { readonly default: string }>> = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).exports).filter(
    ([name]) => !/^[.]$|json$/.test(name),
  ) as [string, { readonly default: string }][],
);

/** One script for a browser that sets `result` on its global object. */
async function bundle(script: string): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "entry.js"), script);
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    resolve: {
      alias: Object.fromEntries(
        Object.entries(exported).map(([name, { default: path }]) => [`rewardlab/${name.slice(2)}`, join(root, path)]),
      ),
    },
    build: { write: false, minify: false, lib: { entry: join(folder, "entry.js"), formats: ["iife"], name: "page" } },
  });
  const [{ output }] = built as unknown as { output: { code: string }[] }[];
  return output.map(({ code }) => code).join("\n");
}

test("the core and every subpath run in a browser: no module of Node, and the same bits", async () => {
  const code = await bundle(`
    import { encodeRun } from "rewardlab/bytes";
    import { parseScenario, simulate } from "rewardlab/core";
    ${Object.keys(exported)
      .map((name, k) => `import * as entry${k} from "rewardlab/${name.slice(2)}";`)
      .join("\n")}
    globalThis.entries = [${Object.keys(exported).map((_, k) => `Object.keys(entry${k}).length`)}];
    globalThis.result = simulate(parseScenario(${JSON.stringify(small)}, { name: "small.yaml" }), { replications: 4 }).then(encodeRun);`);
  expect(code.length).toBeGreaterThan(100_000);
  expect(code).not.toMatch(/["']node:|vite.browser.external/);
  expect(code).not.toMatch(/\bprocess\.(?:cwd|argv|exit|stdout)\b/);
  for (const name of builtinModules) expect(code).not.toContain(`require("${name}")`);
  const page: Record<string, unknown> = { TextEncoder, TextDecoder, setTimeout, MessageChannel, structuredClone, URL };
  page.globalThis = page;
  runInNewContext(code, page);
  expect(Object.keys(exported)).toContain("./paint");
  for (const size of page.entries as number[]) expect(size).toBeGreaterThan(2);
  const run = await simulate(parseScenario(small, { name: "small.yaml" }), { replications: 4 });
  expect(Buffer.from((await page.result) as Uint8Array)).toEqual(Buffer.from(encodeRun(run)));
});
