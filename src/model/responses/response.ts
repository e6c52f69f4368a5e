import type { ActivityNumbers } from "../activities/activity.js";
import type { Lanes } from "../frame/lanes.js";
import type { About, WorldColumns } from "../frame/part.js";
import type { CardState } from "../scorecard/card.js";

export type ResponseWorld = WorldColumns<
  | "effortCost"
  | "substitution"
  | "salary"
  | "hollow"
  | "presentBias"
  | "keepMonth"
  | "lossAversion"
  | "cashUplift"
  | "awardUplift"
  | "contingentShare"
  | "awardShare"
  | "pressureHarm"
  | "diminishing"
  | "hours"
>;

/** What a response sees when managers decide on a month's effort. */
export interface DecisionView {
  readonly cards: readonly CardState[];
  readonly lanes: Lanes;
  readonly world: ResponseWorld;
  readonly activities: readonly ActivityNumbers[];
  readonly month: number;
  /** EUR per unit of revenue, [channel][world]. Value to the firm of a unit through each channel this month, to the horizon and beyond. */
  readonly firmValue: Float64Array;
}

/** How managers react to rewards. It sets `gain` and lets effort be chosen, or sets `effort` itself. */
export interface Response extends About {
  readonly name: string;
  readonly title: string;
  /** Whether effort follows from `gain` by best response. */
  readonly chooses: boolean;
  /** Whether it looks at what activities add to scores. */
  readonly looksAtScores: boolean;
  /** Whether it then tells this month, later periods and effort held to the close apart, or looks at the last alone. */
  readonly looksAhead?: boolean;
  /** Whether intrinsic motivation moves. */
  readonly movesMotive: boolean;
  /** Whether managers are paid for what their effort costs them. */
  readonly compensates: boolean;
  /** Names of the assumptions that it alone draws; the others are the world's, whatever the response. */
  readonly draws?: readonly string[];
  readonly kernel: (stage: DecisionView) => void;
}

export const defineResponse = (response: Response): Response => response;
