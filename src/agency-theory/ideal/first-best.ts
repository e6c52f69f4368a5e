import type { AgencyWorld } from "./agency-world.js";
import { bestRatesAboveZero } from "./best-rates.js";
import { dot, timesMatrix } from "./quadratic.js";

/** Effort an owner who sees it would ask for, and what it brings beyond natural effort. */
export interface FirstBest {
  /** FTE beyond natural, by activity. */
  readonly effort: readonly number[];
  /** EUR per KAM-year. Value of the work less its bend and less what it costs. */
  readonly surplus: number;
}

/** The highest of value·a − a·(C + bend)·a/2 with no activity below its least and all within the hours. */
export function firstBestOf(world: AgencyWorld): FirstBest {
  const { value, cost, bend, natural, least, hours, months } = world;
  const low = natural.map((one) => least - one);
  const system = cost.map((row, j) => row.map((one, l) => one + (j === l ? bend[j] : 0)));
  const pressed = timesMatrix(system, low);
  const beyond = bestRatesAboveZero({
    gain: value.map((one, j) => one - pressed[j]),
    bend: system,
    effort: value.map(() => 1),
    room: Math.max(0, hours - least * value.length),
  });
  const effort = beyond.map((one, j) => low[j] + one);
  return { effort, surplus: (12 / months) * (dot(value, effort) - dot(effort, timesMatrix(system, effort)) / 2) };
}
