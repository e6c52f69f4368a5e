import type { Comparison, ComparisonRow } from "../analysis/compare.js";
import { headlineOutcome } from "../analysis/outcome-columns.js";
import type { Ranking } from "../analysis/ranking.js";
import { textTable, wrap } from "../foundation/text.js";
import {
  edgeUnit,
  estimateColumn,
  horizonText,
  nameText,
  oneLine,
  percent,
  placesFor,
  reachOf,
  rounded,
  shortened,
} from "./numbers.js";

/** Widest line of anything printed. */
export const pageWidth = 100;
const nameWidth = 30;

/** A comparison as text: one table an outcome, all designs, at most 100 characters wide. */
export function comparisonTable(comparison: Comparison): string {
  const { about, baseline, response, outcomes, rankings } = comparison;
  const heading = [
    `${oneLine(about.title)}: designs against ${nameText(baseline)}, response ${response}`,
    `mean and difference ± 95 % interval of Monte Carlo error; P10, P50 and P90 over ${rounded(about.worlds, 0)} worlds; ${horizonText(about.months)}; ${about.status}`,
  ];
  const tables = outcomes.map(({ name }) => {
    const ranking = name === headlineOutcome ? rankings.find((one) => one.outcome === name) : undefined;
    return [outcomeTable(comparison, name), ...(ranking ? [rankingLine(ranking)] : [])].join("\n");
  });
  return [heading.map((one) => wrap(one, pageWidth)).join("\n"), ...tables].join("\n\n");
}

/** One outcome of a comparison: designs down, what is known of them across. */
export function outcomeTable(comparison: Comparison, name: string): string {
  const outcome = comparison.outcomes.find((one) => one.name === name);
  const rows = comparison.rows.filter((one) => one.outcome === name);
  if (outcome === undefined || rows.length === 0) return `${name}: no design has a value`;
  const { currency } = comparison.about;
  const spreads = rows.flatMap(({ p10, p90 }) => [p10?.value ?? 0, p90?.value ?? 0]);
  const unit = edgeUnit(outcome.unit, currency, [...rows.map(({ mean }) => mean.mean), ...spreads]);
  const which = outcome.direction === "neither" ? "" : ` (${outcome.direction} is better)`;
  const others = responsesOf(rows).filter((one) => one !== comparison.response);
  const header = ["", "mean", "P10", "P50", "P90", "difference", "better in", ...others];
  const columns = [
    rows.map(({ design }) => nameText(design, nameWidth)),
    estimateColumn(
      rows.map(({ mean }) => mean),
      unit.factor,
    ),
    ...quantileColumns(rows, unit.factor),
    differenceColumn(rows, comparison, comparison.response, unit.factor),
    rows.map(({ better, design }) =>
      better === undefined || design === comparison.baseline ? "" : percent(better.share),
    ),
    ...others.map((response) => differenceColumn(rows, comparison, response, unit.factor)),
  ];
  const title = `${name}, ${labelOf(unit.label, outcome.per)}${which}`;
  return `${wrap(title, pageWidth)}\n${fitted(header, columns)}`;
}

/** A unit and what it is about, the year said once. */
const labelOf = (unit: string, per: string): string =>
  [/year/.test(per) ? unit.replace("/year", "") : unit, per].filter((one) => one !== "").join(" ");

/** Drops the quantiles when a table would be too wide, then the name is cut. */
function fitted(header: readonly string[], columns: readonly (readonly string[])[]): string {
  const full = tableOf(header, columns);
  if (widest(full) <= pageWidth) return full;
  const keep = header.map((one) => !/^P\d/.test(one));
  const fewer = columns.filter((_, k) => keep[k]);
  const room =
    widest(
      tableOf(
        header.filter((_, k) => keep[k]),
        fewer,
      ),
    ) - pageWidth;
  const names = fewer[0].map((one) => shortened(one, Math.max(8, nameWidth - Math.max(0, room))));
  return tableOf(
    header.filter((_, k) => keep[k]),
    [names, ...fewer.slice(1)],
  );
}

export const widest = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length));

/** Columns of cells as a table with a rule under its header; the first is left, the others right. */
export function tableOf(header: readonly string[], columns: readonly (readonly string[])[]): string {
  const rows = columns[0].map((_, r) => columns.map((column) => column[r]));
  const align = columns.map((_, k) => (k === 0 ? ("left" as const) : ("right" as const)));
  return textTable([header, ...rows], { align, header: true });
}

const responsesOf = (rows: readonly ComparisonRow[]): string[] => [
  ...new Set(rows.flatMap(({ responses }) => responses.map(({ response }) => response))),
];

function quantileColumns(rows: readonly ComparisonRow[], factor: number): string[][] {
  const places = placesFor(rows.map(({ mean }) => reachOf(mean) * factor));
  const of = (pick: (row: ComparisonRow) => { value: number } | undefined): string[] =>
    rows.map((row) => {
      const found = pick(row);
      return found === undefined ? "" : rounded(found.value * factor, places);
    });
  return [of(({ p10 }) => p10), of(({ p50 }) => p50), of(({ p90 }) => p90)];
}

function differenceColumn(
  rows: readonly ComparisonRow[],
  comparison: Comparison,
  response: string,
  factor: number,
): string[] {
  const found = rows.map((row) =>
    row.design === comparison.baseline ? undefined : row.responses.find((one) => one.response === response)?.difference,
  );
  return estimateColumn(found, factor, { sign: true }).map((cell, k) =>
    rows[k].design === comparison.baseline ? "baseline" : cell,
  );
}

function rankingLine({ designs }: Ranking): string {
  const often = [...designs]
    .sort((a, b) => b.best.share - a.best.share)
    .slice(0, 4)
    .filter(({ best }) => best.share > 0);
  const words = often.map(({ design, best }) => `${nameText(design, nameWidth)} ${percent(best.share)}`);
  return wrap(`Best in most worlds: ${words.join(", ")} of worlds.`, pageWidth);
}

/** A paragraph marked with a dash, its further lines indented under it. */
export const bullet = (text: string): string => `- ${wrap(text, pageWidth, 2).slice(2)}`;
