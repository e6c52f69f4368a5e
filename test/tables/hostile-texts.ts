/** A text table that asks for much memory or time, and what is said of it. */
export interface HostileText {
  readonly text: () => string | Uint8Array;
  /** Undefined where it is read to its one person. */
  readonly refusal?: string;
}

const times = (count: number, piece: (k: number) => string): string =>
  Array.from({ length: count }, (_, k) => piece(k)).join("");

const people = "id,salary\nA,50000\n";

export const hostileTexts: Readonly<Record<string, HostileText>> = {
  "one line of 50 MB": {
    text: () => `${people}B,${"x".repeat(50_000_000)}\n`,
    refusal: "line 3: it is longer than a million characters",
  },
  "a header of 50 MB": { text: () => `id,salary${"x".repeat(50_000_000)}\nA,1\n`, refusal: "line 1: it is longer" },
  "a quote that is never closed": {
    text: () => `${people}B,"${"x,y\n".repeat(5_000_000)}`,
    refusal: "a quote is opened and never closed",
  },
  "400,000 columns": {
    text: () => `id,salary${",x".repeat(400_000)}\nA,50000\n`,
    refusal: "more than 16,384 columns",
  },
  "400,000 columns in one row": {
    text: () => `${people}B,1${",x".repeat(400_000)}\n`,
    refusal: "more than 16,384 columns",
  },
  "a million separators": { text: () => `${people}${",".repeat(900_000)}\n`, refusal: "more than 16,384 columns" },
  "a million blank lines": { text: () => `${people}${"\n".repeat(2_000_000)}` },
  "16,000 names of columns": {
    text: () => `id,salary${times(16_000, (k) => `,column ${k * 7919}`)}\nA,50000\n`,
    refusal: "no column for identifier of the person",
  },
  "1,000 names of columns in thirty rows": {
    text: () => times(30, () => `id,salary${times(990, (k) => `,column ${k * 7919}`)}\n`),
    refusal: "left out",
  },
  "16,000 columns in forty rows": {
    text: () => `id,salary\n${`A,50000${",some words here".repeat(16_000)}\n`.repeat(40)}`,
    refusal: "40 rows left out",
  },
  "a cell of 500,000 characters": {
    text: () => `${people}B,${"x".repeat(500_000)}\n`,
    refusal: "a cell of more than 32,767 characters",
  },
  "50 MB of Windows-1252": {
    text: () => Buffer.from(`${people}${`B\xfc,${"x".repeat(1000)}\n`.repeat(50_000)}`, "latin1"),
    refusal: "more than 20,000 rows cannot be read",
  },
  "nothing but NULs": { text: () => Buffer.alloc(50_000_000), refusal: "longer than a million characters" },
  "a NUL at the end": { text: () => `${people}B,1\0\n`, refusal: "not a text file" },
  "wide rows and many": {
    text: () => `${people}${`${"x,".repeat(1000)}\n`.repeat(20_000)}`,
    refusal: "more than 3 million cells",
  },
};
