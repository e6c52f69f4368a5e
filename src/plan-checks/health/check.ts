import type { Interval } from "../../foundation/maths/summary.js";
import type { Unit } from "../../foundation/values/quantity.js";
import type { Run } from "../../simulation/data.js";
import type { Observations, ObservedDesign } from "../../simulation/observation/data.js";

import type { DesignPlan, Program } from "../../simulation/world/program.js";

/** What a check reads: the plan alone, the outcomes of a run, or what was observed in one. Each has what those before it have. */
export const grounds = ["scenario", "run", "observations"] as const;
export type HealthBasis = (typeof grounds)[number];

/** A design as checks see it. */
export interface Subject {
  readonly plan: DesignPlan;
  readonly managers: number;
  readonly accounts: number;
  readonly assumptions: Program["assumptions"];
  /** factor on its amounts; undefined where designs are scaled to equal cost and no run says by how much. */
  readonly scale: number | undefined;
  readonly run: Run | undefined;
  readonly seen: { readonly observations: Observations; readonly design: ObservedDesign } | undefined;
}

/** What a check found at one design. */
export interface HealthReading extends Interval {
  readonly value: number;
  /** What the interval is about: 95 % of Monte Carlo error, the 5th to 95th percentile of assumptions, or nothing: the number is exact. */
  readonly error: "Monte Carlo" | "assumptions" | "none";
  /** What the number was read at: `threshold at 90 %`. */
  readonly place: string;
}

/** Why a check has nothing to say of a design. */
export type Unread = "does not apply" | "needs a run" | "needs observations";

/** One rule of thumb; each is a file of its own. */
export interface HealthCheck {
  readonly name: string;
  /** What the number is, as an axis is titled. */
  readonly quantity: string;
  /** The rule in words, with its limits. */
  readonly rule: string;
  /** Ids of the evidence base, or words; "house rule" where the limit is ours. */
  readonly sources: readonly string[];
  readonly needs: HealthBasis;
  readonly unit: Unit;
  /** Numbers outside are warned of; the limits themselves pass. */
  readonly limits: Interval;
  /** What the trade aims at, where it is narrower than the limits. */
  readonly aim?: Interval | undefined;
  readonly read: (subject: Subject) => HealthReading | Unread;
}

/** A number that is known without error. */
export const exactly = (value: number, place: string): HealthReading => ({
  value,
  low: value,
  high: value,
  error: "none",
  place,
});
