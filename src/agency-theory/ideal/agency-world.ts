import { scaleOf } from "../../model/activities/activity.js";
import type { Lanes } from "../../model/frame/lanes.js";
import { lookAhead } from "../../model/responses/look-ahead.js";
import type { CardState, SlotPlan } from "../../model/scorecard/card.js";
import { heldAt } from "../../model/scorecard/card-readings.js";
import { leastSpread } from "../../model/scorecard/forecast.js";
import { teamMean } from "../../model/scorecard/team.js";
import type { Checked } from "../../scenario/schema/schema.js";
import { DesignSimulation } from "../../simulation/batch/design-simulation.js";
import { slotPlan } from "../../simulation/compile.js";
import { type BatchInputs, drawBatch } from "../../simulation/world/batch-inputs.js";
import type { DesignPlan, Program } from "../../simulation/world/program.js";
import type { Worlds } from "../../simulation/world/worlds.js";
import { type NoiseParts, noiseOf } from "./noise.js";

/**
 * One plausible world as a case of agency theory, for a whole performance period of N months and effort held steady over it. Effort is in
 * FTE beyond natural, scores in points, money in EUR of that period per KAM; numbers of managers are means over the team.
 */
export interface AgencyWorld {
  /** months. Length of the period. */
  readonly months: number;
  /** EUR/FTE. What work on each activity is worth to the firm at normal activity. */
  readonly value: readonly number[];
  /** EUR/FTE², by activity. How fast that worth falls with more of it. */
  readonly bend: readonly number[];
  /** EUR/FTE². Cost of effort, activity by activity. */
  readonly cost: readonly (readonly number[])[];
  /** score/FTE. How effort moves each measure at the close, measure by activity: altogether, and through the measure's own reading. */
  readonly loads: readonly (readonly number[])[];
  readonly own: readonly (readonly number[])[];
  /** score². Covariance of the measures at the close. */
  readonly noise: readonly (readonly number[])[];
  /** 1/EUR. Absolute risk aversion: relative aversion over salary. */
  readonly riskAversion: number;
  /** factor. What a EUR at the close counts when effort is chosen: mean over the period's months. */
  readonly felt: number;
  /** share. Of effort that a measure's own reading calls for, what is for show. */
  readonly hollow: number;
  /** FTE. Natural effort by activity, the least on each, the most on all together. */
  readonly natural: readonly number[];
  readonly least: number;
  readonly hours: number;
  /** EUR/year. Base salary. */
  readonly salary: number;
}

/** The first month of a design in the worlds of a batch. */
export interface FirstMonth {
  readonly lanes: Lanes;
  readonly cards: readonly CardState[];
}

/** Lets managers of one design look ahead in the first month. */
export function simulateFirstMonth(batchInputs: BatchInputs, design: number, scale = 1, shift = 0): FirstMonth {
  const play = new DesignSimulation(batchInputs, { design, response: lookAhead.name, scale, shift });
  play.month(0);
  return play;
}

/** A measure alone on a card that pays nothing: it shows how effort and luck move the measure. */
const probe = (slot: SlotPlan, period: number): DesignPlan => ({
  name: slot.measure.name,
  title: slot.measure.name,
  cards: [
    {
      period,
      interval: period,
      slots: [slot],
      rewards: [],
      isTeam: false,
      isTightened: false,
      judged: slot.measure.judged ? 1 : 0,
    },
  ],
  fixed: [],
  monitoring: 0,
  role: "design",
});

/** The first worlds of a program as agency cases, for measures by name and a period in months, and what was drawn in them. */
export function agencyWorlds(
  program: Program,
  checked: Checked,
  names: readonly string[],
  period: number,
  worlds: number,
): { readonly worlds: readonly AgencyWorld[]; readonly draws: Worlds } {
  const slots = names.map((name) => slotPlan(name, 1, checked));
  const batchInputs = drawBatch({ ...program, designs: slots.map((slot) => probe(slot, period)) }, 0, worlds);
  const months = Math.min(period, program.months);
  const seen = slots.map((_, k) => simulateFirstMonth(batchInputs, k));
  const each = <T>(of: (w: number) => T): T[] => Array.from({ length: worlds }, (_, w) => of(w));
  const cases = each((w) => ({
    months,
    ...worthOf(batchInputs, seen[0].lanes, w, months),
    cost: costOf(batchInputs, w, months),
    loads: seen.map(({ lanes, cards }) => byActivity(lanes, cards[0].effect, w)),
    own: seen.map(({ cards: [{ readings }] }) =>
      program.activities.map((_, j) => readings.table[heldAt(readings, 0) + j * worlds + w]),
    ),
    noise: noiseOf(
      slots.map((slot, k) => partsOf(slot, seen[k], batchInputs, w, months)),
      { months, permanent: batchInputs.worlds.permanentShare[w], monthly: batchInputs.worlds.transitoryMonth[w] },
      program.managers,
    ),
    riskAversion: batchInputs.worlds.riskAversion[w] / batchInputs.worlds.salary[w],
    felt: feltOf(batchInputs, w, months),
    hollow: batchInputs.worlds.hollow[w],
    natural: byActivity(seen[0].lanes, seen[0].lanes.natural, w),
    least: batchInputs.worlds.leastEffort[w],
    hours: batchInputs.worlds.hours[w],
    salary: batchInputs.worlds.salary[w],
  }));
  return { worlds: cases, draws: batchInputs.worlds };
}

/** Mean over the team of a column by activity and lane. */
const byActivity = ({ lanes, managers, activities }: Lanes, column: Float64Array, w: number): number[] =>
  Array.from({ length: activities }, (_, j) =>
    teamMean(column.subarray(j * lanes, (j + 1) * lanes), w * managers, managers),
  );

/** EUR per FTE held over the period: the planner's value of work, mean over the months of the horizon, and its bend at normal activity. */
function worthOf(
  { program, worlds, values, count }: BatchInputs,
  { theta, flow, managers }: Lanes,
  w: number,
  months: number,
): Pick<AgencyWorld, "value" | "bend"> {
  let total = 0;
  const channel = [0, 0, 0];
  for (let month = 0, weight = 1; month < program.months; month++, weight *= worlds.firmMonth[w]) {
    total += weight;
    for (let c = 0; c < 3; c++) channel[c] += weight * values.channel[month][c * count + w];
  }
  const [toR, toQ, toPush] = channel.map((one) => one / total);
  const lane = w * managers;
  const able = teamMean(
    theta.map((one, i) => one * flow[i]),
    lane,
    managers,
  );
  const steep = teamMean(
    theta.map((one, i) => one * one * flow[i]),
    lane,
    managers,
  );
  const perUnit = program.activities.map((one) => one.relationship * toR + one.adoption * toQ + one.push * toPush);
  return {
    value: perUnit.map((one) => months * able * one),
    bend: program.activities.map((one, j) => {
      const fading = one.normal > 0 && perUnit[j] > 0 ? (perUnit[j] * (1 - worlds.diminishing[w])) / one.normal : 0;
      const scale = scaleOf(one);
      const harm = one.pressing ? (worlds.pressureHarm[w] * toR) / (scale * scale) : 0;
      return months * steep * (fading + harm);
    }),
  };
}

/** EUR per FTE² held over the period: κ̂(1/room on the diagonal, χ everywhere). */
function costOf({ program, worlds }: BatchInputs, w: number, months: number): number[][] {
  const unit = months * worlds.effortCost[w] * (worlds.salary[w] / 12);
  return program.activities.map((one, j) =>
    program.activities.map((_, l) => unit * (worlds.substitution[w] + (j === l ? 1 / one.room : 0))),
  );
}

/** The variance of a measure at the close, as managers foresee it at the start of a period, in parts. */
function partsOf(
  slot: SlotPlan,
  { lanes, cards }: FirstMonth,
  { worlds }: BatchInputs,
  w: number,
  months: number,
): NoiseParts {
  const { spread, shared } = cards[0];
  const mean = (column: Float64Array): number => teamMean(column, w * lanes.managers, lanes.managers);
  const rater = slot.measure.judged ? (worlds.raterNoise[w] * worlds.raterNoise[w] * 12) / months : 0;
  // At its least the spread stands for no luck at all.
  const variance = mean(spread.map((one) => (one <= leastSpread ? 0 : one * one)));
  const market = variance === 0 ? 0 : mean(shared);
  return { measure: slot.measure, shared: market, rater, own: Math.max(0, variance - market - rater) };
}

/** factor. Present bias times what waiting for the close keeps, mean over the months of a period. */
function feltOf({ worlds }: BatchInputs, w: number, months: number): number {
  let sum = 0;
  for (let n = 1, kept = 1; n <= months; n++) {
    kept *= worlds.keepMonth[w];
    sum += kept;
  }
  return (worlds.presentBias[w] * sum) / months;
}
