import { dot, type Quadratic, timesMatrix } from "./quadratic.js";
import { solve } from "./theory.js";

/** The share of its size that is added to each rate's own bend: measures that repeat each other then share the rate evenly. */
const tie = 1e-10;
/** Most steps of the search for the price of an hour; it is piecewise straight, so that few are needed. */
const mostSteps = 60;
/** Relative distance from the hours at which the search ends. */
const precise = 1e-12;

/** The factor on these rates at which surplus is highest within the hours; 0 where more of them only loses. */
export function bestScale({ gain, bend, effort, room }: Quadratic, rates: readonly number[]): number {
  const size = dot(rates, timesMatrix(bend, rates));
  const asked = dot(effort, rates);
  if (!(size > 0)) return 0;
  return Math.max(0, Math.min(dot(gain, rates) / size, asked > 0 ? room / asked : Number.POSITIVE_INFINITY));
}

/** The rates of highest surplus within the hours, of either sign; zero for a measure that nothing moves and nothing blurs. */
export function bestRates(quadratic: Quadratic): number[] {
  const { gain, effort, room } = quadratic;
  const among = movable(quadratic);
  const rates = solveAmong(quadratic, gain, among);
  const excess = dot(effort, rates) - room;
  if (excess <= 0) return rates;
  const perHour = solveAmong(quadratic, effort, among);
  const price = excess / dot(effort, perHour);
  return rates.map((one, k) => one - price * perHour[k]);
}

/** The same with no rate below zero: rates at a price of an hour by active sets, the price by Newton's steps within a bracket. */
export function bestRatesAboveZero(quadratic: Quadratic): number[] {
  const { gain, effort, room } = quadratic;
  const at = (price: number): number[] =>
    aboveZero(
      quadratic,
      gain.map((one, k) => one - price * effort[k]),
    );
  let low = 0;
  let high = Math.max(0, ...gain.map((one, k) => (effort[k] > 0 ? one / effort[k] : 0)));
  let price = 0;
  let held = at(high);
  for (let step = 0; step < mostSteps; step++) {
    const rates = at(price);
    const excess = dot(effort, rates) - room;
    if (excess <= 0) held = rates;
    if (excess <= 0 && (price === 0 || excess >= -precise * room)) return rates;
    if (excess > 0) low = price;
    else high = price;
    const among = [...rates.keys()].filter((k) => rates[k] > 0);
    const falls = dot(effort, solveAmong(quadratic, effort, among));
    // Aims a hair inside the hours, so that the last step does not end outside by a bit.
    const next = price + (excess + 0.5 * precise * room) / falls;
    price = falls > 0 && next > low && next < high ? next : (low + high) / 2;
  }
  return held;
}

const movable = ({ gain, bend }: Quadratic): number[] => gain.map((_, k) => k).filter((k) => bend[k][k] > 0);

/** max gain·b − b·bend·b/2 with b ≥ 0 (Lawson & Hanson 1974, chapter 23). */
function aboveZero(quadratic: Quadratic, gain: readonly number[]): number[] {
  const { bend } = quadratic;
  const open = new Set(movable(quadratic));
  const size = bend.map((row, k) => Math.sqrt(row[k]));
  const least = 1e-11 * Math.max(...[...open].map((k) => Math.abs(gain[k]) / size[k]), 0);
  let rates = gain.map(() => 0);
  let active: number[] = [];
  while (open.size > active.length) {
    const slope = timesMatrix(bend, rates).map((one, k) => (gain[k] - one) / size[k]);
    const rising = [...open].filter((k) => !active.includes(k) && slope[k] > least);
    if (rising.length === 0) break;
    const next = rising.reduce((best, k) => (slope[k] > slope[best] ? k : best));
    ({ rates, active } = stepWithin(quadratic, gain, [...active, next], rates));
    // A measure that falls out at once repeats others; it would come back for ever.
    if (!active.includes(next)) open.delete(next);
  }
  return rates;
}

/** Goes to the best rates of an active set, dropping those that would fall below zero on the way. */
function stepWithin(
  quadratic: Quadratic,
  gain: readonly number[],
  from: readonly number[],
  start: readonly number[],
): { readonly rates: number[]; readonly active: number[] } {
  let active = [...from];
  let rates = [...start];
  for (;;) {
    const wanted = solveAmong(quadratic, gain, active);
    const falling = active.filter((k) => wanted[k] <= 0);
    if (falling.length === 0) return { rates: wanted, active };
    const reaches = falling.map((k) => (rates[k] > 0 ? rates[k] / (rates[k] - wanted[k]) : 0));
    const reach = Math.min(...reaches);
    const gone = falling.filter((_, n) => reaches[n] === reach);
    rates = rates.map((one, k) => (gone.includes(k) ? 0 : one + reach * (wanted[k] - one)));
    active = active.filter((k) => !gone.includes(k));
  }
}

/** Solves bend·b = right among some of the rates, each in units of its own bend so that large and small ones are treated alike. */
function solveAmong({ bend }: Quadratic, right: readonly number[], among: readonly number[]): number[] {
  const rates = right.map(() => 0);
  if (among.length === 0) return rates;
  const size = among.map((k) => Math.sqrt(bend[k][k]));
  const system = among.map((k, n) => among.map((l, m) => bend[k][l] / (size[n] * size[m]) + (n === m ? tie : 0)));
  const found = solve(
    system,
    among.map((k, n) => right[k] / size[n]),
  );
  for (const [n, k] of among.entries()) rates[k] = found[n] / size[n];
  return rates;
}
