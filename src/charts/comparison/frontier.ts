import type { Comparison } from "../../results/compare.js";
import { horizonText, nameText } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { aComparison } from "../definition/inputs.js";
import { type Box, placeNames } from "../definition/labels.js";
import { along, coloured, ruleAt } from "../definition/marks.js";
import { capital, designLabels, limits } from "../definition/shown.js";
import type { VegaLite } from "../drawing/view.js";
import { frontierDesigns, frontierSaying, standings } from "./frontier-designs.js";

export interface FrontierOptions extends ChartOptions {
  /** A cost by name; reward cost, or cash cost where designs are held at equal reward cost, unless given. */
  readonly cost?: string | undefined;
  /** What it buys; net value unless given. */
  readonly value?: string | undefined;
}

/** px */
const height = 340;

/** What designs bring against what they cost: those that no other beats on both lie on the frontier. */
export const frontier = defineChart<Comparison, FrontierOptions>({
  name: "frontier",
  takes: aComparison,
  summary: "Value against cost with intervals both ways; the frontier joins the designs that no other beats on both.",
  draw(comparison, options): UnframedChart {
    const shown = frontierDesigns(comparison, options);
    const { designs, costFactor, costLabel, valueFactor, valueLabel, cost, value } = shown;
    const names = designLabels(designs);
    const points = designs.map((one, k): Point => {
      const [across, up] = [limits(one.cost, costFactor), limits(one.gain, valueFactor)];
      return {
        design: names[k],
        cost: one.cost.mean * costFactor,
        costLow: across.low,
        costHigh: across.high,
        gain: one.gain.mean * valueFactor,
        gainLow: up.low,
        gainHigh: up.high,
        standing: one.standing,
      };
    });
    const base = comparison.rows.find(({ design }) => design === comparison.baseline)?.title ?? comparison.baseline;
    const instead = shown.isInstead ? " Reward cost is held equal, so cash cost is shown." : "";
    return {
      title: frontierSaying(shown, comparison),
      subtitle: `${capital(value.name)} against "${nameText(base)}" by ${cost.name}, ${horizonText(comparison.about.months)}, response ${comparison.response}.${instead} Lines through points: 95 % intervals (Monte Carlo error). Step line: the best ${value.name} to be had at that cost or less. Named where there is room, the frontier first`,
      about: comparison.about,
      columns: [
        { name: "design", title: "design" },
        { name: "cost", title: `${cost.name}, ${costLabel}` },
        { name: "costLow", title: "95 % from" },
        { name: "costHigh", title: "to" },
        { name: "gain", title: `${value.name} against the baseline, ${valueLabel}` },
        { name: "gainLow", title: "95 % from" },
        { name: "gainHigh", title: "to" },
        { name: "standing", title: "standing" },
      ],
      rows: points,
      left: ["+0,000"],
      right: ["00"],
      panel: (space) => panel(space, points, [`${cost.name}, ${costLabel}`, valueLabel]),
    };
  },
});

type Point = Readonly<Record<"cost" | "gain", number>> &
  Readonly<Record<"costLow" | "costHigh" | "gainLow" | "gainHigh", number | null>> & {
    readonly design: string;
    readonly standing: string;
  };

type Domains = Readonly<Record<"cost" | "gain", readonly [number, number]>>;

function panel(space: Space, points: readonly Point[], [costTitle, gainTitle]: readonly [string, string]): VegaLite {
  const { colours, sizes } = space.theme;
  const domains: Domains = {
    cost: domainOf(points.flatMap(({ cost, costLow, costHigh }) => [cost, costLow, costHigh])),
    gain: domainOf([0, ...points.flatMap(({ gain, gainLow, gainHigh }) => [gain, gainLow, gainHigh])]),
  };
  const x = along("x", "cost", { title: costTitle, format: ",~f", domain: domains.cost }, space);
  const y = along("y", "gain", { title: gainTitle, format: "signed", domain: domains.gain }, { ...space, height });
  const colour = coloured("standing", standings, [colours.accent, colours.quiet, colours.quiet], space);
  const whiskers = (name: "cost" | "gain", on: "x" | "y") => ({
    data: { values: points.filter((one) => one[`${name}Low`] !== null) },
    mark: { type: "rule", strokeWidth: 1.5 },
    encoding: {
      x,
      y,
      [on]: { field: `${name}Low`, type: "quantitative" },
      [`${on}2`]: { field: `${name}High` },
      color: colour,
    },
  });
  const shape = { ...colour, scale: { domain: standings, range: ["circle", "circle", "square"] } };
  return {
    width: space.width,
    height,
    data: { values: points },
    layer: [
      ruleAt("y", 0, space.theme),
      {
        data: { values: stepsOf(points, domains) },
        mark: { type: "line", interpolate: "step-after", strokeWidth: 2, color: colours.accent, opacity: 0.5 },
        encoding: { x, y },
      },
      whiskers("cost", "x"),
      whiskers("gain", "y"),
      { mark: { type: "point", filled: true, size: 90, opacity: 1 }, encoding: { x, y, color: colour, shape } },
      ...nameMarks(space, points, domains, sizes.label),
    ],
  };
}

/** The frontier, from its cheapest design to the edge of the panel. */
function stepsOf(points: readonly Point[], domains: Domains): readonly Point[] {
  const steps = points.filter(({ standing }) => standing === standings[0]);
  return [...steps, ...steps.slice(-1).map((last) => ({ ...last, cost: domains.cost[1] }))];
}

/** All of these and a margin for the marks. */
function domainOf(values: readonly (number | null)[]): readonly [number, number] {
  const known = values.filter((one) => one !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const margin = high > low ? (high - low) * 0.08 : Math.max(1, Math.abs(high)) * 0.1;
  return [low - margin, high + margin];
}

/** Names beside the points, those of the frontier first; the others where there is room. */
function nameMarks(space: Space, points: readonly Point[], domains: Domains, size: number): VegaLite[] {
  const share = (value: number, [low, high]: readonly [number, number]): number => (value - low) / (high - low);
  const across = (value: number): number => share(value, domains.cost) * space.width;
  const up = (value: number): number => height - share(value, domains.gain) * height;
  const boxes = points.flatMap(({ cost, gain, costLow, costHigh, gainLow, gainHigh }): Box[] => [
    { left: across(cost) - 6, right: across(cost) + 6, top: up(gainHigh ?? gain) - 2, bottom: up(gainLow ?? gain) + 2 },
    { left: across(costLow ?? cost) - 2, right: across(costHigh ?? cost) + 2, top: up(gain) - 6, bottom: up(gain) + 6 },
  ]);
  const corners = stepsOf(points, domains);
  const treads = corners.slice(1).map(({ cost }, k): Box => {
    const level = up(corners[k].gain);
    return { left: across(corners[k].cost), right: across(cost), top: level - 1, bottom: level + 1 };
  });
  const zero: Box = { left: 0, right: space.width, top: up(0) - 1, bottom: up(0) + 1 };
  const ordered = standings.flatMap((standing) => points.filter((one) => one.standing === standing));
  const wanted = ordered.map(({ design, cost, gain, gainLow, gainHigh }) => {
    const y = up(gain);
    return { text: nameText(design), x: across(cost), y, up: y - up(gainHigh ?? gain), down: up(gainLow ?? gain) - y };
  });
  const area = { left: 2, right: space.width + space.right, top: 2, bottom: height - 2 };
  return placeNames(wanted, [...boxes, ...treads, zero], area, size).map(({ text, x, y, align }) => ({
    data: { values: [{}] },
    mark: { type: "text", align, baseline: "middle", x, y },
    encoding: { text: { value: text } },
  }));
}
