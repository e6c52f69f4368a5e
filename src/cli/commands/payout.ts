import type { Command } from "commander";
import { refuse } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import { readScenario } from "../../node/files/read.js";
import { writeTables } from "../../node/spreadsheets/write-tables.js";
import { warn } from "../../node/terminal.js";
import type { Payouts } from "../../payout/data.js";
import { ofPerson, payoutTables } from "../../payout/lines/out.js";
import { payoutPage } from "../../report/payout/payout-page.js";
import { explain, payout } from "../../report/payout/payout-text.js";
import { resultJson } from "../../wording/csv.js";
import { deliver, expectWritable, formatOf } from "../console/output.js";
import { addTableOptions, readAsked, type TableFlags, yearAsked } from "./tables.js";

interface Options extends TableFlags {
  readonly design?: string;
  readonly roster: string;
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
  readonly measure: readonly string[];
  readonly change: readonly string[];
  readonly format?: string;
  readonly out?: string;
  readonly write?: string;
}

const examples = `
Examples:
  $ rewardlab payout plan.yaml --roster roster.csv --history history.csv
  $ rewardlab payout plan.yaml --roster roster.csv --history history.csv --write payouts.xlsx
  $ rewardlab payout plan.yaml --design new --roster team.xlsx --person SYN-M01 --measure "account revenue=revenue"
  $ rewardlab payout plan.yaml --design old --change 2024-07-01=new --roster roster.csv --history history.csv

How money is rounded, who is prorated and what happens to missing results stands under payout: in the scenario.
Exit codes: 0 everybody was paid; 1 somebody could not be, or rows of a table were left out; 2 bad input.
`;

const collect = (one: string, all: readonly string[]): string[] => [...all, one];

/** `account revenue=revenue` → the measure and its name in the data. */
export function writtenMeasureNames(written: readonly string[]): Record<string, string> | undefined {
  const pairs = written.map((text) => {
    const [, measure, name] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(text) ?? [];
    if (measure === undefined || name === undefined)
      return refuse("--measure", `cannot read "${text}"`, 'write "account revenue=revenue"');
    return [measure, name] as const;
  });
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

/** `2024-07-01=new` → a day and the design that holds from it on. */
const changesOf = (written: readonly string[]): { readonly from: string; readonly design: string }[] =>
  written.map((text) => {
    const [, from, design] = /^\s*(\d{4}-\d{2}-\d{2})\s*=\s*(.+?)\s*$/.exec(text) ?? [];
    if (from === undefined || design === undefined)
      return refuse("--change", `cannot read "${text}"`, "write a day and a design, such as 2024-07-01=new");
    return { from, design };
  });

const formats = ["table", "json", "html"] as const;

type Found = ReturnType<typeof payout> | ReturnType<typeof explain>;

function textOf(found: Found, format: (typeof formats)[number]): string {
  if (format === "json") return resultJson(found);
  return format === "html" ? payoutPage(found) : String(found);
}

/** Writes payouts, of one person where one is asked for: all tables as a workbook, or the one that matters as .csv. */
async function writePayouts(path: string, paid: Payouts, person: string | undefined): Promise<void> {
  const one = person === undefined ? paid : ofPerson(paid, person);
  const tables = payoutTables(one);
  const [first] = tables.filter(({ name }) => name === (person === undefined ? "payouts" : "lines"));
  const isCsv = path.toLowerCase().endsWith(".csv");
  await writeTables(isCsv ? [first ?? tables[0]!] : tables, path);
}

export const addPayout = (program: Command): Command =>
  addTableOptions(
    program
      .command("payout")
      .argument("<scenario>", "scenario file")
      .description(
        "Pays the people of a roster what a design gives them for the results of a history, to the cent; with --person, every line of how it came about.",
      )
      .requiredOption("--roster <file>", "table of people: .csv, .tsv, .txt or .xlsx")
      .option("--design <name>", "the design; the baseline unless given")
      .option("--person <id>", "explain what this person is paid, line by line")
      .option("--measure <measure=name>", "what a measure is called in the data; repeatable", collect, [])
      .option("--change <day=design>", "a plan that changes: the design from that day on; repeatable", collect, [])
      .option("--from <day>", "first day paid for, from which periods are counted; unless given the start of the year")
      .option("--to <day>", "last day paid for"),
  )
    .option("--format <name>", "table, json or html (a page)", "table")
    .option("--out <file>", "write there instead of printing")
    .option(
      "--write <file>",
      "also write a workbook, .xlsx: payouts, lines, dues; a .csv holds payouts, with --person lines",
    )
    .addHelpText("after", examples)
    .action(async (path: string, options: Options) => {
      const format = formatOf(options.format, formats);
      await expectWritable(options.out);
      await expectWritable(options.write);
      const scenario = await readScenario(path);
      const measures = writtenMeasureNames(options.measure);
      const read = await readAsked(options.roster, options, [scenario], measures);
      const lost = read.reconciliation.reduce((sum, { refused }) => sum + refused, 0);
      if (lost > 0) warn(`${plural(lost, "row")} left out; rewardlab tables says which and why\n`);
      const { from, to } = options;
      const terms = { measures, "fiscal year": yearAsked(options, [scenario]) };
      const changes = changesOf(options.change);
      const design = options.design ?? scenario.checked.baseline;
      const paid = payout(scenario, design, read.data, { from, to, terms, changes });
      const found = options.person === undefined ? paid : explain(paid, options.person);
      if (options.write !== undefined) await writePayouts(options.write, paid, options.person);
      await deliver(textOf(found, format), options.out, { isPrivate: true });
      if (paid.leftOut.length > 0 || paid.refused.length > 0) process.exitCode = 1;
    });
