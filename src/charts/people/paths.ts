import { type Estimate, pairedDifference } from "../../foundation/maths/summary.js";
import { type Fan, fan } from "../../results/people/fan.js";
import { intervalPlace } from "../../results/statistics/interval-place.js";
import type { Observations, ObservedDesign } from "../../simulation/observation/data.js";
import {
  edgeUnit,
  estimateColumn,
  horizonText,
  nameText,
  placesFor,
  rounded,
  unitText,
} from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { endLabels, endTexts } from "../definition/end-labels.js";
import { observations } from "../definition/inputs.js";
import { along, coloured } from "../definition/marks.js";
import { alongMonths, capital, colourOf, limits } from "../definition/shown.js";
import type { VegaLite } from "../drawing/view.js";
import { observedDesigns, type ShownDesign } from "./observed-designs.js";

export interface PathsOptions extends ChartOptions {
  /** By name, as in `observations.quantities`; `relationship` unless given. */
  readonly quantity?: string | undefined;
  /** Names of the designs shown; the baseline and the one that ends farthest from it unless given. */
  readonly designs?: readonly string[] | undefined;
}

/** px */
const height = 300;
/** Fans of more designs than this cover each other; the others are lines. */
const mostFans = 3;

/** How a quantity of the team moves month by month: the mean, and P10 to P90 of the worlds around it. */
export const paths = defineChart<Observations, PathsOptions>({
  name: "paths",
  takes: observations,
  summary: "A quantity by month for some designs: mean with its interval, and a fan from P10 to P90 of the worlds.",
  draw(observations, options, theme): UnframedChart {
    const quantity = options.quantity ?? "relationship";
    const designs = shownOf(observations, quantity, options.designs);
    const fans = designs.map(({ design }) => fan(observations, { design: design.name, quantity }));
    const [{ about, response, quantity: what }] = fans;
    const means = fans.flatMap(({ points }) => points.map(({ mean }) => mean.mean));
    const { factor, label } = edgeUnit(what.unit, about.currency, means);
    const unit = unitText(label, what.per);
    const rows = fans.flatMap(({ points }, k) =>
      points.map(({ month, mean, p10, p50, p90 }) => ({
        line: String(k),
        design: designs[k].label,
        month,
        mean: mean.mean * factor,
        ...limits(mean, factor),
        p10: p10.value * factor,
        p50: p50.value * factor,
        p90: p90.value * factor,
      })),
    );
    const labels = designs.map(({ label: name }) => name);
    const isFanned = designs.length <= mostFans;
    return {
      title: saying(observations, designs, fans, factor, label),
      subtitle: `${capital(what.name)}, ${unit}, by month, ${horizonText(observations.months)}, response ${response}. Line and dark band: mean of the worlds with 95 % interval (Monte Carlo error)${isFanned ? ". Light band: P10 to P90 of the worlds, what luck and assumptions make of it" : ""}`,
      about,
      columns: [
        { name: "design", title: "design" },
        { name: "month", title: "month" },
        { name: "mean", title: `mean, ${unit}` },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
        { name: "p10", title: "P10" },
        { name: "p50", title: "P50" },
        { name: "p90", title: "P90" },
      ],
      rows: rows.map(({ line: _, ...row }) => row),
      left: ["00,000"],
      right: endTexts(labels, theme),
      panel: (space) => panel(space, rows, labels, unit, isFanned),
    };
  },
});

/** Those that were asked for, or else the baseline and what ends farthest from it. */
function shownOf(observations: Observations, quantity: string, asked: readonly string[] | undefined): ShownDesign[] {
  const all = observedDesigns(observations, asked, () => true, "none was observed");
  fan(observations, { design: all[0].design.name, quantity });
  if (asked !== undefined || all.length <= 2) return all;
  const base = all.find(({ design }) => design.name === observations.run.baseline) ?? all[0];
  const away = ({ design }: ShownDesign): number =>
    Math.abs(endDifference(observations, quantity, design, base.design).mean);
  const farthest = all.filter((one) => one !== base).sort((a, b) => away(b) - away(a))[0];
  return all.filter((one) => one === base || one === farthest);
}

/** One design less another in the last month, paired by world. */
function endDifference(
  { worlds, months }: Observations,
  quantity: string,
  a: ObservedDesign,
  b: ObservedDesign,
): Estimate {
  const last = ({ months: kept }: ObservedDesign): Float64Array =>
    Float64Array.from({ length: worlds }, (_, w) => kept[quantity][(w + 1) * months - 1]);
  return pairedDifference(last(a), last(b));
}

type PathRow = Readonly<Record<"month" | "mean" | "p10" | "p50" | "p90", number>> & {
  readonly line: string;
  readonly low: number | null;
  readonly high: number | null;
};

function panel(
  space: Space,
  rows: readonly PathRow[],
  labels: readonly string[],
  unit: string,
  isFanned: boolean,
): VegaLite {
  const [low, high] = rangeOf(rows, isFanned);
  const lines = labels.map((_, k) => String(k));
  const months = Math.max(...rows.map(({ month }) => month));
  const color = coloured(
    "line",
    lines,
    lines.map((_, k) => colourOf(space.theme, k)),
  );
  const x = alongMonths(space, months);
  const y = along("y", "mean", { title: unit, format: ",~r", domain: [low, high] }, { ...space, height });
  const band = (from: string, to: string, opacity: number, values: readonly PathRow[]) => ({
    data: { values },
    mark: { type: "area", opacity, clip: true },
    encoding: { x, y: { ...y, field: from }, y2: { field: to }, color },
  });
  const ends = lines.map((line) => rows.filter((row) => row.line === line).at(-1) as PathRow);
  return {
    width: space.width,
    height,
    data: { values: rows },
    layer: [
      ...(isFanned ? [band("p10", "p90", 0.14, rows)] : []),
      band(
        "low",
        "high",
        0.35,
        rows.filter((row) => row.low !== null),
      ),
      { mark: { type: "line", strokeWidth: 2, clip: true }, encoding: { x, y, color } },
      ...endLabels(
        space,
        height,
        ends.map(({ mean }, k) => ({
          text: labels[k],
          y: height - ((mean - low) / (high - low)) * height,
          colour: colourOf(space.theme, k),
        })),
      ),
    ],
  };
}

/** All that is drawn, with a margin. */
function rangeOf(rows: readonly PathRow[], isFanned: boolean): readonly [number, number] {
  const values = rows.flatMap(({ mean, low, high, p10, p90 }) => [
    mean,
    low ?? mean,
    high ?? mean,
    ...(isFanned ? [p10, p90] : []),
  ]);
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const margin = most > least ? (most - least) * 0.05 : Math.max(0.5, Math.abs(most) * 0.1);
  return [least - margin, most + margin];
}

/** Where the quantity ends: one design from its start, two against each other, more by the ends that lie farthest apart. */
function saying(
  observations: Observations,
  designs: readonly ShownDesign[],
  fans: readonly Fan[],
  factor: number,
  label: string,
): string {
  const what = fans[0].quantity.name;
  const time = horizonText(observations.months);
  const name = ({ title }: { readonly title: string }): string => `"${nameText(title)}"`;
  const end = (one: Fan): Estimate => one.points[one.points.length - 1].mean;
  const text = (one: Estimate): string => `${estimateColumn([one], factor)[0]} ${label}`.trimEnd();
  if (fans.length === 1) {
    const [{ points }] = fans;
    const { p10, p90 } = points[points.length - 1];
    const places = placesFor([], [p10.value * factor, p90.value * factor]);
    const number = (value: number): string => rounded(value * factor, places);
    return `${capital(what)} under ${name(fans[0])} stands at ${text(end(fans[0]))} after ${time}; eight in ten worlds end between ${number(p10.value)} and ${number(p90.value)}`;
  }
  const order = fans.map((_, k) => k).sort((a, b) => end(fans[b]).mean - end(fans[a]).mean);
  const [top, bottom] = [order[0], order[order.length - 1]];
  const apart = endDifference(observations, what, designs[top].design, designs[bottom].design);
  if (intervalPlace(apart) !== "above")
    return `After ${time} designs cannot be told apart by ${what}: ${text(apart)} between them`;
  const isBelow = designs[top].design.name === observations.run.baseline;
  const [one, other] = isBelow ? [bottom, top] : [top, bottom];
  return `After ${time} ${what} under ${name(fans[one])} is ${text(apart)} ${isBelow ? "lower" : "higher"} than under ${name(fans[other])}`;
}
