import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cellsOf,
  complaints,
  makeNotebook,
  type Notebook,
  normalise,
  printNotebook,
} from "../../notebooks/tools/notebook.js";
import { readCells, writeCells } from "../../notebooks/tools/percent.js";

const script = `// %% [markdown]
// # Title
//
// Prose: 2 %%, // and all.

// %%
const a = 1;

// a comment of the code
a;

// %%
a;
`;

const cells = [
  { kind: "markdown", text: "# Title\n\nProse: 2 %%, // and all." },
  { kind: "code", text: "const a = 1;\n\n// a comment of the code\na;" },
  { kind: "code", text: "a;" },
] as const;

describe("a percent script", () => {
  test("has prose and code, without marks and outer blank lines", () => {
    expect(readCells(script)).toEqual(cells);
    expect(readCells(script.replaceAll("\n", "\r\n"))).toEqual(cells);
  });

  test("is written as it was read", () => {
    expect(writeCells(cells)).toBe(script);
  });

  test("comes back from its cells, whatever they hold", () => {
    const line = fc.string({ unit: "grapheme-ascii" }).filter((text) => !/[\n\r]/.test(text) && !/^\/\/ %%/.test(text));
    const text = fc.array(line, { maxLength: 5 }).map((lines) =>
      lines
        .map((one) => one.trimEnd())
        .join("\n")
        .replace(/^\n+|\s+$/g, ""),
    );
    const cell = fc.record({ kind: fc.constantFrom("markdown" as const, "code" as const), text });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (some) => {
        expect(readCells(writeCells(some))).toEqual(some);
      }),
    );
  });

  test("says which line is wrong", () => {
    expect(() => readCells("const a = 1;\n// %%\n")).toThrow(
      'line 1: belongs to no cell; start with "// %% [markdown]" or "// %%"',
    );
    expect(() => readCells("// %% [raw]\n")).toThrow("line 1: [raw] is no kind of cell");
    expect(() => readCells("// %% [markdown]\n// fine\nnot fine\n")).toThrow("line 3: prose is a comment");
  });
});

const output = { output_type: "stream", name: "stdout", text: "1\n" };

/** A notebook as Jupyter leaves it. */
const executed = (sources: readonly string[]): Notebook => ({
  ...makeNotebook(sources.map((text) => ({ kind: "code", text }))),
  cells: makeNotebook(sources.map((text) => ({ kind: "code", text }))).cells.map((cell) => ({
    ...cell,
    execution_count: null,
    metadata: { execution: { "iopub.status.busy": "2026-01-01T00:00:00Z" } },
    outputs: [{ ...output }],
  })),
});

describe("a notebook", () => {
  test("gives every cell an id that follows from its text, equal cells their own", () => {
    const [first, second, third] = executed(["a;", "b;", "a;"]).cells.map((cell) => cell.id);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(
      executed(["x;", "a;", "a;"])
        .cells.map((cell) => cell.id)
        .slice(1),
    ).toEqual([first, third]);
    expect(first).toMatch(/^[0-9a-f]{12}$/);
  });

  test("keeps the outputs of cells that did not change, and only theirs", () => {
    const before = normalise(executed(["a;", "b;"]));
    const after = makeNotebook(
      [
        { kind: "code", text: "new;" },
        { kind: "code", text: "a;" },
      ],
      before,
    );
    expect(after.cells.map((cell) => cell.outputs?.length)).toEqual([0, 1]);
  });

  test("loses what differs from run to run, and progress", () => {
    const one = executed(["a;"]);
    const [cell] = one.cells;
    const progress = {
      output_type: "display_data",
      data: { "text/plain": "42 %" },
      metadata: { rewardlab: "progress" },
    };
    const [clean] = normalise({ ...one, cells: [{ ...cell, outputs: [progress, output] }] }).cells;
    expect(clean).toMatchObject({ execution_count: 1, metadata: {}, outputs: [{ text: ["1\n"] }] });
    expect(clean.outputs?.length).toBe(1);
  });

  test("is the same text once cleaned, however often", () => {
    const once = normalise(executed(["a;", "b;"]));
    expect(printNotebook(normalise(once))).toBe(printNotebook(once));
    expect(printNotebook(once)).toContain('"execution_count": 2');
  });

  test("gives its cells back", () => {
    expect(cellsOf(makeNotebook(cells))).toEqual(cells);
  });

  test("with a complaint on the error stream says where", () => {
    const one = executed(["fine;", "broken;"]);
    const said = { output_type: "stream", name: "stderr", text: ["1:1 - Cannot find name 'broken'.\n"] };
    expect(complaints(one)).toEqual([]);
    const [complaint] = complaints({ ...one, cells: [one.cells[0], { ...one.cells[1], outputs: [said] }] });
    expect(complaint).toContain("broken;\n\nsays on the error stream:\n\n1:1 - Cannot find name");
  });
});
