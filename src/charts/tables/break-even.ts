import type { Backtest, BreakEven, PlanChange } from "../../backtest/data.js";
import { quantiles } from "../../foundation/maths/summary.js";
import { formatNumber, plural } from "../../foundation/text/text.js";
import { nameText, rounded } from "../../wording/numbers.js";
import { defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { aBacktest } from "../definition/inputs.js";
import { along, coloured } from "../definition/marks.js";
import { percentNumber } from "../definition/shown.js";
import type { VegaLite } from "../drawing/view.js";
import { type BacktestChartOptions, backtestSource, requestedChange } from "./backtest-change.js";

/** px */
const height = 320;
/** More points than this hide each other. */
const mostPoints = 1500;

/** What everybody must reach under a new plan to earn the old pay, beside what they reached: above the diagonal more is asked for. */
export const breakEven = defineChart<Backtest, BacktestChartOptions>({
  name: "break-even",
  takes: aBacktest,
  summary:
    "Attainment needed under the new plan to earn the old pay against attainment reached, a point a person and period.",
  draw(found, options): UnframedChart {
    const change = requestedChange(found, options);
    const drawn = change.breakEven.filter(({ needed }) => needed !== undefined && needed > 0);
    const count = Math.min(drawn.length, mostPoints);
    const rows = Array.from({ length: count }, (_, k) => rowOf(drawn[Math.floor((k * drawn.length) / count)]));
    const isScore = change.breakEven.every(({ on }) => on === "score");
    const what = isScore
      ? `score under "${nameText(change.plan)}"`
      : `score under "${nameText(found.old)}", moved with all results`;
    return {
      title: saying(change, found),
      subtitle: `What earns the old pay under "${nameText(change.plan)}" against what was reached, ${what}, % of target; a point a person and period. Line: what was reached; above it more is needed${leftOutText(change, drawn, count)}`,
      about: backtestSource(change, found),
      columns: [
        { name: "person", title: "person" },
        { name: "from", title: "from" },
        { name: "to", title: "to" },
        { name: "reached", title: "reached, %" },
        { name: "needed", title: "needed, %" },
        { name: "answer", title: "answer" },
      ],
      rows,
      left: ["000 %"],
      right: ["00"],
      panel: (space) => panel(space, rows),
    };
  },
});

/** Both on one scale: of a factor, times the score it moves. */
function rowOf({ person, from, to, needed = 0, reached, level, answer }: BreakEven) {
  const each = reached > 0 ? level / reached : 1;
  return {
    person,
    from,
    to,
    reached: percentNumber(level),
    needed: percentNumber(needed * each),
    answer: asksOf(answer),
  };
}

const asksOf = (answer: BreakEven["answer"]): string =>
  answer === "must reach more" ? "more is needed" : "what was reached does";

function leftOutText({ breakEven: all }: PlanChange, drawn: readonly BreakEven[], count: number): string {
  const any = all.filter(({ answer }) => answer === "any attainment does").length;
  const never = all.filter(({ needed }) => needed === undefined).length;
  return [
    any === 0 ? "" : `. Not drawn: ${plural(any, "period")} in which any attainment does`,
    never === 0 ? "" : `${any === 0 ? ". Not drawn:" : ","} ${plural(never, "period")} in which none within reach does`,
    count < drawn.length ? `. ${formatNumber(count)} of ${formatNumber(drawn.length)} are drawn` : "",
  ].join("");
}

function panel(space: Space, rows: readonly ReturnType<typeof rowOf>[]): VegaLite {
  const { good, bad, ink } = space.theme.colours;
  const values = rows.flatMap(({ reached, needed }) => [reached, needed]);
  const [low, high] = values.length === 0 ? [90, 110] : [Math.min(...values), Math.max(...values)];
  const air = Math.max(2, 0.05 * (high - low));
  const domain = [Math.max(0, Math.floor(low - air)), Math.ceil(high + air)] as const;
  const asks = ["what was reached does", "more is needed"];
  return {
    width: space.width,
    height,
    layer: [
      {
        data: { values: domain.map((at) => ({ at })) },
        mark: { type: "line", color: ink, strokeWidth: 1, strokeDash: [4, 3] },
        encoding: { x: { field: "at", type: "quantitative" }, y: { field: "at", type: "quantitative" } },
      },
      {
        data: { values: rows },
        mark: { type: "point", filled: true, size: 40, opacity: 0.75 },
        encoding: {
          x: along("x", "reached", { title: "reached, % of target", domain }, space),
          y: along("y", "needed", { title: "needed to earn the old pay, % of target", domain }, { ...space, height }),
          color: coloured("answer", asks, [good, bad], space),
        },
      },
    ],
  };
}

/** How many must reach more, and by how much the middle one of them. */
function saying({ breakEven: all, plan }: PlanChange, { old }: Backtest): string {
  const more = all.filter(({ answer }) => answer === "must reach more");
  const never = all.filter(({ answer }) => answer === "not within reach").length;
  const name = `"${nameText(plan)}"`;
  const out = never === 0 ? "" : `; in ${never} no attainment within reach does`;
  if (more.length === 0 && never === 0)
    return `What was reached earns at least the pay of "${nameText(old)}" under ${name} in all ${plural(all.length, "period")}`;
  if (more.length === 0)
    return `Under ${name} no attainment within reach earns the old pay in ${never} of ${plural(all.length, "period")}`;
  const [middle] = quantiles(
    more.map(({ needed = 0, reached, level }) => (needed - reached) * (reached > 0 ? level / reached : 1)),
    [0.5],
  );
  return `In ${more.length} of ${plural(all.length, "period")} ${name} asks for more to earn the old pay, ${rounded(100 * middle, 1)} points in the median of them${out}`;
}
