import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PeopleOptions, type PeopleRead, readTables } from "../../src/employee-data/read-people.js";
import { findingText } from "../../src/foundation/tables/finding.js";
import { readTextTable } from "../../src/node/spreadsheets/text-table.js";

/** Text as a table of a file of that name. */
export const tableOf = (text: string, name = "table.csv") => readTextTable(name, Buffer.from(text, "utf8"));

interface Texts {
  readonly roster?: string;
  readonly accounts?: string;
  readonly history?: string;
  readonly transactions?: string;
}

/** Two people. */
export const roster = "id,salary\nA1,70000\nB2,60000\n";

/** Reads texts as tables of `roster.csv`, `history.csv` and so on. */
export const readTexts = (texts: Texts, options: PeopleOptions = {}): PeopleRead => {
  const all = { roster, ...texts };
  const tables = Object.entries(all).map(([name, text]) => [name, tableOf(text, `${name}.csv`)]);
  return readTables(Object.fromEntries(tables), options);
};

/** Faults as they are printed. */
export const faults = ({ findings }: PeopleRead): string[] =>
  findings.filter(({ isFault }) => isFault).map(findingText);

/** Remarks as they are printed. */
export const remarks = ({ findings }: PeopleRead): string[] =>
  findings.filter(({ isFault }) => !isFault).map(findingText);

const folder = mkdtempSync(join(tmpdir(), "rewardlab-tables-"));

/** Writes a file and gives its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The message of what a promise or function refuses; fails where it does not. */
export async function refusal(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if ((error as Error).name !== "Problem") throw error;
    return (error as Error).message;
  }
  throw new Error("expected a refusal");
}
