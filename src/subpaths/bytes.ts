/** Runs as bytes, results as JSON, and what runs are computed and kept by while they go on. */

export type { Answer, Executor, Job } from "../simulation/jobs.js";
export type { CheckpointStore, Kept } from "../simulation/storage/checkpoint-store.js";
export { decodeRun, encodeRun } from "../simulation/storage/run-bytes.js";
export type { Task } from "../simulation/world/program.js";
export { resultJson } from "../wording/csv.js";
