import type { TableColumn, Tone } from "../foundation/text/sheet.js";
import type { ClaimVerdict } from "../results/statistics/claim-verdict.js";
import type { Verdict } from "../results/statistics/verdict.js";
import { nameText } from "./numbers.js";

/** characters. Longest name HTML shows; text has less room. */
const longestName = 48;

/** Names of designs, whole in HTML and cut to so many characters in text. */
export const namesColumn = (title: string, names: readonly string[], most: number): TableColumn => ({
  title,
  cells: names.map((name) => nameText(name, longestName)),
  isWords: true,
  most,
});

/** Words that are short enough anywhere. */
export const wordsColumn = (title: string, cells: readonly string[]): TableColumn => ({ title, cells, isWords: true });

/** Numbers as they are written. */
export const numbersColumn = (title: string, cells: readonly string[]): TableColumn => ({ title, cells });

/** characters. Names in text, where columns are read off rows. */
const usualName = 28;

/** Columns read off the same rows, one line each. */
export const columnsOf = <Row>(rows: readonly Row[]) => ({
  names: (title: string, read: (row: Row) => string): TableColumn => namesColumn(title, rows.map(read), usualName),
  words: (title: string, read: (row: Row) => string): TableColumn => wordsColumn(title, rows.map(read)),
  numbers: (title: string, read: (row: Row) => string): TableColumn => numbersColumn(title, rows.map(read)),
});

const tones: Readonly<Record<Verdict | ClaimVerdict, Tone>> = {
  "clearly better": "good",
  "probably better": "good",
  "too close to call": "open",
  "practically equal": "quiet",
  "probably worse": "bad",
  "clearly worse": "bad",
  supported: "good",
  undecided: "open",
  "not supported": "bad",
};

/** How a verdict is to be taken. */
export const toneOf = (verdict: Verdict | ClaimVerdict | undefined): Tone | undefined =>
  verdict === undefined ? undefined : tones[verdict];

/** Verdicts, blank where none is given. */
export const verdictColumn = (verdicts: readonly (Verdict | undefined)[]): TableColumn => ({
  title: "verdict",
  cells: verdicts.map((one) => one ?? ""),
  isWords: true,
  tones: verdicts.map(toneOf),
});
