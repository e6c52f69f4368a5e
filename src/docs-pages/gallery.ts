import type { Backtest } from "../backtest/data.js";
import type { Fit } from "../calibration/data.js";
import type { View } from "../charts/drawing/view.js";
import { chart } from "../charts/registry.js";
import { health } from "../plan-checks/health/health.js";
import { lint } from "../plan-checks/lint/lint.js";
import { bridge } from "../results/bridge.js";
import { compare } from "../results/compare.js";
import { factorial } from "../results/experiments/factorial.js";
import { testHypotheses } from "../results/experiments/hypotheses.js";
import { tornado } from "../results/sensitivity/tornado.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Run } from "../simulation/data.js";
import type { Observations } from "../simulation/observation/data.js";

import type { ValidationRow } from "../validation/validate.js";

/** What the gallery draws from: a scenario, its run, what was observed in it, and a crossed run. */
export interface Exhibits {
  readonly scenario: Scenario;
  readonly run: Run;
  readonly seen: Observations;
  readonly grid: Run;
  /** Known numbers beside ours, of one experiment. */
  readonly presses: readonly ValidationRow[];
  /** Two plans on the results of the synthetic team. */
  readonly past: Backtest;
  /** Of the scenario, from the synthetic team. */
  readonly fitted: Fit;
}

/** px, and a theme where asked: what every example passes on. */
export type ExhibitOptions = Parameters<typeof chart.differences>[1];

/** One picture of the gallery: the call that draws it, as a user writes it, and the same as a function. */
export interface Exhibit {
  readonly code: string;
  readonly summary: string;
  readonly draw: (from: Exhibits, options?: ExhibitOptions) => View;
}

const exhibit = (
  of: { readonly chart: { readonly summary: string } },
  code: string,
  draw: Exhibit["draw"],
): Exhibit => ({
  code,
  summary: of.chart.summary,
  draw,
});

const cashAgainstCash = { design: "cash-1y-input", baseline: "cash-1y-output" } as const;

/** An example of every chart, in the order of the gallery. */
export const gallery: readonly Exhibit[] = [
  exhibit(chart.differences, "chart.differences(compare(run))", ({ run }, options) =>
    chart.differences(compare(run), options),
  ),
  exhibit(chart.ranking, "chart.ranking(compare(run))", ({ run }, options) => chart.ranking(compare(run), options)),
  exhibit(chart.payoutCurves, "chart.payoutCurves(scenario)", ({ scenario }, options) =>
    chart.payoutCurves(scenario, options),
  ),
  exhibit(chart.attainment, "chart.attainment(seen)", ({ seen }, options) => chart.attainment(seen, options)),
  exhibit(chart.earnings, "chart.earnings(seen)", ({ seen }, options) => chart.earnings(seen, options)),
  exhibit(chart.payPerformance, 'chart.payPerformance(seen, { by: "ability" })', ({ seen }, options) =>
    chart.payPerformance(seen, { by: "ability", ...options }),
  ),
  exhibit(chart.costs, "chart.costs(compare(run))", ({ run }, options) => chart.costs(compare(run), options)),
  exhibit(chart.paths, "chart.paths(seen)", ({ seen }, options) => chart.paths(seen, options)),
  exhibit(chart.frontier, "chart.frontier(compare(run))", ({ run }, options) => chart.frontier(compare(run), options)),
  exhibit(chart.bridge, 'chart.bridge(bridge(run, { design: "cash-3y-output" }))', ({ run }, options) =>
    chart.bridge(bridge(run, { design: "cash-3y-output" }), options),
  ),
  exhibit(chart.heatMap, "chart.heatMap(factorial(grid))", ({ grid }, options) =>
    chart.heatMap(factorial(grid), options),
  ),
  exhibit(
    chart.tornado,
    'chart.tornado(tornado(run, { design: "cash-1y-input", baseline: "cash-1y-output" }))',
    ({ run }, options) => chart.tornado(tornado(run, cashAgainstCash), options),
  ),
  exhibit(chart.effortMix, "chart.effortMix(run)", ({ run }, options) => chart.effortMix(run, options)),
  exhibit(
    chart.payoutTimeline,
    'chart.payoutTimeline(seen, { designs: ["cash-1y-output", "cash-3y-output"] })',
    ({ seen }, options) => chart.payoutTimeline(seen, { designs: ["cash-1y-output", "cash-3y-output"], ...options }),
  ),
  exhibit(chart.hypotheses, "chart.hypotheses(testHypotheses(run))", ({ run }, options) =>
    chart.hypotheses(testHypotheses(run), options),
  ),
  exhibit(
    chart.agreement,
    'chart.agreement(presses, { quantity: "button presses in ten minutes" })',
    ({ presses }, options) => chart.agreement(presses, { quantity: "button presses in ten minutes", ...options }),
  ),
  exhibit(chart.health, 'chart.health(health(seen), { check: "at excellence" })', ({ seen }, options) =>
    chart.health(health(seen), { check: "at excellence", ...options }),
  ),
  exhibit(chart.curveLint, 'chart.curveLint(lint(seen), { design: "today" })', ({ seen }, options) =>
    chart.curveLint(lint(seen), { design: "today", ...options }),
  ),
  exhibit(chart.winnersLosers, "chart.winnersLosers(past)", ({ past }, options) => chart.winnersLosers(past, options)),
  exhibit(chart.breakEven, "chart.breakEven(past)", ({ past }, options) => chart.breakEven(past, options)),
  exhibit(chart.quartiles, "chart.quartiles(past)", ({ past }, options) => chart.quartiles(past, options)),
  exhibit(chart.fittedObserved, "chart.fittedObserved(fitted)", ({ fitted }, options) =>
    chart.fittedObserved(fitted, options),
  ),
];
