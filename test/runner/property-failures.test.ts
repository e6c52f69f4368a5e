import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** A property of many large tables that holds for none above some length. */
const failing = `
import fc from "fast-check";
import { expect, test } from "vitest";
const row = fc.record({ name: fc.string({ minLength: 40 }), values: fc.array(fc.double(), { minLength: 40 }) });
test("long tables are what they are not", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 20, maxLength: 60 }), (rows) => {
      expect(rows.map(({ name }) => name)).toEqual(rows.map(({ values }) => values));
    }),
    { seed: 5 },
  );
});
test("the same, later", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 20, maxLength: 60 }), async (rows) => {
      expect(rows).toEqual([]);
    }),
    { seed: 5 },
  );
});
`;

test("a property that fails prints less than 2 kB, with all it takes to run it again", () => {
  const folder = mkdtempSync(join(root, "node_modules", ".property-"));
  try {
    writeFileSync(join(folder, "failing.test.ts"), failing);
    const set = { setupFiles: [join(root, "test/runner/set-up.ts")], include: ["**/failing.test.ts"] };
    const config = { test: { ...set, exclude: [] } };
    writeFileSync(join(folder, "vitest.config.mjs"), `export default ${JSON.stringify(config)};`);
    const args = [join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", folder];
    const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, CI: "1" };
    const { stderr, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env });
    expect(status).toBe(1);
    const [, ...failures] = stderr.split(/^ FAIL /m);
    expect(failures).toHaveLength(2);
    for (const text of failures) {
      expect(text.length).toBeLessThan(2000);
      expect(text).toMatch(/again: \{ seed: 5, path: "0" \}$/m);
      expect(text).toMatch(/^for: \[\[\{"name":.* characters more\)$/m);
      expect(text).toMatch(/^because: AssertionError: expected \[/m);
      expect(text).toContain("failing.test.ts");
    }
    expect(failures[0]).toContain("toEqual(rows.map(");
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);

test("every property of this project fails that way, and in full where that is asked for", () => {
  const never = fc.property(fc.constant("x".repeat(4000)), () => false);
  const messageOf = (settings: { readonly verbose?: 1 }): string => {
    try {
      fc.assert(never, settings);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error("the property holds");
  };
  expect(messageOf({}).length).toBeLessThan(1200);
  expect(messageOf({ verbose: 1 })).toContain("x".repeat(4000));
});
