/** A cell of a notebook as a person writes it. */
export interface Cell {
  readonly kind: "markdown" | "code";
  /** Without the comment marks of prose and without blank lines around it. */
  readonly text: string;
}

const marker = /^\/\/ %%(?:\s+\[(\w+)\])?\s*$/;

/**
 * The cells of a percent script: `// %% [markdown]` starts prose, every line of which is a comment; `// %%` starts code. Throws where
 * a line belongs to no cell, a kind is unknown, or prose is not a comment.
 */
export function readCells(source: string): readonly Cell[] {
  const cells: { kind: Cell["kind"]; lines: string[] }[] = [];
  for (const [k, line] of source.split(/\r?\n/).entries()) {
    const found = marker.exec(line);
    const cell = cells.at(-1);
    if (found) cells.push({ kind: kindOf(found[1], k), lines: [] });
    else if (cell) cell.lines.push(cell.kind === "markdown" ? prose(line, k) : line);
    else if (line.trim() !== "")
      throw new Error(`line ${k + 1}: belongs to no cell; start with "// %% [markdown]" or "// %%"`);
  }
  return cells.map(({ kind, lines }) => ({ kind, text: trimmed(lines) }));
}

function kindOf(word: string | undefined, k: number): Cell["kind"] {
  if (word === undefined) return "code";
  if (word === "markdown") return word;
  throw new Error(`line ${k + 1}: [${word}] is no kind of cell; use [markdown] or nothing`);
}

function prose(line: string, k: number): string {
  if (line.trim() === "") return "";
  const text = /^\/\/(?: (.*))?$/.exec(line);
  if (!text) throw new Error(`line ${k + 1}: prose is a comment; start the line with "// "`);
  return text[1] ?? "";
}

function trimmed(lines: readonly string[]): string {
  const isText = (line: string): boolean => line.trim() !== "";
  const first = lines.findIndex(isText);
  return first < 0 ? "" : lines.slice(first, lines.findLastIndex(isText) + 1).join("\n");
}

/** The percent script of cells; `readCells` gives them back. */
export const writeCells = (cells: readonly Cell[]): string =>
  `${cells.map(({ kind, text }) => (kind === "code" ? `// %%\n${text}` : `// %% [markdown]\n${commented(text)}`)).join("\n\n")}\n`;

const commented = (text: string): string =>
  text
    .split("\n")
    .map((line) => `// ${line}`.trimEnd())
    .join("\n");
