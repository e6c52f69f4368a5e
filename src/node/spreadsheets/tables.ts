import { extname } from "node:path";
import { layOutAs, remarkOn, type TableKind } from "../../employee-data/import/open-table.js";
import { rosterKind } from "../../employee-data/import/roster/roster.js";
import { leftOutName } from "../../employee-data/left-out-table.js";
import {
  idHeaders,
  type PeopleOptions,
  type PeopleRead,
  type PeopleTables,
  readTables,
  type TableName,
  tableKinds,
} from "../../employee-data/read-people.js";
import type { RawTable } from "../../foundation/tables/cell.js";
import type { TableFinding } from "../../foundation/tables/finding.js";
import { headerWords } from "../../foundation/tables/header.js";
import { refuse } from "../../foundation/text/problem.js";
import { joinWords } from "../../foundation/text/text.js";
import { peopleSheet } from "../../report/tables/people-text.js";
import { type Printable, printableSheet } from "../../wording/printable.js";
import { readBytes } from "../files/files.js";
import { readTextTable } from "./text-table.js";
import { openWorkbook, type Workbook } from "./workbook.js";

/** A file, or one sheet of a workbook; without a name the sheet that fits. */
export type TableSource = string | { readonly file: string; readonly sheet?: string | undefined };

/** A firm's tables: .csv, .tsv, .txt or .xlsx. A workbook given as the roster may hold the others in sheets of their names. */
export type PeopleFiles = { readonly roster: TableSource } & {
  readonly [name in TableName]?: TableSource | undefined;
};

/** bytes. Of one file. */
const mostBytes = 200e6;

const endings = /\.(csv|tsv|txt|xlsx|xlsm)$/i;

type Opened = { readonly table: RawTable } | { readonly book: Workbook };

async function openFile(path: string): Promise<Opened> {
  const bytes = await readBytes(path, endings, mostBytes);
  const isWorkbook = /^\.xls/i.test(extname(path));
  if (!isWorkbook && bytes.toString("latin1", 0, 4) === "PK\x03\x04")
    refuse(path, "a workbook by its content", "name it .xlsx");
  if (isWorkbook) return { book: openWorkbook(path, bytes) };
  if (bytes.length === 0) refuse(path, "the file is empty", "give the file you meant");
  return { table: readTextTable(path, bytes) };
}

/**
 * Reads a firm's people, accounts, results and transactions. The result prints what each column was taken as, what became of every row
 * and what is wrong where; rows with faults are left out of `data`. Throws a Problem for files that cannot be read, for tables that lack
 * a column and, when strict, for any fault.
 */
export async function readPeople(files: PeopleFiles, options: PeopleOptions = {}): Promise<PeopleRead & Printable> {
  const { tables, findings } = await openTables(files, options);
  const read = readTables(tables, options);
  const sheets = findings.map(({ table, file, sheet }) => ({ table, text: `${file}, sheet ${sheet}` }));
  const reading = read.data.reading && { ...read.data.reading, notUsed: [...read.data.reading.notUsed, ...sheets] };
  return printableSheet(
    { ...read, data: { ...read.data, reading }, findings: [...read.findings, ...findings] },
    peopleSheet,
  );
}

const sourceOf = (source: TableSource) => (typeof source === "string" ? { file: source, sheet: undefined } : source);

type Tables = { [name in TableName | "leftOut"]?: RawTable };

async function openTables(files: PeopleFiles, options: PeopleOptions) {
  const opened = new Map<string, Opened>();
  const tables: Tables = {};
  const taken = new Map<string, Set<string>>();
  const asked = tableKinds.filter(({ name }) => files[name as TableName] !== undefined);
  // Sheets that are named first, so that nobody else takes them
  const inOrder = [...asked].sort((a, b) => Number(hasSheet(files, b)) - Number(hasSheet(files, a)));
  for (const kind of inOrder) {
    const name = kind.name as TableName;
    const { file, sheet } = sourceOf(files[name]!);
    const one = opened.get(file) ?? (await openFile(file));
    opened.set(file, one);
    const used = taken.get(file) ?? new Set<string>();
    taken.set(file, used);
    const table = tableOf(kind, file, one, { sheet, used, options, roster: tables.roster });
    tables[name] = table;
    if (table.sheet !== undefined) used.add(table.sheet);
  }
  const { file } = sourceOf(files.roster);
  const book = opened.get(file);
  const findings = book !== undefined && "book" in book ? addSheets(book.book, taken.get(file)!, tables, options) : [];
  if (tables.roster === undefined) return refuse("roster", "no file is given", "give the table of people");
  return { tables: tables as PeopleTables, findings };
}

const hasSheet = (files: PeopleFiles, { name }: TableKind): boolean =>
  sourceOf(files[name as TableName]!).sheet !== undefined;

interface Choice {
  readonly sheet: string | undefined;
  /** Sheets that are something else. */
  readonly used: ReadonlySet<string>;
  readonly options: PeopleOptions;
  /** Where it is known: what it calls its ids, other tables may call them too. */
  readonly roster: RawTable | undefined;
}

function tableOf(kind: TableKind, file: string, opened: Opened, choice: Choice): RawTable {
  const { sheet } = choice;
  if ("table" in opened) {
    return sheet === undefined
      ? opened.table
      : refuse(file, `a text file has no sheet ${sheet}`, "leave the sheet out");
  }
  const { book } = opened;
  if (sheet === undefined) return book.table(fittingSheet(kind, file, book, choice));
  const found = book.names.find((name) => name === sheet) ?? refuseSheet(file, sheet, book.names);
  return book.table(found);
}

const refuseSheet = (file: string, sheet: string, names: readonly string[]): never =>
  refuse(file, `no sheet ${sheet}`, `expected ${joinWords(names, "or")}`);

/** The sheet that is named like the kind and has its columns; else the only one that has them. */
function fittingSheet(kind: TableKind, file: string, book: Workbook, choice: Choice): string {
  const { used } = choice;
  const free = book.names.filter((name) => !used.has(name));
  const [only] = book.names;
  if (book.names.length === 1 && only !== undefined) return only;
  const fitting = free.filter((name) => fits(kind, book.table(name), choice));
  const named = fitting.filter((name) => isNamedLike(kind, name));
  const unnamed = fitting.filter((name) => !tableKinds.some((other) => isNamedLike(other, name)));
  const found = [named, unnamed, fitting].find((names) => names.length > 0) ?? [];
  if (found.length === 1) return found[0]!;
  const sheets = joinWords(found.length > 0 ? found : free, found.length > 0 ? "or" : "and");
  const fault =
    found.length > 0
      ? `the ${kind.name} may be sheet ${sheets}`
      : `no sheet fits the ${kind.name}; there are ${sheets}`;
  return refuse(file, fault, "say which sheet it is");
}

function fits(kind: TableKind, table: RawTable, { options, roster }: Pick<Choice, "options" | "roster">): boolean {
  const optionsOf = (name: TableName) => ({ columns: options.columns?.[name], ignored: options.ignored?.[name] });
  const people = roster === undefined ? undefined : layOutAs(rosterKind, roster, optionsOf("roster")).layout;
  const personHeaders = idHeaders(people?.columns ?? []);
  const { layout, lacking } = layOutAs(kind, table, { ...optionsOf(kind.name as TableName), personHeaders });
  return layout !== undefined && lacking.length === 0;
}

const isNamedLike = ({ sheetNames }: TableKind, sheet: string): boolean =>
  headerWords(sheet).some((word) => sheetNames.includes(word));

/** Takes sheets of the roster's workbook that are named like a table nobody gave; says which are left. */
function addSheets(book: Workbook, used: Set<string>, tables: Tables, options: PeopleOptions): TableFinding[] {
  if (book.names.includes(leftOutName)) {
    tables.leftOut = book.table(leftOutName);
    used.add(leftOutName);
  }
  for (const kind of tableKinds) {
    const name = kind.name as TableName;
    if (tables[name] !== undefined) continue;
    const found = book.names.filter(
      (sheet) =>
        !used.has(sheet) &&
        isNamedLike(kind, sheet) &&
        fits(kind, book.table(sheet), { options, roster: tables.roster }),
    );
    if (found.length !== 1) continue;
    tables[name] = book.table(found[0]!);
    used.add(found[0]!);
  }
  const { file } = tables.roster!;
  return book.names
    .filter((name) => !used.has(name))
    .map((sheet) =>
      remarkOn({ table: "workbook", file, sheet }, "the sheet is not used", {
        expected: "say what it is if it should be",
      }),
    );
}
