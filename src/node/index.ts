/** What users of the package see of this room: files, threads, spreadsheets and notebooks: the first room that may use node:*. */

export { saveFitted } from "./files/fit.js";
export type { PngOptions } from "./files/png.js";
export { readScenario } from "./files/read.js";
export { type ReportOptions, saveReport } from "./files/report.js";
export { type SaveOptions, save } from "./files/save.js";
export { type ValidateAsked, type Validation, validate } from "./files/validate.js";
export type { Watch } from "./notebook/cell.js";
export { show } from "./notebook/display.js";
export { loadRun, saveRun } from "./runs/run-file.js";
export type { RunOptions } from "./runs/run-options.js";
export { type SimulateOptions, simulate } from "./runs/simulate.js";
export { type PeopleFiles, readPeople, type TableSource } from "./spreadsheets/tables.js";
export { type TableFormat, type WriteTablesOptions, writeTables } from "./spreadsheets/write-tables.js";
