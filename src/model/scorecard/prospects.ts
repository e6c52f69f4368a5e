import { type ActivityNumbers, scaleOf } from "../activities/activity.js";
import type { Lanes } from "../lanes.js";
import type { WorldColumns } from "../part.js";
import { leastActivity } from "../people/returns.js";

export type ProspectWorld = WorldColumns<"diminishing" | "pressureHarm">;

/**
 * What natural effort does to the accounts, linearised at usual activity x̄: d ≈ n(H(x̄) − 1) + H′(x̄)(θs − n·x̄).
 * The same line carries every change of effort, so forecasts are linear in effort.
 */
export function prospects(lanes: Lanes, world: ProspectWorld, activities: readonly ActivityNumbers[]): void {
  const { lanes: count, world: worldOf, theta, natural, usual, slope } = lanes;
  const { naturalRelationship, naturalAdoption, naturalPush } = lanes;
  naturalRelationship.fill(0);
  naturalAdoption.fill(0);
  naturalPush.fill(0);
  for (let j = 0; j < activities.length; j++) {
    const { normal, relationship, adoption, push, pressing } = activities[j];
    const scale = scaleOf(activities[j]);
    for (let i = 0; i < count; i++) {
      const at = j * count + i;
      const work = naturalWork(normal, theta[i] * natural[at], usual[at], slope[at], world.diminishing[worldOf[i]]);
      naturalRelationship[i] += relationship * work;
      naturalAdoption[i] += adoption * work;
      naturalPush[i] += push * work;
      const over = usual[at] - 1;
      if (pressing && over > 0) {
        const x = (theta[i] * natural[at]) / scale;
        naturalRelationship[i] -= world.pressureHarm[worldOf[i]] * over * (0.5 * over + (x - usual[at]));
      }
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

/** index per FTE. Effect of one more unit of real activity on relationships, over-selling included. */
export function relationshipEffect(
  activity: ActivityNumbers,
  usual: number,
  slope: number,
  pressureHarm: number,
): number {
  const harm = activity.pressing && usual > 1 ? (pressureHarm * (usual - 1)) / scaleOf(activity) : 0;
  return slope * activity.relationship - harm;
}
