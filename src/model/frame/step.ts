import type { ActivityNumbers } from "../activities/activity.js";
import type { RandomDraws } from "./draws.js";
import type { Lanes } from "./lanes.js";
import type { About, Assumption, PlainNumbers, WorldColumns } from "./part.js";

/** One seat in one month as plain numbers: what a reference formula reads. */
export interface SeatMonth {
  readonly lane: PlainNumbers;
  readonly accounts: readonly PlainNumbers[];
  readonly activities: readonly PlainNumbers[];
  readonly world: PlainNumbers;
  readonly luck: { readonly lane: PlainNumbers; readonly accounts: readonly PlainNumbers[] };
  readonly settings: readonly ActivityNumbers[];
}

/** What a formula says changes; names left out stay as they were. */
export interface FormulaResult {
  readonly lane?: PlainNumbers;
  readonly accounts?: readonly PlainNumbers[];
  readonly activities?: readonly PlainNumbers[];
}

/** Inputs of a worked example; everything unnamed is at rest (indices 1 or 0, as `restingMoment` says). */
export interface StepExample {
  readonly why: string;
  readonly lane?: PlainNumbers;
  readonly account?: PlainNumbers;
  readonly activity?: Readonly<Record<string, PlainNumbers>>;
  readonly world?: PlainNumbers;
  readonly luck?: PlainNumbers;
  readonly gives: {
    readonly lane?: PlainNumbers;
    readonly account?: PlainNumbers;
    readonly activity?: Readonly<Record<string, PlainNumbers>>;
  };
}

export interface StepLaw {
  readonly law: string;
  readonly holds: (before: SeatMonth, after: SeatMonth) => boolean;
}

/** A law of motion of accounts or people: the same rule once as one reads it and once over columns. */
export interface LawOfMotion<Reads extends string = string, Owns extends string = string> extends About {
  readonly title: string;
  /** Assumptions this step owns; it may read those of others. */
  readonly assumptions: Readonly<Record<Owns, Assumption>>;
  /** The whole batch, one month, no allocation. */
  readonly kernel: (
    lanes: Lanes,
    world: WorldColumns<Reads>,
    draws: RandomDraws,
    month: number,
    activities: readonly ActivityNumbers[],
  ) => void;
  /** One seat: the oracle for the kernel. */
  readonly formula: (moment: SeatMonth) => FormulaResult;
  readonly examples: readonly StepExample[];
  readonly laws: readonly StepLaw[];
}

/** A step; the names it owns follow from `assumptions`, those it reads from the kernel's own words. */
export const defineLaw = <const Reads extends string = never, const Owns extends string = never>(
  step: LawOfMotion<Reads, Owns>,
): LawOfMotion<Reads, Owns> => step;

/** Names of the assumptions that any of these steps owns. */
export type OwnedBy<Steps> = Steps extends { readonly assumptions: infer Owned } ? keyof Owned & string : never;
