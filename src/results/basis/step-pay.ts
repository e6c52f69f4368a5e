/** A reward that pays by steps alone, on a score that luck hardly moves. */
export interface StepOnlyCurve {
  readonly design: string;
  readonly title: string;
  readonly reward: string;
  /** score. Where pay steps. */
  readonly places: readonly number[];
  /** score. SD of what luck adds or takes from the start of a period to its close, every assumption at its median. */
  readonly luck: number;
}
