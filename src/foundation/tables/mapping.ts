import { nearest } from "../text/problem.js";
import { addMonths, type DayRange, dayBefore } from "../values/calendar.js";
import { columnLetter, isBlank, type RawTable } from "./cell.js";
import { type ColumnSpec, columnKey, type Layout, type MappedColumn, type Reads, type Sureness } from "./column.js";
import { type Header, headerWords } from "./header.js";
import { type HeaderTexts, headersAt } from "./header-rows.js";
import { type ColumnPeriod, type DatedHeader, datedHeaders, type HeaderDays } from "./periods/header-periods.js";

/** What a caller says about columns: `{ salary: "Grundgehalt", "revenue of 2024": "U24" }`; headers or letters. */
export type GivenColumns = Readonly<Record<string, string>>;

/** What is needed to find columns. */
export interface Wanted {
  readonly specs: readonly ColumnSpec[];
  readonly given: GivenColumns;
  /** Headers or letters that are to be left alone. */
  readonly ignored: readonly string[];
  /** Words that turn a header into something else when it only contains a known name: `salary comment`. */
  readonly other: ReadonlySet<string>;
  /** How days and years in headers are to be read. */
  readonly days?: HeaderDays | undefined;
}

/** names. A row of more is no header of a table of people. */
const mostNames = 1000;

/** rows. A header is looked for among the first of a table. */
const headerRows = 30;

interface Candidate {
  readonly column: number;
  readonly spec: ColumnSpec;
  readonly qualifier: string | undefined;
  readonly period?: ColumnPeriod | undefined;
  readonly score: number;
}

const scores: readonly (readonly [least: number, sureness: Sureness])[] = [
  [2, "given"],
  [0.9, "sure"],
  [0.6, "likely"],
  [0, "guess"],
];

/** The row, or rows, that look most like a header and what its columns were taken as; undefined for a table without text. */
export function layOut(table: RawTable, wanted: Wanted): Layout | undefined {
  let best: Layout | undefined;
  let most = 0;
  for (let row = 0; row < Math.min(headerRows, table.rows.length); row++) {
    for (const header of headersAt(table, row)) {
      const words = header.texts.filter((text) => /\p{L}/u.test(text)).length;
      if (words === 0 || words > mostNames) continue;
      const layout = layoutOf(header, wanted);
      const known = layout.columns.filter(({ spec, sureness }) => spec !== undefined && sureness !== "guess").length;
      // rows that group columns say more than the one below them alone, or the one above
      const worth = known * 1000 + (header.rows - 1) * 500 + words / (1 + header.texts.length) - row;
      if (best === undefined || worth > most) {
        best = layout;
        most = worth;
      }
    }
  }
  return best;
}

function layoutOf({ last, texts, rows }: HeaderTexts, { specs, given, ignored, other, days = {} }: Wanted): Layout {
  const dated = datedHeaders(texts, days);
  const headers = dated.map(({ header }) => header);
  const isIgnored = (column: number): boolean => ignored.some((name) => isNamed(name, headers[column]!, column));
  const open = headers.map((_, column) => column).filter((column) => !isIgnored(column));
  const candidates = open
    .flatMap((column) => specs.flatMap((spec) => candidateOf(column, dated[column]!, spec, { given, other })))
    .sort((one, other) => other.score - one.score || one.column - other.column);
  const taken = new Map<number, Candidate>();
  const keys = new Map<string, Candidate>();
  const rivals = new Map<string, number[]>();
  for (const one of candidates) {
    if (taken.has(one.column)) continue;
    const key = candidateKey(one);
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
  const columns = dated.map((one, column) => mapped(column, one, taken.get(column)));
  return { headerRow: last + 1, headerRows: rows, columns, doubts };
}

/** Columns of years are told apart by their year; others by what their header says of time. */
const candidateKey = ({ spec, qualifier, period }: Candidate): string =>
  columnKey(spec.field, qualifier, spec.periods === "any" ? period : undefined);

const nameOf = (header: Header, column: number): string => `${header.text} (column ${columnLetter(column)})`;

/** A column that is not used, or used as a candidate says. */
function mapped(index: number, { header, period }: DatedHeader, found: Candidate | undefined): MappedColumn {
  const sureness = scores.find(([least]) => (found?.score ?? -1) >= least)?.[1] ?? "not used";
  return {
    index,
    letter: columnLetter(index),
    header,
    key: found === undefined ? "" : candidateKey(found),
    spec: found?.spec,
    qualifier: found?.qualifier,
    period: found === undefined ? period : found.period,
    sureness,
    notes: [],
  };
}

/** Whether a name a caller gives is that of a column: its header, apart from case and spaces, or its letter. */
export const isNamed = (name: string, header: Header, column: number): boolean =>
  (header.text !== "" && headerWords(name).join(" ") === header.words.join(" ")) || name === columnLetter(column);

const timely = new Set<Reads>(["period", "part", "year"]);

function candidateOf(
  column: number,
  { header, period }: DatedHeader,
  spec: ColumnSpec,
  { given, other }: Pick<Wanted, "given" | "other">,
): Candidate[] {
  const own = spec.periods === undefined ? undefined : period;
  for (const [key, name] of Object.entries(given)) {
    const [field, said] = key.split(/ of (.*)/s);
    if (field !== spec.field || !isNamed(name, header, column)) continue;
    return [{ column, spec, qualifier: said, period: said === undefined ? own : undefined, score: 2 }];
  }
  // a header that names a period is not that of a column of periods
  if (period !== undefined && timely.has(spec.reads)) return [];
  const qualifier = spec.periods === "years" ? yearOf(own) : undefined;
  const isGivenElsewhere = Object.hasOwn(given, columnKey(spec.field, qualifier));
  const { topic } = header;
  const named = own === undefined ? header : { words: topic, plain: topic, core: topic };
  const score = isGivenElsewhere ? 0 : scoreOf(named, spec, other);
  return score > 0 ? [{ column, spec, qualifier, period: own, score }] : [];
}

/** The calendar year a whole year ends in; other periods tell columns apart by what they say. */
function yearOf(period: ColumnPeriod | undefined): string | undefined {
  if (period === undefined) return undefined;
  const { days, text } = period;
  return days !== undefined && isWholeYear(days) ? days.to.slice(0, 4) : text;
}

/** Whether days are twelve months. */
export const isWholeYear = ({ from, to }: DayRange): boolean => dayBefore(addMonths(from, 12)) === to;

/** What a header says, by how much of it. */
type Words = Pick<Header, "words" | "plain" | "core">;

/** What a spec is called, each name without spaces, and the longer ones by their words. */
interface Names {
  readonly own: ReadonlySet<string>;
  readonly sure: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly all: readonly { readonly text: string; readonly words: ReadonlySet<string> }[];
}

const namesBySpec = new WeakMap<ColumnSpec, Names>();

const joined = (names: readonly string[] = []): ReadonlySet<string> =>
  new Set(names.map((name) => name.replaceAll(" ", "")));

function namesOf(spec: ColumnSpec): Names {
  const known = namesBySpec.get(spec);
  if (known !== undefined) return known;
  const all = [...spec.synonyms, ...(spec.weak ?? [])].map((text) => ({ text, words: new Set(text.split(" ")) }));
  const made = { own: joined(spec.own), sure: joined(spec.synonyms), weak: joined(spec.weak), all };
  namesBySpec.set(spec, made);
  return made;
}

/** Words too general to say what a longer header is. */
const general = new Set("number nummer value wert date datum name type amount betrag".split(" "));

/**
 * 1.5: the very words of the firm's other tables; 1: a known header; 0.95: one apart from unit and year; 0.92: a header that may mean it;
 * 0.6–0.8: one contained; 0.5: nearly the same letters; 0: nothing.
 */
function scoreOf(header: Words, spec: ColumnSpec, other: ReadonlySet<string>): number {
  const whole = header.words.join("");
  const plain = header.plain.join("");
  const meant = header.core.join("");
  if (whole === "") return 0;
  const { own, sure, weak, ...names } = namesOf(spec);
  if (own.has(whole)) return 1.5;
  if (sure.has(whole)) return 1;
  if (sure.has(plain)) return 0.97;
  if (sure.has(meant)) return 0.95;
  if ([whole, plain].some((name) => weak.has(name))) return 0.93;
  if (weak.has(meant)) return 0.92;
  if (spec.isExact === true) return 0;
  return containedScore(header, names, other) || (isNearly(header.core.join(" "), names) ? 0.5 : 0);
}

function containedScore({ core }: Words, { all }: Pick<Names, "all">, other: ReadonlySet<string>): number {
  if (core.length < 2) return 0;
  const meant = ` ${core.join(" ")} `;
  let best = 0;
  for (const { text, words } of all) {
    if (text.length < 3 || general.has(text) || !meant.includes(` ${text} `)) continue;
    if (core.some((word) => other.has(word) && !words.has(word))) continue;
    best = Math.max(best, 0.6 + (0.2 * words.size) / core.length);
  }
  return best;
}

/** letters. Shorter names are too easily another word. */
const longEnough = 5;

function isNearly(meant: string, { all }: Pick<Names, "all">): boolean {
  if (meant.length < longEnough || /\d/.test(meant)) return false;
  const alike = all.filter(({ text }) => {
    const isAsLong = text.length >= longEnough && Math.abs(text.length - meant.length) <= 1;
    return isAsLong && text[0] === meant[0];
  });
  return (
    nearest(
      meant,
      alike.map(({ text }) => text),
    ) !== undefined
  );
}

/** Whether a table has nothing in it. */
export const isEmpty = (table: RawTable): boolean => table.rows.every((cells) => cells.every(isBlank));
