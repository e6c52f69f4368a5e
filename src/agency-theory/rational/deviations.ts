import { estimate } from "../../foundation/maths/summary.js";
import { lookAhead } from "../../model/responses/look-ahead.js";
import type { DecisionView, Response } from "../../model/responses/response.js";
import { periodAt } from "../../model/scorecard/outlook/outlook.js";
import { type BatchInputs, drawBatch, type MonthObserver, runTask } from "../../simulation/batch/batch.js";
import type { Program, Task } from "../../simulation/world/program.js";
import type { PlansByDesign } from "./plans.js";

/** Another way of playing: the factor on what look-ahead would do beyond natural effort, by the share of the period that is over. */
export interface Deviation {
  readonly name: string;
  readonly factor: (over: number) => number;
}

/** The cheap ones: more or less of everything, or the same moved to the start or the end of the period. */
export const cheapDeviations: readonly Deviation[] = [
  ...[0.8, 0.9, 1.1, 1.2].map((factor) => ({ name: `${factor} times the effort`, factor: () => factor })),
  { name: "a fifth more at first, a fifth less at the end", factor: (over) => 1.2 - 0.4 * over },
  { name: "a fifth less at first, a fifth more at the end", factor: (over) => 0.8 + 0.4 * over },
];

/** What managers would gain by deviating, in the whole engine. */
export interface DeviationRow {
  readonly design: string;
  readonly deviation: string;
  /** EUR per manager over the horizon. What the reward is worth under look-ahead, over no reward. */
  readonly worth: number;
  /** share of that worth. Mean gain and its standard error, paired world by world. */
  readonly gain: number;
  readonly standardError: number;
}

/** Every design of a program under every deviation, in the first worlds of a run. */
export function deviationRows(
  program: Program,
  plans: PlansByDesign,
  worlds: number,
  deviations: readonly Deviation[] = cheapDeviations,
): readonly DeviationRow[] {
  const batchInputs = drawBatch(program, 0, worlds);
  return program.designs.flatMap(({ name, role, cards }, design) => {
    if (role !== "design" || cards.length === 0) return [];
    const task = { design, response: lookAhead.name, ...plans[name] };
    const usual = managersValue(batchInputs, task, lookAhead);
    const worth = estimate(usual).mean;
    return deviations.map((deviation) => {
      const other = managersValue(batchInputs, task, deviating(deviation));
      const { mean, standardError } = estimate(other.map((value, w) => value - usual[w]));
      return {
        design: name,
        deviation: deviation.name,
        worth,
        gain: mean / worth,
        standardError: standardError / worth,
      };
    });
  });
}

/** Look-ahead with all marginal rewards, and with them effort beyond natural effort, taken times a factor. */
const deviating = ({ factor }: Deviation): Response => ({
  ...lookAhead,
  kernel(stage: DecisionView) {
    lookAhead.kernel(stage);
    const { lanes, month, cards } = stage;
    const { start, end } = periodAt(month, cards[0].plan.period, lanes.months);
    const times = factor(end - start > 1 ? (month - start) / (end - start - 1) : 0.5);
    for (let k = 0; k < lanes.gain.length; k++) lanes.gain[k] *= times;
  },
});

/**
 * EUR, by world: what a seat gets out of a design over the horizon, as its managers value it. What a payout is worth to them when it
 * is settled, at their present bias, less what effort costs them, both discounted by their own month.
 */
function managersValue(batchInputs: BatchInputs, task: Task, response: Response): Float64Array {
  const value = new Float64Array(batchInputs.count);
  const add: MonthObserver = ({ month, lanes, cards, world, closed }) => {
    for (let i = 0; i < lanes.lanes; i++) {
      const w = lanes.world[i];
      let paid = 0;
      for (let c = 0; c < cards.length; c++) {
        if (!closed[c]) continue;
        for (const { worth, payout } of cards[c].rewards) paid += worth[i] * payout[i];
      }
      const gained = world.presentBias[w] * world.keepMonth[w] * paid - lanes.effortCost[i];
      value[w] += (world.keepMonth[w] ** month * gained) / lanes.managers;
    }
  };
  runTask(batchInputs, task, [], add, response);
  return value;
}
