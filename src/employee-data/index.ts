/** What users of the package see of this room: tables of real people, accounts and results, read row by row. */

export type {
  AccountYear,
  LeftOutRow,
  NotUsed,
  PeopleData,
  Person,
  Result,
  SalaryFrom,
  TablesReading,
  Transaction,
} from "./data.js";
export type { TableMapping } from "./import/open-table.js";
export { type PeopleOptions, type PeopleRead, type PeopleTables, readTables, type TableName } from "./read-people.js";
export type { WaitingPerson } from "./waiting.js";
