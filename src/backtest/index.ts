/** What users of the package see of this room: a plan on past results: what it would have paid, and who gains or loses. */

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
} from "./cost-data.js";
export type {
  Backtest,
  BreakEven,
  BreakEvenAnswer,
  ChangedGroup,
  LeftOut,
  LeftOutOn,
  PersonChange,
  PlanChange,
  PlanName,
  QuartileChange,
  Recorded,
  WaitingOn,
  YearChange,
} from "./data.js";
export type { BacktestHistory, BacktestOptions, BacktestPlan } from "./request.js";
