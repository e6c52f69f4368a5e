/** What a number of a format is. */
export type NumberKind = "date" | "percent" | undefined;

/** Numbers of the formats that every workbook knows without saying so: dates and times, those of East Asia and Thailand included. */
const dates: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];
const percents: ReadonlySet<number> = new Set([9, 10, 67, 68]);

/** What numbers of a format that every workbook knows are. */
export function knownKind(id: number): NumberKind {
  if (percents.has(id)) return "percent";
  return dates.some(([from, to]) => id >= from && id <= to) ? "date" : undefined;
}

/** Text, letters and spaces that a format only shows, colours and conditions; hours, minutes and seconds that pass stay. */
const shown = /"[^"]*"?|[\\_*][\s\S]|\[(?!(?:h+|m+|s+)\])[^\]]*\]?|General|Standard/gi;

/** What numbers of a format code are: `0.0%`, `dd/mm/yyyy`. */
export function kindOf(code: string): NumberKind {
  const bare = code.replace(shown, "").replace(/[0#?.,]E[+-][0#?]/gi, "");
  if (/[ymdhsge]|b[12]|a\/p|am\/pm|上午/i.test(bare)) return "date";
  return bare.includes("%") ? "percent" : undefined;
}
