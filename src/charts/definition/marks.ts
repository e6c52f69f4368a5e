import type { Space } from "../drawing/drawn.js";
import { cutText, textWidth, widestText, wrapText } from "../drawing/text-width.js";
import type { Theme } from "../drawing/theme.js";
import type { VegaLite } from "../drawing/view.js";

/** Pieces of specifications that several charts use: one layer each. */

/** Categories down the left, in the order given, one row each; names that do not fit the room are cut in their middle. */
export function down(field: string, order: readonly string[], { left, theme }: Space): VegaLite {
  const shown = order.map((name) => cutText(name, left - 8, theme.sizes.label));
  const isCut = shown.some((name, k) => name !== order[k]);
  const lookup = JSON.stringify(Object.fromEntries(order.map((name, k) => [name, shown[k]])));
  return {
    field,
    type: "nominal",
    scale: { domain: order, paddingInner: 0.3, paddingOuter: 0.2 },
    axis: {
      title: null,
      grid: false,
      labelColor: theme.colours.ink,
      labelLimit: 0,
      labelOverlap: false,
      ...(isCut ? { labelExpr: `(${lookup})[datum.value]` } : {}),
    },
  };
}

export interface Axis {
  /** Quantity and unit; broken into lines where it is wider than the panel. */
  readonly title: string;
  /** d3-format of the labels, or `signed` for differences; vega's own choice unless given. */
  readonly format?: string | undefined;
  readonly domain?: readonly [number, number] | undefined;
  /** Whether zero must be on the axis. */
  readonly zero?: boolean | undefined;
}

/** Labels of differences carry their sign; nought has none. */
export const signedLabels = { labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+,~f')" } as const;

const labelled = (format: string | undefined): VegaLite =>
  format === undefined ? {} : format === "signed" ? signedLabels : { format };

/** px. Room a label of a level axis needs, and of an upright one. */
const labelRoom = { x: 70, y: 40 } as const;

/** A quantity along a level axis (`x`) or an upright one (`y`), its unit in the title, with as many labels as have room. */
export function along(
  axis: "x" | "y",
  field: string,
  { title, format, domain, zero = false }: Axis,
  { width, left, right, theme, height = 260 }: Space & { readonly height?: number | undefined },
): VegaLite {
  const room = axis === "x" ? width : left + width + right;
  return {
    field,
    type: "quantitative",
    title: wrapText(title, room, theme.sizes.label),
    scale: domain === undefined ? { zero, nice: true } : { domain, nice: false, zero: false, clamp: true },
    axis: {
      tickCount: Math.max(2, Math.floor((axis === "x" ? width : height) / labelRoom[axis])),
      ...labelled(format),
    },
  };
}

/** px. Symbol and gap of one entry of a legend. */
const symbolRoom = 26;

/** A colour for each of these names, in this order; the legend stands above, in one line where that fits, else in as many columns as do. */
export function coloured(field: string, names: readonly string[], colours: readonly string[], space?: Space): VegaLite {
  const scale = { domain: names, range: names.map((_, k) => colours[k % colours.length]) };
  if (space === undefined) return { field, type: "nominal", scale, legend: null };
  const widest = widestText(names, space.theme.sizes.label) + symbolRoom;
  const all = names.reduce((sum, name) => sum + textWidth(name, space.theme.sizes.label) + symbolRoom, 0);
  const columns = all <= space.width ? names.length : Math.max(1, Math.floor(space.width / widest));
  return { field, type: "nominal", scale, legend: { title: null, columns } };
}

/** A line across the panel at one value of x or y. */
export const ruleAt = (axis: "x" | "y", value: number, { colours }: Theme, isDashed = false): VegaLite => ({
  data: { values: [{ value }] },
  mark: { type: "rule", color: colours.ink, strokeWidth: 1, ...(isDashed ? { strokeDash: [4, 3] } : {}) },
  encoding: { [axis]: { field: "value", type: "quantitative" } },
});

/** A shaded band across the panel between two values of x or y. */
export const bandOver = (axis: "x" | "y", from: number, to: number, { colours }: Theme): VegaLite => ({
  data: { values: [{ from, to }] },
  mark: { type: "rect", color: colours.line, opacity: 0.6 },
  encoding: { [axis]: { field: "from", type: "quantitative" }, [`${axis}2`]: { field: "to" } },
});
