import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { sheetText } from "../../foundation/text/sheet-text.js";
import { type HeldName, heldNames } from "../../model/outcomes/held.js";
import { makeFolder } from "../../node/files/files.js";
import { readScenario } from "../../node/files/read.js";
import { readRunOptions } from "../../node/runs/run-options.js";
import { warn } from "../../node/terminal.js";
import { equalitiesSheet } from "../../report/comparison/equalities-text.js";
import { compareWithRemarks } from "../../report/comparison/remarks.js";
import { terminalReport } from "../../report/comparison/terminal.js";
import { longComparison } from "../../report/data-tables/comparison.js";
import { equalInstead, equalities, heldIn } from "../../results/equalities.js";
import type { Run } from "../../simulation/data.js";
import { resultJson } from "../../wording/csv.js";
import { tableCsvText } from "../../wording/table-csv.js";
import { deliver, expectWritable, formatOf } from "../console/output.js";
import { addRunOptions, type RunFlags, runAsked, runOf } from "../console/running.js";

const formats = ["table", "csv", "json"] as const;

const examples = `
Examples:
  $ rewardlab compare scenarios/kam-flagship.yaml
  $ rewardlab compare scenarios/kam-flagship.yaml --replications 200 --horizon "3 years" --seed 7
  $ rewardlab compare scenarios/kam-flagship.yaml --precision "5000 EUR"
  $ rewardlab compare scenarios/kam-flagship.yaml --report reports/kam-flagship
  $ rewardlab compare scenarios/kam-flagship.yaml --format csv --out differences.csv
  $ rewardlab compare scenarios/kam-flagship.yaml --equal "cost, certainty equivalent"
  $ rewardlab compare runs/kam-flagship.rewardlab
`;

export const addCompare = (program: Command): Command =>
  addRunOptions(
    program
      .command("compare")
      .argument("<scenario>", "scenario file, or a saved run (.rewardlab)")
      .description(
        "Simulates every design in the same worlds and compares each with the baseline: paired differences with 95 % intervals.",
      ),
  )
    .option("--format <name>", "table, csv or json", "table")
    .option("--out <file>", "write there instead of printing")
    .option(
      "--equal <kinds>",
      'make designs equal in one outcome after another and show them side by side: "cost, expected pay, certainty equivalent"',
    )
    .option("--report <folder>", "also write report.html and its charts there")
    .addHelpText("after", examples)
    .action(async (path: string, options: CompareOptions) => {
      const format = formatOf(options.format, formats);
      await expectWritable(options.out);
      if (options.equal !== undefined) return compareEqualities(path, format, options, options.equal);
      if (options.report !== undefined) makeFolder(options.report);
      const run = await runOf(path, options);
      const out = leftAlone(run, options.out) ? undefined : options.out;
      await deliver(reportOf(run, format, out), out, { isStyled: out === undefined && isColourful() });
      if (options.report === undefined || leftAlone(run, join(options.report, "report.html"))) return;
      await writeReport(run, options.report, options.quiet === true);
    });

/** Whether a run that was interrupted would take the place of a file that is there: then it stays, and that is said. */
function leftAlone({ isComplete }: Run, place: string | undefined): boolean {
  if (isComplete || place === undefined || !existsSync(place)) return false;
  warn(`${place} stays as it was: this run is not complete\n`);
  return true;
}

interface CompareOptions extends RunFlags {
  readonly format: string;
  readonly out?: string;
  readonly report?: string;
  readonly equal?: string;
}

/** The same designs equal in one outcome after another: the file's own first, for the others have its baseline in common. */
async function compareEqualities(
  path: string,
  format: (typeof formats)[number],
  options: CompareOptions,
  written: string,
): Promise<void> {
  const { format: _format, out, report, equal: _equal, ...asked } = options;
  if (report !== undefined) refuse("--report", "has no page for kinds of equality", "leave out --report or --equal");
  if (format === "csv") refuse("--format", "csv holds one comparison", "write --format json");
  if (path.endsWith(".rewardlab"))
    refuse("--equal", "a saved run is equal in what it was run for", "give its scenario file instead");
  const understood = readRunOptions(await readScenario(path), asked, "--");
  const { scenario } = understood;
  const others = equalitiesAsked(written).filter((one) => one !== heldIn(scenario));
  const isQuiet = options.quiet === true;
  const runs = [await runAsked(understood, isQuiet)];
  for (const one of others)
    runs.push(await runAsked({ ...understood, scenario: equalInstead(scenario, runs[0], one) }, isQuiet));
  const found = equalities(runs);
  const text = format === "json" ? resultJson(found) : sheetText(equalitiesSheet(found));
  await deliver(text, out, { isStyled: false });
}

/** Kinds of equality as written: names of outcomes, "cost" for short. */
function equalitiesAsked(written: string): HeldName[] {
  const names = written.split(",").map((one) => one.trim().toLowerCase());
  return names.map((name) => {
    const found = heldNames.find((one) => one === name || (one === "reward cost" && name === "cost"));
    const known = ["cost", ...heldNames];
    return found ?? refuse("--equal", `"${name}" is nothing designs can be made equal in`, didYouMean(name, known));
  });
}

/** Writes page and charts, and says on the error stream where they are: the answer itself is what the output stream is for. */
async function writeReport(run: Run, folder: string, isQuiet: boolean): Promise<void> {
  const { saveReport } = await import("../../node/files/report.js");
  const [page, ...pictures] = await saveReport(run, folder);
  if (!isQuiet) warn(`\nreport: ${page}, with ${pictures.length} pictures beside it\n`);
}

function reportOf(run: Run, format: (typeof formats)[number], out: string | undefined): string {
  switch (format) {
    case "table":
      return terminalReport(run, { colour: out === undefined && isColourful() });
    case "csv":
      return tableCsvText(longComparison(compareWithRemarks(run)));
    case "json":
      return resultJson(compareWithRemarks(run));
  }
}

/** Colour is for terminals of people who want it (no-color.org). */
const isColourful = (): boolean => process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== "dumb";
