import { basename } from "node:path";
import type { Command } from "commander";
import type { Backtest } from "../../backtest/data.js";
import { backtestTables } from "../../backtest/out.js";
import type { BacktestHistory, BacktestPlan } from "../../backtest/request.js";
import { breakEven } from "../../charts/tables/break-even.js";
import { quartiles } from "../../charts/tables/quartiles.js";
import { winnersLosers } from "../../charts/tables/winners-losers.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import { readScenario } from "../../node/files/read.js";
import { save } from "../../node/files/save.js";
import { writeTables } from "../../node/spreadsheets/write-tables.js";
import { warn } from "../../node/terminal.js";
import { backtestPage } from "../../report/backtest/backtest-page.js";
import { backtest } from "../../report/backtest/backtest-text.js";
import type { Scenario } from "../../scenario/scenario.js";
import { resultJson } from "../../wording/csv.js";
import { tableCsvText } from "../../wording/table-csv.js";
import { deliver, expectWritable, formatOf } from "../console/output.js";
import { writtenMeasureNames } from "./payout.js";
import { addTableOptions, readAsked, type TableFlags, yearAsked } from "./tables.js";

interface Options extends TableFlags {
  readonly roster: string;
  readonly also: readonly string[];
  readonly old?: string;
  readonly new: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly measure: readonly string[];
  readonly revenue?: string;
  readonly breakEven: boolean;
  readonly resamples?: string;
  readonly seed?: string;
  readonly confidence?: string;
  readonly format?: string;
  readonly out?: string;
  readonly write?: string;
  readonly chart: readonly string[];
}

const examples = `
Examples:
  $ rewardlab backtest plan.yaml --roster roster.csv --history history.csv --old today --new proposal
  $ rewardlab backtest plan.yaml --roster team.xlsx --new other.yaml#bonus --write backtest.xlsx --chart winners.svg
  $ rewardlab backtest plan.yaml --roster roster.csv --history good.csv --also bad=bad.csv --old proposal

Performance is held constant: nobody works differently because of another plan. rewardlab run says what behaviour adds.
Exit codes: 0 everybody was paid under every plan; 1 somebody could not be, or rows of a table were left out; 2 bad input.
`;

const collect = (one: string, all: readonly string[]): string[] => [...all, one];

const formats = ["table", "json", "csv", "html"] as const;

const charts = { "winners-losers": winnersLosers, "break-even": breakEven, quartiles } as const;

type ChartName = keyof typeof charts;

export const addBacktest = (program: Command): Command =>
  addTableOptions(
    program
      .command("backtest")
      .argument("<scenario>", "scenario file")
      .description(
        "Pays a roster for the results of a history under an old plan and new ones, to the cent: cost by year, team and person, who wins and loses, what each must reach to break even, whether pay follows performance.",
      )
      .requiredOption("--roster <file>", "table of people: .csv, .tsv, .txt or .xlsx")
      .option(
        "--old <design>",
        "the plan others are held against: a design, or other.yaml#design; the baseline unless given",
      )
      .option("--new <design>", "a new plan: a design, or other.yaml#design; repeatable", collect, [])
      .option("--also <name=file>", "another history of the same people, such as bad=bad.csv; repeatable", collect, [])
      .option("--measure <measure=name>", "what a measure is called in the data; repeatable", collect, [])
      .option("--revenue <measure>", "measure of the data that is revenue; that of the accounts unless given")
      .option("--from <day>", "first day paid for, from which periods are counted; unless given the start of the year")
      .option("--to <day>", "last day paid for")
      .option("--no-break-even", "leave out what each must reach: quicker for many people")
      .option("--resamples <n>", "how often people are drawn again for intervals; 2000 unless given")
      .option("--seed <n>", "of the draws; 1 unless given")
      .option("--confidence <share>", "of intervals; 0.95 unless given"),
  )
    .option("--format <name>", "table, json, csv or html (a page with charts)", "table")
    .option("--out <file>", "write there instead of printing")
    .option("--write <file>", "also write a workbook: cost, winners and losers, break-even by person")
    .option(
      "--chart <[name=]file>",
      "also write a chart, .svg or .png: winners-losers unless named, break-even, quartiles; repeatable",
      collect,
      [],
    )
    .addHelpText("after", examples)
    .action(async (path: string, options: Options) => {
      const format = formatOf(options.format, formats);
      const pictures = options.chart.map(pictureOf);
      for (const file of [options.out, options.write, ...pictures.map((one) => one.file)]) await expectWritable(file);
      const plans = await plansOf(path, options);
      const scenarios = plans.map(({ scenario }) => scenario);
      const { histories, lost } = await historiesOf(options, scenarios);
      if (lost > 0) warn(`${plural(lost, "row")} left out; rewardlab tables says which and why\n`);
      const found = backtest(plans, histories, settingsOf(options, scenarios));
      if (options.write !== undefined) await writeTables(backtestTables(found), options.write);
      for (const { name, file } of pictures) await save(charts[name](found), file, { isPrivate: true });
      await deliver(await reportOf(found, format), options.out, { isPrivate: true });
      const isAllPaid = found.costs.every(({ refused }) => refused.length === 0);
      if (found.leftOut.length > 0 || !isAllPaid) process.exitCode = 1;
    });

/** `design` of the scenario, or `other.yaml#design`. */
async function plansOf(path: string, options: Options): Promise<BacktestPlan[]> {
  const known = new Map<string, Scenario>([[path, await readScenario(path)]]);
  const own = known.get(path)!;
  const asked = [options.old ?? own.checked.baseline, ...options.new];
  const plans: BacktestPlan[] = [];
  for (const text of asked) {
    const at = text.lastIndexOf("#");
    const [file, design] = at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [path, text];
    const scenario = known.get(file) ?? (await readScenario(file));
    known.set(file, scenario);
    if (scenario.checked.designs[design] === undefined)
      refuse(
        text === asked[0] ? "--old" : "--new",
        `unknown design "${design}"`,
        didYouMean(design, Object.keys(scenario.checked.designs)),
      );
    plans.push({ scenario, design, name: at > 0 && file !== path ? `${basename(file)}#${design}` : design });
  }
  return plans;
}

/** The history asked for and the others, with how many rows were left out of them. */
async function historiesOf(
  options: Options,
  plans: readonly Scenario[],
): Promise<{ readonly histories: BacktestHistory[]; readonly lost: number }> {
  const others = options.also.map((text) => {
    const [, name, file] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(text) ?? [];
    if (name === undefined || file === undefined) return refuse("--also", `cannot read "${text}"`, "write bad=bad.csv");
    return { name, file };
  });
  const histories: BacktestHistory[] = [];
  let lost = 0;
  for (const { name, file } of [{ name: "history", file: options.history }, ...others]) {
    const read = await readAsked(
      options.roster,
      file === undefined ? options : { ...options, history: file },
      plans,
      writtenMeasureNames(options.measure),
    );
    lost += read.reconciliation.reduce((sum, { refused }) => sum + refused, 0);
    histories.push({ data: read.data, name });
  }
  return { histories, lost };
}

function settingsOf(options: Options, plans: readonly Scenario[]) {
  const number = (name: "resamples" | "seed" | "confidence"): number | undefined => {
    const text = options[name];
    if (text === undefined) return undefined;
    const value = text.trim().endsWith("%") ? Number(text.trim().slice(0, -1)) / 100 : Number(text);
    return Number.isFinite(value) ? value : refuse(`--${name}`, `cannot read "${text}"`, "write a number");
  };
  const measures = writtenMeasureNames(options.measure);
  return {
    ...{ from: options.from, to: options.to, revenue: options.revenue, breakEven: options.breakEven },
    ...{ resamples: number("resamples"), seed: number("seed"), confidence: number("confidence") },
    terms: { ...(measures && { measures }), "fiscal year": yearAsked(options, plans) },
  };
}

function pictureOf(text: string): { readonly name: ChartName; readonly file: string } {
  const names = Object.keys(charts) as ChartName[];
  const at = text.indexOf("=");
  if (at < 0) return { name: names[0], file: text };
  const name = names.find((one) => one === text.slice(0, at).trim());
  return name === undefined
    ? refuse("--chart", `unknown chart "${text.slice(0, at)}"`, didYouMean(text.slice(0, at), names))
    : { name, file: text.slice(at + 1) };
}

async function reportOf(found: Backtest, format: (typeof formats)[number]): Promise<string> {
  switch (format) {
    case "table":
      return String(found);
    case "json":
      return resultJson(found);
    case "csv":
      return tableCsvText(backtestTables(found)[found.changes.length > 0 ? 2 : 1]);
    case "html":
      return backtestPage(found);
  }
}
