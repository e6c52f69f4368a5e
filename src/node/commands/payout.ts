import type { Command } from "commander";
import { refuse } from "../../foundation/problem.js";
import { plural } from "../../foundation/text.js";
import { resultJson } from "../../present/csv.js";
import { explain, payout } from "../../present/payout-text.js";
import { readScenario } from "../read.js";
import { deliver, expectWritable, formatOf } from "./output.js";
import { addTableOptions, readAsked, type TableOptions } from "./tables.js";

interface Options extends TableOptions {
  readonly design?: string;
  readonly roster: string;
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
  readonly measure: readonly string[];
  readonly format?: string;
  readonly out?: string;
}

const examples = `
Examples:
  $ rewardlab payout plan.yaml --roster roster.csv --history history.csv
  $ rewardlab payout plan.yaml --design new --roster team.xlsx --person SYN-M01 --measure "account revenue=revenue"

How money is rounded, who is prorated and what happens to missing results stands under payout: in the scenario.
Exit codes: 0 everybody was paid; 1 somebody could not be, or rows of a table were left out; 2 bad input.
`;

const collect = (one: string, all: readonly string[]): string[] => [...all, one];

/** `account revenue=revenue` → the measure and its name in the data. */
function namesOf(written: readonly string[]): Record<string, string> | undefined {
  const pairs = written.map((text) => {
    const [, measure, name] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(text) ?? [];
    if (measure === undefined || name === undefined)
      return refuse("--measure", `cannot read "${text}"`, 'write "account revenue=revenue"');
    return [measure, name] as const;
  });
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

const formats = ["table", "json"] as const;

export const addPayout = (program: Command): Command =>
  addTableOptions(
    program
      .command("payout")
      .argument("<scenario>", "scenario file")
      .summary("pay a roster of people to the cent, and explain every line")
      .description(
        "Pays the people of a roster what a design gives them for the results of a history, to the cent; with --person, every line of how it came about.",
      )
      .requiredOption("--roster <file>", "table of people: .csv, .tsv, .txt or .xlsx")
      .option("--design <name>", "the design; the baseline unless given")
      .option("--person <id>", "explain what this person is paid, line by line")
      .option("--measure <measure=name>", "what a measure is called in the data; repeatable", collect, [])
      .option("--from <day>", "first day paid for, such as 2024-01-01; that of the results unless given")
      .option("--to <day>", "last day paid for"),
  )
    .option("--format <name>", "table or json", "table")
    .option("--out <file>", "write there instead of printing")
    .addHelpText("after", examples)
    .action(async (path: string, options: Options) => {
      const format = formatOf(options.format, formats);
      await expectWritable(options.out);
      const scenario = await readScenario(path);
      const read = await readAsked(options.roster, options);
      const { from, to } = options;
      const terms = { measures: namesOf(options.measure) };
      const paid = payout(scenario, options.design ?? scenario.checked.baseline, read.data, { from, to, terms });
      const found = options.person === undefined ? paid : explain(paid, options.person);
      await deliver(format === "json" ? resultJson(found) : String(found), options.out);
      const lost = read.reconciliation.reduce((sum, { refused }) => sum + refused, 0);
      if (lost > 0) process.stderr.write(`${plural(lost, "row")} left out; rewardlab tables says which and why\n`);
      if (lost > 0 || paid.refused.length > 0) process.exitCode = 1;
    });
