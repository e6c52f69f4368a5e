import type { Backtest, PlanChange } from "../../backtest/data.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import { edgeUnit, nameText, oneLine } from "../../wording/numbers.js";
import type { ChartOptions } from "../definition/chart.js";
import type { SourceText } from "../drawing/drawn.js";

/** What charts of backtests share. */
export interface BacktestChartOptions extends ChartOptions {
  /** Name of the plan held against the old one; the first unless given. */
  readonly plan?: string | undefined;
  /** Name of the history; the first unless given. */
  readonly history?: string | undefined;
}

/** The plan and history asked for. Refuses unknown names, and backtests of one plan. */
export function requestedChange(found: Backtest, { plan, history }: BacktestChartOptions): PlanChange {
  if (found.changes.length === 0)
    refuse("chart", "a backtest of one plan has nothing to compare", "backtest two plans or more");
  const asked = (name: string | undefined, known: readonly string[], place: string): string => {
    if (name !== undefined && !known.includes(name))
      refuse(place, `"${name}" is not in this backtest`, didYouMean(name, known));
    return name ?? known[0];
  };
  const others = found.plans.map(({ name }) => name).filter((name) => name !== found.old);
  const [which, on] = [asked(plan, others, "plan"), asked(history, found.histories, "history")];
  const change = found.changes.find((one) => one.plan === which && one.history === on);
  if (change === undefined || change.people === 0)
    return refuse("chart", `nobody is paid under both ${found.old} and ${which}`, "see who was refused, and why");
  return change;
}

/** Where a chart of a backtest comes from, and what it cannot say. */
export const backtestSource = ({ people, history }: PlanChange, found: Backtest): SourceText => ({
  text: [
    `Backtest of ${nameText(oneLine(found.title))}${found.histories.length > 1 ? ` on ${nameText(history)}` : ""}`,
    plural(people, "person"),
    `${plural(found.resamples, "resample")}, seed ${found.seed}`,
    `RewardLab ${found.version}`,
    found.caveat,
  ].join(" · "),
});

/** How money is drawn. */
export interface MoneyUnit {
  readonly label: string;
  /** smallest units → what is drawn. */
  readonly of: (minor: number) => number;
}

/** Thousands where amounts are large. */
export function moneyUnit({ currency, decimals }: Backtest, minor: Iterable<number>, isYearly = false): MoneyUnit {
  const unit = 10 ** decimals;
  const values = [...minor].map((one) => one / unit);
  const { factor, label } = edgeUnit({ dimension: isYearly ? "money/year" : "money" }, currency, values);
  // a quotient of whole numbers is nearer to what a person writes than a product with a thousandth
  const under = Math.round(unit / factor);
  return { label, of: (one) => one / under };
}

/** Names of plans short enough for a legend. */
export const legendName = (name: string): string => nameText(name, 20);
