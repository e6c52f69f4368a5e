import { type ActivityNumbers, scaleOf } from "../../activities/activity.js";
import type { Lanes } from "../../frame/lanes.js";
import type { WorldColumns } from "../../frame/part.js";
import { leastActivity } from "../../people/returns.js";

export type ProspectWorld = WorldColumns<"diminishing" | "pressureHarm">;

/**
 * What natural effort does to the accounts, linearised at usual activity x̄: d ≈ n(H(x̄) − 1) + H′(x̄)(θs − n·x̄).
 * The same line carries every change of effort, so forecasts are linear in effort.
 */
export function prospects(lanes: Lanes, world: ProspectWorld, activities: readonly ActivityNumbers[]): void {
  const { lanes: count, managers, world: worldOf, theta, natural, usual, slope } = lanes;
  const { naturalRelationship, naturalAdoption, naturalPush } = lanes;
  for (let first = 0; first < count; first += managers) {
    const diminishing = world.diminishing[worldOf[first]];
    const harm = world.pressureHarm[worldOf[first]];
    const last = first + managers;
    for (let i = first; i < last; i++) {
      const able = theta[i];
      let toRelationship = 0;
      let toAdoption = 0;
      let toPush = 0;
      for (let j = 0, at = i; j < activities.length; j++, at += count) {
        const one = activities[j];
        const done = able * natural[at];
        const mean = usual[at];
        const work = naturalWork(one.normal, done, mean, slope[at], diminishing);
        toRelationship += one.relationship * work;
        toAdoption += one.adoption * work;
        toPush += one.push * work;
        const over = mean - 1;
        if (one.pressing && over > 0) toRelationship -= harm * over * (0.5 * over + (done / scaleOf(one) - mean));
      }
      naturalRelationship[i] = toRelationship;
      naturalAdoption[i] = toAdoption;
      naturalPush[i] = toPush;
    }
  }
}

/** FTE. What natural activity adds over normal, on the line at usual activity; x̄^ε is slope·x̄. */
export function naturalWork(normal: number, done: number, usual: number, slope: number, diminishing: number): number {
  if (normal === 0) return done;
  const x = Math.max(usual, leastActivity);
  const level = diminishing === 1 ? x : 1 + (slope * x - 1) / diminishing;
  return normal * (level - 1) + slope * (done - normal * x);
}
