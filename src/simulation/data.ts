import type { Unit } from "../foundation/values/quantity.js";
import type { AssumptionName } from "../model/assumptions.js";
import type { HeldName } from "../model/outcomes/held.js";
import type { AnyOutcomeName, OutcomeName, ResponseName, YardstickName } from "../scenario/schema/file-types.js";
import type { ScenarioFile } from "../scenario/schema/schema.js";

export interface RunDesign<Design extends string = string> {
  readonly name: Design;
  readonly title: string;
  readonly role: "design" | "no reward" | "flat top-up" | "first best";
  /** Level of each factor, where the design is a cell of a crossed scenario. */
  readonly cell?: Readonly<Record<string, string>>;
}

export interface RunOutcome<Name extends AnyOutcomeName = AnyOutcomeName> {
  readonly name: Name;
  readonly summary: string;
  readonly unit: Unit;
  readonly per: string;
  readonly direction: "higher" | "lower" | "neither";
  /** Outcome with mean zero to add before taking means and differences: less noise, same expectation. */
  readonly control?: string | undefined;
}

/** Everything about a run but its numbers: enough to repeat it to the same bits. */
export interface RunHeader<Design extends string = string> {
  /** Version of this layout. */
  readonly format: 1;
  /** Version of the package that made it. */
  readonly version: string;
  readonly scenario: ScenarioFile;
  /** Content hash of the scenario. */
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly status: string;
  readonly currency: string;
  readonly seed: number;
  readonly worlds: number;
  readonly months: number;
  readonly managers: number;
  readonly baseline: Design;
  /** EUR per KAM over the horizon. Smallest difference in net value worth acting on. */
  readonly smallestDifference: number;
  readonly responses: readonly ResponseName[];
  /** The response of the headline. */
  readonly response: ResponseName;
  readonly designs: readonly RunDesign<Design | YardstickName>[];
  readonly outcomes: readonly RunOutcome<OutcomeName>[];
  readonly assumptions: readonly string[];
  /** Exact means of the assumptions' ranges, in the order of `draws`. */
  readonly expected: readonly number[];
  readonly held: readonly Held[];
  /** Whether all worlds asked for were finished. */
  readonly isComplete: boolean;
  /** Where a precision was asked for: whether the worlds allowed reached it. */
  readonly precision?: Precision | undefined;
  /** Where this is a part of a larger run: which of its worlds. */
  readonly shard?: Shard | undefined;
  /** How worlds were drawn, where not each by itself: then only blocks of worlds are independent. */
  readonly sampling?: "latin hypercube" | undefined;
  /** Worlds on end that share one draw of the assumptions, each with its own luck; absent where each world has a draw of its own. */
  readonly lucksPerDraw?: number | undefined;
}

/** A finished run: a header and named columns, one number per world. */
export interface Run<Design extends string = string> extends RunHeader<Design> {
  /** Columns by `columnName(response, design, outcome)`; unresponsive designs share theirs between responses. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Assumptions as drawn, by name in code. */
  readonly draws: ReadonlyMap<AssumptionName, Float64Array>;
}

/** How the expected outcomes of one design under one response answer to a plan; in each outcome's unit, its control added. */
export interface Slopes {
  /** Worlds they were measured on. */
  readonly worlds: number;
  /** By outcome. Per unit of ln(scale). */
  readonly byScale: Readonly<Record<string, number>>;
  /** By outcome. Per 1 of score that targets are tightened; empty where targets stay as they are. */
  readonly byShift: Readonly<Record<string, number>>;
  /**
   * By outcome. How well they are known: variances and covariance (scale, both, shift) of the mean slopes less what those of what is held
   * explain, which is what an error of theirs does to a corrected outcome.
   */
  readonly errors: Readonly<Record<string, readonly [number, number, number]>>;
}

/** What designs are made equal in. */
export interface HoldTarget {
  /** What all designs have the same of, and how much: EUR per KAM-year. */
  readonly outcome: HeldName;
  readonly value: number;
  /** share. Scores that reach target; undefined leaves targets as they are. */
  readonly atTarget: number | undefined;
}

/** A task that runs a plan, by name. */
export interface Runs {
  readonly design: string;
  readonly response: string;
  /** Responses of the run whose columns it gives: more than its own where nobody reacts. */
  readonly columns: readonly string[];
}

/** How a design was made equal, and where it could not be. */
export interface Held {
  /** The design and the response it is held under. */
  readonly design: string;
  readonly response: string;
  /** All that runs this plan: the design itself first. */
  readonly runs: readonly Runs[];
  /** factor on all amounts of the design, as it was run. */
  readonly scale: number;
  /** score. Common tightening of targets, as it was run. */
  readonly shift: number;
  /** What it is made equal in: an outcome, and how much of it, money per KAM-year, or the design it is to have as much of it as; share of scores. */
  readonly to: { readonly outcome: HeldName; readonly value: number | string; readonly atTarget: number | undefined };
  /** Pilot worlds it was found on, each with its mirror image. */
  readonly pilots: number;
  /** How expected outcomes answer to the plan, one for each of `runs` but the first best; empty where nothing could be held. */
  readonly slopes: readonly Slopes[];
  readonly isMet: boolean;
  /** What was not met and by how much; empty when all is met. */
  readonly remark: string;
}

/** Which part of how many, counted from 1. */
export interface ShardNumber {
  readonly index: number;
  readonly of: number;
}

/** One part of a run's worlds. */
export interface Shard extends ShardNumber {
  /** Its first world. */
  readonly first: number;
  /** Worlds of the whole run. */
  readonly worlds: number;
  /** Worlds that are not parted, because they share a draw of the assumptions; 1 where absent. */
  readonly lucksPerDraw?: number | undefined;
}

/** How well a run that was asked for a precision knows what it was asked about. */
export interface Precision {
  /** Money per KAM over the horizon. Largest half of a 95 % interval that was to be reached. */
  readonly asked: number;
  /** Money per KAM over the horizon. Half the widest 95 % interval of a design's difference from the baseline in net value. */
  readonly reached: number;
  readonly isMet: boolean;
}
