import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factorial as printed } from "../../src/report/printed.js";
import { factorial } from "../../src/results/experiments/factorial.js";
import { type TinyDesign, tinyRun } from "./tiny-run.js";

type Cell = Readonly<Record<string, string>>;

/** Net value of a cell in each world. */
type Value = (cell: Cell, world: number) => number;

const cellsOf = (factors: Readonly<Record<string, readonly string[]>>): Cell[] =>
  Object.entries(factors).reduce<Cell[]>(
    (some, [name, levels]) => some.flatMap((cell) => levels.map((level) => ({ ...cell, [name]: level }))),
    [{}],
  );

const runOf = (cells: readonly Cell[], value: Value, worlds = 3) =>
  tinyRun({
    baseline: "today",
    smallest: 5,
    designs: {
      today: { outcomes: { "net value": Array.from({ length: worlds }, (_, w) => 100 * w) } },
      ...Object.fromEntries(
        cells.map((cell): [string, TinyDesign] => [
          Object.values(cell).join(" "),
          { cell, outcomes: { "net value": Array.from({ length: worlds }, (_, w) => value(cell, w)) } },
        ]),
      ),
    },
  });

const square = cellsOf({ a: ["low", "high"], b: ["left", "right"] });

describe("a factorial", () => {
  const values: Readonly<Record<string, number>> = {
    "low left": 10,
    "low right": 20,
    "high left": 30,
    "high right": 60,
  };
  const found = factorial(runOf(square, ({ a, b }, w) => values[`${a} ${b}`] + 100 * w));

  test("hand-worked: of 10, 20, 30 and 60 the first factor makes 30, the second 20, and 20 more together", () => {
    expect(found.effects.map(({ factor, from, to, difference }) => [factor, from, to, difference.mean])).toEqual([
      ["a", "low", "high", 30],
      ["b", "left", "right", 20],
    ]);
    expect(found.interactions).toHaveLength(1);
    expect(found.interactions[0]).toMatchObject({ factors: ["a", "b"], from: ["low", "left"], to: ["high", "right"] });
    expect(found.interactions[0].difference.mean).toBeCloseTo(20, 10);
  });

  test("worlds pair: what luck does to every cell is not in the interval", () => {
    expect(found.effects[0].difference.standardError).toBe(0);
    // few draws that agree do not make it certain that most do
    expect(found.effects[0].verdict).toBe("probably better");
    expect(found.effects[0].better?.share).toBe(1);
    expect(found.cells.map(({ difference }) => difference?.mean)).toEqual([10, 20, 30, 60]);
    expect(found.cells[3].cell).toEqual({ a: "high", b: "right" });
    expect(found.cells[3].mean.mean).toBe(160);
  });

  test("hand-worked: effects 1, 2 and 6 by world are 3 ± 4.302653 × 1.527525", () => {
    const { difference } = factorial(runOf(square, ({ a }, w) => 50 * w + (a === "high" ? [1, 2, 6][w] : 0)))
      .effects[0];
    expect(difference.mean).toBeCloseTo(3, 10);
    expect(difference.standardError).toBeCloseTo(1.527525, 6);
    expect(difference.high).toBeCloseTo(3 + 4.30265273 * 1.52752523, 6);
  });

  test("where factors add up there is no interaction, exactly, and effects are those of the table", () => {
    const amount = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 7, maxLength: 7 }), fc.array(amount, { minLength: 3 }), (add, luck) => {
        const levels = { a: ["0", "1", "2"], b: ["3", "4"], c: ["5", "6"] };
        const value: Value = ({ a, b, c }, w) => luck[w] + add[Number(a)] + add[Number(b)] + add[Number(c)];
        const { effects, interactions, model, isComplete } = factorial(runOf(cellsOf(levels), value, luck.length));
        expect([model, isComplete]).toEqual(["interactions", true]);
        expect([effects.length, interactions.length]).toEqual([5, 7]);
        for (const { from, to, difference } of effects) {
          expect(Math.abs(difference.mean - (add[Number(to)] - add[Number(from)]))).toBeLessThan(1e-8);
        }
        for (const { difference, better } of interactions) {
          expect(Math.abs(difference.mean)).toBeLessThan(1e-8);
          expect(better?.share).toBe(0);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("levels in the other order turn effects round, and change no interval's width", () => {
    const value: Value = ({ a, b }, w) => (a === "high" ? 7 * w : 3) * (b === "right" ? 2 : 5);
    const straight = factorial(runOf(square, value, 5));
    const back = factorial(runOf([...square].reverse(), value, 5));
    for (const [k, { difference }] of straight.effects.entries()) {
      expect(back.effects[k].difference.mean).toBeCloseTo(-difference.mean, 9);
      expect(back.effects[k].difference.low).toBeCloseTo(-difference.high, 9);
    }
    // both factors turned: the change of a change stays
    expect(back.interactions[0].difference.mean).toBeCloseTo(straight.interactions[0].difference.mean, 9);
  });

  test("where lower is better, better counts worlds with less", () => {
    const run = tinyRun({
      baseline: "one",
      designs: {
        one: { cell: { a: "x" }, outcomes: { leavers: [0.2, 0.1, 0.3, 0.1] } },
        two: { cell: { a: "y" }, outcomes: { leavers: [0.1, 0.1, 0.1, 0.2] } },
      },
    });
    const [{ difference, better, verdict }] = factorial(run, { outcome: "leavers" }).effects;
    expect(difference.mean).toBeCloseTo(-0.05, 12);
    expect(better?.share).toBe(0.5);
    expect(verdict).toBeUndefined();
  });
});

describe("fractions of a grid", () => {
  const cube = cellsOf({ a: ["0", "1"], b: ["0", "1"], c: ["0", "1"] });
  const half = cube.filter(({ a, b, c }) => (Number(a) + Number(b) + Number(c)) % 2 === 1);
  const value: Value = ({ a, b, c }) => 10 * Number(a) + 20 * Number(b) - 5 * Number(c);

  test("half a cube gives main effects, and says that interactions may sit in them", () => {
    const { effects, interactions, model, isComplete } = factorial(runOf(half, value));
    for (const [k, effect] of [10, 20, -5].entries()) {
      const { from, to, difference } = effects[k];
      expect(difference.mean).toBeCloseTo(effect * (Number(to) - Number(from)), 9);
    }
    expect(interactions).toEqual([]);
    expect([model, isComplete]).toEqual(["main effects", false]);
    expect(printed(runOf(half, value)).toString()).toContain("Too few cells to tell interactions");
  });

  test("a grid with one cell left out still tells interactions, by least squares", () => {
    const curved: Value = (cell, w) => value(cell, w) + 4 * Number(cell.a) * Number(cell.b);
    const { interactions, effects, model } = factorial(runOf(cube.slice(0, 7), curved));
    expect(model).toBe("interactions");
    expect(effects[0].difference.mean).toBeCloseTo(12, 9);
    expect(interactions.map(({ difference }) => Math.round(difference.mean * 1e9) / 1e9)).toEqual([4, 0, 0]);
  });

  test("cells that cannot tell two factors apart are refused", () => {
    const diagonal = square.filter((_, k) => k === 0 || k === 3);
    expect(() => factorial(runOf(diagonal, () => 1))).toThrow("the cells do not tell the factors apart; add cells");
  });
});

describe("a factorial says what is wrong", () => {
  const run = runOf(square, () => 1);
  test("with runs that are not crossed and with unknown names", () => {
    expect(() => factorial(tinyRun({ designs: { one: { outcomes: { "net value": [1, 2] } } } }))).toThrow(
      "run: its designs are not crossed; cross the scenario, then simulate it",
    );
    expect(() => factorial(run, { outcome: "net valeu" as never })).toThrow("did you mean net value?");
    expect(() => factorial(run, { response: "nonne" as never })).toThrow("did you mean none?");
    expect(() => factorial(run, { baseline: "tody" })).toThrow("did you mean today?");
  });

  test("prints effects and cells in at most 100 characters a line", () => {
    const text = String(printed(runOf(square, ({ a }, w) => 40_000 * w + (a === "high" ? 1000 * w : 0))));
    expect(text).toContain("what the factors do to net value, thousand EUR");
    expect(text).toMatch(/a: low → high +\+1\.0 ± 2\.5/);
    for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  });
});
