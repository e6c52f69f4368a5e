import type { CostGroup, PlanCost } from "../../backtest/cost-data.js";
import type { Backtest } from "../../backtest/data.js";
import { list, note, type Piece, type TableColumn, table } from "../../foundation/text/sheet.js";
import { joinWords } from "../../foundation/text/text.js";
import { confidenceText, planText, shareText, wordsOf } from "../../wording/backtest-words.js";
import { columnsOf, numbersColumn } from "../../wording/columns.js";
import { nameText, rounded } from "../../wording/numbers.js";

/** Plan, and history where there are several. */
function plansColumns(costs: readonly Pick<PlanCost, "plan" | "history">[], { histories }: Backtest): TableColumn[] {
  const of = columnsOf(costs);
  const names = of.names("plan", ({ plan }) => plan);
  const on = of.words("history", ({ history }) => nameText(history, 20));
  return histories.length > 1 ? [names, on] : [names];
}

/** Columns that have something in them. */
const filled = (columns: readonly TableColumn[]): TableColumn[] =>
  columns.filter(({ cells }, k) => k === 0 || cells.some((cell) => cell !== ""));

export function costBlock(found: Backtest): Piece[] {
  const { costs, currency } = found;
  const { money } = wordsOf(found);
  const of = columnsOf(costs);
  const columns = [
    ...plansColumns(costs, found),
    of.numbers("people", ({ people }) => String(people)),
    of.numbers(`pay, ${currency}`, ({ pay }) => money(pay)),
    of.numbers("from", ({ interval }) => money(interval?.low)),
    of.numbers("to", ({ interval }) => money(interval?.high)),
    of.numbers("of salary", ({ ofSalary }) => shareText(ofSalary)),
    of.numbers("of revenue", ({ ofRevenue }) => shareText(ofRevenue, 2)),
    of.numbers("not paid", ({ refused }) => (refused.length === 0 ? "" : String(refused.length))),
  ];
  return [table("What each plan pays over all years", filled(columns)), ...formNotes(found)];
}

/** What else than cash paid at the close is in the pay, and what of it was lost or is owed. */
function formNotes(found: Backtest): Piece[] {
  const { named } = wordsOf(found);
  const lines = found.costs.flatMap((cost) => {
    const parts = [
      cost.raise === 0 ? "" : `${named(cost.raise)} of raises, counted for one year though they go on`,
      cost.value === 0 ? "" : `${named(cost.value)} of other value`,
      cost.forfeited === 0 ? "" : `${named(cost.forfeited)} deferred and lost by those who left`,
      cost.owed === 0 ? "" : `${named(cost.owed)} advanced and still owed`,
    ].filter((part) => part !== "");
    return parts.length === 0 ? [] : [`${planText(cost, found)} holds ${joinWords(parts)}`];
  });
  return lines.length === 0 ? [] : [list(lines)];
}

export function yearBlock(found: Backtest): Piece[] {
  const { money } = wordsOf(found);
  const rows = found.costs.flatMap((cost) => cost.years.map((year) => ({ cost, year })));
  if (new Set(rows.map(({ year }) => year.name)).size < 2) return [];
  const of = columnsOf(rows);
  const columns = [
    ...plansColumns(
      rows.map(({ cost }) => cost),
      found,
    ),
    of.words("year", ({ year }) => year.name),
    of.numbers("people", ({ year }) => String(year.people)),
    of.numbers(`pay, ${found.currency}`, ({ year }) => money(year.pay)),
    of.numbers("from", ({ year }) => money(year.interval?.low)),
    of.numbers("to", ({ year }) => money(year.interval?.high)),
    of.numbers("of salary", ({ year }) => shareText(year.ofSalary)),
    of.numbers("of revenue", ({ year }) => shareText(year.ofRevenue, 2)),
  ];
  return [table("By year, under the year in which periods close", filled(columns))];
}

/** Pay by segment or team, a column a plan. */
export function groupBlock(found: Backtest, by: "segments" | "teams"): Piece[] {
  const { money } = wordsOf(found);
  const word = by === "segments" ? "segment" : "team";
  return found.histories.flatMap((history) => {
    const costs = found.costs.filter((cost) => cost.history === history);
    const names = [...new Set(costs.flatMap((cost) => cost[by].map(({ name }) => name)))].sort();
    if (names.length === 0) return [];
    const group = (cost: PlanCost, name: string): CostGroup | undefined => cost[by].find((one) => one.name === name);
    const of = columnsOf(names);
    const columns = costs.flatMap((cost) => [
      of.numbers(nameText(cost.plan, 18), (name) => money(group(cost, name)?.pay)),
      of.numbers("of salary", (name) => shareText(group(cost, name)?.ofSalary)),
    ]);
    const people = of.numbers("people", (name) =>
      String(Math.max(...costs.map((one) => group(one, name)?.people ?? 0))),
    );
    const named = of.names(word, (name) => (name === "" ? `no ${word}` : name));
    const on = found.histories.length > 1 ? ` on ${nameText(history)}` : "";
    return [table(`By ${word}${on}, ${found.currency}`, [named, people, ...columns])];
  });
}

/** Whether pay follows performance, and how it is spread. */
export function spreadBlock(found: Backtest): Piece[] {
  const { costs } = found;
  const of = columnsOf(costs);
  const correlation = (read: "pearson" | "spearman") =>
    costs.map(({ follows }) => {
      if (follows === undefined) return "";
      const { value, interval } = follows[read];
      return `${rounded(value, 2)}${interval ? ` (${rounded(interval.low, 2)} to ${rounded(interval.high, 2)})` : ""}`;
    });
  const apart = costs.map(({ quartiles: one }) =>
    one === undefined || !(one.median > 0)
      ? ""
      : `${rounded(one.top / one.median, 2)} : 1 : ${rounded(one.bottom / one.median, 2)}`,
  );
  const columns = filled([
    ...plansColumns(costs, found),
    numbersColumn("Pearson", correlation("pearson")),
    numbersColumn("Spearman", correlation("spearman")),
    of.numbers("top 10 %", ({ uneven }) => shareText(uneven?.topTenth, 0)),
    of.numbers("top 20 %", ({ uneven }) => shareText(uneven?.topFifth, 0)),
    of.numbers("Gini", ({ uneven }) => (uneven === undefined ? "" : rounded(uneven.gini, 2))),
    numbersColumn("best : median : least", apart),
  ]);
  if (columns.length < 2) return [];
  const bases = [
    ...new Set(
      costs.flatMap(({ follows }) => (follows ? [`pay as a share of ${follows.of} with ${follows.against}`] : [])),
    ),
  ];
  const what =
    bases.length === 0
      ? ""
      : `Pearson and Spearman: correlation of ${joinWords(bases)}, ${confidenceText(found)} intervals. `;
  return [
    table("Whether pay follows performance, and how it is spread", columns),
    note(
      `${what}Top 10 % and 20 %: share of pay that goes to the best-paid people. Best and least: mean yearly pay of the quarters that perform most and least, against the median of all.`,
    ),
  ];
}
