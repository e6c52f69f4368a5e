/** What a backtest offers from outside: the verb, its tables and page, and the types of what it gives. */

export type { BacktestHistory, BacktestOptions, BacktestPlan } from "../analysis/backtest/asked.js";
export type {
  Association,
  CostGroup,
  Differentiation,
  Follows,
  MeanPay,
  Pay,
  PlanCost,
  Quartile,
  Quartiles,
  Uneven,
  YearCost,
} from "../analysis/backtest/cost-data.js";
export type {
  Backtest,
  BreakEven,
  BreakEvenAnswer,
  LeftOut,
  LeftOutOn,
  PersonChange,
  PlanChange,
  PlanName,
  QuartileChange,
  Recorded,
  Side,
  WaitingOn,
  YearChange,
} from "../analysis/backtest/data.js";
export { backtestTables } from "../analysis/backtest/out.js";
export { backtestPage } from "./backtest-page.js";
export { backtest } from "./backtest-text.js";
