import { numberOfName } from "../foundation/maths/name-number.js";
import { fillUniforms } from "../foundation/maths/random.js";
import { type Interval, quantiles } from "../foundation/maths/summary.js";

/** How people are drawn again. */
export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
  /** share. Of intervals, such as 0.95. */
  readonly confidence: number;
}

/** people. Fewer say too little about others like them. */
export const fewestPeople = 5;

/**
 * Percentile intervals of some statistics of people, who are drawn again with replacement, as many as there are (Efron 1979). `statistics`
 * is given how often each person was drawn; `group` tells sets of people apart whose draws are to differ. The same people and group draw
 * alike for every plan, so that differences are paired. Undefined for fewer than five people. Draws from the stream numbered by the words
 * "backtest resampling". With few people too narrow: ten cover about 90 % where 95 % is asked.
 */
export function resampled(
  people: number,
  { resamples, seed, confidence }: Resampling,
  group: string,
  statistics: (times: Float64Array) => readonly number[],
): readonly Interval[] | undefined {
  if (people < fewestPeople) return undefined;
  const times = new Float64Array(people);
  const uniforms = new Float64Array(people);
  const count = statistics(times.fill(1)).length;
  const draws = Array.from({ length: count }, () => new Float64Array(resamples));
  for (let draw = 0; draw < resamples; draw++) {
    fillUniforms(uniforms, 0, 1, people, seed, numberOfName("backtest resampling"), draw, numberOfName(group), 0);
    times.fill(0);
    for (let k = 0; k < people; k++) times[Math.floor(uniforms[k] * people)] += 1;
    const found = statistics(times);
    for (let k = 0; k < count; k++) draws[k][draw] = found[k];
  }
  const tail = (1 - confidence) / 2;
  return draws.map((one) => {
    const [low, high] = quantiles(one, [tail, 1 - tail]);
    return { low, high };
  });
}

/** Intervals of the sums of columns that have a number a person. */
export const resampledSums = (
  columns: readonly ArrayLike<number>[],
  resampling: Resampling,
  group: string,
): readonly Interval[] | undefined =>
  resampled(columns[0].length, resampling, group, (times) => columns.map((column) => weighted(column, times)));

/** Intervals of means. */
export const resampledMeans = (
  columns: readonly ArrayLike<number>[],
  resampling: Resampling,
  group: string,
): readonly Interval[] | undefined =>
  resampledSums(columns, resampling, group)?.map(({ low, high }) => ({
    low: low / columns[0].length,
    high: high / columns[0].length,
  }));

function weighted(column: ArrayLike<number>, times: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < times.length; k++) sum += times[k] * column[k];
  return sum;
}
