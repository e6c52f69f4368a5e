/** What a notebook or a program in Node uses: the core, with files and threads. */

import { showInNotebook } from "./node/notebook/display.js";

export * from "./core.js";
export {
  loadRun,
  type PeopleFiles,
  type PngOptions,
  type ReportOptions,
  type RunOptions,
  readPeople,
  readScenario,
  type SaveOptions,
  type SimulateOptions,
  save,
  saveFitted,
  saveReport,
  saveRun,
  show,
  simulate,
  type TableFormat,
  type TableSource,
  type ValidateAsked,
  type Validation,
  validate,
  type Watch,
  type WriteTablesOptions,
  writeTables,
} from "./node/index.js";

showInNotebook();
