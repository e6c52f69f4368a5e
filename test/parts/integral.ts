import { normalDensity } from "../../src/foundation/maths/special.js";

/** Nodes and weights of Gauss and Legendre with five points, on −1 … 1. */
const nodes = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664];
const weights = [0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891];

/** Integral of a function that is smooth between the breaks, by Gauss and Legendre on panels; it never looks at a break. */
export function integral(of: (x: number) => number, low: number, high: number, breaks: readonly number[]): number {
  const ends = [low, ...breaks.filter((at) => at > low && at < high).sort((a, b) => a - b), high];
  let sum = 0;
  for (let k = 1; k < ends.length; k++) {
    const panels = Math.max(4, Math.ceil((60 * (ends[k] - ends[k - 1])) / (high - low)));
    const half = (ends[k] - ends[k - 1]) / panels / 2;
    for (let p = 0; p < panels; p++) {
      const middle = ends[k - 1] + (2 * p + 1) * half;
      for (let n = 0; n < 5; n++) sum += half * weights[n] * of(middle + half * nodes[n]);
    }
  }
  return sum;
}

/** Mean of a function of a normal variate, over ten standard deviations either side. */
export const normalMean = (of: (x: number) => number, mean: number, sd: number, breaks: readonly number[]): number =>
  integral((x) => (of(x) * normalDensity((x - mean) / sd)) / sd, mean - 10 * sd, mean + 10 * sd, breaks);
