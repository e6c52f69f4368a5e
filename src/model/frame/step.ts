import type { ActivityNumbers } from "../activities/activity.js";
import type { Tape } from "./draws.js";
import type { Lanes } from "./lanes.js";
import type { About, Assumption, View, WorldColumns } from "./part.js";

/** One seat in one month as plain numbers: what a reference formula reads. */
export interface Moment {
  readonly lane: View;
  readonly accounts: readonly View[];
  readonly activities: readonly View[];
  readonly world: View;
  readonly luck: { readonly lane: View; readonly accounts: readonly View[] };
  readonly settings: readonly ActivityNumbers[];
}

/** What a formula says changes; names left out stay as they were. */
export interface Change {
  readonly lane?: View;
  readonly accounts?: readonly View[];
  readonly activities?: readonly View[];
}

/** Inputs of a worked example; everything unnamed is at rest (indices 1 or 0, as `restingMoment` says). */
export interface StepExample {
  readonly why: string;
  readonly lane?: View;
  readonly account?: View;
  readonly activity?: Readonly<Record<string, View>>;
  readonly world?: View;
  readonly luck?: View;
  readonly gives: { readonly lane?: View; readonly account?: View; readonly activity?: Readonly<Record<string, View>> };
}

export interface StepLaw {
  readonly law: string;
  readonly holds: (before: Moment, after: Moment) => boolean;
}

/** A law of motion of accounts or people: the same rule once as one reads it and once over columns. */
export interface Step<Reads extends string = string, Owns extends string = string> extends About {
  readonly title: string;
  /** Assumptions this step owns; it may read those of others. */
  readonly assumptions: Readonly<Record<Owns, Assumption>>;
  /** The whole batch, one month, no allocation. */
  readonly kernel: (
    lanes: Lanes,
    world: WorldColumns<Reads>,
    tape: Tape,
    month: number,
    activities: readonly ActivityNumbers[],
  ) => void;
  /** One seat: the oracle for the kernel. */
  readonly formula: (moment: Moment) => Change;
  readonly examples: readonly StepExample[];
  readonly laws: readonly StepLaw[];
}

/** A step; the names it owns follow from `assumptions`, those it reads from the kernel's own words. */
export const defineStep = <const Reads extends string = never, const Owns extends string = never>(
  step: Step<Reads, Owns>,
): Step<Reads, Owns> => step;

/** Names of the assumptions that any of these steps owns. */
export type OwnedBy<Steps> = Steps extends { readonly assumptions: infer Owned } ? keyof Owned & string : never;
