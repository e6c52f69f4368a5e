/** What a scenario file may hold, as types: made from its schema by `npm run docs`; do not edit. */

/** A number with its unit as a file writes it, such as "20 % of base salary" or "5 % to 15 %, most likely 8 %"; plain, or with where it comes from. */
export type Written = string | number | WrittenFrom;

export interface WrittenFrom {
  /** The number with its unit. */
  value: string | number;
  /** Id of a source: of this file's `sources` or of the evidence base. */
  source?: string | undefined;
  /** Where the number comes from, in words. */
  note?: string | undefined;
}

/** A name among those a file gives under designs and weights. It is not inferred from where it is used, so a misspelt one is found there. */
export type Known<Name extends string> = [Name][Name extends string ? 0 : never];

/** Any outcome a comparison may be about. */
export type AnyOutcomeName = OutcomeName | DerivedOutcomeName;

declare const own: unique symbol;

/** Settings of a reward the package does not ship, made by `ownReward`: only a scenario that is told of the kind takes them. */
export interface OwnReward {
  /** Text: the name of your kind. As a type no text fits, so that a misspelt kind of the package is not taken for one of yours. */
  kind: typeof own;
}

/** Name of a measure a scorecard may use. */
export type MeasureName =
  | "account revenue"
  | "profitability"
  | "organic growth"
  | "customer lifetime value"
  | "shared objectives"
  | "customer satisfaction"
  | "account retention"
  | "referenceable accounts"
  | "customer goals reached"
  | "relationship quality"
  | "customers reaching out"
  | "adoption of co-created solutions"
  | "executive access"
  | "matrix team coordination"
  | "account plans kept current"
  | "co-creation work"
  | "time with customers"
  | "relationship footprint"
  | "ecosystem understanding"
  | "pipeline quality"
  | "customer education";

/** Name of an activity of the job. */
export type ActivityName =
  | "executive access"
  | "matrix coordination"
  | "account planning"
  | "co-creation"
  | "customer time"
  | "customer education"
  | "opportunity work"
  | "selling push"
  | "activity reporting";

/** Name of an outcome of a run. */
export type OutcomeName =
  | "net value"
  | "account value"
  | "reward spend"
  | "hiring and monitoring"
  | "effort spend"
  | "risk spend"
  | "surplus"
  | "bad luck"
  | "revenue"
  | "margin"
  | "reward cost"
  | "cash cost"
  | "reward pay"
  | "non-cash value"
  | "expected pay"
  | "risk premium"
  | "certainty equivalent"
  | "earnings"
  | "account retention"
  | "customer satisfaction"
  | "relationship"
  | "adoption"
  | "referenceable accounts"
  | "customer lifetime value"
  | "leavers"
  | "ability"
  | "effort"
  | "effort cost"
  | "motivation"
  | "utility"
  | "selling push"
  | "closing push"
  | "demand pulled forward"
  | "above threshold"
  | "at target"
  | "at cap"
  | "effort: executive access"
  | "effort: matrix coordination"
  | "effort: account planning"
  | "effort: co-creation"
  | "effort: customer time"
  | "effort: customer education"
  | "effort: opportunity work"
  | "effort: selling push"
  | "effort: activity reporting";

/** Name of an outcome worked out from others. */
export type DerivedOutcomeName =
  | "return on reward spend"
  | "agency loss";

/** Name of a way managers may react. */
export type ResponseName =
  | "none"
  | "look-ahead"
  | "evidence";

/** Name of a kind of reward of the package. */
export type RewardKind =
  | "cash bonus"
  | "commission"
  | "salary increase"
  | "recognition"
  | "team event"
  | "holiday"
  | "development"
  | "salary top-up";

/** Name of a kind of payout curve. */
export type CurveKind =
  | "target"
  | "linear"
  | "steps"
  | "points"
  | "rate schedule"
  | "rank";

/** Name of a design every comparison adds. */
export type YardstickName =
  | "no reward"
  | "flat top-up"
  | "first best";

export interface SourceFile {
  /** what the source is, as "Pay survey of the trade, 2025" */
  title: string;
  /** where it is found, as "https://example.org/survey" */
  link?: string | undefined;
}

/** the managers: how many, their pay, how they come and go */
export interface TeamFile {
  /** KAMs in the team (a whole number of managers), as "5 managers" */
  managers?: Written | undefined;
  /** base salary of a KAM (S₀) (money per year), as "72 000 EUR/year" */
  salary?: Written | undefined;
  /** employer on-costs as a share of cash pay (a share), as "20 %" */
  "on costs"?: Written | undefined;
  /** cost of replacing a KAM as a share of base salary (a share), as "20 % of base salary" */
  hiring?: Written | undefined;
  /** time until a new KAM works at full effect, starting from half (a length of time), as "6 months" */
  ramp?: Written | undefined;
  /** effort of colleagues who cover a vacant seat, share of normal (a share), as "20 %" */
  cover?: Written | undefined;
  /** most effort a month can hold, FTE (a plain number), as "1.5" */
  hours?: Written | undefined;
  /** least effort on an activity, FTE (a plain number), as "1" */
  "least effort"?: Written | undefined;
  /** leaving per year when staying is worth as much as going (q₀) (a share per year), as "7 %/year" */
  quits?: Written | undefined;
  /** time a seat stays vacant (a length of time), as "6 months" */
  vacancy?: Written | undefined;
  /** log-SD of ability between KAMs (a plain number), as "1.5" */
  "ability spread"?: Written | undefined;
  /** share of KAMs with a sales background (a share), as "20 %" */
  "ex sales"?: Written | undefined;
  /** general growth of pay that raises grow along with, in constant prices (a share per year), as "7 %/year" */
  "pay growth"?: Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** the accounts of each manager: how many, their size, demand and loss */
export interface AccountsFile {
  /** accounts of each KAM (a whole number of accounts), as "5 accounts" */
  "per manager"?: Written | undefined;
  /** discount rate of the firm (i_f) (a share per year), as "7 %/year" */
  "firm discount"?: Written | undefined;
  /** mean starting revenue of an account (V) (money per year), as "72 000 EUR/year" */
  "account revenue"?: Written | undefined;
  /** log-SD of starting revenue between accounts (a plain number), as "1.5" */
  "account spread"?: Written | undefined;
  /** gross margin as a share of revenue (μ) (a share), as "20 %" */
  margin?: Written | undefined;
  /** log-SD of an account's monthly orders (σ_O) (a plain number), as "1.5" */
  "order luck"?: Written | undefined;
  /** price given away to close pushed sales, share of their value; 0 unless set, as the cost of timing games is already in pulled (a share), as "20 %" */
  concession?: Written | undefined;
  /** accounts lost a year at normal satisfaction (h₀) (a share per year), as "7 %/year" */
  churn?: Written | undefined;
  /** how strongly dissatisfaction raises loss (η, semi-elasticity) (a plain number), as "1.5" */
  "churn slope"?: Written | undefined;
  /** size of the account that fills a lost slot, relative to the lost one (a share), as "20 %" */
  replaced?: Written | undefined;
  /** growth of account demand before losses (γ) (a share per year), as "7 %/year" */
  drift?: Written | undefined;
  /** log-SD per square root of a year of the market all accounts share (σ_M) (a plain number), as "1.5" */
  "market luck"?: Written | undefined;
  /** log-SD per square root of a year of one account's demand (σ_A) (a plain number), as "1.5" */
  "account luck"?: Written | undefined;
  /** share of a shock to demand, of the market or an account, that is permanent (π); the rest fades. At 100 % order luck alone is transitory (a share), as "20 %" */
  "permanent share"?: Written | undefined;
  /** time in which half of what is not permanent in a shock to demand fades; at 0 it lasts one month (a length of time), as "6 months" */
  "shock half life"?: Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface ActivityFile {
  /** normal share of a full-time month (a share), as "20 %" */
  normal?: Written | undefined;
  /** index points of relationship per FTE (a plain number), as "1.5" */
  relationship?: Written | undefined;
  /** index points of adoption per FTE (a plain number), as "1.5" */
  adoption?: Written | undefined;
  /** share of a month's revenue per FTE (a plain number), as "1.5" */
  push?: Written | undefined;
  /** how much the activity rises with intrinsic motivation (a plain number), as "1.5" */
  appeal?: Written | undefined;
  /** natural share of a manager from sales, relative to normal (a plain number), as "1.5" */
  exSales?: Written | undefined;
  /** room for change: inverse weight in the cost of effort, FTE (a plain number), as "1.5" */
  room?: Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface MeasureFile {
  /** factor on the default noise of the measure (a plain number), as "1.5" */
  noise?: Written | undefined;
  /** time between surveys (a length of time), as "6 months" */
  cadence?: Written | undefined;
  /** cost of measuring, per KAM-year (money per year), as "72 000 EUR/year" */
  cost?: Written | undefined;
  /** first target relative to plan (a share), as "20 %" */
  target?: Written | undefined;
  /** whether the next target is built on past results */
  rebased?: boolean | undefined;
  /** what is measured, as "share of planned meetings held" */
  what?: string | undefined;
  /** how it is measured, as "entries in the CRM, checked by sample" */
  how?: string | undefined;
  /** who measures, as "sales operations" */
  who?: string | undefined;
  /** when it is measured, as "at the end of each quarter" */
  when?: string | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** measures and their weights, 100 % together */
export interface WeightingFile extends Partial<Record<MeasureName, Written>> {
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface TargetCurveFile {
  kind: "target";
  /** attainment from which anything is paid (a share), as "20 %" */
  threshold?: Written | undefined;
  /** share of the target amount paid at the threshold (a share), as "20 %" */
  "pays at threshold"?: Written | undefined;
  /** payout points per point of attainment above target (slope between curve points) (a plain number), as "1.5" */
  accelerator?: Written | undefined;
  /** attainment from which the decelerator applies; none unless given (a share), as "20 %" */
  excellence?: Written | undefined;
  /** payout points per point of attainment above excellence; 1 unless given (a plain number), as "1.5" */
  decelerator?: Written | undefined;
  /** attainment from which no more is paid, or none; a curve has this or a payout cap, as "120 %" */
  "up to attainment"?: "none" | Written | undefined;
  /** the most it pays, as a share of the amount at target, or none; what plan documents call a cap, as "200 %" */
  "payout cap"?: "none" | Written | undefined;
  /** which tier a score exactly on a boundary belongs to: the higher (at 100 % pays as from 100 %) or the lower */
  tie?: "higher" | "lower" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface LinearCurveFile {
  kind: "linear";
  /** payout at a score of zero, in units of the amount (a plain number), as "1.5" */
  base?: Written | undefined;
  /** payout per unit of attainment (a plain number), as "1.5" */
  rate?: Written | undefined;
  /** attainment from which no more is paid, or none; a curve has this or a payout cap, as "120 %" */
  "up to attainment"?: "none" | Written | undefined;
  /** the most it pays, as a share of the amount at target, or none; what plan documents call a cap, as "200 %" */
  "payout cap"?: "none" | Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface StepFile {
  /** attainment from which the step is paid (a share), as "20 %" */
  at: Written;
  /** payout from this step on, share of the amount (a share), as "20 %" */
  pays: Written;
}

export interface StepsCurveFile {
  kind: "steps";
  /** steps, lowest attainment first; each pays its level from its attainment on */
  steps: StepFile[];
  /** which tier a score exactly on a boundary belongs to: the higher (at 100 % pays as from 100 %) or the lower */
  tie?: "higher" | "lower" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface PointFile {
  /** attainment of the point (a share), as "20 %" */
  at: Written;
  /** payout at the point, share of the amount (a share), as "20 %" */
  pays: Written;
}

export interface PointsCurveFile {
  kind: "points";
  /** points of the curve, lowest attainment first; nothing below the first, level after the last */
  points: PointFile[];
  /** which tier a score exactly on a boundary belongs to: the higher (at 100 % pays as from 100 %) or the lower */
  tie?: "higher" | "lower" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface TierFile {
  /** attainment from which the tier holds (a share), as "20 %" */
  from: Written;
  /** what a point of attainment pays, in points of the amount: 1.5 is one and a half times the base rate (a plain number), as "1.5" */
  rate: Written;
}

export interface RateScheduleCurveFile {
  kind: "rate schedule";
  /** tiers of attainment and their rates, lowest first; nothing below the first */
  tiers: TierFile[];
  /** flat: the tier's rate for everything (retroactive); stepped: each tier's rate for what lies in it (marginal); interpolated payout: as flat at the boundaries, straight lines between */
  apply: "flat" | "stepped" | "interpolated payout";
  /** attainment from which no more is paid, or none; a curve has this or a payout cap, as "120 %" */
  "up to attainment"?: "none" | Written | undefined;
  /** the most it pays, as a share of the amount at target, or none; what plan documents call a cap, as "200 %" */
  "payout cap"?: "none" | Written | undefined;
  /** which tier a score exactly on a boundary belongs to: the higher (at 100 % pays as from 100 %) or the lower */
  tie?: "higher" | "lower" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface RankCurveFile {
  kind: "rank";
  /** how many of the team win (a whole number), as "5" */
  winners?: Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** payout curve on the reward's own score while the row holds */
export type CurveFile =
  | TargetCurveFile
  | LinearCurveFile
  | StepsCurveFile
  | PointsCurveFile
  | RateScheduleCurveFile
  | RankCurveFile;

export interface GateFile {
  /** the measure that decides, 100 % being its target, as "customer satisfaction" */
  measure: MeasureName;
  /** whether the manager's own result decides or the mean of the team */
  for?: "person" | "team" | undefined;
  /** score the measure has to reach (a share), as "20 %" */
  "at least": Written;
  /** whether a score exactly on the gate has passed (higher) or not (lower) */
  tie?: "higher" | "lower" | undefined;
  /** share of the payout that is kept below the gate (a share), as "20 %" */
  otherwise?: Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface MultiplierFile {
  /** the measure that decides, 100 % being its target, as "customer satisfaction" */
  measure: MeasureName;
  /** whether the manager's own result decides or the mean of the team */
  for?: "person" | "team" | undefined;
  /** factor on the payout by score of the measure; 100 % changes nothing */
  curve: CurveFile;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface RowFile {
  /** score of the measure from which the row holds (a share), as "20 %" */
  from: Written;
  /** payout curve on the reward's own score while the row holds */
  curve: CurveFile;
}

/** A table of two measures: the second one decides along which curve the reward pays on its own score; below the first row nothing. */
export interface MatrixFile {
  /** the measure that decides, 100 % being its target, as "customer satisfaction" */
  measure: MeasureName;
  /** whether the manager's own result decides or the mean of the team */
  for?: "person" | "team" | undefined;
  /** rows by score of the measure, lowest first; no row may pay less than the one before */
  rows: RowFile[];
  /** which tier a score exactly on a boundary belongs to: the higher (at 100 % pays as from 100 %) or the lower */
  tie?: "higher" | "lower" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface CashBonusFile {
  kind: "cash bonus";
  /** amount a year when the payout is 100 % (yearly amount at target (money per year)), as "72 000 EUR/year" */
  "at target": Written;
  /** payout curve */
  curve?: CurveFile | undefined;
  /** whether it pays on the manager's own score or on the mean score of the team */
  for?: "personal" | "team" | undefined;
  /** time from the close to payment (a length of time), as "6 months" */
  "paid after"?: Written | undefined;
  /** share of the bonus that is deferred (a share), as "20 %" */
  deferred?: Written | undefined;
  /** time from the close until the deferred part vests; forfeited on leaving (a length of time), as "6 months" */
  "vests after"?: Written | undefined;
  /** performance period, where it differs from the design's (a length of time), as "6 months" */
  period?: Written | undefined;
  /** how often targets are set within the period; the score is then the mean over its parts, each against its own target (a length of time), as "6 months" */
  "targets every"?: Written | undefined;
  /** scorecard of this reward alone, where it differs from the design's */
  weights?: Partial<Record<MeasureName, Written>> | undefined;
  /** The reward is paid only where a second measure reaches a score; below it nothing, or a share, is kept. */
  gate?: GateFile | GateFile[] | undefined;
  /** What the reward pays is multiplied by a factor that follows a second measure; the reward's own cap does not limit the product. */
  multiplier?: MultiplierFile | MultiplierFile[] | undefined;
  /** A table of two measures: the second one decides along which curve the reward pays on its own score; below the first row nothing. */
  matrix?: MatrixFile | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface CommissionFile {
  kind: "commission";
  /** share of account revenue paid as commission (commission rate (a share)), as "20 % of account revenue" */
  rate: Written;
  /** schedule of rates around a quota, in units of the rate at quota; the same rate for everything unless given */
  curve?: CurveFile | undefined;
  /** how often it is settled and revenue is held against a quota, where that differs from the design's (a length of time), as "6 months" */
  period?: Written | undefined;
  /** The reward is paid only where a second measure reaches a score; below it nothing, or a share, is kept. */
  gate?: GateFile | GateFile[] | undefined;
  /** What the reward pays is multiplied by a factor that follows a second measure; the reward's own cap does not limit the product. */
  multiplier?: MultiplierFile | MultiplierFile[] | undefined;
  /** A table of two measures: the second one decides along which curve the reward pays on its own score; below the first row nothing. */
  matrix?: MatrixFile | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface PositionFile {
  /** salary ÷ midpoint from which the factor holds (a share), as "20 %" */
  "compa-ratio from": Written;
  /** factor on the raise at that position (a share), as "20 %" */
  factor: Written;
}

export interface SalaryIncreaseFile {
  kind: "salary increase";
  /** amount a year when the payout is 100 % (yearly amount at target (money per year)), as "72 000 EUR/year" */
  "at target": Written;
  /** rating: how the raise depends on the score */
  curve?: CurveFile | undefined;
  /** midpoint of the pay range in simulations; real people are paid by the midpoint of the roster or of the terms of payout (a share), as "20 % of base salary" */
  midpoint?: Written | undefined;
  /** merit matrix: factor on the raise by position in the pay range, lowest first */
  positions?: PositionFile[] | undefined;
  /** performance period, where it differs from the design's (a length of time), as "6 months" */
  period?: Written | undefined;
  /** how often targets are set within the period; the score is then the mean over its parts, each against its own target (a length of time), as "6 months" */
  "targets every"?: Written | undefined;
  /** scorecard of this reward alone, where it differs from the design's */
  weights?: Partial<Record<MeasureName, Written>> | undefined;
  /** The reward is paid only where a second measure reaches a score; below it nothing, or a share, is kept. */
  gate?: GateFile | GateFile[] | undefined;
  /** What the reward pays is multiplied by a factor that follows a second measure; the reward's own cap does not limit the product. */
  multiplier?: MultiplierFile | MultiplierFile[] | undefined;
  /** A table of two measures: the second one decides along which curve the reward pays on its own score; below the first row nothing. */
  matrix?: MatrixFile | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface RecognitionFile {
  kind: "recognition";
  /** what the award costs the firm a year when the payout is 100 % (yearly amount at target (money per year)), as "72 000 EUR/year" */
  "at target": Written;
  /** payout curve */
  curve?: CurveFile | undefined;
  /** whether it pays on the manager's own score or on the mean score of the team */
  for?: "personal" | "team" | undefined;
  /** how much more (or less) than other awards it is appreciated (a plain number), as "1.5" */
  appeal?: Written | undefined;
  /** performance period, where it differs from the design's (a length of time), as "6 months" */
  period?: Written | undefined;
  /** how often targets are set within the period; the score is then the mean over its parts, each against its own target (a length of time), as "6 months" */
  "targets every"?: Written | undefined;
  /** scorecard of this reward alone, where it differs from the design's */
  weights?: Partial<Record<MeasureName, Written>> | undefined;
  /** The reward is paid only where a second measure reaches a score; below it nothing, or a share, is kept. */
  gate?: GateFile | GateFile[] | undefined;
  /** What the reward pays is multiplied by a factor that follows a second measure; the reward's own cap does not limit the product. */
  multiplier?: MultiplierFile | MultiplierFile[] | undefined;
  /** A table of two measures: the second one decides along which curve the reward pays on its own score; below the first row nothing. */
  matrix?: MatrixFile | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface TeamEventFile {
  kind: "team event";
  /** what the award costs the firm a year when the payout is 100 % (yearly amount at target (money per year)), as "72 000 EUR/year" */
  "at target": Written;
  /** payout curve */
  curve?: CurveFile | undefined;
  /** whether it pays on the manager's own score or on the mean score of the team */
  for?: "personal" | "team" | undefined;
  /** how much more (or less) than other awards it is appreciated (a plain number), as "1.5" */
  appeal?: Written | undefined;
  /** performance period, where it differs from the design's (a length of time), as "6 months" */
  period?: Written | undefined;
  /** how often targets are set within the period; the score is then the mean over its parts, each against its own target (a length of time), as "6 months" */
  "targets every"?: Written | undefined;
  /** scorecard of this reward alone, where it differs from the design's */
  weights?: Partial<Record<MeasureName, Written>> | undefined;
  /** The reward is paid only where a second measure reaches a score; below it nothing, or a share, is kept. */
  gate?: GateFile | GateFile[] | undefined;
  /** What the reward pays is multiplied by a factor that follows a second measure; the reward's own cap does not limit the product. */
  multiplier?: MultiplierFile | MultiplierFile[] | undefined;
  /** A table of two measures: the second one decides along which curve the reward pays on its own score; below the first row nothing. */
  matrix?: MatrixFile | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface HolidayFile {
  kind: "holiday";
  /** what the award costs the firm a year when the payout is 100 % (yearly amount at target (money per year)), as "72 000 EUR/year" */
  "at target": Written;
  /** payout curve */
  curve?: CurveFile | undefined;
  /** whether it pays on the manager's own score or on the mean score of the team */
  for?: "personal" | "team" | undefined;
  /** how much more (or less) than other awards it is appreciated (a plain number), as "1.5" */
  appeal?: Written | undefined;
  /** performance period, where it differs from the design's (a length of time), as "6 months" */
  period?: Written | undefined;
  /** how often targets are set within the period; the score is then the mean over its parts, each against its own target (a length of time), as "6 months" */
  "targets every"?: Written | undefined;
  /** scorecard of this reward alone, where it differs from the design's */
  weights?: Partial<Record<MeasureName, Written>> | undefined;
  /** The reward is paid only where a second measure reaches a score; below it nothing, or a share, is kept. */
  gate?: GateFile | GateFile[] | undefined;
  /** What the reward pays is multiplied by a factor that follows a second measure; the reward's own cap does not limit the product. */
  multiplier?: MultiplierFile | MultiplierFile[] | undefined;
  /** A table of two measures: the second one decides along which curve the reward pays on its own score; below the first row nothing. */
  matrix?: MatrixFile | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface DevelopmentFile {
  kind: "development";
  /** amount a year when the payout is 100 % (yearly amount at target (money per year)), as "72 000 EUR/year" */
  amount: Written;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface SalaryTopUpFile {
  kind: "salary top-up";
  /** amount a year when the payout is 100 % (yearly amount at target (money per year)), as "72 000 EUR/year" */
  amount: Written;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** one reward of a design */
export type RewardFile =
  | CashBonusFile
  | CommissionFile
  | SalaryIncreaseFile
  | RecognitionFile
  | TeamEventFile
  | HolidayFile
  | DevelopmentFile
  | SalaryTopUpFile
  | OwnReward;

export interface DesignFile<Design extends string = string, Weighting extends string = string> {
  /** what the design is, for charts and tables, as "Bonus on three measures" */
  title?: string | undefined;
  /** another design this one equals except for what is written here, as "yearly-bonus" */
  like?: Known<Design> | undefined;
  /** performance period (a length of time), as "6 months" */
  period?: Written | undefined;
  /** how often targets are set within the period; the score is then the mean over its parts, each against its own target (a length of time), as "6 months" */
  "targets every"?: Written | undefined;
  /** a weighting of `weights` by name, or measures and weights */
  weights?: Known<Weighting> | Partial<Record<MeasureName, Written>> | undefined;
  /** rewards; an empty list is no reward */
  rewards?: RewardFile[] | undefined;
  /** level of each factor, where the design is a cell of a crossed scenario */
  cell?: Record<string, string> | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** what every design is made equal in, one of reward cost, expected pay and certainty equivalent, and how hard it is made */
export interface HoldFile {
  /** equal for the firm: expected accrued reward cost per KAM-year every design is scaled to (money per year), as "72 000 EUR/year" */
  "reward cost"?: Written | undefined;
  /** equal for the managers but for risk and effort: what rewards are expected to be worth to them per KAM-year (money per year), as "72 000 EUR/year" */
  "expected pay"?: Written | undefined;
  /** equal for the managers, risk and effort counted (participation): certain money per KAM-year that is worth as much to them as the design (money per year), as "72 000 EUR/year" */
  "certainty equivalent"?: Written | undefined;
  /** share of scores that reach target, set by tightening targets alike (a share), as "20 %" */
  "at target"?: Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** how people and accounts react: numbers or ranges, drawn anew for every draw */
export interface AssumptionsFile {
  /** fading of relationships without effort (δ_R) (a share per month), as "10 %/month" */
  "relation fade"?: Written | undefined;
  /** fading of adoption without effort (δ_Q) (a share per month), as "10 %/month" */
  "adoption fade"?: Written | undefined;
  /** mean lag from relationship and adoption to revenue (L) (a length of time), as "6 months" */
  lag?: Written | undefined;
  /** log revenue earned per index point of relationship (λ_R); with adoption set so that 10 % more of all effort gives about 3 % more revenue (a plain number), as "1.5" */
  "relation yield"?: Written | undefined;
  /** log revenue earned per index point of adoption (λ_Q) (a plain number), as "1.5" */
  "adoption yield"?: Written | undefined;
  /** share of pushed sales that is borrowed from the future (ψ); timing games cost 6 to 8 % of revenue in the study cited (a share), as "20 %" */
  pulled?: Written | undefined;
  /** share of borrowed demand paid back each month (ω) (a share per month), as "10 %/month" */
  payback?: Written | undefined;
  /** exponent of returns to an activity, 1 = constant returns (ε) (a plain number), as "1" */
  diminishing?: Written | undefined;
  /** curvature of effort cost, months of salary per FTE² (κ) (a plain number), as "1.5" */
  "effort cost"?: Written | undefined;
  /** how strongly one activity displaces others (χ) (a plain number), as "1.5" */
  substitution?: Written | undefined;
  /** share of measured extra activity that is for show (a share), as "20 %" */
  hollow?: Written | undefined;
  /** loss of relationship from over-selling (ζ) (a plain number), as "1.5" */
  "pressure harm"?: Written | undefined;
  /** log ability gained a year when the development unit is spent (a plain number), as "1" */
  training?: Written | undefined;
  /** yearly spending on development at which the gain of training is stated (money per year), as "72 000 EUR/year" */
  "development unit"?: Written | undefined;
  /** fall of motivation when a quarter of salary is contingent on performance (a plain number), as "1" */
  crowding?: Written | undefined;
  /** rise of motivation from fresh recognition (a plain number), as "1" */
  support?: Written | undefined;
  /** share of lost freshness regained each month (a share per month), as "10 %/month" */
  "freshness back"?: Written | undefined;
  /** elasticity of leaving to own pay (ε_q) (a plain number), as "1.5" */
  "quit slope"?: Written | undefined;
  /** relative risk aversion (ρ) (a plain number), as "1.5" */
  "risk aversion"?: Written | undefined;
  /** weight on pay forfeited by leaving (a share), as "20 %" */
  handcuff?: Written | undefined;
  /** relationship lost when the KAM changes; adoption loses half as much (a share), as "20 %" */
  handover?: Written | undefined;
  /** ability of applicants, in SD, per unit of expected pay above the outside option (a plain number), as "1.5" */
  attraction?: Written | undefined;
  /** ability of applicants, in SD, per unit of the contingent share of pay (at most .4 counts) (a plain number), as "1.5" */
  sorting?: Written | undefined;
  /** weight on any later pay (β) (a plain number), as "1" */
  "present bias"?: Written | undefined;
  /** yearly discount of a KAM (i_a); executives 18 % a year, experiments near 0 to 5 % (a share per year), as "7 %/year" */
  impatience?: Written | undefined;
  /** weight on periods after the current one (ν) (a share), as "20 %" */
  foresight?: Written | undefined;
  /** share of over-performance built into the next target (ℓ) (a share), as "20 %" */
  rebase?: Written | undefined;
  /** extra weight on a shortfall below target (Λ); 0 unless set, studies of λ suggest about 1 (a plain number), as "1.5" */
  "loss aversion"?: Written | undefined;
  /** SD of a rater's yearly error, score points on a fully judged card (τ_r) (a plain number), as "1.5" */
  "rater noise"?: Written | undefined;
  /** score points per relative point of a judged input: raters bunch scores (c); centrality bias, Bol 2011, size assumed (a plain number), as "1.5" */
  compression?: Written | undefined;
  /** reading gained by doubling activity reporting (a plain number), as "1.5" */
  "box ticking"?: Written | undefined;
  /** SD of one monthly reading of an input, relative to normal (τ) (a plain number), as "1.5" */
  "reading noise"?: Written | undefined;
  /** SD of one account's survey answer (τ_s) (a plain number), as "1.5" */
  "survey noise"?: Written | undefined;
  /** value to the manager of a non-cash reward per unit of its cost, at the value floor (v); evidence of both signs (a plain number), as "1.5" */
  perceived?: Written | undefined;
  /** yearly spending at which the perceived value is stated (F₀) (money per year), as "72 000 EUR/year" */
  "value floor"?: Written | undefined;
  /** exponent of the diminishing value of non-cash rewards (a plain number), as "1" */
  "award power"?: Written | undefined;
  /** freshness lost per full award (a share), as "20 %" */
  habituation?: Written | undefined;
  /** rise of effort when a quarter of salary is contingent: effect .34 SD times an SD of output of .20 to .48 (a plain number), as "1.5" */
  "cash uplift"?: Written | undefined;
  /** rise of effort under fresh recognition (a plain number), as "1.5" */
  "award uplift"?: Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** instead of two designs: two levels of a factor of a crossed scenario */
export interface ContrastFile {
  /** the factor of a crossed scenario, as "period" */
  factor: string;
  /** the level it is compared with, as "1 year" */
  from: string;
  /** the level the claim is about, as "3 years" */
  to: string;
  /** what it is about: levels of other factors; ranges of assumptions, such as impatience: above 20 %/year */
  where?: Record<string, string | string[]> | undefined;
}

export interface HypothesisFile<Design extends string = string> {
  /** the claim in words, stated before looking at results, as "Three years create more net value than one" */
  claim: string;
  /** the design the claim is about, as "cash-3y" */
  design?: Known<Design> | YardstickName | undefined;
  /** the design it is compared with, as "cash-1y" */
  against?: Known<Design> | YardstickName | undefined;
  /** instead of two designs: two levels of a factor of a crossed scenario */
  contrast?: ContrastFile | undefined;
  /** what it is about: levels of other factors; ranges of assumptions, such as impatience: above 20 %/year */
  where?: Record<string, string | string[]> | undefined;
  /** the outcome it is about */
  outcome: OutcomeName;
  /** whether the outcome is to be higher, lower, or the same within the smallest effect */
  direction: "higher" | "lower" | "equivalent";
  /** smallest effect that matters, in the outcome's unit, as "10 000 EUR" */
  "smallest effect"?: string | number | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** the firm's year: periods are counted from its start, and tables may say FY 2025, Q1 FY26 or P01; the calendar's unless given */
export interface FiscalYearFile {
  /** month in which the firm's year starts */
  starts: "January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December";
  /** whether FY 2025 is the year that ends or the one that starts in 2025; not needed for January */
  "named by"?: "end" | "start" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface ScaleFile {
  /** lowest value there is (a plain number), as "1.5" */
  from: Written;
  /** highest value there is (a plain number), as "1.5" */
  to: Written;
  /** what counts as 100 %, for results whose rows have no target (a plain number), as "1.5" */
  target?: Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface PayoutScaleFile {
  /** what each word of a rating counts: { below: 50 %, meets: 100 %, exceeds: 120 % } */
  words: Record<string, Written>;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface TransactionRatesTierFile {
  /** amount from which the tier holds (an amount of money), as "1500 EUR" */
  from?: Written | undefined;
  /** share of the period's quota from which it holds, in place of an amount (a share), as "20 %" */
  "from quota"?: Written | undefined;
  /** what it pays, in units of the commission's rate: 1.5 is one and a half times that (a plain number), as "1.5" */
  rate: Written;
}

/** rates of commissions by single transaction, in place of one rate for the period */
export interface TransactionRatesFile {
  /** what decides the tier: the size of the transaction, or the sum of the period's transactions without it or with it */
  by: "size" | "position before" | "position after";
  /** one rate for the whole transaction, or each tier's rate for what lies in it */
  apply: "flat" | "stepped";
  /** whether the whole of a shared sale decides the tier or only the person's share; positions always count own shares */
  "size of shared sales"?: "whole sale" | "own share" | undefined;
  /** which tier an amount exactly on a bound belongs to */
  tie?: "higher" | "lower" | undefined;
  /** tiers and their rates, lowest first; nothing below the first */
  tiers: TransactionRatesTierFile[];
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** rewards on the score of the team make one pool, the amounts of all members × payout, shared to the smallest coin */
export interface TeamPoolFile {
  /** what members share the pool in proportion to, times the part of the period each served */
  "split by": "amount at target" | "equal parts" | "base salary" | "own score";
  /** what becomes of the part of members whose service is too short or who left without a claim */
  "of those without a claim"?: "stays with the firm" | "goes to the others" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** targets the data leave out after a period with one: old target × (1 + share × (attainment − 1)) */
export interface TargetRatchetFile {
  /** share of what was reached beyond or below the last target that moves the next one (a share), as "20 %" */
  share: Written;
  /** whether targets also fall after a bad period */
  direction?: "both ways" | "up only" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** least that cash rewards pay together, for everybody or for those who joined lately */
export interface GuaranteeFile {
  /** least that cash rewards pay together (guarantee (money per year)), as "72 000 EUR/year" */
  amount: Written;
  /** how long from joining; always unless given (a length of time), as "6 months" */
  for?: Written | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** incentive pay advanced whenever less than it is earned */
export interface DrawFile {
  /** advance on incentive pay (draw (money per year)), as "72 000 EUR/year" */
  amount: Written;
  /** whether what was advanced and not earned is taken from later pay */
  recoverable: boolean;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

export interface SpiffFile {
  /** what it is called on the payslip, as "quick start" */
  title: string;
  /** paid for the period when the condition holds (an amount of money), as "1500 EUR" */
  amount: Written;
  /** measure it looks at; the score of the first reward unless given, as "account revenue" */
  measure?: string | undefined;
  /** attainment from which it is paid, that attainment included (a share), as "20 %" */
  "at least": Written;
  /** whether it is paid for every period in which the condition holds, or only for the first: a milestone */
  paid?: "every period" | "once" | undefined;
  /** first day on which a period may close for it, as "2025-01-01" */
  from?: string | undefined;
  /** last day on which a period may close for it, as "2025-06-30" */
  until?: string | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** bonus bank: cash rewards go into a balance of which a share is paid at each close */
export interface BankFile {
  /** share of the balance that is paid at each close (a share), as "20 %" */
  "pays out": Written;
  /** whether a negative bonus lowers the balance, below zero if need be, or counts nothing */
  "below zero"?: "carried" | "as zero" | undefined;
  /** what becomes of a balance above zero; one below zero is written off */
  "on leaving"?: "paid" | "lost" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** what a period paid is taken back when a later one falls short */
export interface ClawbackFile {
  /** measure it looks at; the score of the first reward unless given, as "account revenue" */
  measure?: string | undefined;
  /** attainment of a later period below which pay is taken back (a share), as "20 %" */
  below: Written;
  /** how long after the close of a period what it paid may be taken back (a length of time), as "6 months" */
  within: Written;
  /** share of what the period paid that is taken back (a share), as "20 %" */
  share?: Written | undefined;
  /** whether no more is taken at a close than that period pays, the rest later, or all of it at once */
  recovered?: "from later pay" | "at once" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** most that raises may come to together */
export interface MeritBudgetFile {
  /** most that raises of a period come to, of all base salaries (a share), as "20 % of base salary" */
  share: Written;
  /** whether raises above it are only reported or all scaled down to it */
  "if over"?: "report" | "scale" | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** how real people are paid to the cent; simulations do not read it */
export interface PayoutFile {
  /** what happens to the digit after the last; halves away from zero, to the even digit, or all towards zero */
  rounding?: "half up" | "half even" | "down" | undefined;
  /** whether each line of money is rounded to the smallest coin or only the total */
  round?: "per line" | "at the end" | undefined;
  /** decimals to which every attainment, score and payout is rounded before it is used (3 is 99.3 %); unless given only scores of several measures or people are, to 8, and what one measure alone decides is worked out from its amounts (a whole number), as "5" */
  "share decimals"?: Written | undefined;
  /** a measure without result: nobody is paid on a guess, the other weights take over, it counts 0 %, or it counts 100 % */
  "missing measure"?: "refuse" | "reweigh" | "as zero" | "as target" | undefined;
  /** a target or quota of zero or less: no pay without a decision, attainment 0 %, or 100 %; a commission without quota at its rate, whatever the schedule */
  "zero target"?: "refuse" | "as zero" | "as target" | "base rate" | undefined;
  /** a result below zero: no pay without a decision, counts as 0, or as it is */
  "negative result"?: "refuse" | "as zero" | "as it is" | undefined;
  /** pay of those who served part of a period: by days, by months served in full, or in full */
  "part periods"?: "calendar days" | "whole months" | "none" | undefined;
  /** whether targets in the data already are those of the part served */
  "targets of part periods"?: "as given" | "prorated" | undefined;
  /** service in the period below which nothing is paid: no SPIFF, guarantee or draw either (a length of time), as "6 months" */
  "minimum service"?: Written | undefined;
  /** what those get who leave before the close */
  leavers?: "pro rata" | "nothing" | undefined;
  /** whether each period stands alone or is paid on the year to date, less what the year has paid */
  periods?: "discrete" | "cumulative" | undefined;
  /** the firm's year: periods are counted from its start, and tables may say FY 2025, Q1 FY26 or P01; the calendar's unless given */
  "fiscal year"?: FiscalYearFile | undefined;
  /** whether the amount at target is the design's or each person's own in the roster */
  "target incentive"?: "design" | "roster" | undefined;
  /** which salary and incentive at target count where they change within a period: each for its days, the last or the first */
  "salary of a period"?: "by days" | "at its end" | "at its start" | undefined;
  /** where results come from; targets are always those of the history, and so are results of measures without transactions */
  "results from"?: "history" | "transactions" | undefined;
  /** what measures are called in the data, where that differs: { account revenue: revenue } */
  measures?: Record<string, string> | undefined;
  /** how results of an index are written: index (1 is normal), from one end to the other, or words of a rating */
  scales?: Record<string, "index" | ScaleFile | PayoutScaleFile> | undefined;
  /** whether the shares of a sale must make 100 %, or count as they stand, more or less than all of it */
  "shared sales"?: "whole" | "as given" | undefined;
  /** rates of commissions by single transaction, in place of one rate for the period */
  "transaction rates"?: TransactionRatesFile | undefined;
  /** rewards on the score of the team make one pool, the amounts of all members × payout, shared to the smallest coin */
  "team pool"?: TeamPoolFile | undefined;
  /** targets the data leave out after a period with one: old target × (1 + share × (attainment − 1)) */
  "target ratchet"?: TargetRatchetFile | undefined;
  /** most that cash rewards pay together: a share of target incentive or an amount a year; none is no cap, as "200 % of target incentive" */
  "payout cap"?: "none" | Written | undefined;
  /** least that cash rewards pay together, for everybody or for those who joined lately */
  guarantee?: GuaranteeFile | undefined;
  /** incentive pay advanced whenever less than it is earned */
  draw?: DrawFile | undefined;
  /** fixed amounts on a condition: SPIFFs and milestones */
  spiffs?: SpiffFile[] | undefined;
  /** bonus bank: cash rewards go into a balance of which a share is paid at each close */
  bank?: BankFile | undefined;
  /** what a period paid is taken back when a later one falls short */
  clawback?: ClawbackFile | undefined;
  /** midpoint of the pay range, where merit matrices need one (money per year), as "72 000 EUR/year" */
  midpoint?: Written | undefined;
  /** most that raises may come to together */
  "merit budget"?: MeritBudgetFile | undefined;
  /** source of the numbers beside it */
  source?: string | undefined;
  /** where the numbers beside it come from, in words */
  note?: string | undefined;
}

/** how much is simulated, and what the headline shows */
export interface RunFile {
  /** replications: worlds to draw (a whole number), as "5" */
  worlds?: Written | undefined;
  /** seed of all luck (a whole number), as "5" */
  seed?: Written | undefined;
  /** how managers react in the headline; the others are shown beside it */
  response?: ResponseName | undefined;
  /** smallest difference in net value per KAM over the horizon worth acting on; unless given 5/18 of base salary: 20 000 EUR at 72 000 EUR/year (an amount of money), as "1500 EUR" */
  "smallest difference"?: Written | undefined;
  /** how worlds are drawn: each by itself, or evenly in blocks of 128 (less Monte Carlo error) */
  sampling?: "independent" | "latin hypercube" | undefined;
  /** worlds that share one draw of the assumptions, each with its own luck: 2 or more tell what luck does from what is not known (a whole number), as "5" */
  "lucks per draw"?: Written | undefined;
}

/** A team, its accounts and ways of rewarding it, as RewardLab reads them. */
export interface ScenarioFile<Design extends string = string, Weighting extends string = string> {
  /** version of the file format */
  rewardlab: 2;
  /** what the scenario is about, as "Annual bonus" */
  title: string;
  /** the question it answers, as "Is a bonus over three years worth its money?" */
  question?: string | undefined;
  /** what its numbers rest on; stands in every title and footer */
  status?: "illustrative" | "calibrated" | "validated" | undefined;
  /** currency of all its amounts, three letters, as "EUR" */
  currency?: string | undefined;
  /** how far the simulation looks (a length of time), as "6 months" */
  horizon: Written;
  /** what happens to a period that is still open at the horizon: it closes early, pro rata */
  remainder?: "close early" | undefined;
  /** where numbers come from, by id */
  sources?: Record<string, string | SourceFile> | undefined;
  /** the managers: how many, their pay, how they come and go */
  team?: TeamFile | undefined;
  /** the accounts of each manager: how many, their size, demand and loss */
  accounts?: AccountsFile | undefined;
  /** activities of the job; replaces the default list */
  activities?: Partial<Record<ActivityName, ActivityFile>> | undefined;
  /** settings of measures, where they differ from the defaults */
  measures?: Partial<Record<MeasureName, MeasureFile>> | undefined;
  /** weightings of measures by name */
  weights?: Record<Weighting, WeightingFile> | undefined;
  /** ways of rewarding, by name */
  designs: Record<Design, DesignFile<Design, Weighting>>;
  /** the design others are compared with; the first unless given, as "today" */
  baseline?: Known<Design> | undefined;
  /** what every design is made equal in, one of reward cost, expected pay and certainty equivalent, and how hard it is made */
  hold?: HoldFile | undefined;
  /** how people and accounts react: numbers or ranges, drawn anew for every draw */
  assumptions?: AssumptionsFile | undefined;
  /** claims to be tested, by name */
  hypotheses?: Record<string, HypothesisFile<Design>> | undefined;
  /** how real people are paid to the cent; simulations do not read it */
  payout?: PayoutFile | undefined;
  /** how much is simulated, and what the headline shows */
  run?: RunFile | undefined;
}
