/** What users of the package see of this room: how accounts, people, measures, rewards and outcomes behave: one file per part. */

export type { Activity, ActivityNumbers } from "./activities/activity.js";
export { activities } from "./activities/index.js";
export { assumptions } from "./assumptions.js";
export type { Curve, CurveForm } from "./curves/curve.js";
export { type ExactCurve, exactCurve, exactPayout } from "./curves/exact-curve.js";
export { curves } from "./curves/index.js";
export { type Evidence, evidenceBase } from "./evidence-base.js";
export type { Lanes } from "./frame/lanes.js";
export type { About, Assumption, View as LaneView, WorldColumns } from "./frame/part.js";
export { linkages } from "./linkages/index.js";
export type { Linkage, LinkagePlan, LinkageRow } from "./linkages/linkage.js";
export { measures } from "./measures/index.js";
export type { Measure } from "./measures/measure.js";
export { outcomes } from "./outcomes/index.js";
export type { Outcome } from "./outcomes/outcome.js";
export { responses } from "./responses/index.js";
export type { Response } from "./responses/response.js";
export { type AwardAbout, award } from "./rewards/award.js";
export type { ExactDue, ExactPerson, ExactRule, ExactStep } from "./rewards/exact-rule.js";
export { rewards } from "./rewards/index.js";
export {
  type Amount,
  defineReward,
  type Reward,
  type RewardExample,
  type RewardPlan,
  type RewardState,
  type RewardWorld,
} from "./rewards/reward.js";
export type { CardPlan, SlotPlan } from "./scorecard/card.js";
