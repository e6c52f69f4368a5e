/** What a notebook or a program in Node uses: the core, with files and threads. */

export * from "./core.js";
export type { Asked } from "./node/asked.js";
export { readScenario } from "./node/read.js";
export { loadRun, saveAssumptionsCsv, saveOutcomesCsv, saveRun } from "./node/run-file.js";
export { schemaText } from "./node/schema.js";
export { type SimulateOptions, simulate, type Watch } from "./node/simulate.js";
