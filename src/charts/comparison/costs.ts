import { refuse } from "../../foundation/text/problem.js";
import type { Comparison, ComparisonRow, Quantile } from "../../results/compare.js";
import type { AnyOutcomeName } from "../../scenario/schema/file-types.js";
import { edgeUnit, horizonText, nameText, placesFor, rounded, unitText } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { aComparison } from "../definition/inputs.js";
import { along, coloured, down } from "../definition/marks.js";
import { capital, designLabels, intervalText, isOverlapping, limits, shownOutcome } from "../definition/shown.js";
import type { VegaLite } from "../drawing/view.js";

export interface CostsOptions extends ChartOptions {
  /** A cost to the firm, such as `cash cost`; reward cost unless given. */
  readonly outcome?: AnyOutcomeName | undefined;
}

/** px */
const rowHeight = 26;

const parts = ["P10 to P50 (budget)", "P50 to P90 (reserve)"] as const;

/** What designs cost over the worlds: the budget that is enough in half of them, and the reserve that is enough in nine of ten. */
export const costs = defineChart<Comparison, CostsOptions>({
  name: "costs",
  takes: aComparison,
  summary: "Cost at P10, P50 and P90 by design: budget = P50, reserve = P90 − P50, with 95 % intervals.",
  draw(comparison, options): UnframedChart {
    const shown = shownOf(comparison, options.outcome);
    const { rows, factor, label, outcome } = shown;
    const names = designLabels(rows);
    const points = rows.map(({ p10, p50, p90 }, k) => ({
      design: names[k],
      p10: p10.value * factor,
      budget: p50.value * factor,
      p90: p90.value * factor,
      reserve: (p90.value - p50.value) * factor,
      ...renamed("budget", p50, factor),
      ...renamed("p90", p90, factor),
    }));
    const sums = rows.map((row) => writtenParts(row, shown).join(" + "));
    return {
      title: saying(shown),
      subtitle: `${capital(outcome.name)} over the worlds, ${label}, ${horizonText(comparison.about.months)}, response ${comparison.response}${later(outcome.name)}. Bar from P10 to P90, marks at P50 and P90, lines: their 95 % intervals (Monte Carlo error). On the right: budget (P50) + reserve (P90 − P50)`,
      about: comparison.about,
      columns: [
        { name: "design", title: "design" },
        { name: "p10", title: `P10, ${label}` },
        { name: "budget", title: "budget = P50" },
        { name: "budgetLow", title: "95 % from" },
        { name: "budgetHigh", title: "to" },
        { name: "p90", title: "P90" },
        { name: "p90Low", title: "95 % from" },
        { name: "p90High", title: "to" },
        { name: "reserve", title: "reserve = P90 − P50" },
      ],
      rows: points,
      left: names,
      right: sums,
      panel: (space) => panel(space, points, sums, names, label),
    };
  },
});

function renamed(name: string, interval: Quantile, factor: number): Record<string, number | null> {
  const { low, high } = limits(interval, factor);
  return { [`${name}Low`]: low, [`${name}High`]: high };
}

type CostRow = ComparisonRow & { readonly p10: Quantile; readonly p50: Quantile; readonly p90: Quantile };

/** Designs with a cost, least first; the yardstick without reward and the first best are no plans to budget for. */
function shownOf(comparison: Comparison, asked: string | undefined) {
  const outcome = shownOutcome(comparison, asked, ["reward cost", "cash cost"]);
  const rows = comparison.rows
    .filter((row) => row.outcome === outcome.name && (row.role === "design" || row.role === "flat top-up"))
    .filter((row): row is CostRow => row.budget !== undefined && row.p10 !== undefined)
    .sort((a, b) => a.p90.value - b.p90.value);
  const budgeted = [...new Set(comparison.rows.filter((row) => row.budget !== undefined).map((row) => row.outcome))];
  if (rows.length === 0)
    refuse(
      "outcome",
      `nobody budgets for "${outcome.name}"`,
      budgeted.length === 0 ? "compare a cost, such as reward cost" : `expected ${budgeted.join(" or ")}`,
    );
  const { factor, label } = edgeUnit(
    outcome.unit,
    comparison.about.currency,
    rows.map(({ p90 }) => p90.value),
  );
  const reaches = rows.map(({ p90 }) => ((p90.high - p90.low) / 2) * factor);
  const most = Math.max(...rows.map(({ p90 }) => Math.abs(p90.value) * factor));
  const places = Math.max(most < 100 ? 1 : 0, placesFor(reaches, [most]) - 1);
  return { rows, outcome, factor, label: unitText(label, outcome.per), places };
}

function panel(
  space: Space,
  points: readonly Record<string, unknown>[],
  sums: readonly string[],
  names: readonly string[],
  label: string,
): VegaLite {
  const { colours } = space.theme;
  const y = down("design", names, space);
  const line = (name: "budget" | "p90") => [
    {
      data: { values: points.filter((one) => one[`${name}Low`] !== null) },
      mark: { type: "rule", strokeWidth: 1.5, color: colours.ink },
      encoding: { y, x: { field: `${name}Low`, type: "quantitative" }, x2: { field: `${name}High` } },
    },
    {
      mark: { type: "tick", thickness: 2.5, height: 16, color: colours.ink },
      encoding: { y, x: { field: name, type: "quantitative" } },
    },
  ];
  const bars = points.flatMap(({ design, p10, budget, p90 }) => [
    { design, part: parts[0], from: p10, to: budget },
    { design, part: parts[1], from: budget, to: p90 },
  ]);
  return {
    width: space.width,
    height: Math.max(2, names.length) * rowHeight,
    data: { values: points },
    layer: [
      {
        data: { values: bars },
        mark: { type: "bar", height: { band: 0.8 } },
        encoding: {
          y,
          x: along("x", "from", { title: label, format: ",~f" }, space),
          x2: { field: "to" },
          color: coloured("part", parts, [colours.quiet, colours.categories[1 % colours.categories.length]], space),
        },
      },
      ...line("budget"),
      ...line("p90"),
      {
        data: { values: names.map((design, k) => ({ design, text: sums[k] })) },
        mark: { type: "text", align: "left", baseline: "middle", x: space.width + 8 },
        encoding: { y, text: { field: "text" } },
      },
    ],
  };
}

/** Budget and reserve, rounded so that they add up to P90 as it is written. */
function writtenParts({ p50, p90 }: CostRow, { factor, places }: { factor: number; places: number }): [string, string] {
  const written = ({ value }: Quantile): number => Number((value * factor).toFixed(Math.max(0, places)));
  return [rounded(written(p50), places), rounded(written(p90) - written(p50), places)];
}

/** Who needs least and who most to be safe in nine worlds of ten. */
function saying({ rows: all, factor, label, places }: ReturnType<typeof shownOf>): string {
  const own = all.filter(({ role }) => role === "design");
  const rows = own.length > 0 ? own : all;
  const [least, most] = [rows[0], rows[rows.length - 1]];
  const number = (value: number): string => rounded(value * factor, places);
  const whole = ({ p90 }: CostRow): string => `${number(p90.value)}${intervalText(p90, factor, places)}`;
  const [budget, reserve] = writtenParts(least, { factor, places });
  const name = ({ title }: CostRow): string => `"${nameText(title)}"`;
  if (rows.length === 1)
    return `${name(least)} needs a budget of ${budget} and a reserve of ${reserve} ${label}: ${whole(least)} together`;
  if (isOverlapping(least.p90, most.p90))
    return `Designs cannot be told apart by what they need: budget and reserve come to ${number(least.p90.value)} to ${number(most.p90.value)} ${label}`;
  const among = own.length > 0 && all[0] !== least ? "Of the designs " : "";
  return `${among}${name(least)} needs least money: budget ${budget} and reserve ${reserve} make ${whole(least)} ${label}; ${name(most)} needs most: ${whole(most)}`;
}

/** Cash leaves out what a design promises: said where cash is shown, or a plan that pays late would look cheap. */
const later = (outcome: string): string =>
  outcome === "cash cost" ? "; what is promised but paid after the horizon is not in it" : "";
