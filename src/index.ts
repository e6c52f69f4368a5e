/** What a notebook or a program in Node uses: the core, with files and threads. */

import { showInNotebook } from "./node/notebook/display.js";

export * from "./core.js";
export {
  type Asked,
  loadRun,
  type PeopleFiles,
  type PngOptions,
  paintPng,
  type ReportOptions,
  readPeople,
  readScenario,
  type SaveOptions,
  type SaveTablesOptions,
  type SimulateOptions,
  save,
  saveAssumptionsCsv,
  saveFitted,
  saveOutcomesCsv,
  saveParquet,
  saveReport,
  saveRun,
  saveTables,
  schemaText,
  show,
  simulate,
  type TableFormat,
  type TableSource,
  tableCsv,
  tablesXlsx,
  type ValidateAsked,
  type Validation,
  validate,
  type Watch,
  type WorkbookOptions,
  writeTables,
} from "./node/index.js";

showInNotebook();
