/** Parts of the model and what one writes them with: rewards, curves, measures, outcomes, responses, activities, assumptions, fields of settings, and every section of a scenario file. */

export type { Distribution } from "../foundation/maths/distribution.js";
export type { Decimal, Rounding } from "../foundation/values/decimal.js";
export { numberField, quantityField, rangeField } from "../foundation/values/field.js";
export type { Quantity } from "../foundation/values/quantity.js";
export type { Activity, ActivityNumbers } from "../model/activities/activity.js";
export { activities } from "../model/activities/index.js";
export { assumptions } from "../model/assumptions.js";
export type { Curve, CurveForm } from "../model/curves/curve.js";
export { type ExactCurve, exactCurve, exactPayout } from "../model/curves/exact-curve.js";
export { curves } from "../model/curves/index.js";
export { type Evidence, evidenceBase } from "../model/evidence-base.js";
export type { Lanes } from "../model/frame/lanes.js";
export type { About, Assumption, PlainNumbers as LaneView, WorldColumns } from "../model/frame/part.js";
export { linkages } from "../model/linkages/index.js";
export type { Linkage, LinkagePlan, LinkageRow } from "../model/linkages/linkage.js";
export { measures } from "../model/measures/index.js";
export type { Measure } from "../model/measures/measure.js";
export { outcomes } from "../model/outcomes/index.js";
export type { Outcome } from "../model/outcomes/outcome.js";
export { responses } from "../model/responses/index.js";
export { type AwardAbout, award } from "../model/rewards/award.js";
export type { ExactDue, ExactPerson, ExactRule, ExactStep } from "../model/rewards/exact-rule.js";
export { rewards } from "../model/rewards/index.js";
export type { Amount, RewardExample, RewardPlan, RewardState, RewardWorld } from "../model/rewards/reward.js";
export type { CardPlan, SlotPlan } from "../model/scorecard/card.js";
export type { Subject as HealthSubject } from "../plan-checks/health/check.js";
export type { PayoutTerms } from "../scenario/payout-terms/payout-terms.js";
export type {
  AccountsFile,
  ActivityFile,
  AssumptionsFile,
  BankFile,
  CashBonusFile,
  ClawbackFile,
  CommissionFile,
  ContrastFile,
  DevelopmentFile,
  DrawFile,
  FiscalYearFile,
  GateFile,
  GuaranteeFile,
  HoldFile,
  HolidayFile,
  HypothesisFile,
  LinearCurveFile,
  MatrixFile,
  MeasureFile,
  MeritBudgetFile,
  MultiplierFile,
  PayoutFile,
  PayoutScaleFile,
  PointFile,
  PointsCurveFile,
  PositionFile,
  RankCurveFile,
  RateScheduleCurveFile,
  RecognitionFile,
  RowFile,
  RunFile,
  SalaryIncreaseFile,
  SalaryTopUpFile,
  ScaleFile,
  SourceFile,
  SpiffFile,
  StepFile,
  StepsCurveFile,
  TargetCurveFile,
  TargetRatchetFile,
  TeamEventFile,
  TeamFile,
  TeamPoolFile,
  TierFile,
  TransactionRatesFile,
  TransactionRatesTierFile,
  WeightingFile,
  Written,
  WrittenFrom,
} from "../scenario/schema/file-types.js";
export type { Checked, CheckedDesign, MeasureSettings, RunSettings } from "../scenario/schema/schema.js";
export type { DesignPlan, Program } from "../simulation/world/program.js";
