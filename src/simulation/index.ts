export type { Held, Precision, Run, RunDesign, RunHeader, RunOutcome, Shard, ShardNumber } from "./data.js";
/** What users of the package see of this room: Scenario → Run: worlds, designs of equal cost, observations, traces, storage. */

export type {
  Observations,
  ObservedCard,
  ObservedCloses,
  ObservedDesign,
  ObservedPayouts,
  ObservedQuantity,
  ObservedReward,
  ObservedTables,
  ObservedYears,
  OtherLuck,
  RewardMoney,
} from "./observation/data.js";
export { type ObserveOptions, observe } from "./observation/observe.js";
export type { OfDesigns } from "./of-designs.js";

export { namedColumn as column } from "./run.js";
export { type Progress, type SimulationOptions, simulate } from "./simulate.js";
export { mergeRuns } from "./storage/merge.js";

export type { Trace, TraceCard, TraceMonth, TraceOptions } from "./trace/trace.js";
export type { TraceClose, TracePart, TracePayout, TraceReward } from "./trace/trace-close.js";
export type { TraceCurve } from "./trace/trace-curve.js";
export type { TraceFactor } from "./trace/trace-factors.js";
