import { dateOfSerial } from "../../values/day-numbers.js";
import type { FiscalYear } from "../../values/fiscal-year.js";
import { currencyOf } from "../../values/unit-words.js";
import { type BadCell, type RawCell, trimmed, type Value } from "../cell.js";
import type { Reads } from "../column.js";
import type { Header } from "../header.js";
import { readDate } from "../periods/date-text.js";
import { type PeriodSetting, partReader, periodReader, yearReader } from "../periods/reading-periods.js";
import type { Convention } from "./convention.js";
import { type DecimalMark, numberText, parsedNumber, separatorsOf } from "./number-text.js";
import { guarded, readId, readText } from "./reading-text.js";

/** What cells of a column need to be read. */
export interface CellSetting {
  readonly reads: Reads;
  readonly convention: Convention;
  readonly header: Header;
  /** ISO code amounts must be in, where one is known. */
  readonly currency: string | undefined;
  /** When the firm's year starts, where that is known. */
  readonly fiscalYear?: FiscalYear | undefined;
  /** How a workbook counts days, for numbers it does not show as dates. */
  readonly countsFrom1904?: boolean | undefined;
  /** Words that stand for numbers, lower case; they are read as they are. */
  readonly words?: ReadonlySet<string> | undefined;
}

export type ReadCell = (cell: RawCell) => Value | BadCell;

/** Words people write into a cell to say that nothing is known. */
const missing = /^(-|–|—|n\/?a|#n\/a|k\. ?a\.?|null|nil|\.|\?)$/i;

const bad = (fault: string, expected: string): BadCell => ({ fault, expected });

/** A reader for the cells of one column. Blank cells, and words that say so where no text is expected, give undefined. */
export function cellReader(setting: CellSetting): ReadCell {
  const inner = readers[setting.reads](setting);
  const isWords = setting.reads === "text";
  return (cell) => {
    if (cell === undefined) return undefined;
    if (typeof cell === "string") {
      const text = trimmed(cell);
      return text === "" || (!isWords && missing.test(text)) ? undefined : inner(text);
    }
    if (typeof cell !== "object" || !("error" in cell)) return inner(cell);
    const { error, fault = `the formula failed: ${error}`, expected = "a value; repair the formula" } = cell;
    return bad(fault, expected);
  };
}

/** Whether a cell is a word that says that nothing is known. */
export const saysMissing = (cell: RawCell, reads: Reads): boolean =>
  typeof cell === "string" && reads !== "text" && missing.test(trimmed(cell));

const readers: Readonly<Record<Reads, (setting: CellSetting) => ReadCell>> = {
  text: () => readText,
  id: () => readId,
  money: (setting) => moneyReader(setting, "an amount of money such as 72000 or 72 000.50"),
  "money or percent": (setting) => moneyOrPercent(setting),
  number: (setting) => numberReader(setting, "a number such as 1250 or 0.85"),
  share: (setting) => shareReader(setting, 1, "a share such as 0.25 or 25 %"),
  ratio: (setting) => shareReader(setting, 10, "a ratio such as 1.05 or 105 %"),
  date: (setting) => dateReader(setting, undefined),
  "first day": (setting) => dateReader(setting, "-01-01"),
  "last day": (setting) => dateReader(setting, "-12-31"),
  year: (setting) => yearReader(ofPeriods(setting)),
  period: (setting) => periodReader(ofPeriods(setting)),
  part: (setting) => partReader(ofPeriods(setting)),
  "yes or no": () => readYesNo,
  currency: (setting) => currencyReader(setting),
};

/** The plain number in a cell, its currency and whether it stands as a percentage. */
interface ReadNumber {
  readonly value: number;
  readonly isPercent: boolean;
}

const wholeNumber = /^-?\d{1,15}$/;
const pointNumber = /^-?\d{1,12}\.\d{1,12}$/;

function readNumber(cell: RawCell, setting: CellSetting, expected: string): ReadNumber | BadCell {
  if (typeof cell === "number") return { value: cell, isPercent: false };
  if (typeof cell === "object")
    return "share" in cell ? { value: cell.share, isPercent: true } : bad("a date", expected);
  if (typeof cell !== "string") return bad("no number", expected);
  if (wholeNumber.test(cell)) return { value: Number(cell) + 0, isPercent: false };
  const { mark } = setting.convention;
  if (mark === "." && pointNumber.test(cell)) return { value: Number(cell) + 0, isPercent: false };
  const parts = numberText(cell.replace(guarded, ""));
  if (parts === undefined) return bad("no number", expected);
  if (parts.currency !== undefined && setting.currency !== undefined && parts.currency !== setting.currency) {
    return bad(`another currency: ${parts.currency}`, `an amount in ${setting.currency}`);
  }
  if (parts.isScaled && setting.header.scale !== 1)
    return bad("a scale in the cell and one in the header", "the scale written once, such as 72 or 72k");
  const decided = decimalOf(separatorsOf(parts.body), mark);
  if (typeof decided === "object") return decided;
  const value = parsedNumber(parts, decided);
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return bad("a number too large", expected);
  return { value: parts.isPercent ? percentOf(value) : value, isPercent: parts.isPercent };
}

function decimalOf(separators: ReturnType<typeof separatorsOf>, mark: DecimalMark | undefined): DecimalMark | BadCell {
  if (separators === "bad") return bad("thousands parted oddly", "groups of three digits such as 72 000 or 1.234,50");
  if (separators === "none") return mark ?? ".";
  if (separators === "." || separators === ",") return separators;
  const two = separators.startsWith("either .") ? "1.234 is 1.234 or 1234" : "1,234 is 1.234 or 1234";
  return (
    mark ?? bad("decimal mark or thousands?", `a number that reads one way (${two}), or say which mark is decimal`)
  );
}

/** 12.5 → 0.125, without the digits a division would leave. */
const percentOf = (value: number): number => Number(`${value}e-2`);

/** 72.135 thousand → 72135, without the digits a multiplication would leave. */
const scaled = (value: number, scale: number): number =>
  scale === 1 ? value : Number((value * scale).toPrecision(15));

function moneyReader(setting: CellSetting, expected: string): ReadCell {
  const { scale, isPercent } = setting.header;
  return (cell) => {
    const read = readNumber(cell, setting, expected);
    if ("fault" in read) return read;
    return read.isPercent || isPercent ? bad("a percentage", expected) : scaled(read.value, scale);
  };
}

/** Percentages are shares: 40 % is 0.4, with the sign in the cell or in the header. */
function numberReader(setting: CellSetting, expected: string): ReadCell {
  const { scale, isPercent } = setting.header;
  return (cell) => {
    if (typeof cell === "string" && setting.words?.has(cell.toLowerCase())) return cell.toLowerCase();
    const read = readNumber(cell, setting, expected);
    if ("fault" in read || read.isPercent) return "fault" in read ? read : read.value;
    return isPercent ? percentOf(read.value) : scaled(read.value, scale);
  };
}

/** A percentage comes back as text, `20 %`, for the table to say of what. */
function moneyOrPercent(setting: CellSetting): ReadCell {
  const expected = "an amount of money such as 12000, or a percentage such as 20 %";
  const { scale, isPercent } = setting.header;
  return (cell) => {
    const read = readNumber(cell, setting, expected);
    if ("fault" in read) return read;
    if (read.isPercent) return `${Number((read.value * 100).toPrecision(15))} %`;
    return isPercent ? `${read.value} %` : scaled(read.value, scale);
  };
}

function shareReader(setting: CellSetting, most: number, expected: string): ReadCell {
  return (cell) => {
    const read = readNumber(cell, setting, expected);
    if ("fault" in read) return read;
    const value = setting.header.isPercent && !read.isPercent ? percentOf(read.value) : read.value;
    const isMarked = read.isPercent || setting.header.isPercent;
    if (Math.abs(value) <= most || (isMarked && most > 1)) return value;
    return bad(isMarked ? "above 100 %" : "too large without %", expected);
  };
}

function dateReader(
  { convention: { order }, countsFrom1904 = false }: CellSetting,
  ofYear: string | undefined,
): ReadCell {
  const expected = "a date such as 2024-03-31 or 31.3.2024";
  const known = new Map<string, Value | BadCell>();
  const read = (cell: RawCell): Value | BadCell => {
    if (typeof cell === "object") {
      return "day" in cell ? (cell.day ?? bad("no day of any calendar", expected)) : bad("no date", expected);
    }
    const text = String(cell);
    if (/^\d{4}$/.test(text) && ofYear !== undefined) return yearOf(text) ? text + ofYear : bad("no date", expected);
    // Five digits: days of 1927 to 2173; fewer cannot be told from a year
    if (/^\d{5}(\.\d+)?$/.test(text)) return dateOfSerial(Number(text), countsFrom1904) ?? bad("no date", expected);
    const date = readDate(text, order);
    if (date !== "ambiguous") return date ?? bad("no date", expected);
    return bad("day first or month first?", `${expected}, or say whether the day comes first`);
  };
  return (cell) => {
    if (typeof cell !== "string") return read(cell);
    const found = known.get(cell);
    if (found !== undefined) return found;
    const made = read(cell);
    if (known.size < 20_000) known.set(cell, made);
    return made;
  };
}

const yearOf = (text: string): number | undefined => (/^(19|20|21)\d\d$/.test(text) ? Number(text) : undefined);

const ofPeriods = ({ header, convention: { order }, fiscalYear, countsFrom1904 }: CellSetting): PeriodSetting => ({
  ...{ header, order, fiscalYear, countsFrom1904 },
});

const yes = /^(yes|y|true|1|x|ja|j|wahr|✓)$/i;
const no = /^(no|n|false|0|nein|falsch)$/i;

function readYesNo(cell: RawCell): Value | BadCell {
  const text = typeof cell === "object" ? "" : String(cell);
  if (yes.test(text)) return true;
  return no.test(text) ? false : bad("neither yes nor no", "yes or no");
}

function currencyReader({ currency }: CellSetting): ReadCell {
  return (cell) => {
    const code = typeof cell === "string" ? currencyOf(cell) : undefined;
    if (code === undefined) return bad("no currency", "a code such as EUR");
    return currency === undefined || code === currency ? code : bad(`another currency: ${code}`, `rows in ${currency}`);
  };
}
