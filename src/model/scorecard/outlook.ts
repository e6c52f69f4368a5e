import { exp, wholePower } from "../../foundation/exponential.js";
import type { Gradient, Measure, MeasureWorld } from "../measures/measure.js";
import type { WorldColumns } from "../part.js";
import { keepMonth } from "../people/patience.js";
import { channels, type ImpulseWorld, impulses, sequences, stateNames, states } from "./impulses.js";
import { at } from "./outlook-row.js";

export { at };

export type OutlookWorld = ImpulseWorld &
  MeasureWorld &
  WorldColumns<"marketLuck" | "accountLuck" | "orderLuck" | "impatience" | "quits" | "foresight" | "rebase">;

/** How far a measure's attainment can still be moved, by world and by situation in the period. */
export interface Outlook {
  /** Row of each month of the horizon. */
  readonly rowOf: Int32Array;
  /** [row][world][offset]. */
  readonly table: Float64Array;
  /** Samples in the period that contains each month. */
  readonly samples: Int32Array;
  /** Whether the measure answers to the accounts at all, or only to activity. */
  readonly followsAccounts: boolean;
}

/** Months of foresight beyond the horizon that responses are followed for. */
export const beyond = 62;

/** Start, end and length of the period a month belongs to; the horizon closes the last one early. */
export function periodAt(
  month: number,
  period: number,
  months: number,
): { readonly start: number; readonly end: number } {
  const start = month - (month % period);
  return { start, end: Math.min(start + period, months) };
}

export interface Question {
  readonly measure: Measure;
  readonly period: number;
  readonly cadence: number;
  readonly noise: number;
  readonly isRebased: boolean;
}

const isSampled = (measure: Measure, month: number, end: number, cadence: number): boolean =>
  measure.sampling === "monthly" || (measure.sampling === "close" ? month === end - 1 : (month + 1) % cadence === 0);

interface Situation {
  readonly left: number;
  readonly length: number;
  readonly month: number;
  readonly end: number;
}

/** Builds the outlooks of several measures for a batch; impulses are worked out once per world. */
export function buildOutlooks(
  questions: readonly Question[],
  world: OutlookWorld,
  worlds: number,
  months: number,
  accounts: number,
): Outlook[] {
  const span = months + beyond + 1;
  const scratch = new Float64Array(sequences * states * span);
  const plans = questions.map((question) => planOf(question, months));
  const outlooks = plans.map(({ rowOf, samples, situations }, k) => ({
    rowOf,
    samples,
    table: new Float64Array(situations.length * worlds * at.size),
    followsAccounts: Object.keys(questions[k].measure.gradient(world, 0, questions[k].period)).length > 0,
  }));
  for (let w = 0; w < worlds; w++) {
    impulses(world, w, span, scratch);
    for (let k = 0; k < questions.length; k++) {
      const answers = responsesOf(questions[k], world, w, scratch, span);
      const { situations, samples } = plans[k];
      for (let row = 0; row < situations.length; row++) {
        const situation = situations[row];
        const filling = {
          question: questions[k],
          situation,
          samples: samples[situation.month],
          answers,
          world,
          w,
          accounts,
        };
        fillRow(outlooks[k].table, (row * worlds + w) * at.size, filling);
      }
    }
  }
  return outlooks;
}

function planOf(question: Question, months: number) {
  const { measure, period, cadence } = question;
  const rowOf = new Int32Array(months);
  const samples = new Int32Array(months);
  const situations: Situation[] = [];
  const known = new Map<string, number>();
  for (let month = 0; month < months; month++) {
    const { start, end } = periodAt(month, period, months);
    for (let m = start; m < end; m++) if (isSampled(measure, m, end, cadence)) samples[month] += 1;
    const phase = measure.sampling === "survey" ? (month + 1) % cadence : 0;
    const key = `${end - month} ${end - start} ${phase}`;
    if (!known.has(key)) {
      known.set(key, situations.length);
      situations.push({ left: end - month, length: end - start, month, end });
    }
    rowOf[month] = known.get(key) as number;
  }
  return { rowOf, samples, situations };
}

/** Response of one sample to each sequence, by month from now. */
function responsesOf(
  question: Question,
  world: OutlookWorld,
  w: number,
  scratch: Float64Array,
  span: number,
): Float64Array {
  const gradient: Gradient = question.measure.gradient(world, w, question.period);
  const late = isStart(question.measure) ? 0 : 1;
  const out = new Float64Array(sequences * (span - 1));
  for (let s = 0; s < sequences; s++) {
    for (let c = 0; c < states; c++) {
      const per = gradient[stateNames[c]] ?? 0;
      if (per === 0) continue;
      const from = (s * states + c) * span + late;
      for (let q = 0; q < span - 1; q++) out[s * (span - 1) + q] += per * scratch[from + q];
    }
  }
  return out;
}

/** Flows answer to the states at the start of the month, readings to those after it. */
const isStart = (measure: Measure): boolean => measure.sees === "start";

interface Filling {
  readonly question: Question;
  readonly situation: Situation;
  readonly samples: number;
  readonly answers: Float64Array;
  readonly world: OutlookWorld;
  readonly w: number;
  readonly accounts: number;
}

function fillRow(table: Float64Array, row: number, filling: Filling): void {
  const { question, situation, samples, answers, world, w } = filling;
  if (samples === 0) return;
  const { measure, period, cadence } = question;
  const { left, month, end } = situation;
  const span = answers.length / sequences;
  const growth = measure.growth(world, w);
  const late = isStart(measure) ? 0 : 1;
  let rest = 0;
  for (let q = 0; q < left; q++) {
    if (!isSampled(measure, month + q, end, cadence)) continue;
    rest += 1;
    table[row + at.level] += (1 + growth * (q + late)) / samples;
    for (let s = 0; s < 5; s++) table[row + at.state + s] += answers[(channels + s) * span + q] / samples;
  }
  for (let s = 0; s < 5; s++) {
    if (!measure.inLevel.includes(stateNames[s])) continue;
    table[row + at.state + s] -= ((measure.gradient(world, w, period)[stateNames[s]] ?? 0) * rest) / samples;
  }
  table[row + at.rest] = rest / samples;
  table[row + at.month] = measure.sampling === "monthly" ? 1 / samples : 0;
  fillChannels(table, row, filling);
  fillVariance(table, row, filling, rest);
}

function fillChannels(
  table: Float64Array,
  row: number,
  { question, situation, samples, answers, world, w }: Filling,
): void {
  const { measure, period, cadence, isRebased } = question;
  const { left, month, end } = situation;
  const span = answers.length / sequences;
  const d = wholePower(keepMonth(world.impatience[w], world.quits[w]), period);
  const ell = world.rebase[w];
  const nu = world.foresight[w];
  // nothing is built into the next target: as if it were not rebased
  const isRatcheted = isRebased && ell > 0;
  const ratchet = isRatcheted ? 1 - (nu * d * ell) / (1 - d * (1 - ell)) : 1;
  const laterRatchet = isRatcheted ? (1 - d) / (1 - d * (1 - ell)) : 1;
  for (let c = 0; c < channels; c++) {
    let sum = 0;
    let now = 0;
    let held = 0;
    for (let q = 0; q < left; q++) {
      sum += answers[c * span + q];
      if (!isSampled(measure, month + q, end, cadence)) continue;
      now += answers[c * span + q];
      held += sum;
    }
    let later = 0;
    let weight = d;
    for (let close = end + period; close - month <= span; close += period) {
      let part = 0;
      for (let m = close - period; m < close; m++) {
        if (isSampled(measure, m, close, cadence)) part += answers[c * span + m - month];
      }
      later += weight * part;
      weight *= d;
    }
    table[row + at.now + c] = (ratchet * now) / samples;
    table[row + at.later + c] = (nu * laterRatchet * later) / samples;
    table[row + at.held + c] = held / samples;
  }
}

/** Variance of orders with mean 1 whose logarithm has this SD: log-normal, so exp(σ²) − 1, not σ². */
export const orderVariance = (orderLuck: number): number => exp(orderLuck * orderLuck) - 1;

/** Variance of attainment still to come. Luck of level accumulates: Σ_q q² over the months left. */
function fillVariance(table: Float64Array, row: number, filling: Filling, rest: number): void {
  const { question, situation, samples, world, w, accounts } = filling;
  const { measure, period, noise } = question;
  const n = situation.left;
  const market = world.marketLuck[w] ** 2 / 12;
  const lossSize = measure.lossSize?.(world, w) ?? 1 - world.replaced[w];
  const losses = world.churn[w] * lossSize ** 2;
  const own = (world.accountLuck[w] ** 2 + losses) / 12;
  if (measure.luck === "flow") {
    const building = ((n - 1) * n * (2 * n - 1)) / 6;
    table[row + at.market] = (market * building) / samples ** 2;
    table[row + at.accounts] = (own * building + orderVariance(world.orderLuck[w]) * n) / samples ** 2;
  } else if (measure.luck === "stock") {
    table[row + at.market] = market * n;
    table[row + at.accounts] = own * n;
  } else {
    table[row + at.reading] =
      ((measure.isNoisy ? noise ** 2 : 1) * measure.luck(world, w, accounts, period) * rest) / samples ** 2;
  }
}
