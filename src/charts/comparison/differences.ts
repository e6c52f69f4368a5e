import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { differenceOf } from "../../foundation/values/quantity.js";
import { headlineOutcome } from "../../results/basis/outcome-columns.js";
import type { Comparison, ComparisonRow } from "../../results/compare.js";
import { intervalPlace, turned } from "../../results/statistics/interval-place.js";
import type { AnyOutcomeName } from "../../scenario/schema/file-types.js";
import type { RunOutcome } from "../../simulation/data.js";

import { edgeUnit, estimateText, horizonText, nameText, oneLine, rounded, unitText } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type UnframedChart } from "../definition/chart.js";
import { aComparison } from "../definition/inputs.js";
import { along, bandOver, coloured, down, ruleAt } from "../definition/marks.js";

export interface DifferencesOptions extends ChartOptions {
  /** Net value, or else the first outcome of the comparison, unless given. */
  readonly outcome?: AnyOutcomeName | undefined;
}

/** px */
const rowHeight = 24;

const kinds = ["better", "worse", "not settled"] as const;

/** Paired differences of every design from the baseline, best first. */
export const differences = defineChart<Comparison, DifferencesOptions>({
  name: "differences",
  takes: aComparison,
  summary:
    "Paired differences from the baseline with 95 % intervals, best first, beside the smallest difference worth acting on.",
  draw(comparison, options, theme): UnframedChart {
    const { outcome, rows, smallest, unit, label } = shownOf(comparison, options.outcome);
    const points = rows.map(({ title, role, verdict, difference }) => ({
      design: oneLine(title),
      difference: (difference?.mean ?? 0) * unit.factor,
      ...limitsOf(difference, unit.factor),
      finding: findingOf(difference, outcome.direction, smallest),
      verdict: role === "design" ? (verdict ?? "") : role,
    }));
    const names = points.map(({ design }) => design);
    const { good, bad, quiet } = theme.colours;
    const shade = smallest * unit.factor;
    return {
      title: saying(comparison, rows, outcome),
      subtitle: `Difference in ${outcome.name} in the same worlds, ${label}, ${horizonText(comparison.about.months)}, response ${comparison.response}. Dot and line: mean and 95 % interval (Monte Carlo error)${shade > 0 ? `. Shaded: less than ${rounded(shade, 0)}, too little to act on` : ""}`,
      about: comparison.about,
      columns: [
        { name: "design", title: "design" },
        { name: "difference", title: `difference, ${label}` },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
        { name: "verdict", title: "verdict" },
      ],
      rows: points,
      left: names,
      right: ["0000"],
      panel: (space) => ({
        width: space.width,
        height: Math.max(2, names.length) * rowHeight,
        data: { values: points },
        layer: [
          ...(shade > 0 ? [bandOver("x", -shade, shade, theme)] : []),
          ruleAt("x", 0, theme),
          {
            mark: { type: "rule", strokeWidth: 2.5 },
            encoding: {
              y: down("design", names, space),
              x: along("x", "low", { title: label, format: "signed", zero: true }, space),
              x2: { field: "high" },
              color: coloured("finding", kinds, [good, bad, quiet], space),
            },
          },
          {
            mark: { type: "point", filled: true, size: 80, opacity: 1 },
            encoding: {
              y: down("design", names, space),
              x: { field: "difference", type: "quantitative" },
              color: coloured("finding", kinds, [good, bad, quiet], space),
            },
          },
        ],
      }),
    };
  },
});

/** Ends of the interval; none where one world says nothing about its error. */
const limitsOf = (difference: ComparisonRow["difference"], factor: number) => {
  const { low, high } = difference ?? { low: 0, high: 0 };
  return Number.isFinite(low) && Number.isFinite(high)
    ? { low: low * factor, high: high * factor }
    : { low: null, high: null };
};

const meanOf = ({ difference }: ComparisonRow): number => difference?.mean ?? 0;

function shownOf(comparison: Comparison, asked: string | undefined) {
  const known = comparison.outcomes.map(({ name }) => name);
  const name = asked ?? (known.includes(headlineOutcome) ? headlineOutcome : known[0]);
  const outcome =
    comparison.outcomes.find((one) => one.name === name) ??
    refuse("outcome", `"${name}" is not in this comparison`, didYouMean(name, known));
  const up = outcome.direction === "lower" ? -1 : 1;
  const rows = comparison.rows
    .filter((row) => row.outcome === name && row.role !== "first best")
    .filter((row) => row.design !== comparison.baseline && row.difference !== undefined)
    .sort((a, b) => up * (meanOf(b) - meanOf(a)));
  const smallest = name === headlineOutcome ? comparison.smallestDifference : 0;
  const unit = edgeUnit(differenceOf(outcome.unit), comparison.about.currency, [...rows.map(meanOf), smallest]);
  return { outcome, rows, smallest, unit, label: unitText(unit.label, outcome.per) };
}

/** Better or worse by what is worth acting on, with all of the interval, by the rule of verdicts; anything else is not settled. */
function findingOf(
  difference: ComparisonRow["difference"],
  direction: string,
  smallest: number,
): (typeof kinds)[number] {
  if (difference === undefined || direction === "neither") return "not settled";
  const place = intervalPlace(direction === "lower" ? turned(difference) : difference, smallest);
  return place === "above" ? "better" : place === "below" ? "worse" : "not settled";
}

const baselineTitle = ({ rows, baseline }: Comparison): string =>
  nameText(rows.find((row) => row.design === baseline)?.title ?? baseline);

/** Which of the scenario's designs is best, by how much, and whether that is better than the baseline at all. */
function saying(comparison: Comparison, rows: readonly ComparisonRow[], { name, direction, unit }: RunOutcome): string {
  const own = rows.filter((row) => row.role === "design");
  if (own.length === 0) return `No design stands beside "${baselineTitle(comparison)}"`;
  const [{ title, difference }] = own;
  const by = difference && estimateText(difference, differenceOf(unit), comparison.about.currency);
  if (direction === "neither") return `"${nameText(title)}" has most ${name}: ${by} against the baseline`;
  const against = `"${baselineTitle(comparison)}"`;
  const gain = findingOf(difference, direction, 0);
  if (gain === "not settled")
    return `No design is surely better than ${against} on ${name}: "${nameText(title)}" is at ${by}`;
  if (gain === "worse") return `No design beats ${against} on ${name}: "${nameText(title)}" comes closest, ${by}`;
  const does = direction === "lower" ? `does best on ${name}` : `adds most ${name}`;
  return `"${nameText(title)}" ${does}: ${by} against ${against}`;
}
