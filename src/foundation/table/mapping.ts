import { nearest } from "../problem.js";
import { cellText, columnLetter, isBlank, type RawTable } from "./cell.js";
import { type ColumnSpec, keyOf, type Layout, type MappedColumn, type Sureness } from "./column.js";
import { type Header, readHeader, wordsOf } from "./header.js";

/** What a caller says about columns: `{ salary: "Grundgehalt", "revenue of 2024": "U24" }`; headers or letters. */
export type GivenColumns = Readonly<Record<string, string>>;

/** What is needed to find columns. */
export interface Wanted {
  readonly specs: readonly ColumnSpec[];
  readonly given: GivenColumns;
  /** Headers or letters that are to be left alone. */
  readonly ignored: readonly string[];
}

/** rows. A header is looked for among the first of a table. */
const headerRows = 30;

/** Words that turn a header into something else when it only contains a known name. */
const otherwise = new Set(
  "comment note notes remark bemerkung kommentar grade prior previous vorjahr change veraenderung delta".split(" "),
);

interface Candidate {
  readonly column: number;
  readonly spec: ColumnSpec;
  readonly qualifier: string | undefined;
  readonly score: number;
}

const scores: readonly (readonly [least: number, sureness: Sureness])[] = [
  [2, "given"],
  [0.9, "sure"],
  [0.6, "likely"],
  [0, "guess"],
];

/** The row that looks most like a header and what its columns were taken as; undefined for a table without text. */
export function layOut(table: RawTable, wanted: Wanted): Layout | undefined {
  let best: Layout | undefined;
  let most = 0;
  for (let row = 0; row < Math.min(headerRows, table.rows.length); row++) {
    const cells = table.rows[row]!;
    const words = cells.filter((cell) => typeof cell === "string" && /\p{L}/u.test(cell)).length;
    if (words === 0) continue;
    const layout = layoutOf(row, cells.map(cellText), wanted);
    const known = layout.columns.filter(({ spec, sureness }) => spec !== undefined && sureness !== "guess").length;
    const worth = known * 1000 + words / (1 + cells.length) - row;
    if (best === undefined || worth > most) {
      best = layout;
      most = worth;
    }
  }
  return best;
}

function layoutOf(row: number, texts: readonly string[], { specs, given, ignored }: Wanted): Layout {
  const headers = Array.from(texts, (text) => readHeader(text ?? ""));
  const isIgnored = (column: number): boolean => ignored.some((name) => isNamed(name, headers[column]!, column));
  const open = headers.map((_, column) => column).filter((column) => !isIgnored(column));
  const candidates = open
    .flatMap((column) => specs.flatMap((spec) => candidateOf(column, headers[column]!, spec, given)))
    .sort((one, other) => other.score - one.score || one.column - other.column);
  const taken = new Map<number, Candidate>();
  const keys = new Map<string, Candidate>();
  const rivals = new Map<string, number[]>();
  for (const one of candidates) {
    if (taken.has(one.column)) continue;
    const key = keyOf(one.spec.field, one.qualifier);
    const first = keys.get(key);
    if (first === undefined) {
      taken.set(one.column, one);
      keys.set(key, one);
    } else if (first.score === one.score && one.score < 2 && !one.spec.isUnused) {
      rivals.set(key, [...(rivals.get(key) ?? [first.column]), one.column]);
    }
  }
  const doubts = [...rivals].map(([field, columns]) => ({
    field,
    headers: columns.map((k) => nameOf(headers[k]!, k)),
  }));
  const columns = headers.map((header, column) => mapped(column, header, taken.get(column)));
  return { headerRow: row + 1, columns, doubts };
}

const nameOf = (header: Header, column: number): string => `${header.text} (column ${columnLetter(column)})`;

/** A column that is not used, or used as a candidate says. */
function mapped(index: number, header: Header, found: Candidate | undefined): MappedColumn {
  const sureness = scores.find(([least]) => (found?.score ?? -1) >= least)?.[1] ?? "not used";
  return {
    index,
    letter: columnLetter(index),
    header,
    key: found === undefined ? "" : keyOf(found.spec.field, found.qualifier),
    spec: found?.spec,
    qualifier: found?.qualifier,
    sureness,
    notes: [],
  };
}

/** Whether a name a caller gives is that of a column: its header, apart from case and spaces, or its letter. */
export const isNamed = (name: string, header: Header, column: number): boolean =>
  (header.text !== "" && wordsOf(name).join(" ") === header.words.join(" ")) || name === columnLetter(column);

function candidateOf(column: number, header: Header, spec: ColumnSpec, given: GivenColumns): Candidate[] {
  for (const [key, name] of Object.entries(given)) {
    const [field, qualifier] = key.split(/ of (.*)/s);
    if (field === spec.field && isNamed(name, header, column)) return [{ column, spec, qualifier, score: 2 }];
  }
  const year = spec.isYearly === true ? header.year : undefined;
  const qualifier = year === undefined ? undefined : String(year);
  const isGivenElsewhere = Object.hasOwn(given, keyOf(spec.field, qualifier));
  const score = isGivenElsewhere ? 0 : scoreOf(header, spec.synonyms, spec.isExact === true);
  return score > 0 ? [{ column, spec, qualifier, score }] : [];
}

/** 1: the very words; 0.95: apart from unit and year; 0.6–0.8: contained; 0.5: nearly the same letters; 0: nothing. */
function scoreOf({ words, core }: Header, synonyms: readonly string[], isExact: boolean): number {
  const whole = words.join(" ");
  const meant = core.join(" ");
  if (whole === "") return 0;
  if (synonyms.includes(whole)) return 1;
  if (synonyms.includes(meant)) return 0.95;
  if (isExact) return 0;
  let best = 0;
  if (!words.some((word) => otherwise.has(word))) {
    for (const synonym of synonyms) {
      if (synonym.length < 3 || !` ${meant} `.includes(` ${synonym} `)) continue;
      best = Math.max(best, 0.6 + (0.2 * synonym.split(" ").length) / core.length);
    }
  }
  if (best > 0) return best;
  return meant.length >= 5 &&
    nearest(
      meant,
      synonyms.filter((one) => one.length >= 5),
    ) !== undefined
    ? 0.5
    : 0;
}

/** Whether a table has nothing in it. */
export const isEmpty = (table: RawTable): boolean => table.rows.every((cells) => cells.every(isBlank));
