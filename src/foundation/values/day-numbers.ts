/** Days of the Gregorian calendar as numbers, without a clock. */

const beforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** days. Of a month (1–12). */
export const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;

/** Years a table of people may speak of. */
export const firstYear = 1900;
export const lastYear = 2199;

/** `YYYY-MM-DD`, or undefined where no calendar has such a day or its year lies outside 1900–2199. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const isDay = year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1;
  if (!isDay || day > daysIn(year, month)) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** days since 1899-12-30, which workbooks count from. The date is trusted to be one. */
export function dayNumber(iso: string): number {
  const year = Number(iso.slice(0, 4));
  const month = Number(iso.slice(5, 7));
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return past * 365 + leapDays + beforeMonth[month - 1]! + leapDay + Number(iso.slice(8, 10)) - 693_594;
}

/** The date of a day counted from 1899-12-30; undefined outside 1900–2199. */
export function dateOfDay(days: number): string | undefined {
  let year = Math.floor((days + 693_594) / 365.2425) + 1;
  if (!(year >= firstYear - 1 && year <= lastYear + 1)) return undefined;
  while (year > firstYear && dayNumber(`${year}-01-01`) > days) year -= 1;
  while (dayNumber(`${year + 1}-01-01`) <= days) year += 1;
  const inYear = days - dayNumber(`${year}-01-01`);
  let month = 12;
  while (month > 1 && beforeMonth[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0) > inYear) month -= 1;
  const day = inYear - beforeMonth[month - 1]! - (month > 2 && isLeap(year) ? 1 : 0) + 1;
  return isoDate(year, month, day);
}

/**
 * The date of a workbook's day number, hours left out. Workbooks that count from 1900 hold 29 February 1900, a day that never was, as
 * number 60; those that count from 1904 begin at 0. Undefined for that day and outside 1900–2199.
 */
export function dateOfSerial(serial: number, countsFrom1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (countsFrom1904) return whole < 0 ? undefined : dateOfDay(whole + 1462);
  if (whole < 1 || whole === 60) return undefined;
  return dateOfDay(whole < 60 ? whole + 1 : whole);
}
