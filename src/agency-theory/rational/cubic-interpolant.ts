/**
 * A smooth function of one number on an even grid: values and slopes at the nodes, cubic in between, straight outside. Its error
 * falls with the fourth power of the step, that of its slope with the third.
 */
export interface CubicInterpolant {
  readonly from: number;
  readonly step: number;
  readonly value: Float64Array;
  readonly slope: Float64Array;
}

/** Where a node lies. */
export const nodeOf = ({ from, step }: Pick<CubicInterpolant, "from" | "step">, k: number): number => from + k * step;

/** Value into `out[0]`, slope into `out[1]`. */
export function readLine({ from, step, value, slope }: CubicInterpolant, x: number, out: Float64Array): void {
  const last = value.length - 1;
  const place = (x - from) / step;
  if (place <= 0 || place >= last) {
    const edge = place <= 0 ? 0 : last;
    out[0] = value[edge] + slope[edge] * (x - from - edge * step);
    out[1] = slope[edge];
    return;
  }
  const k = Math.trunc(place);
  const t = place - k;
  const rise = value[k + 1] - value[k];
  const first = slope[k] * step;
  const last1 = slope[k + 1] * step;
  const square = 3 * rise - 2 * first - last1;
  const cube = first + last1 - 2 * rise;
  out[0] = value[k] + t * (first + t * (square + t * cube));
  out[1] = (first + t * (2 * square + 3 * t * cube)) / step;
}

/** A line through values alone: slopes are central differences, zero at the ends. */
export function throughValues(from: number, step: number, value: Float64Array): CubicInterpolant {
  const slope = new Float64Array(value.length);
  for (let k = 1; k < value.length - 1; k++) slope[k] = (value[k + 1] - value[k - 1]) / (2 * step);
  return { from, step, value, slope };
}

/** Standard normal luck as places and weights; weights sum to 1. */
export interface Quadrature {
  readonly place: Float64Array;
  readonly weight: Float64Array;
}

/** SD. Luck farther out than this is left out: its chance is below 3e-12. */
export const farthest = 7;

/** The trapezoid rule on ±7 SD, `step` SD apart: for smooth functions its error falls faster than any power of the step. */
export function normalQuadrature(step: number): Quadrature {
  const half = Math.ceil(farthest / step);
  const place = Float64Array.from({ length: 2 * half + 1 }, (_, k) => (k - half) * step);
  const weight = place.map((z) => Math.exp(-0.5 * z * z));
  const total = weight.reduce((sum, one) => sum + one, 0);
  return { place, weight: weight.map((one) => one / total) };
}

/** Mean value into `out[0]` and mean slope into `out[1]` of a line at x plus luck of that SD. */
export function meanOfLine(
  line: CubicInterpolant,
  x: number,
  luck: number,
  { place, weight }: Quadrature,
  out: Float64Array,
): void {
  let value = 0;
  let slope = 0;
  for (let k = 0; k < place.length; k++) {
    readLine(line, x + luck * place[k], out);
    value += weight[k] * out[0];
    slope += weight[k] * out[1];
  }
  out[0] = value;
  out[1] = slope;
}
