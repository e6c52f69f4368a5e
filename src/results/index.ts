/** What users of the package see of this room: Run → findings: comparison, best design, experiments, sensitivity, people. */

export type { PlanAbout, RunAbout } from "./basis/about.js";
export type { ObservedAbout, OfDesign } from "./basis/observed.js";
export type { Ranked, Ranking, WorldsNeeded } from "./best/ranking.js";
export type { Bridge, BridgeLine, BridgeOptions } from "./bridge.js";
export type { CompareOptions, Comparison, ComparisonRow, Quantile, UnderResponse } from "./compare.js";
export { type Equalities, type EqualityRow, type EqualityView, equalInstead } from "./equalities.js";
export type { Factorial, FactorialCell, FactorialOptions, Interaction, MainEffect } from "./experiments/factorial.js";
export type {
  HypothesisInput,
  HypothesisOptions,
  HypothesisTest,
  HypothesisTests,
  HypothesisUnderResponse,
} from "./experiments/hypotheses.js";
export type { EffortChange, Headline, HeadlineOptions, Lead, ResponseView } from "./headline.js";
export { type AttainmentBin, type AttainmentOptions, type Attainments, attainments } from "./people/attainments.js";
export { type Earnings, earnings, type PaySpread } from "./people/earnings.js";
export { type Fan, type FanOptions, type FanPoint, fan } from "./people/fan.js";
export { type PayPerformance, type PayPoints, payPerformance } from "./people/pay-performance.js";
export {
  type PayoutTimeline,
  payoutTimeline,
  type RewardTimeline,
  type TimelinePoint,
} from "./people/payout-timeline.js";
export type { SkillAndLuck } from "./people/skill-and-luck.js";
export type { Driver, DriverOptions, Drivers } from "./sensitivity/drivers.js";
export type { Flip } from "./sensitivity/flips.js";
export type { Fifth, Sensitivity } from "./sensitivity/sensitivity.js";
export type { Tornado, TornadoBar, TornadoEnd, TornadoOptions } from "./sensitivity/tornado.js";
export type { ClaimVerdict } from "./statistics/claim-verdict.js";
export type { SensitivityIndex } from "./statistics/first-order.js";
export type { Verdict } from "./statistics/verdict.js";
