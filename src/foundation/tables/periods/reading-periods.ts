import { addMonths, type DayRange, dayBefore } from "../../values/calendar.js";
import { dateOfSerial } from "../../values/day-numbers.js";
import { type FiscalYear, isCalendarYear, startOfYear } from "../../values/fiscal-year.js";
import { type BadCell, isBad, type RawCell, type Value } from "../cell.js";
import { type Header, headerWords } from "../header.js";
import { type DateOrder, readDate } from "./date-text.js";
import { eitherYear, noMonthOne, noPeriod, partWithin, readPeriod, type YearsSaid } from "./period-text.js";
import { saidPeriod, type YearPart } from "./period-words.js";

/** What cells of a column of periods need to be read. */
export interface PeriodSetting {
  readonly header: Header;
  readonly order: DateOrder | undefined;
  readonly fiscalYear?: FiscalYear | undefined;
  readonly countsFrom1904?: boolean | undefined;
}

type ReadCell = (cell: RawCell) => Value | BadCell;

const bad = (fault: string, expected: string): BadCell => ({ fault, expected });

/** What a column's header calls its periods. */
const units: readonly (readonly [unit: PeriodUnit, words: ReadonlySet<string>])[] = [
  ["month", new Set(["month", "months", "monat", "monate", "mois", "mes"])],
  ["quarter", new Set(["quarter", "quarters", "quartal", "quartale", "trimestre"])],
  ["half", new Set(["half", "halbjahr", "semester", "semestre"])],
  [
    "year",
    new Set("year years jahr jahre annee ano fy gj geschaeftsjahr wirtschaftsjahr exercice ejercicio".split(" ")),
  ],
];

export type PeriodUnit = "month" | "quarter" | "half" | "year";

const fiscal = new Set(
  "fiscal fiscale financial fy gj wj geschaeftsjahr wirtschaftsjahr exercice ejercicio".split(" "),
);
const calendar = new Set("calendar kalenderjahr civile natural cy kj".split(" "));

/** The length of the periods of a column, where its header says it. */
export const unitOf = ({ words }: Pick<Header, "words">): PeriodUnit | undefined =>
  units.find(([, names]) => words.some((word) => names.has(word)))?.[0];

/** What the header of a column says of its years. */
export const yearsOf = ({ words }: Header, fiscalYear: FiscalYear | undefined): YearsSaid => ({
  fiscalYear,
  column: words.some((word) => fiscal.has(word))
    ? "fiscal"
    : words.some((word) => calendar.has(word))
      ? "calendar"
      : undefined,
});

const written = ({ from, to }: DayRange): string => `${from}/${to}`;

/** The day a cell holds, if it is one; serial numbers of days are taken for days where they cannot be years. */
function dayIn(cell: RawCell, { order, countsFrom1904 = false }: PeriodSetting): string | BadCell | undefined {
  if (typeof cell === "object") {
    if ("day" in cell) return cell.day ?? bad("no day of any calendar", "a day such as 2024-03-01");
    return noPeriod;
  }
  const text = String(cell);
  if (/^\d{5}$/.test(text)) return dateOfSerial(Number(text), countsFrom1904) ?? noPeriod;
  // eight digits alone are a day; so is nothing shorter
  const date = /^\d{1,7}$/.test(text) ? undefined : readDate(text, order);
  return date === "ambiguous"
    ? bad("day first or month first?", "a month such as 2024-03, or say whether the day comes first")
    : date;
}

/** The month, quarter or year a day lies in. */
export function aroundDay(day: string, unit: PeriodUnit, { fiscalYear, column }: YearsSaid): DayRange | BadCell {
  const month = `${day.slice(0, 7)}-01`;
  if (unit === "month") return { from: month, to: dayBefore(addMonths(month, 1)) };
  const isOther = fiscalYear !== undefined && !isCalendarYear(fiscalYear);
  if (isOther && column === undefined) return eitherYear;
  const year = { from: startOfYear(day, column === "calendar" ? undefined : fiscalYear), to: "" };
  if (unit === "year") return { from: year.from, to: dayBefore(addMonths(year.from, 12)) };
  const within = (Number(day.slice(5, 7)) - Number(year.from.slice(5, 7)) + 12) % 12;
  return partWithin(year, { kind: unit, number: Math.floor(within / (unit === "half" ? 6 : 3)) + 1 });
}

/** A reader of whole periods, which come back as `from/to`. */
export function periodReader(setting: PeriodSetting): ReadCell {
  const years = yearsOf(setting.header, setting.fiscalYear);
  const unit = unitOf(setting.header);
  return remembered((cell) => {
    const day = dayIn(cell, setting);
    if (typeof day === "object") return day;
    if (day === undefined) {
      if (typeof cell === "number" && !Number.isInteger(cell)) return noPeriod;
      const days = readPeriod(String(cell), years);
      return "fault" in days ? days : written(days);
    }
    if (unit === undefined)
      return bad(
        "a day, where a period is wanted",
        "a month such as 2024-03; or call the column month, quarter or year",
      );
    const days = aroundDay(day, unit, years);
    return "fault" in days ? days : written(days);
  });
}

/** A reader of years, which come back as the calendar year they end in. */
export function yearReader(setting: PeriodSetting): ReadCell {
  const read = periodReader(setting);
  return (cell) => {
    const period = read(cell);
    if (isBad(period)) return period === noPeriod ? bad("no year", "a year such as 2024") : period;
    const [from = "", to = ""] = String(period).split("/");
    return dayBefore(addMonths(from, 12)) === to ? Number(to.slice(0, 4)) : bad("no year", "a year such as 2024");
  };
}

const noPart = bad("no quarter or month", "a quarter such as Q1, or a month such as 3 or March");

/** A reader of parts of a year: `quarter 1`, or `from/to` where the cell says the year as well. */
export function partReader(setting: PeriodSetting): ReadCell {
  const unit = unitOf(setting.header);
  const { column } = yearsOf(setting.header, setting.fiscalYear);
  const isOther = setting.fiscalYear !== undefined && !isCalendarYear(setting.fiscalYear);
  const isCounted = unit === undefined;
  const whole = periodReader(setting);
  return remembered((cell) => {
    const text = typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
    if (/^\d{1,3}$/.test(text)) {
      const number = Number(text);
      if (unit === "quarter" || unit === "half")
        return number >= 1 && number <= (unit === "half" ? 2 : 4) ? `${unit} ${number}` : noPart;
      if (isCounted || column === "fiscal") return setting.fiscalYear === undefined ? noMonthOne : `period ${number}`;
      if (isOther) return bad("a month by number: of the calendar or of the fiscal year?", "its name, or P03");
      return number >= 1 && number <= 12 ? `month ${number}` : noPart;
    }
    const said = text === "" ? undefined : saidPeriod(headerWords(text));
    if (said?.part?.kind === "period" && setting.fiscalYear === undefined) return noMonthOne;
    if (said?.part !== undefined && said.year === undefined) return `${said.part.kind} ${said.part.number}`;
    const read = whole(cell);
    return isBad(read) && read === noPeriod ? noPart : read;
  });
}

/** A part of a year as a reader gave it back; undefined for whole periods. */
export function partIn(text: string): YearPart | undefined {
  const [, kind, number] = /^(month|quarter|half|period) (\d+)$/.exec(text) ?? [];
  return kind === undefined ? undefined : { kind: kind as YearPart["kind"], number: Number(number) };
}

/** cells. Kept, so that the periods of a long table are read once. */
const kept = 20_000;

function remembered(read: ReadCell): ReadCell {
  const known = new Map<RawCell, Value | BadCell>();
  return (cell) => {
    if (known.has(cell)) return known.get(cell);
    const made = read(cell);
    if (known.size < kept) known.set(cell, made);
    return made;
  };
}
