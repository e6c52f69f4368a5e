import { createHash } from "node:crypto";
import type { Cell } from "./percent.js";

/** MIME type → content: text as one string or as lines, anything JSON as it is. */
export type Bundle = Readonly<Record<string, unknown>>;

export interface Output {
  readonly output_type: string;
  /** Of a stream. */
  readonly name?: string;
  readonly text?: string | readonly string[];
  /** Of a display. */
  readonly data?: Bundle;
  readonly metadata?: Bundle;
}

export interface NotebookCell {
  readonly cell_type: string;
  readonly id: string;
  readonly metadata: Bundle;
  readonly source: string | readonly string[];
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

/** A notebook file, format 4.5. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: Bundle;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

const metadata = {
  kernelspec: { display_name: "TypeScript (tslab)", language: "typescript", name: "tslab" },
  language_info: {
    codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
    file_extension: ".ts",
    mimetype: "text/typescript",
    name: "typescript",
    version: "3.7.2",
  },
};

/** Text of the format, which may be cut into lines. */
export const textOf = (text: unknown): string => (Array.isArray(text) ? text.join("") : String(text ?? ""));

/** The notebook of cells. A cell's id follows from its text, so outputs that `before` has for the same cell are kept. */
export function makeNotebook(cells: readonly Cell[], before?: Notebook): Notebook {
  const outputs = new Map(before?.cells.map((cell) => [cell.id, cell.outputs ?? []]));
  const ids = idsOf(cells);
  return notebookWith(
    cells.map(({ kind, text }, k) => ({
      cell_type: kind,
      id: ids[k],
      metadata: {},
      source: text,
      ...(kind === "code" ? { outputs: outputs.get(ids[k]) ?? [] } : {}),
    })),
  );
}

/** Ids from kind, text and how often the same cell came before. */
function idsOf(cells: readonly Cell[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map(({ kind, text }) => {
    const content = `${kind}\n${text}`;
    const before = seen.get(content) ?? 0;
    seen.set(content, before + 1);
    return createHash("sha256").update(`${content}\n${before}`).digest("hex").slice(0, 12);
  });
}

/** The same notebook without what differs from run to run or from tool to tool. */
export const normalise = ({ cells }: Notebook): Notebook => notebookWith(cells);

function notebookWith(cells: readonly NotebookCell[]): Notebook {
  let count = 0;
  const clean = cells.map(({ cell_type, id, source, outputs = [] }): NotebookCell => {
    const cell = { cell_type, id, metadata: {}, source: lines(textOf(source)) };
    if (cell_type !== "code") return cell;
    return { ...cell, execution_count: ++count, outputs: outputs.filter(isLasting).map(cleanOutput) };
  });
  return { cells: clean, metadata, nbformat: 4, nbformat_minor: 5 };
}

/** Progress is for whoever waits. */
const isLasting = ({ metadata: about }: Output): boolean => about?.rewardlab !== "progress";

function cleanOutput(output: Output): Output {
  if (output.output_type === "stream") {
    return { output_type: "stream", name: output.name ?? "stdout", text: lines(textOf(output.text)) };
  }
  const data = Object.entries(output.data ?? {}).map(([mime, content]) => [
    mime,
    /^text\/|^image\/svg/.test(mime)
      ? lines(textOf(content))
      : /^image\//.test(mime)
        ? textOf(content).trim()
        : content,
  ]);
  return { output_type: "display_data", data: Object.fromEntries(data), metadata: {} };
}

const lines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

/** The text of the file, as Jupyter writes it: keys in order, one blank to indent. */
export const printNotebook = (notebook: Notebook): string => `${JSON.stringify(sorted(notebook), null, 1)}\n`;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

/** The cells of a notebook as a person wrote them; anything but prose and code is left out. */
export const cellsOf = ({ cells }: Notebook): readonly Cell[] =>
  cells.flatMap(({ cell_type: kind, source }) =>
    kind === "markdown" || kind === "code" ? [{ kind, text: textOf(source) }] : [],
  );

/** What went wrong in each cell of an executed notebook that wrote to the error stream. */
export const complaints = ({ cells }: Notebook): readonly string[] =>
  cells.flatMap(({ source, outputs = [] }) => {
    const said = outputs.filter(({ output_type, name }) => output_type === "error" || name === "stderr");
    const text = said.map((one) => textOf(one.text ?? "an error without a reason")).join("");
    return said.length === 0 ? [] : [`${textOf(source).trim()}\n\nsays on the error stream:\n\n${text.trim()}`];
  });
