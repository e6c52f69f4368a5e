import { refuse } from "../../foundation/text/problem.js";
import { columnPool, type Lanes } from "../../model/frame/lanes.js";
import { scenarioOutcomes } from "../../model/outcomes/index.js";
import type { MonthView, Outcome } from "../../model/outcomes/outcome.js";
import type { Response } from "../../model/responses/response.js";
import type { CardState } from "../../model/scorecard/card.js";
import type { BatchInputs } from "../world/batch-inputs.js";
import type { Program, Task } from "../world/program.js";
import type { DesignWorld } from "../world/worlds.js";
import { DesignSimulation } from "./design-simulation.js";
import { firstNotFinite, refuseNotFinite } from "./finite.js";

export { type BatchInputs, drawBatch } from "../world/batch-inputs.js";

/** Lanes played together: few enough that their state stays in the cache of a processor, enough that a pass over them is worth its start. */
const lanesPerBatch = 64;

/** Worlds to play together in a team of so many managers. Never changes a result. */
export const worldsPerBatch = (managers: number): number => Math.max(1, Math.round(lanesPerBatch / managers));

/** Watches a run month by month: for traces and tests. */
export type MonthObserver = (moment: {
  month: number;
  lanes: Lanes;
  cards: readonly CardState[];
  world: DesignWorld;
  closed: readonly boolean[];
}) => void;

/**
 * Runs one task over a batch and gives its outcomes, one number per outcome and world; throws a Problem where one of them is not finite, so
 * that none ever leaves. A response given here takes the place of the
 * task's, to ask what managers would gain by playing differently.
 */
export function runTask(
  batchInputs: BatchInputs,
  task: Task,
  outcomes: readonly Outcome[],
  observer?: MonthObserver,
  response?: Response,
): Float64Array {
  const play = new DesignSimulation(batchInputs, task, response);
  const { program, count, values } = batchInputs;
  const { lanes, cards, world } = play;
  const column = columnPool(outcomes.length * lanes.lanes);
  const sums = outcomes.map(() => column(lanes.lanes));
  const discount = new Float64Array(count).fill(1);
  const look = (month: number, closed: readonly boolean[]): MonthView => ({
    discount,
    lanes,
    cards,
    world,
    activities: program.activities,
    month,
    closed,
    monitoring: play.design.monitoring,
    legacy: values.legacy,
  });
  let last: MonthView | undefined;
  for (let month = 0; month < program.months; month++) {
    const closed = play.month(month);
    last = look(month, closed);
    for (let k = 0; k < outcomes.length; k++) outcomes[k].add(sums[k], last);
    observer?.({ month, lanes, cards, world, closed });
    play.endMonth(month);
    for (let w = 0; w < count; w++) discount[w] *= world.firmMonth[w];
  }
  const means = worldMeans(outcomes, sums, last as MonthView, count);
  const at = firstNotFinite(means);
  if (at >= 0) refuseNotFinite(outcomes[Math.floor(at / count)].name, batchInputs, task, at % count);
  return means;
}

/** Finishes every outcome and averages it over the team: one number per outcome and world. */
function worldMeans(
  outcomes: readonly Outcome[],
  sums: readonly Float64Array[],
  look: MonthView,
  count: number,
): Float64Array {
  const { managers } = look.lanes;
  const out = new Float64Array(outcomes.length * count);
  for (let k = 0; k < outcomes.length; k++) {
    outcomes[k].finish(sums[k], look);
    for (let w = 0; w < count; w++) {
      let sum = 0;
      for (let i = w * managers; i < (w + 1) * managers; i++) sum += sums[k][i];
      out[k * count + w] = sum / managers;
    }
  }
  for (let k = 0; k < outcomes.length; k++) {
    for (const [part, sign] of outcomes[k].sumOf ?? []) {
      const p = outcomes.indexOf(part);
      if (p < 0) refuse("outcomes", `"${outcomes[k].name}" needs "${part.name}"`, "ask for both");
      for (let w = 0; w < count; w++) out[k * count + w] += sign * out[p * count + w];
    }
  }
  return out;
}

/** All outcomes of a program, in order. */
export const outcomesFor = (program: Program): readonly Outcome[] => scenarioOutcomes(program.activities);
