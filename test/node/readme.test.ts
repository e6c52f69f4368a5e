import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { built, builtUrl } from "./built.js";

const root = join(import.meta.dirname, "..", "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** The fenced block of that language that follows a marker. */
const blockAfter = (marker: string, language: string): string => {
  const from = readme.indexOf(`\`\`\`${language}\n`, readme.indexOf(marker)) + language.length + 4;
  return readme.slice(from, readme.indexOf("\n```", from) + 1);
};

describe("the README tells the truth", () => {
  let page: string;

  beforeAll(async () => {
    const { readScenario, simulate } = await built.index();
    const { terminalReport } = (await import(
      builtUrl("present/terminal.js")
    )) as typeof import("../../src/present/terminal.js");
    const scenario = await readScenario(join(root, "scenarios", "kam-flagship.yaml"));
    page = terminalReport({ ...(await simulate(scenario)), name: "scenarios/kam-flagship.yaml" });
  });

  test("the flagship prints what stands beside its scenario", async () => {
    await expect(`${page.trimEnd()}\n`).toMatchFileSnapshot(join(root, "scenarios", "kam-flagship.answer.txt"));
  });

  test("the picture in the README is the beginning of that page", () => {
    const shown = blockAfter("kam-flagship.answer.txt", "text");
    expect(shown.split("\n").length).toBeGreaterThan(15);
    expect(page).toContain(shown.trimEnd());
  });

  test("the headline interval is narrower than the smallest difference worth acting on", () => {
    const half = Number(/net value per\n?KAM|worth most: \+\d+ ± (\d+) thousand/.exec(page)?.[1]);
    const smallest = Number(/interval starts above (\d+)/.exec(page.replaceAll("\n", " "))?.[1]);
    expect(2 * half).toBeLessThan(smallest);
  });

  test("its lines of TypeScript run", () => {
    const folder = mkdtempSync(join(root, "node_modules", ".readme-"));
    try {
      const code = blockAfter("run by a test", "ts")
        .replace('"rewardlab"', JSON.stringify(builtUrl("index.js")))
        .replace('"scenarios/', JSON.stringify(join(root, "scenarios")).replace(/"$/, "/"));
      writeFileSync(join(folder, "lines.mjs"), code);
      const printed = execFileSync(process.execPath, [join(folder, "lines.mjs")], { cwd: folder, encoding: "utf8" });
      expect(printed).toContain("patient-bonus");
      expect(readFileSync(join(folder, "reports", "patient.svg"), "utf8")).toMatch(/^<svg.*patient-bonus/s);
      expect(printed.trim().split("\n").at(-1)).toMatch(/^(revenue-bonus|balanced-bonus|recognition|patient-bonus)$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
