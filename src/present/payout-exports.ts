/** What paying people offers from outside: the verbs, their tables and page, and the types of what they give. */

export type {
  MeritBudget,
  PayoutAmounts,
  PayoutDue,
  PayoutForm,
  PayoutLine,
  PayoutRefusal,
  Payouts,
  PeriodPayout,
} from "../analysis/payout/data.js";
export type { ExplainedLine, ExplainedPeriod, Explanation } from "../analysis/payout/explain.js";
export { payoutTables } from "../analysis/payout/out.js";
export type { PayoutOptions } from "../analysis/payout/payout.js";
export type { Waiting } from "../analysis/people/waiting.js";
export { payoutPage } from "./payout-page.js";
export { explain, payout } from "./payout-text.js";
