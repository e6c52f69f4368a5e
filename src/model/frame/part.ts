import type { Unit } from "../../foundation/values/quantity.js";
import type { PayShare } from "./pay-share.js";

/** What every part says about itself; the reference pages and the scenario schema are made from it. */
export interface About {
  /** One sentence in plain language. */
  readonly summary: string;
  /** Studies and textbooks the part rests on; ids of the evidence base where they exist. */
  readonly references: readonly string[];
}

/** An uncertain number about the world, drawn once per world from its range. */
export interface Assumption {
  /** Where it is written in a scenario file. */
  readonly section: "team" | "accounts" | "assumptions";
  readonly unit: Unit;
  /** The default, as one would write it in a file: `"5 % to 18 %, most likely 10 %"`; an amount of money as a share of pay. */
  readonly value: string | number | PayShare;
  readonly meaning: string;
  /** Evidence id, or `assumption` for a number to be replaced by the user's own data. */
  readonly source: string;
}

/** Columns by name, one number per world of the batch. */
export type WorldColumns<Name extends string> = Readonly<Record<Name, Float64Array>>;

/** One lane (or one account of a lane) as plain numbers: what a reference formula reads. */
export type PlainNumbers = Readonly<Record<string, number>>;

/** A hand-worked example of a formula: given these numbers it gives those. Unnamed inputs are at their defaults. */
export interface Example {
  readonly why: string;
  readonly world?: PlainNumbers;
  readonly lane?: PlainNumbers;
  readonly gives: PlainNumbers;
}

/** A law that must hold for every input: `before` and `after` are views of one lane around the step. */
export interface Law {
  readonly law: string;
  readonly holds: (before: PlainNumbers, after: PlainNumbers, world: PlainNumbers) => boolean;
}
