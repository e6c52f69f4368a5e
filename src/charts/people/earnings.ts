import { refuse } from "../../foundation/text/problem.js";
import { type Earnings, earnings as earningsOf } from "../../results/people/earnings.js";
import type { Observations } from "../../simulation/observation/data.js";
import { edgeUnit, horizonText, nameText, percent, placesFor, rounded } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { observations } from "../definition/inputs.js";
import { along, down } from "../definition/marks.js";
import { isOverlapping, limits } from "../definition/shown.js";
import type { VegaLite } from "../drawing/view.js";
import { observedDesigns } from "./observed-designs.js";

/** Which pay: salary and all cash from rewards, or what rewards that go by a score pay. */
const pays = ["total", "variable"] as const;

export interface EarningsChartOptions extends ChartOptions {
  /** Names of the designs shown; all of the scenario's own unless given. */
  readonly designs?: readonly string[] | undefined;
  /** `total` unless given; `variable` leaves out salary and what no score moves. */
  readonly pay?: (typeof pays)[number] | undefined;
}

/** px */
const rowHeight = 26;

const ps = ["p10", "p25", "p50", "p75", "p90"] as const;

/** What managers earn in a year: how far apart lucky and unlucky, good and weak ones come out under each design. */
export const earningsChart = defineChart<Observations, EarningsChartOptions>({
  name: "earnings",
  takes: observations,
  summary: "Distribution of yearly pay per manager by design: P10 to P90, the middle half and the median.",
  draw(observations, options): UnframedChart {
    const kind = options.pay ?? "total";
    if (!pays.includes(kind)) refuse("pay", `"${kind}" is not a kind of pay`, `write ${pays.join(" or ")}`);
    const designs = observedDesigns(observations, options.designs, hasWholeYears, "nobody stays a whole year");
    const found = designs
      .map(({ design, label }) => ({ label, ...earningsOf(observations, { design: design.name }) }))
      .map((one): Spread => ({ ...one, spread: one[kind] }))
      .sort((a, b) => rangeOf(b) - rangeOf(a));
    const { about, response } = found[0];
    const { factor, label } = edgeUnit(
      { dimension: "money/year" },
      about.currency,
      found.map(({ spread }) => spread.p90.value),
    );
    const rows = found.map((one) => ({
      design: one.label,
      ...Object.fromEntries(ps.map((p) => [p, one.spread[p].value * factor])),
      ...limits(one.spread.p50, factor),
      low10: limits(one.spread.p10, factor).low,
      high10: limits(one.spread.p10, factor).high,
      low90: limits(one.spread.p90, factor).low,
      high90: limits(one.spread.p90, factor).high,
      mean: one.spread.mean.mean * factor,
      variable: one.variableShare * 100,
    }));
    const shares = found.map((one) => percent(one.variableShare));
    return {
      title: saying(found, kind, factor, label),
      subtitle: `${kind === "total" ? "Salary and all cash from rewards" : "Cash from rewards that pay on a score"} per manager and year, ${label}, counted when it is paid; years one person held the seat throughout, ${horizonText(about.months)}, response ${response}. Line: P10 to P90; bar: middle half; mark: median; thin lines: 95 % intervals between worlds (Monte Carlo error). On the right: variable part of pay`,
      about,
      columns: [
        { name: "design", title: "design" },
        ...ps.map((p) => ({ name: p, title: p === "p10" ? `P10, ${label}` : p.toUpperCase() })),
        { name: "low", title: "P50, 95 % from" },
        { name: "high", title: "to" },
        { name: "mean", title: "mean" },
        { name: "variable", title: "variable, % of pay" },
      ],
      rows: rows.map(({ low10: _a, high10: _b, low90: _c, high90: _d, ...row }) => row),
      left: found.map((one) => one.label),
      right: ["variable", ...shares],
      panel: (space) => panel(space, rows, shares, label),
    };
  },
});

type Spread = Earnings & { readonly label: string; readonly spread: Earnings["total"] };

const hasWholeYears = ({ years }: Observations["designs"][number]): boolean => years.isWhole.includes(1);

const rangeOf = ({ spread }: Spread): number => spread.p90.value - spread.p10.value;

function panel(
  space: Space,
  rows: readonly (Readonly<Record<string, number | string | null>> & { readonly design: string })[],
  shares: readonly string[],
  label: string,
): VegaLite {
  const { colours } = space.theme;
  const names = rows.map(({ design }) => design);
  const y = down("design", names, space);
  const x = along("x", "p10", { title: label, format: ",~f" }, space);
  const at = (field: string) => ({ field, type: "quantitative" });
  const interval = (low: string, high: string) => ({
    data: { values: rows.filter((row) => row[low] !== null) },
    mark: { type: "rule", strokeWidth: 1, color: colours.ink },
    encoding: { y, x: at(low), x2: { field: high } },
  });
  return {
    width: space.width,
    height: Math.max(2, names.length) * rowHeight,
    data: { values: rows },
    layer: [
      { mark: { type: "rule", strokeWidth: 4, color: colours.quiet }, encoding: { y, x, x2: { field: "p90" } } },
      {
        mark: { type: "bar", height: { band: 0.75 }, color: colours.accent, opacity: 0.75 },
        encoding: { y, x: at("p25"), x2: { field: "p75" } },
      },
      { mark: { type: "tick", thickness: 3, height: 18, color: colours.ink }, encoding: { y, x: at("p50") } },
      interval("low", "high"),
      interval("low10", "high10"),
      interval("low90", "high90"),
      {
        data: { values: names.map((design, k) => ({ design, text: shares[k] })) },
        mark: { type: "text", align: "left", baseline: "middle", x: space.width + 8 },
        encoding: { y, text: { field: "text" } },
      },
    ],
  };
}

/** Whose pay is spread widest and narrowest, by P10 and P90. */
function saying(found: readonly Spread[], kind: string, factor: number, label: string): string {
  const [widest, narrowest] = [found[0], found[found.length - 1]];
  const reaches = found.map(({ spread: { p90 } }) => ((p90.high - p90.low) / 2) * factor);
  const places = Math.max(
    0,
    placesFor(
      reaches,
      found.map(({ spread }) => spread.p90.value * factor),
    ) - 1,
  );
  const number = (value: number): string => rounded(value * factor, places);
  const range = ({ spread }: Spread): string => `${number(spread.p10.value)} to ${number(spread.p90.value)}`;
  const name = ({ title }: Spread): string => `"${nameText(title)}"`;
  const what = kind === "total" ? "pay" : "variable pay";
  if (found.length === 1)
    return `Under ${name(widest)} eight in ten manager-years earn ${range(widest)} ${label}, half of them below ${number(widest.spread.p50.value)}`;
  const isTold =
    !isOverlapping(widest.spread.p10, narrowest.spread.p10) || !isOverlapping(widest.spread.p90, narrowest.spread.p90);
  if (!isTold)
    return `Designs cannot be told apart by the spread of ${what}: about ${range(widest)} ${label} for eight in ten manager-years`;
  const [low, high] = [narrowest.spread.p10, narrowest.spread.p90].map(({ value }) => number(value));
  const least = low === high ? `not at all, ${low}` : `least, ${low} to ${high}`;
  return `${name(widest)} spreads ${what} widest, ${range(widest)} ${label} for eight in ten manager-years, ${name(narrowest)} ${least}`;
}
