import type { LeftOutRow, NotUsed } from "../employee-data/data.js";
import type { Unit } from "../foundation/values/quantity.js";
import type { PlanAbout } from "../results/basis/about.js";
import type { ScoredMeasure } from "./panel.js";

/** A number with its interval, in base units. Both ends are the number itself where it was counted and not estimated. */
export interface Ranged {
  readonly estimate: number;
  /** 5 % and 95 % ends. */
  readonly low: number;
  readonly high: number;
}

/** A setting of a scenario that the tables tell. */
export interface FittedSetting extends Ranged {
  /** Where it stands in the file: `["team", "quits"]`. */
  readonly place: readonly string[];
  readonly unit: Unit;
  /** What is written there: one number, or a 90 % range. */
  readonly text: string;
  /** What the scenario said; undefined where it left the model's default. */
  readonly was: string | undefined;
  /** What it rests on: `23 of 240 account-years`. */
  readonly rests: string;
  /** How it was worked out, with its formula. */
  readonly method: string;
}

/** A setting the tables do not tell: the scenario keeps what it says. */
export interface RefusedSetting {
  readonly place: readonly string[];
  readonly why: string;
  /** What the scenario goes on saying, where it says something. */
  readonly kept: string | undefined;
}

/** Whether what was observed and what the fitted scenario gives are alike. */
export type Agreement = "agrees" | "differs" | "cannot tell";

/** A quantity as it was observed, beside what teams of the same size come to when the fitted scenario is simulated. */
export interface FitCheck {
  readonly name: string;
  readonly unit: Unit;
  /** With its 90 % interval by leaving people out in turn; undefined where the tables do not hold it. */
  readonly observed: Ranged | undefined;
  /** Mean of the simulated teams and the range 95 % of them lie in; undefined where the scheme has none. */
  readonly fitted: (Ranged & { readonly error: number }) | undefined;
  readonly agreement: Agreement;
  readonly why: string;
  /** What to know before leaning on it, where there is something. */
  readonly remark?: string | undefined;
}

/** What a firm's tables say about a scenario's settings, what they do not, and how the fitted scenario compares with them. */
export interface Fit {
  readonly about: PlanAbout;
  /** The design that stands for the scheme of the years observed. */
  readonly design: string;
  /** First and last calendar year. */
  readonly years: readonly [number, number];
  readonly settings: readonly FittedSetting[];
  readonly refused: readonly RefusedSetting[];
  readonly checks: readonly FitCheck[];
  /** Measures of the scheme and what the tables call them. */
  readonly measures: readonly ScoredMeasure[];
  /** Assumptions no table of this kind could tell: how many, and examples in words. */
  readonly untouched: { readonly count: number; readonly examples: readonly string[] };
  readonly isCalibrated: boolean;
  /** Why the status is or is not `calibrated`. */
  readonly reason: string;
  /** Where the numbers come from, as the scenario's `sources` say it. */
  readonly source: { readonly id: string; readonly title: string };
  /** Teams simulated for each check. */
  readonly worlds: number;
  /** Rows of the tables that were left out: everything is estimated without them. */
  readonly leftOut: readonly LeftOutRow[];
  /** Columns, sheets and deals that were given and are in no row. */
  readonly notUsed: readonly NotUsed[];
}
