import {
  type CubicInterpolant,
  farthest,
  meanOfLine,
  nodeOf,
  normalQuadrature,
  type Quadrature,
  readLine,
} from "./cubic-interpolant.js";

/** What stakes (EUR per score point, today) make a manager do: one number for each stake, rising with it. */
export interface StakeResponses {
  /** score. */
  readonly moved: Float64Array;
  /** EUR. Cost of effort, less what the effort is worth elsewhere. */
  readonly spent: Float64Array;
  /** FTE. Effort beyond natural effort. */
  readonly effort: Float64Array;
}

/** One month of a period in which effort moves a score. */
export interface ProgrammeMonth {
  /** score. SD of the luck between this month's choice and the next (in the last month: the close). */
  readonly luck: number;
  /** factor. What is left today of a value that comes a month later. */
  readonly keep: number;
  /** Best effort at each stake; net cost and score must agree: d spent = stake · d moved. */
  readonly answer: (stakes: Float64Array) => StakeResponses;
}

/** A manager's choice of effort over a period whose score pays at its close. */
export interface Programme {
  readonly months: readonly ProgrammeMonth[];
  /** EUR at the close, and EUR per score point: expected when the score is normal with this mean and SD. */
  readonly reward: (mean: number, sd: number) => { readonly pay: number; readonly slope: number };
  /** score. The payout is straight below `low` and above `high`. */
  readonly low: number;
  readonly high: number;
}

/** Best play of one month, by the score that no further effort leads to. */
export interface SolvedMonth {
  readonly month: ProgrammeMonth;
  /** Luck of the month, for means over it. */
  readonly quadrature: Quadrature;
  /** EUR. Value once this month's effort is made, by the score it leads to. */
  readonly after: CubicInterpolant;
  /** EUR. Value before the choice; its slope is the stake. */
  readonly value: CubicInterpolant;
  /** score and FTE, at the nodes of `value`. */
  readonly moved: Float64Array;
  readonly effort: Float64Array;
}

/** Steps of the grid to one SD of the luck still to come, unless said otherwise: values to about 1e-6 of the reward. */
export const usualFineness = 16;
/** Stakes in a month's table of answers. */
const tableSize = 512;

/**
 * Best play by backward induction. In each month the value of the next is averaged over luck (trapezoid rule), and effort is
 * found from its first-order condition on the whole grid at once, the best of several solutions where there are several (the
 * endogenous grid of Carroll 2006 with an upper envelope).
 */
export function solveProgramme(programme: Programme, fineness = usualFineness): readonly SolvedMonth[] {
  const { months, low, high } = programme;
  const solved: SolvedMonth[] = [];
  let ahead = 0;
  let reach = 0;
  for (let t = months.length - 1; t >= 0; t--) {
    const month = months[t];
    const next = solved[0];
    const quadrature = quadratureOf(month.luck, ahead, fineness);
    ahead = Math.sqrt(ahead * ahead + month.luck * month.luck);
    const step = ahead / fineness;
    const margin = farthest * ahead + reach;
    const count = Math.ceil((high - low + 2 * margin) / step) + 1;
    const after = valueAfter(programme, month, next, quadrature, low - margin, step, count);
    const table = tableOf(month, after.slope);
    const best = chooseBest(after, table);
    reach += table.farthest;
    solved.unshift({ month, quadrature, after, ...best });
  }
  return solved;
}

/** Steps fine enough for the luck itself and for how quickly the next month's value can bend. */
function quadratureOf(luck: number, ahead: number, fineness: number): Quadrature {
  if (luck === 0) return { place: Float64Array.of(0), weight: Float64Array.of(1) };
  const widest = ahead === 0 ? 1 : Math.min(1, ahead / luck);
  return normalQuadrature((4 / fineness) * widest);
}

/** Value after a month's choice: next month's value, or the reward in the last, averaged over luck and discounted. */
function valueAfter(
  { reward }: Programme,
  { luck, keep }: ProgrammeMonth,
  next: SolvedMonth | undefined,
  quadrature: Quadrature,
  from: number,
  step: number,
  count: number,
): CubicInterpolant {
  const line = { from, step, value: new Float64Array(count), slope: new Float64Array(count) };
  const out = new Float64Array(2);
  for (let k = 0; k < count; k++) {
    const x = nodeOf(line, k);
    if (next !== undefined) meanOfLine(next.value, x, luck, quadrature, out);
    else {
      const { pay, slope } = reward(x, luck);
      out[0] = pay;
      out[1] = slope;
    }
    line.value[k] = keep * out[0];
    line.slope[k] = keep * out[1];
  }
  return line;
}

/** Answers on an even grid of stakes. */
interface Table extends StakeResponses {
  readonly from: number;
  readonly step: number;
  /** score. Largest move. */
  readonly farthest: number;
}

function tableOf(month: ProgrammeMonth, slopes: Float64Array): Table {
  let least = slopes[0];
  let most = slopes[0];
  for (const one of slopes) {
    least = Math.min(least, one);
    most = Math.max(most, one);
  }
  const step = Math.max(most - least, 1e-9 * (1 + Math.abs(most))) / (tableSize - 1);
  const answers = month.answer(Float64Array.from({ length: tableSize }, (_, k) => least + k * step));
  const farthest = answers.moved.reduce((top, one) => Math.max(top, Math.abs(one)), 0);
  return { ...answers, from: least, step, farthest };
}

/** Answer to one stake into `out`: moved, spent, effort. Scores and effort are straight between stakes, cost follows from them. */
function answerTo({ from, step, moved, spent, effort }: Table, stake: number, out: Float64Array): void {
  const k = Math.max(0, Math.min(moved.length - 2, Math.trunc((stake - from) / step)));
  const at = from + k * step;
  const rise = (moved[k + 1] - moved[k]) / step;
  out[0] = moved[k] + rise * (stake - at);
  out[1] = spent[k] + 0.5 * rise * (stake * stake - at * at);
  out[2] = effort[k] + ((effort[k + 1] - effort[k]) / step) * (stake - at);
}

/** Best choice on a grid of scores before the choice, wider than that after it by the largest move. */
function chooseBest(after: CubicInterpolant, table: Table): Omit<SolvedMonth, "month" | "quadrature" | "after"> {
  const { step } = after;
  const wider = Math.ceil(table.farthest / step);
  const count = after.value.length + 2 * wider;
  const from = after.from - wider * step;
  const value = { from, step, value: new Float64Array(count).fill(-Infinity), slope: new Float64Array(count) };
  const moved = new Float64Array(count);
  const effort = new Float64Array(count);
  const read = new Float64Array(2);
  const answer = new Float64Array(3);
  const offer = (i: number, x: number): void => {
    readLine(after, x, read);
    answerTo(table, read[1], answer);
    const worth = read[0] - answer[1];
    if (worth <= value.value[i]) return;
    value.value[i] = worth;
    value.slope[i] = read[1];
    moved[i] = answer[0];
    effort[i] = answer[2];
  };
  const before = after.slope.map((stake, k) => {
    answerTo(table, stake, answer);
    return nodeOf(after, k) - answer[0];
  });
  for (let k = 0; k + 1 < before.length; k++) {
    const [a, b] = [before[k], before[k + 1]];
    const first = Math.max(0, Math.ceil((Math.min(a, b) - from) / step - 1e-9));
    const last = Math.min(count - 1, Math.floor((Math.max(a, b) - from) / step + 1e-9));
    for (let i = first; i <= last; i++) offer(i, scoreFor(after, table, k, a, b, from + i * step));
  }
  // Beyond the grid the value after the choice is straight, and effort there what it is at the edge.
  const end = before.length - 1;
  for (let i = 0; i < count; i++) {
    const score = from + i * step;
    if (score <= before[0]) offer(i, score + nodeOf(after, 0) - before[0]);
    if (score >= before[end]) offer(i, score + nodeOf(after, end) - before[end]);
  }
  return { value, moved, effort };
}

/** Score after the choice, within one step of the grid, that the first-order condition asks for: regula falsi (Illinois). */
function scoreFor(
  after: CubicInterpolant,
  table: Table,
  k: number,
  before: number,
  next: number,
  wanted: number,
): number {
  const read = new Float64Array(2);
  const answer = new Float64Array(3);
  let left = nodeOf(after, k);
  let right = left + after.step;
  let gapLeft = before - wanted;
  let gapRight = next - wanted;
  if (gapLeft * gapRight >= 0) return Math.abs(gapLeft) <= Math.abs(gapRight) ? left : right;
  let x = left;
  for (let step = 0; step < 60; step++) {
    x = (left * gapRight - right * gapLeft) / (gapRight - gapLeft);
    readLine(after, x, read);
    answerTo(table, read[1], answer);
    const gap = x - answer[0] - wanted;
    if (Math.abs(gap) <= 1e-10 * after.step) break;
    if (gap * gapRight < 0) {
      left = right;
      gapLeft = gapRight;
    } else gapLeft *= 0.5;
    right = x;
    gapRight = gap;
  }
  return x;
}
