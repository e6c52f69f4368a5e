import type { Decimal } from "../../foundation/values/decimal.js";

/** What a reward's exact rule reads of a person. */
export interface ExactPerson {
  /** money/year. Base salary. */
  readonly salary: Decimal;
  /** money/year. Midpoint of the person's pay range, where it is known. */
  readonly midpoint: Decimal | undefined;
}

/** A step of a rule: what is computed, from which numbers, and what comes out. */
export interface ExactStep {
  readonly rule: string;
  readonly arithmetic: string;
  readonly result: Decimal;
}

/** A part of what a payout turns into. */
export interface ExactDue {
  /** Pay once, pay every year from now on, or what it is worth other than in money. */
  readonly form: "cash" | "raise" | "value";
  /** share. Of amount × payout. */
  readonly share: Decimal;
  /** months. From the close until it is due. */
  readonly after: number;
  /** Whether who has left by then loses it. */
  readonly isForfeited: boolean;
}

/** What a payout of a reward turns into: its parts, and the steps that lead to their shares. */
export interface ExactRule {
  readonly steps: readonly ExactStep[];
  readonly parts: readonly ExactDue[];
}
