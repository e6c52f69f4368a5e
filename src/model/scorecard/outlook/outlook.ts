import { impulses, sequences, states } from "./impulses.js";
import { fillRow, sampleResponses } from "./outlook-fill.js";
import { isSampled, type OutlookWorld, periodAt, type Question } from "./outlook-question.js";
import { at } from "./outlook-row.js";
import { type SamplePlacement, samplePlacement } from "./sample-weights.js";

export { orderVariance } from "./outlook-luck.js";
export { type OutlookWorld, periodAt, type Question, setsTargets } from "./outlook-question.js";
export { at };

/** How far a measure's attainment can still be moved, by world and by situation in the period. */
export interface Outlook {
  /** Row of each month of the horizon. */
  readonly rowOf: Int32Array;
  /** [row][world][offset]. */
  readonly table: Float64Array;
  /** Samples in the period that contains each month, and in the part of it for which targets were set. */
  readonly samples: Int32Array;
  readonly samplesOfTarget: Int32Array;
  /** Whether the measure answers to the accounts at all, or only to activity. */
  readonly followsAccounts: boolean;
}

/** Months of foresight beyond the horizon that responses are followed for. */
export const beyond = 62;

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
  const outlooks = plans.map(({ rowOf, samples, samplesOfTarget, places }, k) => ({
    rowOf,
    samples,
    samplesOfTarget,
    table: new Float64Array(places.length * worlds * at.size),
    followsAccounts: Object.keys(questions[k].measure.gradient(world, 0)).length > 0,
  }));
  for (let w = 0; w < worlds; w++) {
    impulses(world, w, span, scratch);
    for (let k = 0; k < questions.length; k++) {
      const answers = sampleResponses(questions[k], world, w, scratch, span);
      const { places } = plans[k];
      for (let row = 0; row < places.length; row++) {
        const filling = {
          question: questions[k],
          place: places[row],
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
  const { measure, period, cadence, interval } = question;
  const rowOf = new Int32Array(months);
  const samples = new Int32Array(months);
  const samplesOfTarget = new Int32Array(months);
  const places: SamplePlacement[] = [];
  const known = new Map<string, number>();
  for (let month = 0; month < months; month++) {
    const { start, end } = periodAt(month, period, months);
    for (let m = start; m < end; m++) {
      if (!isSampled(question, m, end)) continue;
      samples[month] += 1;
      if (Math.floor(m / interval) === Math.floor(month / interval)) samplesOfTarget[month] += 1;
    }
    const phase = measure.sampling === "survey" ? (month + 1) % cadence : 0;
    const key = `${end - month} ${end - start} ${phase}`;
    if (!known.has(key)) {
      known.set(key, places.length);
      places.push(samplePlacement(question, { month, start, end }, samples[month]));
    }
    rowOf[month] = known.get(key) as number;
  }
  return { rowOf, samples, samplesOfTarget, places };
}
