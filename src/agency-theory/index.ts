/** What users of the package see of this room: what theory says: ideal weights, rational play, theory beside simulation. */

export type { Explained, GapStep } from "./beside-simulation/explain.js";
export type { Rung } from "./beside-simulation/ladder.js";
export type { Departures } from "./beside-simulation/replay.js";
export type { Contract } from "./ideal/contract.js";
export type { TheoryDesign } from "./ideal/designs.js";
export type { Plausible } from "./ideal/plausible.js";
export type { ActivityGrounds, MeasureGrounds, ShareDriver } from "./ideal/rests-on.js";
export type { IdealMeasure, IdealOptions, IdealWeights } from "./ideal-weights.js";
export type { PlansByDesign } from "./rational/plans.js";
export {
  type RationalPeriod,
  type RationalPlayOptions,
  type RationalRow,
  rationalPlay,
} from "./rational/rational-play.js";
export type { BesideOptions, BesideRow, TheoryBesideSimulation } from "./theory-beside-simulation.js";
export type { SweepOptions, SweepPoint, WeightSweep } from "./weight-sweep.js";
