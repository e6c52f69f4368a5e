import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hostileBooks, hostileBytes } from "../tables/hostile-books.js";
import { hostileTexts } from "../tables/hostile-texts.js";
import { execute, root, temporaryFolder } from "./command.js";

/** MB. Of the whole process, which takes some 70 before it reads anything. */
const mostMemory = 300;

const folder = temporaryFolder();
const meter = join(folder, "meter.mjs");
writeFileSync(
  meter,
  `import { writeFileSync } from "node:fs";
  process.on("exit", () => writeFileSync(process.env.METER, String(process.resourceUsage().maxRSS / 1024)));`,
);

/** Reads a file as a roster in a process of its own whose memory is bounded, and says how much it took at most. */
async function readRoster(name: string, bytes: string | Uint8Array) {
  const path = join(folder, name);
  const measured = `${path}.memory`;
  writeFileSync(path, bytes);
  const limits = ["--max-old-space-size=250", "--import", meter];
  const cli = join(root, "dist/cli/cli.js");
  const ended = await execute(process.execPath, [...limits, cli, "tables", path], { env: { METER: measured } });
  return { ...ended, memory: Number(readFileSync(measured, "utf8")) };
}

function expectBounded(
  { code, signal, out, err, memory }: Awaited<ReturnType<typeof readRoster>>,
  refusal: string | undefined,
): void {
  expect(memory).toBeGreaterThan(20);
  expect(memory).toBeLessThan(mostMemory);
  expect(signal).toBeNull();
  expect(err).not.toContain("internal failure");
  if (refusal === undefined) {
    expect({ code, err, people: /^1 person\b/m.test(out) }).toEqual({ code: 0, err: "", people: true });
    return;
  }
  expect([1, 2]).toContain(code);
  expect(`${out}${err}`.replace(/\s+/g, " ")).toContain(refusal);
}

describe("small files that ask for much are refused, or read to what they hold, in 300 MB", () => {
  test.each(Object.entries(hostileBooks))("a workbook: %s", async (name, { refusal }) => {
    const bytes = hostileBytes(name);
    expect(bytes.length).toBeLessThan(12e6);
    expectBounded(await readRoster("book.xlsx", bytes), refusal);
  });

  test.each(Object.entries(hostileTexts))("a text: %s", async (_, { text, refusal }) => {
    expectBounded(await readRoster("table.csv", text()), refusal);
  });
});
