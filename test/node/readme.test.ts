import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtUrl } from "./built.js";
import { rewardlab, temporaryFolder } from "./command.js";

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
    const { terminalReport } = (await import(
      builtUrl("report/comparison/terminal.js")
    )) as typeof import("../../src/report/comparison/terminal.js");
    const { flagshipRun } = (await import(
      builtUrl("docs-pages/flagship-run.js")
    )) as typeof import("../../src/docs-pages/flagship-run.js");
    page = terminalReport(await flagshipRun(root));
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
    const half = Number(/(?:worth most|net value): \+\d+ ± (\d+)\s+thousand/.exec(page)?.[1]);
    const smallest = Number(/interval starts above (\d+)/.exec(page.replaceAll("\n", " "))?.[1]);
    expect(2 * half).toBeLessThan(smallest);
  });

  test("its commands on one's own data run, and write what they say", async () => {
    const folder = temporaryFolder();
    const team = join(root, "data", "synthetic-team");
    for (const name of readdirSync(team)) copyFileSync(join(team, name), join(folder, name));
    copyFileSync(join(root, "scenarios", "plan-change.yaml"), join(folder, "plan.yaml"));
    const lines = blockAfter("run by a test: commands", "sh").trim().split("\n");
    const commands = lines.map((line) => line.replace(/^npx rewardlab /, "").replace(/ +#.*$/, ""));
    expect(new Set(commands.map((one) => one.split(" ")[0]))).toEqual(
      new Set(["tables", "payout", "backtest", "fit", "health"]),
    );
    // 1: fit says that leavers are not on the roster, health warns
    const codes: Readonly<Record<string, number>> = { fit: 1, health: 1 };
    for (const command of commands) {
      const { code, out, err } = await rewardlab(command.split(" "), { cwd: folder });
      expect(code, `${command}: ${err}`).toBe(codes[command.split(" ")[0] ?? ""] ?? 0);
      expect(out.length, command).toBeGreaterThan(500);
    }
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["fitted.yaml", "payouts.xlsx"]));
    const compared = await rewardlab(["compare", "fitted.yaml", "--replications", "10"], { cwd: folder });
    expect(compared.code, compared.err).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test("its lines of TypeScript run", () => {
    const folder = mkdtempSync(join(root, "node_modules", ".readme-"));
    try {
      const code = blockAfter("run by a test -->", "ts")
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
