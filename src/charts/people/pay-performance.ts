import { quantiles } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";
import { formatNumber, plural } from "../../foundation/text/text.js";
import type { Quantile } from "../../results/compare.js";
import {
  type PayPerformance,
  type PayPoints,
  payPerformance as payPerformanceOf,
} from "../../results/people/pay-performance.js";
import { intervalPlace } from "../../results/statistics/interval-place.js";
import type { Observations } from "../../simulation/observation/data.js";
import { edgeUnit, horizonText, nameText, rounded } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type UnframedChart } from "../definition/chart.js";
import { observations } from "../definition/inputs.js";
import { along, ruleAt } from "../definition/marks.js";

/** What pay is drawn against. */
const bys = ["attainment", "ability"] as const;

export interface PayPerformanceOptions extends ChartOptions {
  /** The run's baseline unless given. */
  readonly design?: string | undefined;
  /** `attainment` unless given; `ability` shows how little or much of pay goes to the able. */
  readonly by?: (typeof bys)[number] | undefined;
}

/** px */
const height = 320;
/** More points than this hide each other and make pictures large. */
const mostPoints = 1500;
/** Share of the points that may lie beyond each end of the level axis. */
const tail = 0.002;

/** Whether pay follows performance: a point for each manager and year, and how much of pay is skill and how much luck. */
export const payPerformanceChart = defineChart<Observations, PayPerformanceOptions>({
  name: "pay and performance",
  takes: observations,
  summary: "Variable pay against attainment, a point per manager and year, with the shares of skill and luck in pay.",
  draw(observations, { design, by = "attainment" }, theme): UnframedChart {
    if (!bys.includes(by)) refuse("by", `"${by}" is not drawn`, `write ${bys.join(" or ")}`);
    const found = payPerformanceOf(observations, { design });
    const { about, points, response } = found;
    const { factor, label } = edgeUnit({ dimension: "money/year" }, about.currency, points.pay);
    const rows = keptOf(points, by).map((at) => ({
      world: points.world[at],
      manager: points.manager[at],
      year: points.year[at],
      attainment: points.attainment[at] * 100,
      ability: points.ability[at],
      pay: points.pay[at] * factor,
    }));
    const count = points.pay.length;
    const thinned = rows.length < count ? ` (${formatNumber(rows.length)} of them drawn)` : "";
    const across = by === "attainment" ? "attainment, % of target (dashed: target)" : "ability, 1 = average applicant";
    return {
      title: saying(found),
      subtitle: `Pay earned in a year through rewards that pay on a score, ${label}, by ${by === "attainment" ? "attainment of the main card" : "ability"}; ${plural(count, "manager-year")} one person held the seat throughout${thinned}, ${horizonText(about.months)}, response ${response}. Correlation of pay with attainment ${betweenText(found.payWithAttainment)}, with ability ${betweenText(found.payWithAbility)} (95 % intervals by bootstrap over worlds)`,
      about,
      columns: [
        { name: "world", title: "world" },
        { name: "manager", title: "manager" },
        { name: "year", title: "year" },
        { name: "attainment", title: "attainment, % of target" },
        { name: "ability", title: "ability, 1 = average applicant" },
        { name: "pay", title: `pay, ${label}` },
      ],
      rows,
      left: ["0,000"],
      right: ["00"],
      panel: (space) => ({
        width: space.width,
        height,
        layer: [
          ...(by === "attainment" ? [ruleAt("x", 100, theme, true)] : []),
          {
            data: { values: rows },
            mark: { type: "point", filled: true, size: 16, opacity: 0.35, color: theme.colours.accent },
            encoding: {
              x: along("x", by, { title: across }, space),
              y: along("y", "pay", { title: `pay, ${label}`, format: ",~f", zero: true }, { ...space, height }),
            },
          },
        ],
      }),
    };
  },
});

/** Rows drawn: without the outermost, which would squeeze the others, and evenly thinned where there are too many. */
function keptOf(points: PayPoints, by: (typeof bys)[number]): number[] {
  const [low, high] = quantiles(points[by], [tail, 1 - tail]);
  const inside = [...points.pay.keys()].filter((at) => points[by][at] >= low && points[by][at] <= high);
  const count = Math.min(inside.length, mostPoints);
  return Array.from({ length: count }, (_, k) => inside[Math.floor((k * inside.length) / count)]);
}

/** `0.84 (0.80 to 0.87)`; without the interval where there is one world. */
function betweenText({ value, low, high }: Quantile): string {
  const interval = Number.isFinite(low) ? ` (${rounded(low, 2)} to ${rounded(high, 2)})` : "";
  return `${rounded(value, 2)}${interval}`;
}

function shareText({ value, low, high }: Quantile): string {
  const interval = Number.isFinite(low) ? ` (${rounded(low * 100, 0)} to ${rounded(high * 100, 0)})` : "";
  return `${rounded(value * 100, 0)} %${interval}`;
}

/** How much of pay is skill and how much luck; where that was not observed, how closely pay follows attainment. */
function saying({ title, pay, payWithAttainment }: PayPerformance): string {
  const name = `"${nameText(title)}"`;
  if (pay === undefined)
    return `Under ${name} pay follows attainment with a correlation of ${betweenText(payWithAttainment)}`;
  const { luck, skill } = pay;
  if (skill === undefined) return `Luck makes ${shareText(luck)} of the differences in pay under ${name}`;
  const isNone = intervalPlace(skill) !== "above";
  const skilled = isNone
    ? `skill's part, ${shareText(skill)}, cannot be told from none`
    : `skill makes ${shareText(skill)}`;
  return `Luck makes ${shareText(luck)} of the differences in pay under ${name}; ${skilled}`;
}
