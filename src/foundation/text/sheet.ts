/** How a word is to be taken: good or bad news, in doubt, or of no consequence. Colour only repeats what the word says. */
export type Tone = "good" | "bad" | "open" | "quiet";

/** A column of finished cells. */
export interface TableColumn {
  readonly title: string;
  /** One a row. */
  readonly cells: readonly string[];
  /** Words are set left in HTML, numbers right. The first column holds words, the others numbers, unless it is said. */
  readonly isWords?: boolean | undefined;
  /** characters. Text cuts longer cells in the middle, and a first column further where the table would be too wide; HTML shows them whole. */
  readonly most?: number | undefined;
  /** Left out of text where the table would be too wide. */
  readonly isOptional?: boolean | undefined;
  /** For HTML alone: text has no room for it. */
  readonly isExtra?: boolean | undefined;
  /** One a row, for HTML. */
  readonly tones?: readonly (Tone | undefined)[] | undefined;
}

/** A table, not yet written: `sheetText` and `sheetHtml` show the same cells. */
export interface Table {
  /** Stands above it; empty for none. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Row that HTML sets in bold; counted from 0. */
  readonly strong?: number | undefined;
  /** Remarks under each row. */
  readonly remarks?: readonly (readonly string[])[] | undefined;
}

/** One thing a sheet says. What is empty is left out. */
export type Piece =
  /** What the whole sheet is about. */
  | { readonly form: "title"; readonly text: string }
  /** Of a part of it. */
  | { readonly form: "heading"; readonly text: string }
  /** `word` is how it begins, a verdict; `text` goes on after it. */
  | { readonly form: "paragraph"; readonly text: string; readonly word?: string; readonly tone?: Tone | undefined }
  /** How something is to be read: smaller. */
  | { readonly form: "note"; readonly text: string }
  | { readonly form: "list"; readonly items: readonly string[] }
  | { readonly form: "table"; readonly table: Table };

/** What a result says, as data that is written as text or as HTML: blocks, an empty line between them, of pieces. */
export type Sheet = readonly (readonly Piece[])[];

export const title = (text: string): Piece => ({ form: "title", text });
export const heading = (text: string): Piece => ({ form: "heading", text });
export const paragraph = (text: string): Piece => ({ form: "paragraph", text });
export const note = (text: string): Piece => ({ form: "note", text });
export const list = (items: readonly string[]): Piece => ({ form: "list", items });

/** A verdict and what it rests on: `supported: the whole interval …`. */
export const said = (word: string, tone: Tone | undefined, text: string): Piece => ({
  form: "paragraph",
  word,
  tone,
  text,
});

export const table = (
  caption: string,
  columns: readonly TableColumn[],
  more: Omit<Table, "caption" | "columns"> = {},
): Piece => ({ form: "table", table: { caption, columns, ...more } });
