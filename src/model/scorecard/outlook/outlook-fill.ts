import { wholePower } from "../../../foundation/maths/exponential.js";
import type { Gradient } from "../../measures/measure.js";
import { keepMonth } from "../../people/patience.js";
import { channels, sequences, stateNames, states } from "./impulses.js";
import { fillVariance } from "./outlook-luck.js";
import { isSampled, lateOf, type OutlookWorld, type Question } from "./outlook-question.js";
import { at, stateOffsets } from "./outlook-row.js";
import { builtIn, type Counting, countingOf, type Filling } from "./sample-weights.js";

/** Response of one sample to each sequence, by month from now. */
export function sampleResponses(
  question: Question,
  world: OutlookWorld,
  w: number,
  scratch: Float64Array,
  span: number,
): Float64Array {
  const gradient: Gradient = question.measure.gradient(world, w);
  const late = lateOf(question.measure);
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

export function fillRow(table: Float64Array, row: number, filling: Filling): void {
  const { place, question, world, w } = filling;
  if (place.samples === 0) return;
  const counting = countingOf(place, question, world, w);
  fillLevel(table, row, filling, counting);
  fillStates(table, row, filling, counting);
  fillChannels(table, row, filling, counting);
  fillVariance(table, row, filling, counting);
}

/** Samples still to come at the expected level, against the targets then in force. */
function fillLevel(
  table: Float64Array,
  row: number,
  { question, place, world, w }: Filling,
  { counts, rest, anchor, read, grown }: Counting,
): void {
  const { samples, isTaken, interval, first } = place;
  const { measure } = question;
  const late = lateOf(measure);
  const growth = measure.growth(world, w);
  const between = (measure.renewal ?? measure.growth)(world, w);
  for (let q = 0; q < counts.length; q++) {
    if (!isTaken[q]) continue;
    const k = interval[q];
    if (k === 0) table[row + at.level] += (counts[q] * (1 + growth * (q + late))) / samples;
    else {
      const level = 1 + between * first[k] + growth * (q + late - first[k]);
      table[row + at.renewed] += (counts[q] * level) / wholePower(grown, k) / samples;
    }
  }
  table[row + at.rest] = rest / samples;
  table[row + at.month] = measure.sampling === "monthly" ? 1 / samples : 0;
  table[row + at.anchor] = anchor;
  table[row + at.less] = (1 - read) / samples;
}

/** Effect of the accounts' present states; of those already in the level only the change. */
function fillStates(
  table: Float64Array,
  row: number,
  { question, place, answers, world, w }: Filling,
  { counts, rest }: Counting,
): void {
  const { samples, isTaken } = place;
  const { measure } = question;
  const span = answers.length / sequences;
  const gradient = measure.gradient(world, w);
  for (let s = 0; s < stateOffsets.length; s++) {
    const from = (channels + s) * span;
    let sum = 0;
    for (let q = 0; q < counts.length; q++) if (isTaken[q]) sum += (counts[q] * answers[from + q]) / samples;
    const isIn = measure.inLevel.includes(stateNames[s]);
    table[row + stateOffsets[s]] = isIn ? sum - ((gradient[stateNames[s]] ?? 0) * rest) / samples : sum;
  }
}

function fillChannels(
  table: Float64Array,
  row: number,
  { question, place, answers, world, w }: Filling,
  { counts, later: counted }: Counting,
): void {
  const { samples, isTaken } = place;
  const { period, isRebased } = question;
  const { month, end } = place.situation;
  const span = answers.length / sequences;
  const d = wholePower(keepMonth(world.impatience[w], world.quits[w]), period);
  const ell = builtIn(world.rebase[w], question);
  const nu = world.foresight[w];
  // nothing is built into the next target: as if it were not rebased
  const isRatcheted = isRebased && ell > 0;
  const ratchet = isRatcheted ? 1 - (nu * d * ell) / (1 - d * (1 - ell)) : 1;
  const laterRatchet = isRatcheted ? (1 - d) / (1 - d * (1 - ell)) : 1;
  for (let c = 0; c < channels; c++) {
    let sum = 0;
    let now = 0;
    let held = 0;
    for (let q = 0; q < counts.length; q++) {
      sum += answers[c * span + q];
      if (!isTaken[q]) continue;
      now += counts[q] * answers[c * span + q];
      held += counts[q] * sum;
    }
    let later = 0;
    let weight = d;
    for (let close = end + period; close - month <= span; close += period) {
      let part = 0;
      for (let m = close - period; m < close; m++) {
        if (isSampled(question, m, close)) part += counted[m - close + period] * answers[c * span + m - month];
      }
      later += weight * part;
      weight *= d;
    }
    table[row + at.now + c] = (ratchet * now) / samples;
    table[row + at.later + c] = (nu * laterRatchet * later) / samples;
    table[row + at.held + c] = held / samples;
  }
}
