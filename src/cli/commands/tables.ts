import type { Command } from "commander";
import { peopleTables } from "../../employee-data/out.js";
import { type TableName, tableKinds } from "../../employee-data/read-people.js";
import type { DecimalMark } from "../../foundation/tables/cells/number-text.js";
import type { DateOrder } from "../../foundation/tables/periods/date-text.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { type FiscalYear, readFiscalYear, yearText } from "../../foundation/values/fiscal-year.js";
import { currencyOf } from "../../foundation/values/unit-words.js";
import { type PeopleFiles, readPeople } from "../../node/spreadsheets/tables.js";
import { writeTables } from "../../node/spreadsheets/write-tables.js";
import { fiscalYearOf, ratingsOfPlans } from "../../payout/terms.js";
import type { Scenario } from "../../scenario/scenario.js";
import { resultJson } from "../../wording/csv.js";
import { deliver, expectWritable, formatOf } from "../console/output.js";

const examples = `
Examples:
  $ rewardlab tables data/synthetic-team/roster.csv --history data/synthetic-team/history.csv
  $ rewardlab tables team.xlsx --sheet roster=People --write clean.xlsx
  $ rewardlab tables roster.csv --column roster.salary=Grundgehalt --decimal , --dates "day first"

Exit codes: 0 every row was used or blank; 1 rows with faults were left out; 2 a table cannot be read.
`;

/** What commands that read tables take from the command line. */
export interface TableFlags {
  readonly accounts?: string;
  readonly history?: string;
  readonly transactions?: string;
  readonly sheet: readonly string[];
  readonly column: readonly string[];
  readonly ignore: readonly string[];
  readonly currency?: string;
  readonly decimal?: string;
  readonly dates?: string;
  readonly fiscalYear?: string;
}

interface Options extends TableFlags {
  readonly format?: string;
  readonly out?: string;
  readonly write?: string;
}

const collect = (one: string, all: readonly string[]): string[] => [...all, one];

/** `roster.salary=Grundgehalt` → table, key, name; the key is empty for `roster=People`. */
function assignment(
  option: string,
  text: string,
): { readonly table: TableName; readonly key: string; readonly name: string } {
  const [, left = "", name = ""] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  const [first = "", ...rest] = left.split(".");
  const kind = tableKinds.find((one) => one.name === first.trim());
  const key = rest.join(".").trim();
  const example = option === "--column" ? "roster.salary=Grundgehalt" : "roster=People";
  if (name === "" || (key === "") === (option === "--column"))
    refuse(option, `cannot read "${text}"`, `write ${example}`);
  if (kind === undefined) {
    const names = tableKinds.map((one) => one.name);
    return refuse(option, `unknown table "${first}"`, didYouMean(first, names));
  }
  return { table: kind.name as TableName, key, name: name.trim() };
}

function filesOf(roster: string, options: TableFlags): PeopleFiles {
  const { accounts, history, transactions } = options;
  const paths: Partial<Record<TableName, string | undefined>> = { roster, accounts, history, transactions };
  const sheets = new Map(
    options.sheet.map((one) => assignment("--sheet", one)).map(({ table, name }) => [table, name]),
  );
  const source = (table: TableName) => {
    const sheet = sheets.get(table);
    const file = paths[table] ?? (sheet === undefined ? undefined : roster);
    return file === undefined ? undefined : { file, sheet };
  };
  return {
    roster: source("roster")!,
    accounts: source("accounts"),
    history: source("history"),
    transactions: source("transactions"),
  };
}

function writtenAs({ currency, decimal, dates }: TableFlags) {
  const code = currency === undefined ? undefined : currencyOf(currency);
  if (currency !== undefined && code === undefined)
    refuse("--currency", `unknown currency "${currency}"`, "write a code such as EUR");
  const marks: readonly string[] = [".", ","];
  if (decimal !== undefined && !marks.includes(decimal))
    refuse("--decimal", `unknown mark "${decimal}"`, 'write "." or ","');
  const order = dates?.replace(/[\s_-]+/, " ");
  if (order !== undefined && order !== "day first" && order !== "month first") {
    refuse("--dates", `unknown order "${dates}"`, 'write "day first" or "month first"');
  }
  return { currency: code, decimal: decimal as DecimalMark | undefined, dates: order as DateOrder | undefined };
}

/** The fiscal year a command line says; refused where a plan says another. */
function yearOf(text: string, ofPlan: FiscalYear | undefined): FiscalYear {
  const year = readFiscalYear(text);
  if ("fault" in year) return refuse("--fiscal-year", year.fault, year.remedy);
  if (ofPlan !== undefined && yearText(ofPlan) !== yearText(year))
    refuse("--fiscal-year", `the plan's fiscal year ${yearText(ofPlan)}`, "leave it out, or change the plan");
  return year;
}

function columnsOf(options: TableFlags) {
  const columns: { [name in TableName]?: Record<string, string> } = {};
  for (const { table, key, name } of options.column.map((one) => assignment("--column", one))) {
    columns[table] = { ...columns[table], [key]: name };
  }
  const ignored: { [name in TableName]?: string[] } = {};
  for (const { table, name } of options.ignore.map((one) => assignment("--ignore", one))) {
    ignored[table] = [...(ignored[table] ?? []), name];
  }
  return { columns, ignored };
}

const formats = ["table", "json"] as const;

/** Adds what says how a firm's tables are to be read, the roster aside. */
export const addTableOptions = (command: Command): Command =>
  command
    .option("--accounts <file>", "accounts, a row a year or a column a year")
    .option("--history <file>", "results of past periods, a row a measure or a column a measure")
    .option("--transactions <file>", "sales and other events, a row each")
    .option("--sheet <table=name>", "sheet of a workbook; repeatable", collect, [])
    .option("--column <table.field=header>", "what a column is, by header or letter; repeatable", collect, [])
    .option("--ignore <table=header>", "column to leave alone; repeatable", collect, [])
    .option("--currency <code>", "currency of all amounts; others are faults")
    .option("--decimal <mark>", 'decimal mark, "." or ",", where the numbers do not tell')
    .option("--dates <order>", '"day first" or "month first", where the dates do not tell')
    .option("--fiscal-year <words>", '"April, named by its end" or "July, named by its start": what FY 2025 means');

/** The fiscal year of plans, or the one a command line says; plans with several are refused. */
export function yearAsked({ fiscalYear }: TableFlags, plans: readonly Scenario[]): FiscalYear | undefined {
  const years = new Map(plans.map(fiscalYearOf).map((year) => [year && yearText(year), year]));
  if (years.size > 1) {
    const texts = [...years.keys()].map((text) => text ?? "is that of the calendar");
    refuse("payout.fiscal year", `the year of one plan ${texts.join(", that of another ")}`, "give both the same");
  }
  const [ofPlan] = [...years.values()];
  return fiscalYear === undefined ? ofPlan : yearOf(fiscalYear, ofPlan);
}

/** Reads the tables a command line names, for plans where they are for some. */
export const readAsked = (
  roster: string,
  options: TableFlags,
  plans: readonly Scenario[] = [],
  measures?: Readonly<Record<string, string>>,
): ReturnType<typeof readPeople> => {
  const fiscalYear = yearAsked(options, plans);
  return readPeople(filesOf(roster, options), {
    ...writtenAs(options),
    ...columnsOf(options),
    fiscalYear,
    ratings: ratingsOfPlans(plans, measures),
  });
};

export const addTables = (program: Command): Command =>
  addTableOptions(
    program
      .command("tables")
      .argument("<roster>", "table of people: .csv, .tsv, .txt or .xlsx; a workbook may hold the other tables too")
      .description(
        "Reads tables of people, accounts, results and transactions; shows what each column was taken as, reconciles rows and sums, and lists every fault with sheet, row and column.",
      ),
  )
    .option("--format <name>", "table or json", "table")
    .option("--out <file>", "write the report there instead of printing")
    .option("--write <file>", "write what was read as a workbook, .xlsx")
    .addHelpText("after", examples)
    .action(async (roster: string, options: Options) => {
      const format = formatOf(options.format, formats);
      const { out, write } = options;
      await expectWritable(out);
      await expectWritable(write);
      const read = await readAsked(roster, options);
      const { data, ...report } = read;
      if (write !== undefined) await writeTables(peopleTables(data, read.currency), write);
      await deliver(format === "json" ? resultJson(report) : String(read), out, { isPrivate: true });
      if ((data.reading?.leftOut ?? []).length > 0) process.exitCode = 1;
    });
