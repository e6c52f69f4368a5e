import { numberOfName } from "../../foundation/maths/name-number.js";
import { fillUniforms } from "../../foundation/maths/random.js";
import { sum } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";

/** Value of one input for a uniform on (0, 1): `(u) => quantile(distribution, u)`. */
export type InputSampler = (u: number) => number;

/** A function of uncertain inputs, given one value an input. */
export type ModelFunction = (inputs: readonly number[]) => number;

/** Rows of inputs to evaluate a function at: radial sampling (Saltelli et al. 2010), `inputs + 2` points a base. */
export interface RadialDesign {
  /** How many inputs. */
  readonly inputs: number;
  /** How many independent pairs of base points. */
  readonly bases: number;
  /** One value an input. For each base: a point, another point, then the first with one input after the other of the second. */
  readonly points: readonly (readonly number[])[];
}

export interface RadialOptions {
  /** Pairs of base points; standard errors fall with their root. 1,000 unless given, at least 20. */
  readonly bases?: number | undefined;
  /** 1 unless given. */
  readonly seed?: number | undefined;
}

/** A share of variance with its Monte Carlo error. */
export interface VarianceShare {
  /** About 0 to 1; luck can take it a little outside. */
  readonly value: number;
  readonly standardError: number;
}

/** What an input explains of a function's variance. */
export interface InputShare {
  /** By itself (S): variance of the mean of the output given the input. */
  readonly first: VarianceShare;
  /** With all it takes part in (ST): what would remain if everything else were known. At least `first`, and equal to it for sums. */
  readonly total: VarianceShare;
}

/** Fewest bases from which anything is said. */
const fewestBases = 20;

/**
 * Points at which a function of independent inputs has to be known to split its variance. One sampler an input; draws come from the stream
 * numbered by the word "radial". Throws a Problem for no inputs or fewer than 20 bases.
 */
export function radialDesign(samplers: readonly InputSampler[], options: RadialOptions = {}): RadialDesign {
  const { bases = 1000, seed = 1 } = options;
  const inputs = samplers.length;
  if (inputs === 0) refuse("radialDesign", "no inputs", "give one sampler an input");
  if (!(Number.isInteger(bases) && bases >= fewestBases))
    refuse("radialDesign", `expected a whole number of bases from ${fewestBases}, got ${bases}`, "write 1000");
  const columns = Array.from({ length: 2 * inputs }, (_, k) => {
    const out = new Float64Array(bases);
    fillUniforms(out, 0, 1, bases, seed, numberOfName("radial"), 0, k, 0);
    return out.map(samplers[k % inputs]);
  });
  const points: number[][] = [];
  for (let j = 0; j < bases; j++) {
    const one = samplers.map((_, k) => columns[k][j]);
    const other = samplers.map((_, k) => columns[inputs + k][j]);
    points.push(one, other, ...one.map((_, k) => one.map((value, i) => (i === k ? other[i] : value))));
  }
  return { inputs, bases, points };
}

/**
 * Shares of variance from the outputs at the points of a design, in its order, one an input. First: what the other point and the mixed
 * one have in common (Saltelli et al. 2010, table 2 b); total: half the squared distance of the first point to the mixed one (Jansen 1999);
 * both ratios of means over bases to the variance of the output, with the standard error of such a ratio (Cochran 1977, §2.11). Throws a
 * Problem when outputs do not match the points or are no numbers. All shares of a constant are 0.
 */
export function varianceShares({ inputs, bases, points }: RadialDesign, outputs: ArrayLike<number>): InputShare[] {
  if (outputs.length !== points.length)
    refuse("varianceShares", `expected ${points.length} outputs, got ${outputs.length}`, "give one a point");
  const bad = Array.from(outputs).findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) refuse("varianceShares", `output ${bad + 1} is ${outputs[bad]}`, "give a number for every point");
  const wide = inputs + 2;
  const at = (k: number) => Float64Array.from({ length: bases }, (_, j) => outputs[j * wide + k]);
  const [one, other] = [at(0), at(1)];
  const middle = (sum(one) + sum(other)) / (2 * bases);
  const spread = one.map((value, j) => half(value - middle, other[j] - middle));
  return Array.from({ length: inputs }, (_, k) => {
    const mixed = at(k + 2);
    return {
      first: shareOf(
        other.map((value, j) => (value - middle) * (mixed[j] - one[j])),
        spread,
      ),
      total: shareOf(
        one.map((value, j) => half(value - mixed[j], 0)),
        spread,
      ),
    };
  });
}

/** Radial design and shares of a function in one go: `bases × (inputs + 2)` evaluations. */
export function totalOrder(
  of: ModelFunction,
  samplers: readonly InputSampler[],
  options?: RadialOptions,
): InputShare[] {
  const design = radialDesign(samplers, options);
  return varianceShares(
    design,
    Float64Array.from(design.points, (point) => of(point)),
  );
}

const half = (a: number, b: number): number => (a * a + b * b) / 2;

/** Ratio of the means of two columns that are paired by row, with its standard error. */
function shareOf(part: Float64Array, whole: Float64Array): VarianceShare {
  const total = sum(whole);
  if (!(total > 0)) return { value: 0, standardError: 0 };
  const value = sum(part) / total;
  const left = sum(part.map((one, j) => (one - value * whole[j]) * (one - value * whole[j])));
  return { value, standardError: Math.sqrt((left * part.length) / (part.length - 1)) / total };
}
