import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, test } from "vitest";

const core = fileURLToPath(new URL("../../src/core.ts", import.meta.url));

/** The code a browser would get for an entry, all dependencies included. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry, formats: ["es"], fileName: "core" } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((one) => ("output" in one ? one.output : []))
    .map((chunk) => (chunk.type === "chunk" ? chunk.code : ""))
    .join("\n");
}

test.skipIf(!existsSync(core))("core bundles for a browser and needs nothing of Node", async () => {
  const code = await bundle(core);
  expect(code.length).toBeGreaterThan(100_000);
  expect(code).not.toMatch(/(?:from|import|require)\s*\(?\s*["']node:/);
  // what a bundler leaves in place of a module it had to drop
  expect(code).not.toMatch(/vite.browser.external/);
  expect(code).not.toMatch(/\bprocess\.(?:cwd|argv|exit|stdout)\b/);
});
