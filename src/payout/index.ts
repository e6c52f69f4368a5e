/** What users of the package see of this room: a firm's tables → what people are paid, to the cent, line by line. */

export type {
  MeritBudget,
  PayoutAmounts,
  PayoutDue,
  PayoutForm,
  PayoutLine,
  PayoutRefusal,
  Payouts,
  PeriodPayout,
} from "./data.js";
export type { ExplainedLine, ExplainedPeriod, Explanation } from "./lines/explain.js";
export type { PayoutOptions } from "./payout.js";
