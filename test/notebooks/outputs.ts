import { type Notebook, type NotebookCell, textOf } from "../../notebooks/tools/notebook.js";

/** What a reader sees of one cell, in a form to compare. */
interface Seen {
  readonly cell: string;
  /** Text, HTML and the data of live charts, exactly; pictures by their format and width. */
  readonly shown: readonly unknown[];
}

/** What a reader sees of a notebook. The same seed gives the same numbers everywhere, so everything but pictures is compared to the letter. */
export const seen = (notebook: Notebook): readonly Seen[] =>
  notebook.cells
    .filter(({ cell_type }) => cell_type === "code")
    .map((cell) => ({ cell: textOf(cell.source), shown: shown(cell) }));

const shown = ({ outputs = [] }: NotebookCell): readonly unknown[] =>
  outputs.map(({ name, text, data = {} }) => ({
    ...(name === undefined ? {} : { name, text: textOf(text) }),
    ...Object.fromEntries(
      Object.entries(data).map(([mime, content]) => [
        mime,
        mime === "image/png" ? pngWidth(content) : Array.isArray(content) ? textOf(content) : content,
      ]),
    ),
  }));

/** px. Throws where the picture is none, or next to empty. */
function pngWidth(content: unknown): string {
  const bytes = Buffer.from(textOf(content), "base64");
  if (bytes.subarray(1, 4).toString() !== "PNG" || bytes.length < 2000) throw new Error("an empty or broken picture");
  return `PNG ${bytes.readUInt32BE(16)} px wide`;
}

/** Cells that show a live chart. */
export const charts = (notebook: Notebook): number =>
  notebook.cells
    .flatMap(({ outputs = [] }) => outputs)
    .filter(({ data = {} }) => Object.keys(data).some((mime) => mime.includes("vegalite"))).length;
