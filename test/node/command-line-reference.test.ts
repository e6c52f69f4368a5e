import { appendFileSync, copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { wholeCommandLine } from "../../src/cli/console/command-line.js";
import { commandExamples } from "../../src/docs-pages/reference/command-examples.js";
import { commandLinePage, examplesOf, shellWords } from "../../src/docs-pages/reference/command-line-page.js";
import { expectMade } from "../docs-pages/made.js";
import { rewardlab, root, temporaryFolder } from "./command.js";

const page = readFileSync(join(root, "docs", "reference", "command-line.md"), "utf8");
const program = await wholeCommandLine();
const commands = program.commands.filter((one) => one.name() !== "help");

/** What the lines find there. */
function prepared(): string {
  const folder = temporaryFolder();
  const team = join(root, "data", "synthetic-team");
  for (const name of readdirSync(team)) copyFileSync(join(team, name), join(folder, name));
  cpSync(join(root, "data", "evidence"), join(folder, "evidence"), { recursive: true });
  copyFileSync(join(root, "scenarios", "first-steps.yaml"), join(folder, "first-steps.yaml"));
  copyFileSync(join(root, "scenarios", "first-steps.yaml"), join(folder, "held.yaml"));
  appendFileSync(join(folder, "held.yaml"), "hold: { reward cost: 18 000 EUR/year }\n");
  copyFileSync(join(root, "scenarios", "plan-change.yaml"), join(folder, "plan.yaml"));
  copyFileSync(join(root, "test", "scenario", "version-1", "first-steps.yaml"), join(folder, "old.yaml"));
  writeFileSync(join(folder, "sales.csv"), "manager,date,measure,amount\nSYN-M01,2024-03-01,revenue,1000 EUR\n");
  return folder;
}

/** 1: what is asked has a remark, as the page says; health warns, and fit is told of no leavers. */
const codeOf = (line: string): number =>
  line.startsWith("health ") || (line.startsWith("fit ") && !line.includes("--leavers")) ? 1 : 0;

const isOfTables = (line: string): boolean => /^(tables|payout|backtest|fit) /.test(line);

describe("the reference of the command line", () => {
  test("is what `npm run docs` writes", () => {
    expectMade("docs/reference/command-line.md", commandLinePage(program));
  });

  test("has every command, argument and option, each option with a meaning and in a line of its command", () => {
    expect(commands.length).toBeGreaterThan(15);
    for (const command of commands) {
      const [, after = ""] = page.split(`\n## ${command.name()}\n`);
      const section = after.split("\n## ")[0];
      for (const one of command.registeredArguments)
        expect(section).toMatch(new RegExp(`^\\| \`[<[]${one.name()}[>\\]]\` \\|`, "m"));
      const written = new Set(examplesOf(command.name()).flatMap(shellWords));
      for (const option of command.options) {
        expect(section).toContain(`| \`${option.flags}\` |`);
        expect(option.description.length, `${command.name()} ${option.flags}`).toBeGreaterThan(5);
        expect(written.has(option.long ?? ""), `${command.name()} ${option.long} has no example`).toBe(true);
      }
    }
  });

  test.concurrent.each([
    ["of simulations", commandExamples.filter((line) => !isOfTables(line))],
    ["of a firm's tables", commandExamples.filter(isOfTables)],
  ])(
    "its lines %s run",
    async (_which, lines) => {
      const cwd = prepared();
      for (const line of lines) {
        const { code, err } = await rewardlab(shellWords(line), { cwd });
        expect(code, `rewardlab ${line}\n${err}`).toBe(codeOf(line));
      }
    },
    300_000,
  );
});
