import { isAlsoAWord, monthNamed } from "./month-names.js";

/** A part of a year, by number; a "period" is a month counted from the start of the fiscal year: P01. */
export interface YearPart {
  readonly kind: "month" | "quarter" | "half" | "period";
  readonly number: number;
}

/** A year as it is said: `2024`, `CY 2024`, `FY 2025`, or `2024/25` and `FY24/25`, of which `name` is the first. */
export interface SaidYear {
  readonly kind: "plain" | "calendar" | "fiscal" | "pair";
  readonly name: number;
}

/** What words say of a period: a part, a year, or both. */
export interface SaidPeriod {
  readonly part?: YearPart | undefined;
  readonly year?: SaidYear | undefined;
}

/** A run of letters or of digits, and the word it stands in. */
interface Atom {
  readonly text: string;
  readonly word: number;
}

type Read<Found> = { readonly found: Found; readonly next: number } | undefined;

const numbersBefore = new Set(["fy", "gj", "wj", "geschaeftsjahr", "wirtschaftsjahr", "exercice", "ejercicio"]);
const calendarBefore = new Set(["cy", "kj", "kalenderjahr"]);
const quarters = new Set(["quarter", "quartal", "trimestre"]);
const halves = new Set(["half", "halbjahr", "semester", "semestre"]);
const ordinals = new Set(["st", "nd", "rd", "th", "er", "e", "eme", "ere", "o"]);
/** Words between a part and its year that say nothing. */
const between = new Set(["de", "del", "du", "of"]);

/** Two digits: 00–69 are 20xx, 70–99 are 19xx, as spreadsheets take them. */
export const fullYear = (written: string): number =>
  written.length === 4 ? Number(written) : Number(written) + (Number(written) < 70 ? 2000 : 1900);

const isYear = (text: string | undefined): text is string => text !== undefined && /^(19|20|21)\d\d$/.test(text);
const isTwo = (text: string | undefined): text is string => text !== undefined && /^\d\d$/.test(text);

/** The second of two years that follow each other: 2024/25, 2024/2025, 24/25. */
function isNext(first: string, second: string | undefined): boolean {
  if (!isTwo(second) && !isYear(second)) return false;
  const next = fullYear(first) + 1;
  return second.length === 4 ? Number(second) === next : Number(second) === next % 100;
}

/** Runs of letters and digits; `202403` is a year and a month. */
const atomsOf = (words: readonly string[]): Atom[] =>
  words.flatMap((word, k) =>
    (word.match(/(?<!\d)(?:19|20|21)\d\d(?=(?:0[1-9]|1[0-2])(?!\d))|\d+|\p{L}+/gu) ?? []).map((text) => ({
      text,
      word: k,
    })),
  );

/** Digits of a year, one or two of them: `2025`, `25`, `2025/26`. `kind`: what a single one is. */
function yearDigits(atoms: readonly Atom[], at: number, kind: SaidYear["kind"], allowTwo: boolean): Read<SaidYear> {
  const [first, second] = [atoms[at]?.text, atoms[at + 1]?.text];
  if (!isYear(first) && !(allowTwo && isTwo(first))) return undefined;
  if (isNext(first, second) && kind !== "calendar")
    return { found: { kind: "pair", name: fullYear(first) }, next: at + 2 };
  return { found: { kind, name: fullYear(first) }, next: at + 1 };
}

/** A year; `follows`: right after a part, where two digits are one too. */
function yearAt(atoms: readonly Atom[], at: number, follows: boolean): Read<SaidYear> {
  const word = atoms[at]?.text ?? "";
  const isLong = atoms[at + 1]?.text === "year";
  if (numbersBefore.has(word)) return yearDigits(atoms, at + 1, "fiscal", true);
  if (calendarBefore.has(word)) return yearDigits(atoms, at + 1, "calendar", true);
  if (isLong && (word === "fiscal" || word === "financial")) return yearDigits(atoms, at + 2, "fiscal", true);
  if (isLong && word === "calendar") return yearDigits(atoms, at + 2, "calendar", true);
  return yearDigits(atoms, at, "plain", follows);
}

/** The part a word and a number make, if any. */
function partOf(word: string, digits: string, isLoose: boolean): YearPart | undefined {
  const number = Number(digits);
  if ((word === "q" || quarters.has(word)) && number >= 1 && number <= 4) return { kind: "quarter", number };
  if ((word === "h" || word === "hj" || halves.has(word)) && number >= 1 && number <= 2)
    return { kind: "half", number };
  const isNumbered = digits.length === 2 || isLoose;
  if ((word === "p" || word === "period" || word === "periode") && isNumbered && number >= 1 && number <= 99)
    return { kind: "period", number };
  return word === "m" && isNumbered && number >= 1 && number <= 12 ? { kind: "month", number } : undefined;
}

function partAt(atoms: readonly Atom[], at: number, isLoose: boolean): Read<YearPart> {
  const [one = "", two = "", three = ""] = [atoms[at]?.text, atoms[at + 1]?.text, atoms[at + 2]?.text];
  const month = monthNamed(one);
  if (month !== undefined) return { found: { kind: "month", number: month }, next: at + 1 };
  if (/^\d{1,2}$/.test(two) && /^\p{L}/u.test(one)) {
    const found = partOf(one, two, isLoose);
    return found && { found, next: at + 2 };
  }
  if (!/^\d$/.test(one)) return undefined;
  const isOrdinal = ordinals.has(two);
  const found = partOf(isOrdinal ? three : two, one, false);
  return found && { found, next: at + (isOrdinal ? 3 : 2) };
}

/** The longest period that begins at an atom. `isLoose`: months of one digit, `P1` and months that are words too count as well. */
function periodAt(atoms: readonly Atom[], at: number, isLoose: boolean): Read<SaidPeriod> {
  const part = partAt(atoms, at, true);
  if (part !== undefined) {
    const from = between.has(atoms[part.next]?.text ?? "") ? part.next + 1 : part.next;
    const year = yearAt(atoms, from, true);
    if (year !== undefined) return { found: { part: part.found, year: year.found }, next: year.next };
  }
  const [one, two] = [atoms[at]?.text, atoms[at + 1]?.text];
  const isMonth = (text: string | undefined): boolean =>
    text !== undefined && (isLoose ? /^\d{1,2}$/ : /^\d\d$/).test(text) && Number(text) >= 1 && Number(text) <= 12;
  const numbered = (month: string, year: string): Read<SaidPeriod> => ({
    found: { part: { kind: "month", number: Number(month) }, year: { kind: "plain", name: Number(year) } },
    next: at + 2,
  });
  if (isYear(one) && isMonth(two)) return numbered(two!, one);
  if (isMonth(one) && isYear(two)) return numbered(one!, two);
  const year = yearAt(atoms, at, false);
  if (year !== undefined) {
    const after = partAt(atoms, year.next, true);
    return after === undefined
      ? { found: { year: year.found }, next: year.next }
      : { found: { year: year.found, part: after.found }, next: after.next };
  }
  const alone = partAt(atoms, at, isLoose);
  return alone === undefined || (!isLoose && isAlsoAWord(one ?? ""))
    ? undefined
    : { ...alone, found: { part: alone.found } };
}

/** What words say of a period, all of them together; undefined where they say anything else. */
export function saidPeriod(words: readonly string[]): SaidPeriod | undefined {
  const atoms = atomsOf(words);
  const read = periodAt(atoms, 0, true);
  if (read !== undefined && read.next === atoms.length) return read.found;
  const [one, two] = atoms.map(({ text }) => text);
  const isPair = atoms.length === 2 && isTwo(one) && Number(one) > 12 && isNext(one, two);
  return isPair ? { year: { kind: "pair", name: fullYear(one) } } : undefined;
}

/** A period among other words, and the other words. */
export interface FoundPeriod {
  readonly said: SaidPeriod;
  readonly rest: readonly string[];
}

/**
 * The period that words speak of beside other things: `revenue Q1 2024`, `2024 revenue Jan`. Undefined where they name none, or several.
 */
export function findPeriod(words: readonly string[], isLoose = false): FoundPeriod | undefined {
  const atoms = atomsOf(words);
  const found: SaidPeriod[] = [];
  const rest: Atom[] = [];
  for (let at = 0; at < atoms.length; ) {
    const read = periodAt(atoms, at, isLoose || atoms.length === 1);
    if (read === undefined) rest.push(atoms[at++]!);
    else {
      found.push(read.found);
      at = read.next;
    }
  }
  const said = joined(found);
  if (said === undefined) return undefined;
  const texts = new Map<number, string>();
  for (const { text, word } of rest) texts.set(word, (texts.get(word) ?? "") + text);
  return { said, rest: [...texts.values()] };
}

/** One period, or a part and a year that stand apart. */
function joined(found: readonly SaidPeriod[]): SaidPeriod | undefined {
  const [first, second] = found;
  if (first === undefined || found.length > 2) return undefined;
  if (second === undefined) return first;
  if (first.year === undefined && second.part === undefined) return { part: first.part, year: second.year };
  if (first.part === undefined && second.year === undefined) return { part: second.part, year: first.year };
  return undefined;
}
