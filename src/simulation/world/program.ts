import type { Distribution } from "../../foundation/maths/distribution.js";
import type { Draws } from "../../foundation/maths/strata.js";
import type { ActivityNumbers } from "../../model/activities/activity.js";
import type { AssumptionName } from "../../model/assumptions.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import type { CardPlan } from "../../model/scorecard/card.js";

/** One way of rewarding, ready to run. */
export interface DesignPlan {
  readonly name: string;
  readonly title: string;
  /** Scorecards with their rewards. */
  readonly cards: readonly CardPlan[];
  /** Rewards that depend on no score. */
  readonly fixed: readonly RewardPlan[];
  /** EUR per KAM-year. Cost of measuring. */
  readonly monitoring: number;
  /** What the design is for: one of the scenario's own, or one of the yardsticks every comparison carries. */
  readonly role: "design" | "no reward" | "flat top-up" | "first best";
}

/** A scenario compiled to numbers: everything a batch needs, nothing else. */
export interface Program {
  readonly seed: number;
  /** For messages. */
  readonly currency: string;
  readonly months: number;
  readonly managers: number;
  readonly accounts: number;
  readonly activities: readonly ActivityNumbers[];
  readonly assumptions: Readonly<Record<AssumptionName, Distribution>>;
  readonly designs: readonly DesignPlan[];
  /** How luck and assumptions are drawn; each draw by itself unless given. */
  readonly draws?: Draws | undefined;
  /** Worlds on end that share one draw of the assumptions; 1 unless given. */
  readonly lucksPerDraw?: number | undefined;
}

/** How one design is run: under which response, at which scale and with which tightening of targets. */
export interface Task {
  readonly design: number;
  readonly response: string;
  readonly scale: number;
  readonly shift: number;
}
