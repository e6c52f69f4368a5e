/** What a notebook or a program in Node uses: the core, with files and threads. */

import { showInNotebook } from "./node/display.js";

export * from "./core.js";
export type { Asked } from "./node/asked.js";
export type { Watch } from "./node/cell.js";
export { show } from "./node/display.js";
export { saveFitted } from "./node/fit.js";
export { saveParquet } from "./node/parquet.js";
export { type PngOptions, paintPng } from "./node/png.js";
export { readScenario } from "./node/read.js";
export { type ReportOptions, saveReport } from "./node/report.js";
export { loadRun, saveAssumptionsCsv, saveOutcomesCsv, saveRun } from "./node/run-file.js";
export { type SaveOptions, save } from "./node/save.js";
export { type SaveTablesOptions, saveTables, type TableFormat } from "./node/save-tables.js";
export { schemaText } from "./node/schema.js";
export { type SimulateOptions, simulate } from "./node/simulate.js";
export { tableCsv, tablesXlsx, type WorkbookOptions, writeTables } from "./node/table-out.js";
export { type PeopleFiles, readPeople, type TableSource } from "./node/tables.js";
export { type ValidateAsked, type Validation, validate } from "./node/validate.js";

showInNotebook();
