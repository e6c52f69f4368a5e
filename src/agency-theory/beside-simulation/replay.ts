import type { CurveForm } from "../../model/curves/curve.js";
import type { Outcome } from "../../model/outcomes/outcome.js";
import type { CardState } from "../../model/scorecard/card.js";
import { type BatchInputs, type MonthObserver, outcomesFor, runTask } from "../../simulation/batch/batch.js";
import type { Task } from "../../simulation/world/program.js";

/** How far a design's simulation is from what theory supposes; means over the filled seats and months of some worlds. */
export interface Departures {
  /** share. Closes at which no more score would have paid more: below where pay begins to rise, and above where it ends; curves with a slope only. */
  readonly flatBelow: number;
  readonly flatAbove: number;
  /** factor. What a score point is worth where managers expect to close, against what it is worth on target. */
  readonly slope: number;
  /** score. Mean score at the close less target, and what managers take luck still to add or take (SD). */
  readonly distance: number;
  readonly spread: number;
  /** share. Of effort beyond natural, what is for show. */
  readonly show: number;
  /** index. Intrinsic motivation less 1. */
  readonly motive: number;
  /** share. Months that hold no more hours. */
  readonly full: number;
  /** share. Of the reward of more effort, what comes from later periods. */
  readonly later: number;
  /** factor. Effort beyond natural in the second half of periods against the first. */
  readonly late: number;
  /** share/year. Managers who leave. */
  readonly leavers: number;
}

/** One design played again in the worlds of a batch. */
export interface Replay {
  /** FTE beyond natural effort of a motivation at rest, [world][activity]: what was worked, and what of it was real. */
  readonly effort: readonly (readonly number[])[];
  readonly real: readonly (readonly number[])[];
  readonly departures: Departures;
  /** Outcomes by name, one number per world. */
  readonly outcomes: ReadonlyMap<string, Float64Array>;
}

interface Sums {
  closes: number;
  flatBelow: number;
  flatAbove: number;
  distance: number;
  months: number;
  slope: number;
  sloped: number;
  spread: number;
  show: number;
  extra: number;
  motive: number;
  full: number;
  later: number;
  gain: number;
  early: number;
  late: number;
  left: number;
}

const names = [
  ...["closes", "flatBelow", "flatAbove", "distance", "months", "slope", "sloped", "spread", "show", "extra"],
  ...["motive", "full", "later", "gain", "early", "late", "left"],
] as const;

const ratio = (part: number, whole: number, none = 0): number => (whole > 0 ? part / whole : none);

/** Plays a task and looks on: what people do, and where they stand on their curves. */
export function replay(batchInputs: BatchInputs, task: Task): Replay {
  const sums = Object.fromEntries(names.map((name) => [name, 0])) as unknown as Sums;
  const work = workOf(batchInputs);
  const outcomes = outcomesFor(batchInputs.program);
  const results = runTask(batchInputs, task, outcomes, (moment) => {
    watchSeats(sums, batchInputs, moment);
    for (const [c, card] of moment.cards.entries()) {
      watchCard(sums, batchInputs, moment, card);
      if (moment.closed[c]) watchClose(sums, card);
    }
    work.add(moment);
  });
  return {
    ...work.done(),
    departures: {
      flatBelow: ratio(sums.flatBelow, sums.closes),
      flatAbove: ratio(sums.flatAbove, sums.closes),
      slope: ratio(sums.slope, sums.sloped, 1),
      distance: ratio(sums.distance, sums.closes),
      spread: ratio(sums.spread, sums.sloped),
      show: ratio(sums.show, sums.extra),
      motive: ratio(sums.motive, sums.months),
      full: ratio(sums.full, sums.months),
      later: ratio(sums.later, sums.gain),
      late: ratio(sums.late, sums.early, 1),
      leavers: 12 * ratio(sums.left, sums.months),
    },
    outcomes: byName(outcomes, results, batchInputs.count),
  };
}

const byName = (outcomes: readonly Outcome[], results: Float64Array, count: number): Map<string, Float64Array> =>
  new Map(outcomes.map(({ name }, k) => [name, results.slice(k * count, (k + 1) * count)]));

type Moment = Parameters<MonthObserver>[0];

/** Effort, show, motivation, hours and leaving of the filled seats in one month. */
function watchSeats(sums: Sums, { program }: BatchInputs, { lanes, cards, world, month }: Moment): void {
  const { lanes: count, effort, natural, genuine } = lanes;
  const period = cards[0]?.plan.period ?? program.months;
  const isEarly = month % period < period / 2;
  for (let i = 0; i < count; i++) {
    if (lanes.vacancy[i] > 0) continue;
    let total = 0;
    for (const [j] of program.activities.entries()) {
      const a = j * count + i;
      const extra = Math.max(0, effort[a] - natural[a]);
      total += effort[a];
      sums.extra += extra;
      sums.show += (1 - genuine[a]) * extra;
      if (isEarly) sums.early += extra;
      else sums.late += extra;
    }
    sums.months += 1;
    sums.motive += lanes.motive[i] - 1;
    if (total > world.hours[lanes.world[i]] - 1e-9) sums.full += 1;
    sums.left += lanes.left[i];
  }
}

/** Where one card's managers stand on its curve, and what of their reward lies in later periods. */
function watchCard(sums: Sums, { program }: BatchInputs, { lanes, cards }: Moment, card: CardState): void {
  const { lanes: count, gain } = lanes;
  const share = card.plan.isTeam ? 1 / lanes.managers : 1;
  for (let i = 0; i < count; i++) {
    if (lanes.vacancy[i] > 0 || !(card.laterStake[i] > 0)) continue;
    sums.sloped += 1;
    sums.slope += (share * card.stake[i]) / card.laterStake[i];
    sums.spread += card.spread[i];
    for (const [j, { room }] of program.activities.entries()) {
      const a = j * count + i;
      sums.later += room * card.resultsLater[a] * card.laterStake[i];
      if (card === cards[0]) sums.gain += room * gain[a];
    }
  }
}

/** Scores of one card at a close, and whether its curves are flat there. */
function watchClose(sums: Sums, { rewards, score }: CardState): void {
  const forms = rewards.flatMap(({ plan: { form } }) => (form !== undefined && rises(form) ? [form] : []));
  if (forms.length === 0) return;
  for (const one of score) {
    sums.closes += 1;
    sums.distance += one - 1;
    const slope = forms.reduce(
      (all, { rate, kinkAt, kink }) =>
        all + rate + kink.reduce((part, bend, k) => part + (one > kinkAt[k] ? bend : 0), 0),
      0,
    );
    if (Math.abs(slope) > 1e-9) continue;
    if (one < 1) sums.flatBelow += 1;
    else sums.flatAbove += 1;
  }
}

/** Whether a curve has a slope anywhere: steps and ranks have none, and it says nothing that they are flat at a score. */
const rises = ({ winners, rate, kink }: CurveForm): boolean =>
  winners === 0 && (Math.abs(rate) > 1e-9 || kink.some((one) => Math.abs(one) > 1e-9));

/** Mean effort and real work of filled seats beyond natural effort at rest, by world and activity. */
function workOf({ program, count }: BatchInputs): {
  add: (moment: Moment) => void;
  done: () => Pick<Replay, "effort" | "real">;
} {
  const empty = (): number[][] => Array.from({ length: count }, () => program.activities.map(() => 0));
  const [effort, real, filled] = [empty(), empty(), new Float64Array(count)];
  return {
    add({ lanes }) {
      for (let i = 0; i < lanes.lanes; i++) {
        if (lanes.vacancy[i] > 0) continue;
        const w = lanes.world[i];
        filled[w] += 1;
        for (const [j, { normal, exSales }] of program.activities.entries()) {
          const a = j * lanes.lanes + i;
          const rest = normal * (lanes.exSales[i] === 1 ? exSales : 1);
          effort[w][j] += lanes.effort[a] - lanes.natural[a];
          real[w][j] += lanes.real[a] / lanes.theta[i] - rest;
        }
      }
    },
    done: () => {
      const mean = (rows: number[][]): number[][] => rows.map((row, w) => row.map((one) => ratio(one, filled[w])));
      return { effort: mean(effort), real: mean(real) };
    },
  };
}
