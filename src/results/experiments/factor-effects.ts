import type { Grid } from "../basis/grid.js";

/** A weighted sum of cells: one weight per cell of the grid, together 0. */
export type CellWeights = Float64Array;

/** The mean at one level less that at another. */
export interface MainContrast {
  readonly factor: string;
  readonly from: string;
  readonly to: string;
  readonly weights: CellWeights;
}

/** How much more the step from one level to another of the first factor brings at `to` of the second than at `from`. */
export interface InteractionContrast {
  readonly factors: readonly [string, string];
  readonly from: readonly [string, string];
  readonly to: readonly [string, string];
  readonly weights: CellWeights;
}

export interface FactorContrasts {
  readonly main: readonly MainContrast[];
  /** Empty where the cells cannot tell interactions from other effects. */
  readonly interactions: readonly InteractionContrast[];
  /** What the cells are taken to be a sum of: "interactions", main effects and interactions of two; "main effects" alone otherwise. */
  readonly model: "interactions" | "main effects";
}

/** A level as numbers that add up to zero over the levels of its factor. */
function coded(level: number, levels: number): Float64Array {
  const code = new Float64Array(levels - 1);
  if (level < levels - 1) code[level] = 1;
  else code.fill(-1);
  return code;
}

const outer = (a: Float64Array, b: Float64Array): number[] => [...a].flatMap((x) => [...b].map((y) => x * y));

const less = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, k) => value - b[k]);

interface Pair {
  readonly first: number;
  readonly second: number;
}

const pairsOf = (count: number): Pair[] =>
  Array.from({ length: count }, (_, first) =>
    Array.from({ length: count - first - 1 }, (__, k) => ({ first, second: first + 1 + k })),
  ).flat();

/**
 * Contrasts of cells that estimate the effects of factors, by least squares over the cells with codes that add up to zero. In a complete
 * grid they are plain differences of means over cells. Undefined where cells cannot tell the factors apart.
 */
export function factorContrasts(grid: Grid): FactorContrasts | undefined {
  const sizes = grid.factors.map(({ levels }) => levels.length);
  const pairs = pairsOf(sizes.length);
  const both = fitted(grid, sizes, pairs);
  const weigh = both ?? fitted(grid, sizes, []);
  if (weigh === undefined) return undefined;
  const contrast = (blocks: readonly (readonly number[])[]): CellWeights => weigh([0, ...blocks.flat()]);
  const zero = (size: number): number[] => new Array<number>(size).fill(0);
  const mainBlocks = (factor: number, code: ArrayLike<number>): number[][] =>
    sizes.map((size, f) => (f === factor ? Array.from(code) : zero(size - 1)));
  const pairBlocks = (pair: Pair, code: readonly number[]): number[][] =>
    pairs.map((one) => (one === pair ? [...code] : zero((sizes[one.first] - 1) * (sizes[one.second] - 1))));
  const step = (factor: number, { first, second }: Pair): Float64Array =>
    less(coded(second, sizes[factor]), coded(first, sizes[factor]));
  const noPairs = both === undefined ? [] : pairs.map((one) => zero((sizes[one.first] - 1) * (sizes[one.second] - 1)));
  return {
    main: grid.factors.flatMap(({ name, levels }, f) =>
      pairsOf(levels.length).map((pair) => ({
        factor: name,
        from: levels[pair.first],
        to: levels[pair.second],
        weights: contrast([...mainBlocks(f, step(f, pair)), ...noPairs]),
      })),
    ),
    interactions: (both === undefined ? [] : pairs).flatMap((pair) => {
      const [a, b] = [grid.factors[pair.first], grid.factors[pair.second]];
      const none = sizes.map((size) => zero(size - 1));
      return pairsOf(a.levels.length).flatMap((own) =>
        pairsOf(b.levels.length).map((other) => ({
          factors: [a.name, b.name] as const,
          from: [a.levels[own.first], b.levels[other.first]] as const,
          to: [a.levels[own.second], b.levels[other.second]] as const,
          weights: contrast([...none, ...pairBlocks(pair, outer(step(pair.first, own), step(pair.second, other)))]),
        })),
      );
    }),
    model: both === undefined ? "main effects" : "interactions",
  };
}

/** Least squares on the cells: turns a combination of coefficients into weights of cells; undefined where they are not determined. */
function fitted(
  { cells }: Grid,
  sizes: readonly number[],
  pairs: readonly Pair[],
): ((combination: readonly number[]) => CellWeights) | undefined {
  const rows = cells.map(({ at }) => {
    const codes = at.map((level, f) => coded(level, sizes[f]));
    return [
      1,
      ...codes.flatMap((code) => [...code]),
      ...pairs.flatMap(({ first, second }) => outer(codes[first], codes[second])),
    ];
  });
  const products = rows[0].map((_, i) => rows[0].map((__, j) => rows.reduce((sum, row) => sum + row[i] * row[j], 0)));
  const inverse = inverted(products);
  if (inverse === undefined) return undefined;
  return (combination) => {
    const solved = inverse.map((row) => row.reduce((sum, one, j) => sum + one * combination[j], 0));
    return Float64Array.from(rows, (row) => tidy(row.reduce((sum, one, j) => sum + one * solved[j], 0)));
  };
}

/** Weights are ratios of small whole numbers: what is left of rounding is none. */
const tidy = (weight: number): number => (Math.abs(weight) < 1e-12 ? 0 : weight);

/** Inverse by Gauss and Jordan with pivots; undefined where it is singular to rounding. Entries are of the size of 1. */
function inverted(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let r = k + 1; r < size; r++) if (Math.abs(rows[r][k]) > Math.abs(rows[pivot][k])) pivot = r;
    if (!(Math.abs(rows[pivot][k]) > 1e-9)) return undefined;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    const scale = rows[k][k];
    for (let c = 0; c < 2 * size; c++) rows[k][c] /= scale;
    for (let r = 0; r < size; r++) {
      const factor = rows[r][k];
      if (r === k || factor === 0) continue;
      for (let c = 0; c < 2 * size; c++) rows[r][c] -= factor * rows[k][c];
    }
  }
  return rows.map((row) => row.slice(size));
}
