import type { MeanPay } from "../../backtest/cost-data.js";
import type { Backtest, QuartileChange } from "../../backtest/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { isSure } from "../../results/statistics/interval-place.js";
import { confidenceText, wordsOf } from "../../wording/backtest-words.js";
import { nameText, oneLine, rounded } from "../../wording/numbers.js";
import { defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { aBacktest } from "../definition/inputs.js";
import { along, coloured } from "../definition/marks.js";
import type { VegaLite } from "../drawing/view.js";
import {
  type BacktestChartOptions,
  backtestSource,
  legendName,
  moneyUnit,
  requestedChange,
} from "./backtest-change.js";

/** px */
const height = 260;
const quarters = ["least", "second", "third", "best"] as const;

/** What those who perform least, in between and best are paid a year under two plans, for the same results. */
export const quartiles = defineChart<Backtest, BacktestChartOptions>({
  name: "quartiles",
  takes: aBacktest,
  summary: "Mean yearly pay by quarter of performance under the old and a new plan, with intervals.",
  draw(found, options): UnframedChart {
    const change = requestedChange(found, options);
    if (change.quartiles === undefined)
      return refuse("chart", "fewer than four people whose performance is known", "bring more people");
    const { by, quartiles: all } = change.quartiles;
    const pays = all.flatMap((one) => [one.old, one.new]);
    const { of, label } = moneyUnit(
      found,
      pays.map(({ mean }) => mean),
      true,
    );
    const names = [legendName(found.old), legendName(change.plan)] as const;
    const hasIntervals = pays.every(({ interval }) => interval !== undefined);
    const row = (quarter: QuartileChange, plan: string, pay: MeanPay) => ({
      quarter: `${quarters[quarter.quartile - 1]}, ${rounded(100 * quarter.performance, 0)} %`,
      ...{ people: quarter.people, performance: 100 * quarter.performance, plan },
      pay: of(pay.mean),
      low: pay.interval === undefined ? null : of(pay.interval.low),
      high: pay.interval === undefined ? null : of(pay.interval.high),
    });
    const rows = all.flatMap((one) => [row(one, names[0], one.old), row(one, names[1], one.new)]);
    return {
      title: saying(all, change.plan, found),
      subtitle: `Mean pay of a year by quarter of performance (${oneLine(by)}), ${label}, for the same results. ${hasIntervals ? `Lines: ${confidenceText(found)} intervals, people of a quarter drawn again` : "No intervals: fewer than five people in a quarter"}`,
      about: backtestSource(change, found),
      columns: [
        { name: "quarter", title: "quarter of performance" },
        { name: "people", title: "people" },
        { name: "performance", title: "mean performance, %" },
        { name: "plan", title: "plan" },
        { name: "pay", title: `pay, ${label}` },
        { name: "low", title: "from" },
        { name: "high", title: "to" },
      ],
      rows,
      left: ["0,000"],
      right: ["00"],
      panel: (space) => panel(space, rows, names, label),
    };
  },
});

type QuarterRow = Readonly<Record<string, string | number | null>> & { readonly quarter: string };

function panel(space: Space, rows: readonly QuarterRow[], names: readonly [string, string], label: string): VegaLite {
  const { quiet, accent } = space.theme.colours;
  const order = [...new Set(rows.map(({ quarter }) => quarter))];
  const x = {
    field: "quarter",
    type: "nominal",
    title: "quarter of people by performance, with its mean",
    scale: { domain: order, paddingInner: 0.3 },
    axis: { labelAngle: 0, grid: false, labelLimit: Math.floor(space.width / 4) - 6, labelOverlap: false },
  };
  const xOffset = { field: "plan", type: "nominal", scale: { domain: names } };
  const color = coloured("plan", names, [quiet, accent], space);
  const y = along("y", "pay", { title: `pay, ${label}`, format: ",~f", zero: true }, { ...space, height });
  return {
    width: space.width,
    height,
    layer: [
      {
        data: { values: rows },
        mark: { type: "bar", opacity: 0.9, width: { band: 0.85 } },
        encoding: { x, xOffset, y, color },
      },
      {
        data: { values: rows.filter(({ low }) => low !== null) },
        mark: { type: "rule", strokeWidth: 1.5, color: space.theme.colours.ink },
        encoding: { x, xOffset, y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
      },
    ],
  };
}

/** What becomes of the pay of the best and the least quarter, as far as it can be told. */
function saying(all: readonly QuartileChange[], plan: string, found: Backtest): string {
  const { named } = wordsOf(found);
  const told = ({ mean, interval }: MeanPay): string => {
    if (interval !== undefined && !isSure(interval)) return mean === 0 ? "does not change" : "may rise or fall";
    if (mean === 0) return "does not change";
    return `${mean > 0 ? "rises" : "falls"} by ${named(Math.abs(mean))} a year`;
  };
  const [least, best] = [all[0].change, all[3].change].map(told);
  return `Under "${nameText(plan)}" pay of the quarter that performs best ${best}, that of the one that performs least ${least}`;
}
