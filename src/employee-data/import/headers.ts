import type { ColumnSpec } from "../../foundation/tables/column.js";
import { headerWords } from "../../foundation/tables/header.js";
import { english } from "./words/english.js";
import { french } from "./words/french.js";
import { german } from "./words/german.js";
import { spanish } from "./words/spanish.js";

/** What headers of one field are called: for certain, and where no other column says it better. */
interface Names {
  readonly synonyms: readonly string[];
  readonly weak: readonly string[];
}

/** Headers by `table.field`, as the tables of words of each language say them. */
export const headerNames: ReadonlyMap<string, Names> = readWords([english, german, french, spanish]);

function readWords(texts: readonly string[]): ReadonlyMap<string, Names> {
  const found = new Map<string, { synonyms: string[]; weak: string[] }>();
  for (const line of texts.flatMap((text) => text.split("\n")).filter((one) => one.includes(" = "))) {
    const at = line.indexOf(" = ");
    const field = line.slice(0, at).trim();
    const names = found.get(field) ?? { synonyms: [], weak: [] };
    found.set(field, names);
    for (const name of line.slice(at + 3).split(";")) {
      const isWeak = name.trim().startsWith("~");
      const words = headerWords(name.replace("~", "")).join(" ");
      const list = isWeak ? names.weak : names.synonyms;
      if (words !== "" && !list.includes(words)) list.push(words);
    }
  }
  return found;
}

const none: Names = { synonyms: [], weak: [] };

/** A field of a table with its headers in all languages; `of`: whose words they are, where several tables share them. */
export const named = (table: string, field: string, of = `${table}.${field}`): Pick<ColumnSpec, "field"> & Names => ({
  field,
  ...(headerNames.get(of) ?? none),
});

/** Single words of a list: `word.target`. */
export const wordList = (name: string): ReadonlySet<string> =>
  new Set((headerNames.get(`word.${name}`) ?? none).synonyms);

/** The person of any table but the roster, and what a column of the currency is called. */
export const personColumnNames = named("any", "person", "person");
export const currencySpec: ColumnSpec = { ...named("any", "currency"), meaning: "currency", reads: "currency" };
