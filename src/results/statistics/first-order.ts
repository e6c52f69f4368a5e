import { blockMeans } from "../../foundation/maths/blocks.js";
import { studentQuantile, sum, variance } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";

/** A given-data first-order sensitivity index: share of the output's variance that the mean of the output given one input explains. */
export interface SensitivityIndex {
  /** About 0 to 1; noise can take it a little below 0 because it is corrected for what luck alone would explain. */
  readonly value: number;
  readonly standardError: number;
  /** 95 % interval: Student's t on up to 20 leave-out groups of rows. */
  readonly low: number;
  readonly high: number;
  /** Groups of equal count the input was cut into. */
  readonly bins: number;
}

/** Fewest rows from which anything is said. */
export const fewestRows = 50;
const mostLeaveOuts = 20;

/** How many groups rows are left out in: 20, or as many as there are independent blocks of rows. */
export const leaveOutGroups = (rows: number, size: number): number => Math.min(mostLeaveOuts, Math.floor(rows / size));

/** Bins for so many rows: half the root of the count, 3 to 50, so that noise and coarseness shrink together. */
export const binsFor = (count: number): number => Math.max(3, Math.min(50, Math.floor(Math.sqrt(count) / 2)));

/** Which of `bins` groups of equal count, by value, each row falls in; equal values in order of row. */
export function binsByRank(input: ArrayLike<number>, bins: number): Uint16Array {
  const order = Array.from({ length: input.length }, (_, k) => k).sort((a, b) => input[a] - input[b] || a - b);
  const found = new Uint16Array(input.length);
  for (let rank = 0; rank < order.length; rank++) found[order[rank]] = Math.floor((rank * bins) / order.length);
  return found;
}

/** Variance of bin means over variance, less what noise within bins adds to it: ε² of one-way analysis of variance (Kelley 1935). */
function explained(counts: ArrayLike<number>, sums: ArrayLike<number>, squares: number): number {
  let count = 0;
  let total = 0;
  let between = 0;
  let bins = 0;
  for (let b = 0; b < counts.length; b++) {
    if (counts[b] === 0) continue;
    bins++;
    count += counts[b];
    total += sums[b];
    between += (sums[b] * sums[b]) / counts[b];
  }
  const mean = (total * total) / count;
  const whole = squares - mean;
  if (!(whole > 0) || count <= bins) return 0;
  const among = between - mean;
  return (among - ((bins - 1) * (whole - among)) / (count - bins)) / whole;
}

const centred = (output: ArrayLike<number>): Float64Array => {
  const mean = sum(output) / output.length;
  return Float64Array.from(output, (value) => value - mean);
};

/**
 * First-order index of an input from rows that were drawn anyway (bins of equal count: Plischke, Borgonovo & Smith 2013; noise
 * corrected). Both columns have one number per row, at least 50. Its standard error comes from leaving out every twentieth row in
 * turn (jackknife); where `size` rows on end hang together, every twentieth such block, or each where there are fewer. Where `lucks` rows on
 * end share a draw of the inputs, their means are what is binned; the share is still one of the variance between rows. Coarse bins miss
 * what happens within them, a few per cent of a smooth effect.
 */
export function firstOrder(
  input: ArrayLike<number>,
  output: ArrayLike<number>,
  size: number = 1,
  lucks: number = 1,
): SensitivityIndex {
  const count = input.length;
  if (count !== output.length)
    refuse("firstOrder", `columns have ${count} and ${output.length} rows`, "pair them by row");
  if (count < fewestRows)
    refuse("firstOrder", `expected at least ${fewestRows} rows, got ${count}`, "simulate more worlds");
  const [by, of] = [byDraw(input, lucks), byDraw(output, lucks)];
  const bins = binsFor(of.length);
  const index = indexOf(binsByRank(by, bins), bins, centred(of), size / lucks);
  const part = partOfDraws(output, lucks);
  const { value, standardError, low, high } = index;
  return { value: part * value, standardError: part * standardError, low: part * low, high: part * high, bins };
}

/** Rows that share a draw, as one: their mean. */
const byDraw = (rows: ArrayLike<number>, lucks: number): Float64Array => blockMeans(Float64Array.from(rows), lucks);

/** Variance between means of draws over that between rows: turns a share of the first into one of the second. 1 of a single draw. */
function partOfDraws(rows: ArrayLike<number>, lucks: number): number {
  const whole = lucks > 1 && rows.length > lucks ? variance(rows) : 0;
  return whole > 0 ? variance(byDraw(rows, lucks)) / whole : 1;
}

function indexOf(bin: Uint16Array, bins: number, output: Float64Array, size: number): SensitivityIndex {
  const leaveOuts = leaveOutGroups(output.length, size);
  const counts = Array.from({ length: leaveOuts + 1 }, () => new Float64Array(bins));
  const sums = Array.from({ length: leaveOuts + 1 }, () => new Float64Array(bins));
  const squares = new Float64Array(leaveOuts + 1);
  for (let w = 0; w < output.length; w++) {
    for (const group of [Math.floor(w / size) % leaveOuts, leaveOuts]) {
      counts[group][bin[w]]++;
      sums[group][bin[w]] += output[w];
      squares[group] += output[w] * output[w];
    }
  }
  const value = explained(counts[leaveOuts], sums[leaveOuts], squares[leaveOuts]);
  const without = Array.from({ length: leaveOuts }, (_, g) =>
    explained(
      counts[leaveOuts].map((all, b) => all - counts[g][b]),
      sums[leaveOuts].map((all, b) => all - sums[g][b]),
      squares[leaveOuts] - squares[g],
    ),
  );
  const middle = sum(without) / leaveOuts;
  const spread = sum(without.map((one) => (one - middle) * (one - middle)));
  const standardError = Math.sqrt(((leaveOuts - 1) / leaveOuts) * spread);
  const reach = studentQuantile(0.975, leaveOuts - 1) * standardError;
  return { value, standardError, low: value - reach, high: value + reach, bins };
}

/** Pairings with other rows that show what luck alone does; 19, so that the highest of them is passed by chance once in 20. */
export const mispairings = 19;

/** How far rows are moved in each mispairing: evenly spread, never none. */
export const shiftsFor = (count: number): number[] =>
  Array.from({ length: mispairings }, (_, k) => Math.floor(((k + 1) * count) / (mispairings + 1)));

/**
 * The largest index that inputs without any influence reach by luck: each input is paired with the outputs of other rows 19 times
 * over, and the highest index of all is the floor. One input above it is there by luck in at most 1 run of 20, however many inputs.
 * `lucks` rows on end share a draw and stay together.
 */
export function chanceIndex(
  inputs: readonly ArrayLike<number>[],
  output: ArrayLike<number>,
  lucks: number = 1,
): number {
  const values = centred(byDraw(output, lucks));
  const count = values.length;
  const bins = binsFor(count);
  const squares = sum(values.map((value) => value * value));
  let highest = 0;
  for (const input of inputs) {
    const bin = binsByRank(byDraw(input, lucks), bins);
    const counts = new Float64Array(bins);
    for (let w = 0; w < count; w++) counts[bin[w]]++;
    for (const shift of shiftsFor(count)) {
      const sums = new Float64Array(bins);
      for (let w = 0; w < count; w++) sums[bin[w]] += values[(w + shift) % count];
      highest = Math.max(highest, explained(counts, sums, squares));
    }
  }
  return partOfDraws(output, lucks) * highest;
}
