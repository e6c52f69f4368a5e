/** Runs as bytes, results as JSON, and what runs are computed and kept by while they go on. */

export type { Answer, Job, Workshop } from "../simulation/jobs.js";
export type { Keeper, Kept } from "../simulation/storage/keeper.js";
export { decodeRun, encodeRun } from "../simulation/storage/run-bytes.js";
export type { Task } from "../simulation/world/program.js";
export { resultJson } from "../wording/csv.js";
