import { basename } from "node:path";
import type { Command } from "commander";
import { chart } from "../../charts/registry.js";
import { refuse } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import { saveFitted } from "../../node/files/fit.js";
import { readScenario } from "../../node/files/read.js";
import { save } from "../../node/files/save.js";
import { warn } from "../../node/terminal.js";
import { fit as fitScenario } from "../../report/tables/fit-text.js";
import { resultJson } from "../../wording/csv.js";
import { deliver, expectWritable, formatOf } from "../console/output.js";
import { writtenMeasureNames } from "./payout.js";
import { addTableOptions, readAsked, type TableFlags, yearAsked } from "./tables.js";

interface Options extends TableFlags {
  readonly roster: string;
  readonly today?: string;
  readonly leavers?: string;
  readonly measure: readonly string[];
  readonly out?: string;
  readonly chart?: string;
  readonly format?: string;
}

const examples = `
Examples:
  $ rewardlab fit plan.yaml --roster roster.csv --accounts accounts.csv --history history.csv
  $ rewardlab fit plan.yaml --roster team.xlsx --today bonus --leavers 6 --out calibrated.yaml --chart fitted.svg

Nothing is written without --out; what is written there is the scenario with the fitted numbers, their ranges and their source.
Exit codes: 0 calibrated; 1 something it takes could not be found, or rows of a table were left out; 2 bad input.
`;

const collect = (one: string, all: readonly string[]): string[] => [...all, one];

const formats = ["table", "json"] as const;

export const addFit = (program: Command): Command =>
  addTableOptions(
    program
      .command("fit")
      .argument("<scenario>", "scenario file to start from")
      .description(
        "Estimates team, accounts and luck from a roster, accounts and a history, each with its interval; refuses what the data cannot tell; simulates the fitted scenario and holds it against what was observed.",
      )
      .requiredOption("--roster <file>", "table of people: .csv, .tsv, .txt or .xlsx")
      .option(
        "--today <design>",
        "the design that stands for the scheme of the years observed; the baseline unless given",
      )
      .option("--leavers <number>", "managers who left in these years, where the roster does not say")
      .option("--measure <measure=name>", "what a measure is called in the data; repeatable", collect, []),
  )
    .option("--out <file>", "write the fitted scenario there, .yaml")
    .option("--chart <file>", "draw fitted beside observed there: .svg, .png, .html, .json or .csv")
    .option("--format <name>", "table or json", "table")
    .addHelpText("after", examples)
    .action(async (path: string, options: Options) => {
      const format = formatOf(options.format, formats);
      await expectWritable(options.out);
      await expectWritable(options.chart);
      const leavers = leaversOf(options.leavers);
      const scenario = await readScenario(path);
      const read = await readAsked(options.roster, options, [scenario]);
      const lost = read.reconciliation.reduce((sum, { refused }) => sum + refused, 0);
      if (lost > 0) warn(`${plural(lost, "row")} left out; rewardlab tables says which and why\n`);
      const found = fitScenario(scenario, read.data, {
        ...{ today: options.today, leavers, measures: writtenMeasureNames(options.measure) },
        fiscalYear: yearAsked(options, [scenario]),
        files: Object.fromEntries(read.reconciliation.map(({ table, file }) => [table, basename(file)])),
      });
      if (options.out !== undefined) await saveFitted(found, path, options.out);
      if (options.chart !== undefined) await save(chart.fittedObserved(found), options.chart);
      await deliver(format === "json" ? resultJson(found) : String(found), undefined);
      if (found.leftOut.length > 0 || !found.isCalibrated) process.exitCode = 1;
    });

function leaversOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return /^\d+$/.test(written.trim())
    ? Number(written)
    : refuse("--leavers", `expected a whole number, got "${written}"`, "write 6");
}
