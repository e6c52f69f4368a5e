import type { IdealWeights } from "../../agency-theory/ideal-weights.js";
import type { RationalRow } from "../../agency-theory/rational/rational-play.js";
import type { TheoryBesideSimulation } from "../../agency-theory/theory-beside-simulation.js";
import type { WeightSweep } from "../../agency-theory/weight-sweep.js";
import type { Backtest } from "../../backtest/data.js";
import { backtestTables } from "../../backtest/out.js";
import type { Fit } from "../../calibration/data.js";
import { isView, type View } from "../../charts/drawing/view.js";
import type { PeopleRead } from "../../employee-data/read-people.js";
import type { DataTable } from "../../foundation/tables/data-table.js";
import { refuse } from "../../foundation/text/problem.js";
import type { Payouts } from "../../payout/data.js";
import type { Explanation } from "../../payout/lines/explain.js";
import { payoutTables } from "../../payout/lines/out.js";
import type { Health } from "../../plan-checks/health/health.js";
import type { Lint } from "../../plan-checks/lint/lint.js";
import type { CurveLint } from "../../plan-checks/lint/lint-curve.js";
import type { Bridge } from "../../results/bridge.js";
import type { Comparison } from "../../results/compare.js";
import type { Equalities } from "../../results/equalities.js";
import type { Factorial } from "../../results/experiments/factorial.js";
import type { HypothesisTests } from "../../results/experiments/hypotheses.js";
import type { Headline } from "../../results/headline.js";
import type { Attainments } from "../../results/people/attainments.js";
import type { Earnings } from "../../results/people/earnings.js";
import type { Fan } from "../../results/people/fan.js";
import type { PayPerformance } from "../../results/people/pay-performance.js";
import type { PayoutTimeline } from "../../results/people/payout-timeline.js";
import type { Drivers } from "../../results/sensitivity/drivers.js";
import type { Tornado } from "../../results/sensitivity/tornado.js";
import type { Run } from "../../simulation/data.js";
import type { Observations } from "../../simulation/observation/data.js";
import type { Trace } from "../../simulation/trace/trace.js";
import type { ValidationRow } from "../../validation/validate.js";
import { runTables } from "../run-tables/index.js";
import { observedTables } from "../run-tables/observed-tables.js";
import { viewTables } from "./chart.js";
import { comparisonTables } from "./comparison.js";
import { factorialTables, hypothesesTables } from "./experiments.js";
import { explanationTables, fitTables, peopleReadTables, validationTableOf } from "./firm.js";
import { bridgeTables, equalitiesTables, headlineTables } from "./headline.js";
import { attainmentsTables, earningsTables, fanTables, payPerformanceTables, timelineTables } from "./people.js";
import { curveLintTables, healthTables, lintTables } from "./plans.js";
import { driversTables, tornadoTables } from "./sensitivity.js";
import { besideTables, idealTables, rationalTables, sweepTables } from "./theory.js";
import { traceTables } from "./trace.js";

/** A kind of result: known by what nothing else here has, and turned into tables. */
interface Kind<Result> {
  readonly keys: readonly string[];
  readonly tables: (result: Result) => readonly DataTable[];
}

const kind = <Result>(
  tables: (result: Result) => readonly DataTable[],
  ...keys: readonly (keyof Result & string)[]
): Kind<Result> => ({ keys, tables });

/** Every kind of result that is one object. The first whose keys are all there is meant. */
const kinds = [
  kind<Run>((run) => runTables(run), "columns", "draws"),
  kind<Observations>(observedTables, "quantities", "designs"),
  kind<Headline>(headlineTables, "comparison", "contenders"),
  kind<Comparison>(comparisonTables, "rankings", "rows"),
  kind<Bridge>(bridgeTables, "netValue", "parts"),
  kind<Drivers>(driversTables, "drivers", "chance"),
  kind<Tornado>(tornadoTables, "bars", "outcome"),
  kind<Factorial>(factorialTables, "factors", "cells"),
  kind<HypothesisTests>(hypothesesTables, "tests", "tested"),
  kind<Equalities>(equalitiesTables, "views", "baseline"),
  kind<Attainments>(attainmentsTables, "bins", "truncated"),
  kind<Earnings>(earningsTables, "total", "variable"),
  kind<PayPerformance>(payPerformanceTables, "points", "payWithAttainment"),
  kind<Fan>(fanTables, "points", "quantity"),
  kind<PayoutTimeline>(timelineTables, "points", "rewards"),
  kind<Health>(healthTables, "checks", "gaps"),
  kind<Lint>(lintTables, "curves", "rules"),
  kind<CurveLint>(curveLintTables, "findings", "lacking"),
  kind<IdealWeights>(idealTables, "usable", "ifReal"),
  kind<TheoryBesideSimulation>(besideTables, "rows", "theoryWorlds"),
  kind<WeightSweep>(sweepTables, "points", "theoryBest"),
  kind<PeopleRead>(peopleReadTables, "data", "reconciliation"),
  kind<Backtest>(backtestTables, "changes", "costs"),
  kind<Explanation>(explanationTables, "periods", "waitsFor"),
  kind<Payouts>(payoutTables, "periods", "waiting"),
  kind<Fit>(fitTables, "settings", "refused"),
  kind<Trace>(traceTables, "months", "designTitle"),
  kind<{ readonly rows: readonly ValidationRow[]; readonly passed: boolean }>(
    ({ rows }) => [validationTableOf(rows)],
    "rows",
    "passed",
  ),
] as const;

type ResultOf<One> = One extends Kind<infer Result> ? Result : never;

/** Whatever `tables` turns into tables: the results of all verbs, and charts. */
export type TabledResult = ResultOf<(typeof kinds)[number]> | View | readonly RationalRow[] | readonly ValidationRow[];

/** How a result is turned into tables. */
export interface TablesOptions {
  /** Of a run: what `observe` saw of it; its tables are given, too. */
  readonly observed?: Observations | undefined;
}

/**
 * Every result as tables with named columns, units and meanings: what `writeTables` writes as CSV, Parquet or a workbook. A run gives all
 * tables from which what is reported of it can be worked out again (docs/export.md). Throws a Problem for what is no result.
 *
 *     await writeTables(tables(compare(run)), "out/comparison.xlsx");
 */
export function tables(result: TabledResult, { observed }: TablesOptions = {}): readonly DataTable[] {
  if (isView(result)) return viewTables(result);
  if (Array.isArray(result)) return ofRows(result);
  const found = kinds.find(({ keys }) => isObject(result) && keys.every((key) => key in result));
  if (found === undefined) return refuse("tables", "this is no result", "give what a verb such as compare returns");
  if (observed === undefined) return (found as Kind<TabledResult>).tables(result);
  if (!("draws" in result)) refuse("tables", "only a run has observations beside it", "leave out observed");
  return runTables(result as Run, observed);
}

const isObject = (given: unknown): given is object => typeof given === "object" && given !== null;

function ofRows(rows: readonly unknown[]): readonly DataTable[] {
  if (rows.length > 0 && rows.every((one) => isObject(one) && "exact" in one))
    return [validationTableOf(rows as readonly ValidationRow[])];
  if (rows.every((one) => isObject(one) && "lossOfReacting" in one))
    return rationalTables(rows as readonly RationalRow[]);
  return refuse("tables", "this list is no result", "give what a verb such as compare returns");
}
