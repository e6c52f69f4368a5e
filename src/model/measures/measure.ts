import type { ActivityNumbers } from "../activities/activity.js";
import { scaleOf } from "../activities/activity.js";
import type { RandomDraws } from "../frame/draws.js";
import type { Lanes } from "../frame/lanes.js";
import type { About, Assumption, PlainNumbers, WorldColumns } from "../frame/part.js";
import type { PayShare } from "../frame/pay-share.js";
import type { SeatMonth } from "../frame/step.js";

/** How one sample of a measure answers to the states of the accounts: change per unit of each state. */
export interface Gradient {
  readonly relationship?: number;
  readonly satisfaction?: number;
  readonly adoption?: number;
  readonly pulled?: number;
  readonly boost?: number;
  readonly transitory?: number;
  readonly survival?: number;
  readonly push?: number;
}

/** Assumptions a measure may read, by world. */
export type MeasureWorld = WorldColumns<
  | "payback"
  | "churn"
  | "churnSlope"
  | "replaced"
  | "drift"
  | "margin"
  | "concession"
  | "firmDiscount"
  | "compression"
  | "boxTicking"
  | "readingNoise"
  | "surveyNoise"
>;

/** One measure on one scorecard, compiled. */
export interface CardMeasure {
  /** months between surveys. */
  readonly cadence: number;
  /** factor on the default noise. */
  readonly noise: number;
  /** index per activity. How much one FTE of each activity adds to the reading, before compression. */
  readonly loads: Float64Array;
  /** index of the activity that inflates readings, or −1. */
  readonly reporting: number;
  /** EUR/month (EUR for lifetime value). Target of this period, by lane; 1 for indices. */
  readonly target: Float64Array;
  /** standard normal. Noise of this measure's monthly reading, [month][lane]. */
  readonly readings: Float32Array | undefined;
  readonly activities: readonly ActivityNumbers[];
}

/**
 * One thing a scorecard can look at. A sample is what one month (or survey, or close) contributes; attainment is the
 * mean of the period's samples, 1 = target.
 */
export interface Measure extends About {
  readonly name: string;
  /** Whose side it is about. */
  readonly level: "supplier" | "customer" | "interaction";
  /** Process (input) or result (output). */
  readonly nature: "input" | "output";
  readonly timing: "leading" | "lagging";
  readonly what: string;
  readonly how: string;
  readonly who: string;
  readonly when: string;
  /** Whether people judge it: such measures are compressed and carry rater error. */
  readonly judged: boolean;
  /** Whether the next target is built on past results. */
  readonly rebased: boolean;
  readonly sampling: "monthly" | "survey" | "close";
  /** What one sample is relative to: an index, or a level of the accounts against its target. */
  readonly scale: "index" | "flow" | "marginFlow" | "organicFlow" | "lifetimeValue" | "teamFlow";
  /** share of base salary, per KAM-year. Cost of measuring. */
  readonly monitoring: PayShare;
  /** Share of the reading that comes from each activity; only for measures of activity. */
  readonly reads: Readonly<Record<string, number>>;
  readonly assumptions: Readonly<Record<string, Assumption>>;
  /** States already contained in the present level, so that only their change counts. */
  readonly inLevel: readonly (keyof Gradient)[];
  readonly gradient: (world: MeasureWorld, w: number) => Gradient;
  /** log/month. Expected growth of the level. */
  readonly growth: (world: MeasureWorld, w: number) => number;
  /** log/month. Expected growth from one period's target to the next, where it differs from the growth within a period. */
  readonly renewal?: (world: MeasureWorld, w: number) => number;
  /** share. How much of an account's level is gone when it is lost; what replaces it counts unless said otherwise. */
  readonly lossSize?: (world: MeasureWorld, w: number) => number;
  /** Whether a sample sees the accounts as they are at the start of the month or after it. */
  readonly sees: "start" | "end";
  /** Whether a sample has noise of its own, which a scenario may scale. */
  readonly isNoisy: boolean;
  /** Variance of one sample; `flow` and `stock` measures carry the luck of the accounts instead. */
  readonly luck: "flow" | "stock" | ((world: MeasureWorld, w: number, accounts: number) => number);
  /** Writes this month's samples, one per lane. */
  readonly kernel: (
    out: Float64Array,
    slot: CardMeasure,
    lanes: Lanes,
    world: MeasureWorld,
    draws: RandomDraws,
    month: number,
  ) => void;
  /** The same for one lane; `noise` is the standard normal of the reading or survey. */
  readonly formula: (moment: SeatMonth, slot: PlainNumbers, noise: number) => number;
  readonly examples: readonly MeasureExample[];
  readonly laws: readonly MeasureLaw[];
}

export interface MeasureExample {
  readonly why: string;
  readonly lane?: PlainNumbers;
  readonly activity?: Readonly<Record<string, PlainNumbers>>;
  readonly world?: PlainNumbers;
  readonly target?: number;
  readonly noise?: number;
  readonly gives: number;
}

export interface MeasureLaw {
  /** The sample rises (or falls) with this lane column, all else equal. */
  readonly rises?: string;
  readonly falls?: string;
  /** The sample rises with the effort on this activity. */
  readonly risesWithEffort?: string;
  /** Doubling the column and the target leaves the sample as it was. */
  readonly scalesWith?: string;
}

export const defineMeasure = (measure: Measure): Measure => measure;

/** Loads of an activity reading: one unit of normal activity reads 1. */
export function loadsOf(reads: Readonly<Record<string, number>>, activities: readonly ActivityNumbers[]): Float64Array {
  return Float64Array.from(activities, (one) => (reads[one.name] ?? 0) / scaleOf(one));
}
