import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { camelToWords, joinWords } from "../../foundation/text/text.js";
import { differenceOf } from "../../foundation/values/quantity.js";
import type { Factorial, FactorialCell } from "../../results/experiments/factorial.js";
import {
  edgeUnit,
  estimateText,
  halfWidth,
  horizonText,
  nameText,
  placesFor,
  plusMinus,
  unitText,
} from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type UnframedChart } from "../definition/chart.js";
import { aFactorial } from "../definition/inputs.js";
import { widestText } from "../drawing/text-width.js";
import type { Theme } from "../drawing/theme.js";

export interface HeatMapOptions extends ChartOptions {
  /** Factor along the top; the one with most levels unless given. The others stand down the side, every combination a row. */
  readonly across?: string | undefined;
}

/** px */
const rowHeight = 44;

/** Differences of every cell of a crossed run from the baseline, in words and colour. */
export const heatMap = defineChart<Factorial, HeatMapOptions>({
  name: "heat map",
  takes: aFactorial,
  summary:
    "Every cell of a factorial against the baseline, with its interval: where the factors are worth most together.",
  draw(found, options, theme): UnframedChart {
    const { about, outcome, factors } = found;
    const across = acrossOf(found, options.across);
    const side = factors.filter((one) => one !== across);
    const cells = found.cells.filter((one) => one.difference !== undefined);
    const unit = edgeUnit(differenceOf(outcome.unit), about.currency, cells.map(meanOf));
    const places = placesFor(
      cells.map((one) => (one.difference === undefined ? 0 : halfWidth(one.difference)) * unit.factor),
      cells.map((one) => meanOf(one) * unit.factor),
    );
    const labelled = ({ name, levels, labels }: Factorial["factors"][number], { cell }: FactorialCell): string =>
      labels[levels.indexOf(cell[name])];
    const rows = cells.map((one) => ({
      row: side.length === 0 ? "all" : side.map((factor) => labelled(factor, one)).join(", "),
      column: labelled(across, one),
      difference: meanOf(one) * unit.factor,
      low: (one.difference?.low ?? 0) * unit.factor,
      high: (one.difference?.high ?? 0) * unit.factor,
      shown: one.difference === undefined ? "" : plusMinus(one.difference, unit.factor, places, true),
      design: one.design,
    }));
    const names = [...new Set(rows.map(({ row }) => row))];
    const label = unitText(unit.label, outcome.per);
    return {
      title: finding(found),
      subtitle: `${outcome.name} against "${nameText(found.baseline)}", ${label}, ${horizonText(about.months)}, response ${found.response}; ± is the 95 % interval (Monte Carlo error). Across: ${camelToWords(across.name)}${side.length > 0 ? `; down: ${joinWords(side.map(({ name }) => camelToWords(name)))}` : ""}`,
      about,
      columns: [
        { name: "row", title: side.map(({ name }) => camelToWords(name)).join(", ") || "factors" },
        { name: "column", title: camelToWords(across.name) },
        { name: "difference", title: `difference, ${label}` },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
        { name: "design", title: "design" },
      ],
      rows,
      left: names,
      panel: (space) => ({
        width: space.width,
        height: Math.max(1, names.length) * rowHeight,
        data: { values: rows },
        encoding: {
          x: {
            field: "column",
            type: "nominal",
            scale: { domain: across.labels, paddingInner: 0.04 },
            axis: {
              orient: "top",
              title: null,
              labelAngle: 0,
              labelLimit: space.width / across.levels.length - 6,
              labelColor: theme.colours.ink,
            },
          },
          y: {
            field: "row",
            type: "nominal",
            scale: { domain: names, paddingInner: 0.06 },
            axis: { title: null, labelColor: theme.colours.ink },
          },
        },
        layer: [
          { mark: { type: "rect", cornerRadius: 3 }, encoding: { color: colour(rows, theme) } },
          textLayer(rows, space.width / across.levels.length, theme),
        ],
      }),
    };
  },
});

const meanOf = ({ difference }: FactorialCell): number => difference?.mean ?? 0;

function acrossOf({ factors }: Factorial, asked: string | undefined): Factorial["factors"][number] {
  const known = factors.map(({ name }) => name);
  if (asked !== undefined)
    return (
      factors.find(({ name }) => name === asked) ??
      refuse("across", `unknown factor "${asked}"`, didYouMean(asked, known))
    );
  return factors.reduce((most, one) => (one.levels.length >= most.levels.length ? one : most));
}

interface CellRow {
  readonly difference: number;
  readonly shown: string;
}

/** Colour by distance from the baseline, none of it at nought, the same strength both ways. */
function colour(rows: readonly CellRow[], { colours }: Theme) {
  const reach = Math.max(1e-12, ...rows.map(({ difference }) => Math.abs(difference)));
  return {
    field: "difference",
    type: "quantitative",
    scale: { domain: [-reach, 0, reach], range: colours.diverging, type: "linear", interpolate: "rgb" },
    legend: null,
  };
}

/** Numbers in the cells; dark on pale cells, white on strong ones; in two lines where a cell is narrow. */
function textLayer(rows: readonly CellRow[], room: number, { colours, sizes }: Theme) {
  const reach = Math.max(1e-12, ...rows.map(({ difference }) => Math.abs(difference)));
  const isNarrow =
    widestText(
      rows.map(({ shown }) => shown),
      sizes.label,
    ) >
    room - 8;
  const data = rows.map((one) => ({
    ...one,
    lines: isNarrow ? one.shown.replace(" ±", "\n±") : one.shown,
    isStrong: Math.abs(one.difference) > 0.6 * reach,
  }));
  return {
    data: { values: data },
    mark: { type: "text", lineBreak: "\n", align: "center", baseline: "middle", dy: isNarrow ? -6 : 0 },
    encoding: {
      text: { field: "lines" },
      color: { condition: { test: "datum.isStrong", value: colours.background }, value: colours.ink },
    },
  };
}

/** The best and the worst cell, and whether they can be told apart. */
function finding(found: Factorial): string {
  const { about, outcome } = found;
  const sign = outcome.direction === "lower" ? -1 : 1;
  const cells = found.cells
    .filter((one) => one.difference !== undefined)
    .sort((a, b) => sign * (meanOf(b) - meanOf(a)));
  if (cells.length === 0) return `No cell has a value in ${outcome.name}`;
  const [best] = cells;
  const worst = cells[cells.length - 1];
  const words = (one: FactorialCell): string => Object.values(one.cell).join(", ");
  const amount = best.difference && estimateText(best.difference, differenceOf(outcome.unit), about.currency);
  const most = outcome.direction === "lower" ? "Lowest" : "Highest";
  return `${most} ${outcome.name} with ${words(best)}: ${amount} against "${nameText(found.baseline)}"; the other end is ${words(worst)}`;
}
