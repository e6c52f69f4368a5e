import type { Estimate, Share } from "../foundation/maths/summary.js";
import type { Unit } from "../foundation/values/quantity.js";
import type { Comparison, ComparisonRow, Quantile, UnderResponse } from "../results/compare.js";

type Cell = string | number | undefined;

/**
 * Rows as comma-separated text: RFC 4180 (CRLF, quotes where needed, doubled inside). Text that a spreadsheet would take for a formula (it
 * starts with = + - @, a tab or a carriage return) gets an apostrophe in front; numbers are written as they are, in full.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");

function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : cell > 0 ? "infinity" : "'-infinity";
  const isFormula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(cell) && !isNumeric(cell);
  const safe = isFormula ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isNumeric = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);

const header = [
  ["outcome", "unit", "per", "direction", "design", "title", "role", "baseline", "response"],
  ["mean", "mean_standard_error", "mean_low", "mean_high"],
  ["p10", "p10_low", "p10_high", "p50", "p50_low", "p50_high", "p90", "p90_low", "p90_high", "budget", "reserve"],
  ["difference", "difference_standard_error", "difference_low", "difference_high"],
  ["better_share", "better_low", "better_high", "verdict"],
  ["luck_variance", "luck_variance_low", "luck_variance_high"],
  ["assumptions_variance", "assumptions_variance_low", "assumptions_variance_high"],
  ["response_variance", "response_variance_low", "response_variance_high"],
  ["scenario", "status", "worlds", "lucks_per_draw", "seed", "months", "version", "hash"],
].flat();

/**
 * A comparison in long form: one row for each outcome, design and response, in base units (shares 0–1, money in full). Quantiles are
 * those of the comparison's own response and stand in its rows only.
 */
export function comparisonCsv(comparison: Comparison): string {
  const { about } = comparison;
  const { lucksPerDraw = 1, ...from } = about;
  const source = [
    from.scenario,
    from.status,
    from.worlds,
    lucksPerDraw,
    from.seed,
    from.months,
    from.version,
    from.hash,
  ];
  const rows = comparison.rows.flatMap((row) =>
    row.responses.map((under) => [
      ...naming(comparison, row, under),
      ...estimateCells(under.mean),
      ...(under.response === comparison.response ? spreadCells(row) : new Array<undefined>(11).fill(undefined)),
      ...estimateCells(under.difference),
      ...shareCells(under.better),
      under.verdict,
      ...(under.response === comparison.response ? splitCells(row) : new Array<undefined>(9).fill(undefined)),
      ...source,
    ]),
  );
  return csv([header, ...rows]);
}

function naming(comparison: Comparison, row: ComparisonRow, under: UnderResponse): Cell[] {
  const outcome = comparison.outcomes.find((one) => one.name === row.outcome);
  const unit = outcome === undefined ? undefined : unitText(outcome.unit, comparison.about.currency);
  return [
    ...[row.outcome, unit, outcome?.per, outcome?.direction],
    ...[row.design, row.title, row.role, comparison.baseline, under.response],
  ];
}

const unitText = ({ dimension }: Unit, currency: string): string => dimension.replace("money", currency);

const estimateCells = (one: Estimate | undefined): Cell[] => [one?.mean, one?.standardError, one?.low, one?.high];

const quantileCells = (one: Quantile | undefined): Cell[] => [one?.value, one?.low, one?.high];

const shareCells = (one: Share | undefined): Cell[] => [one?.share, one?.low, one?.high];

/** Squares of the unit of the outcome. */
const splitCells = ({ varianceSplit: split }: ComparisonRow): Cell[] =>
  [split?.luck, split?.assumptions, split?.response].flatMap((one) => [one?.value, one?.low, one?.high]);

const spreadCells = ({ p10, p50, p90, budget, reserve }: ComparisonRow): Cell[] => [
  ...[p10, p50, p90].flatMap(quantileCells),
  budget,
  reserve,
];

/** Any result as JSON, indented; infinite limits, which JSON cannot hold, are written as the words "infinity" and "-infinity". */
export const resultJson = (result: object): string =>
  JSON.stringify(
    result,
    (_, value: unknown) =>
      typeof value === "number" && !Number.isFinite(value) ? (value > 0 ? "infinity" : "-infinity") : value,
    2,
  );
