import { type Estimate, sum } from "../../foundation/maths/summary.js";
import type { Known, YardstickName } from "../../scenario/schema/file-types.js";
import type { Observations, ObservedReward, RewardMoney } from "../../simulation/observation/data.js";
import { meanOfWorlds, perValueSeen } from "../basis/between-worlds.js";
import { type ObservedAbout, type OfDesign, observedAbout, observedDesign } from "../basis/observed.js";

/** Reward money of one month, currency per KAM: means over worlds. */
export interface TimelinePoint {
  /** From 1. */
  readonly month: number;
  /** By the month's work, at face value without on-costs. */
  readonly earned: Estimate;
  /** Cost to the firm as it arises, with on-costs. */
  readonly accrued: Estimate;
  /** The firm's cash, with on-costs. */
  readonly spent: Estimate;
  /** Cash to the manager. */
  readonly paid: Estimate;
}

/** The means of one reward, by month. */
export interface RewardTimeline extends ObservedReward, RewardMoney {}

/** When reward money is earned, accrued and paid. */
export interface PayoutTimeline extends ObservedAbout {
  readonly points: readonly TimelinePoint[];
  /** All months together: what is earned and not yet paid falls due after them. */
  readonly total: Omit<TimelinePoint, "month">;
  readonly rewards: readonly RewardTimeline[];
}

const kinds = ["earned", "accrued", "spent", "paid"] as const;

/**
 * When the rewards of a design are earned, accrued and paid, by month, all rewards together and each alone. Intervals are 95 % Monte
 * Carlo error. Throws a Problem for unknown designs, with the nearest known one.
 */
export function payoutTimeline<Design extends string>(
  observations: Observations<Design>,
  options: OfDesign<Known<Design> | YardstickName> = {},
): PayoutTimeline {
  const design = observedDesign(observations, options.design);
  const { worlds, months } = observations;
  const size = perValueSeen(observations);
  const all = eachKind((kind) =>
    totalOf(
      design.timeline.map((one) => one[kind]),
      worlds * months,
    ),
  );
  const inMonth = (column: Float64Array, month: number): Float64Array =>
    Float64Array.from({ length: worlds }, (_, w) => column[w * months + month]);
  const inAll = (column: Float64Array): Float64Array =>
    Float64Array.from({ length: worlds }, (_, w) => sum(column.subarray(w * months, (w + 1) * months)));
  return {
    ...observedAbout(observations, design),
    points: Array.from({ length: months }, (_, month) => ({
      month: month + 1,
      ...eachKind((kind) => meanOfWorlds(inMonth(all[kind], month), size)),
    })),
    total: eachKind((kind) => meanOfWorlds(inAll(all[kind]), size)),
    rewards: design.rewards.map((reward, r) => ({
      ...reward,
      ...eachKind((kind) =>
        Float64Array.from({ length: months }, (_, month) => sum(inMonth(design.timeline[r][kind], month)) / worlds),
      ),
    })),
  };
}

/** Columns added up; zeros where there is none. */
function totalOf(columns: readonly Float64Array[], length: number): Float64Array {
  const total = new Float64Array(length);
  for (const column of columns) for (let at = 0; at < length; at++) total[at] += column[at];
  return total;
}

const eachKind = <T>(of: (kind: (typeof kinds)[number]) => T): Record<(typeof kinds)[number], T> =>
  Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<(typeof kinds)[number], T>;
