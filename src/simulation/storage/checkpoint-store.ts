import type { Batch } from "../assemble.js";
import type { Held } from "../data.js";

/** What an earlier attempt at a run left: how designs were held equal, and batches of worlds. */
export interface Kept {
  readonly held: readonly Held[];
  readonly batches: readonly Batch[];
}

/**
 * Keeps what is finished of a run where another attempt finds it. What is kept never changes a result: the attempt that goes on
 * gives the same bits as one that was never stopped. A checkpoint store that throws ends the run with what it threw.
 */
export interface CheckpointStore {
  /** What an earlier attempt at the same run left; undefined where there was none. */
  readonly found: Kept | undefined;
  readonly keepPlans: (held: readonly Held[]) => Promise<void>;
  readonly keepBatch: (batch: Batch) => Promise<void>;
}
