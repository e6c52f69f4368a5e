import { exp, ln } from "../foundation/maths/exponential.js";
import { type Estimate, estimate } from "../foundation/maths/summary.js";
import type { HeldName } from "../model/outcomes/held.js";
import type { Held, Run } from "../simulation/data.js";
import { missOf, planAnswers } from "../simulation/equal-cost/equal.js";

import { column } from "../simulation/run.js";
import { knownResponse } from "./basis/outcome-columns.js";
import { type RegressionAdjustment, regressionAdjuster } from "./basis/regression-adjustment.js";

/** An asked-for number and by how much the plan that was run is off it in the run's worlds; in its unit. */
export interface PlanMiss {
  readonly asked: number;
  readonly miss: Estimate;
}

/** What was done to a design to make it equal. */
export interface PlanMade {
  readonly design: string;
  readonly title: string;
  readonly response: string;
  /** Factor on all its amounts at which it is equal; of a flat top-up the amount itself, money per KAM-year. */
  readonly factor: Estimate;
  /** score. By how much its targets are tightened there; below zero they are eased. */
  readonly tightened: Estimate;
  /** The plan that was run, which is a little off. */
  readonly run: { readonly factor: number; readonly tightened: number };
  /** What it is made equal in: an outcome, money per KAM-year. */
  readonly outcome: HeldName;
  readonly amount: PlanMiss | undefined;
  /** share of scores. Undefined where no share at target is held. */
  readonly atTarget: PlanMiss | undefined;
  readonly isMet: boolean;
  readonly remark: string;
}

/**
 * What was done to each design, under the run's own response unless given, to make it equal: the factor on its amounts and the points on its
 * targets, with the error that the run's worlds leave, and by how much the plan that was run missed. Results are corrected for that miss.
 * Empty where nothing is held.
 */
export function plansMade(run: Run, options: { readonly response?: string | undefined } = {}): readonly PlanMade[] {
  const response = knownResponse(run, options.response);
  const adjust = regressionAdjuster(run);
  return run.held
    .filter(({ runs }) => runs.some(({ columns }) => columns.includes(response)))
    .filter(({ scale }) => scale > 0)
    .map((plan) => madeOf(run, plan, response, adjust));
}

function madeOf(run: Run, plan: Held, response: string, adjust: RegressionAdjustment): PlanMade {
  const { design, scale, shift, isMet, remark, slopes, to } = plan;
  const { outcome, value, atTarget } = to;
  const title = run.designs.find(({ name }) => name === design)?.title ?? design;
  const exact = (value: number): Estimate => estimate(new Float64Array(run.worlds).fill(value));
  const about = { design, title, response, outcome, run: { factor: scale, tightened: shift }, isMet, remark };
  if (slopes.length === 0)
    return { ...about, factor: exact(scale), tightened: exact(shift), amount: undefined, atTarget: undefined };
  const { amount, share } = missOf(plan, response, run.response, (who, under, name) => column(run, who, name, under));
  const [toScale, toShift] = planAnswers(plan);
  const along = (start: number, [byAmount, byShare]: readonly [number, number]): Estimate =>
    estimate(adjust(amount.map((one, w) => start - byAmount * one - (share === undefined ? 0 : byShare * share[w]))));
  const asked = typeof value === "number" ? value : meanOf(column(run, value, outcome));
  return {
    ...about,
    factor: exponential(along(ln(scale), toScale)),
    tightened: along(shift, toShift),
    amount: { asked, miss: estimate(adjust(amount)) },
    atTarget: share && { asked: atTarget as number, miss: estimate(adjust(share)) },
  };
}

/** The exponential of an estimate: its interval's ends go along, its standard error by the delta method. */
function exponential({ mean, standardError, low, high, count }: Estimate): Estimate {
  const at = exp(mean);
  return { mean: at, standardError: at * standardError, low: exp(low), high: exp(high), count };
}

const meanOf = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Relative amount and share of scores: a plan that misses by more was corrected over a distance where a straight line may not do. */
const farMiss = { amount: 0.08, share: 0.06 } as const;

/** Plans that miss by more than a straight line should correct, and whose interval shows it; largest miss in the amount first. */
export const farOff = (plans: readonly PlanMade[]): readonly PlanMade[] =>
  plans
    .filter(({ amount, atTarget }) => {
      const isFar = amount !== undefined && isBeyond(amount.miss, farMiss.amount * amount.asked);
      return isFar || (atTarget !== undefined && isBeyond(atTarget.miss, farMiss.share));
    })
    .sort((a, b) => Math.abs(b.amount?.miss.mean ?? 0) - Math.abs(a.amount?.miss.mean ?? 0));

const isBeyond = ({ low, high }: Estimate, far: number): boolean => low > far || high < -far;
