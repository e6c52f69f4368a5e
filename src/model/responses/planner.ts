import { power } from "../../foundation/maths/exponential.js";
import { scaleOf } from "../activities/activity.js";
import { leastActivity } from "../people/returns.js";
import { type DecisionView, defineResponse } from "./response.js";

/** Rounds of the search in a month; it starts from last month's effort, so few are needed. */
export const rounds = 3;
/** A round never shrinks an activity below this share of itself, so that its returns stay on the curve. */
const shrink = 0.5;

export const planner = defineResponse({
  name: "planner",
  title: "first best",
  summary:
    "Effort a well-informed owner would choose: marginal value to the firm, over the horizon and what follows, equals marginal cost of effort on every activity, within the hours of a month; managers are paid for the effort.",
  references: ["first best of agency theory: Holmström 1979"],
  chooses: false,
  looksAtScores: false,
  movesMotive: false,
  compensates: true,
  kernel(stage) {
    const { lanes, month } = stage;
    if (month === 0) lanes.effort.set(lanes.natural);
    for (let i = 0; i < lanes.lanes; i++) {
      if (lanes.vacancy[i] > 0) continue;
      for (let round = 0; round < rounds; round++) improve(stage, i);
    }
    lanes.genuine.fill(1);
  },
});

/** EUR per FTE of an activity's work, where its returns are normal. */
function worthTo({ lanes, activities, firmValue }: DecisionView, j: number, i: number): number {
  const { worlds, world, theta, flow } = lanes;
  const one = activities[j];
  const w = world[i];
  const perUnit =
    one.relationship * firmValue[w] + one.adoption * firmValue[worlds + w] + one.push * firmValue[2 * worlds + w];
  return theta[i] * flow[i] * perUnit;
}

/**
 * One round: marginal value is taken as a line in effort around the present one, so that with marginal cost
 * κ̂((a − s)/n + χΣ(a − s)) the best effort solves a linear system with one unknown, the common burden λ.
 */
function improve(stage: DecisionView, i: number): void {
  const { lanes, world, activities, firmValue } = stage;
  const { lanes: count, natural, effort, theta } = lanes;
  const w = lanes.world[i];
  const unit = world.effortCost[w] * (world.salary[w] / 12);
  const epsilon = world.diminishing[w];
  for (let j = 0; j < activities.length; j++) {
    const a = j * count + i;
    const scale = scaleOf(activities[j]);
    const isLinear = activities[j].normal === 0 || epsilon === 1;
    const x = Math.max((theta[i] * effort[a]) / scale, leastActivity);
    const value = worthTo(stage, j, i);
    const slope = isLinear ? 1 : power(x, epsilon - 1);
    const isHarmful = activities[j].pressing && x > 1;
    const harmful = isHarmful ? (theta[i] * lanes.flow[i] * world.pressureHarm[w] * firmValue[w]) / scale : 0;
    const harm = harmful * (x - 1);
    const lessening = isLinear || value <= 0 ? 0 : (value * (1 - epsilon) * slope * theta[i]) / (x * scale);
    // without the slope of the harm, rounds overshoot and never settle where over-selling costs much
    const bend = lessening + (harmful * theta[i]) / scale;
    const stiffness = unit / activities[j].room + bend;
    lanes.gain[a] = (value * slope - harm + bend * effort[a] + (unit / activities[j].room) * natural[a]) / stiffness;
    lanes.slope[a] = 1 / stiffness;
  }
  share(stage, i, unit * world.substitution[w]);
}

/** Finds the common burden; activities wished below their floor are set to it and the rest is shared again. */
function share({ lanes, world, activities }: DecisionView, i: number, chi: number): void {
  const { lanes: count, natural, effort, gain, slope } = lanes;
  let low = 0; // bit mask of activities at their floor
  for (let pass = 0; pass <= activities.length; pass++) {
    let free = 0;
    let still = 0;
    let normal = 0;
    for (let j = 0; j < activities.length; j++) {
      const a = j * count + i;
      const isLow = (low & (1 << j)) !== 0;
      free += isLow ? 0 : slope[a];
      still += isLow ? floorOf(activities[j].normal, effort[a]) : gain[a];
      normal += natural[a];
    }
    let burden = (chi * (still - normal)) / (1 + chi * free);
    const excess = still - burden * free - world.hours[lanes.world[i]];
    if (excess > 0 && free > 0) burden += excess / free;
    let isDone = true;
    for (let j = 0; j < activities.length; j++) {
      const a = j * count + i;
      if (low & (1 << j)) continue;
      if (gain[a] - burden * slope[a] >= floorOf(activities[j].normal, effort[a])) continue;
      low |= 1 << j;
      isDone = false;
    }
    if (!isDone) continue;
    for (let j = 0; j < activities.length; j++) {
      const a = j * count + i;
      effort[a] = low & (1 << j) ? floorOf(activities[j].normal, effort[a]) : gain[a] - burden * slope[a];
    }
    return;
  }
}

/** FTE. Least effort of a round. */
const floorOf = (normal: number, effort: number): number => Math.max(shrink * effort, leastActivity * normal);
