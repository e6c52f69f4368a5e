import type { CurveForm } from "../model/curves/curve.js";
import { readable } from "../results/basis/scenario-of.js";
import type { StepOnlyCurve } from "../results/basis/step-pay.js";
import { DesignSimulation } from "../simulation/batch/design-simulation.js";
import { compile } from "../simulation/compile.js";
import type { RunHeader } from "../simulation/data.js";

import { atMedians, deterministicBatch } from "../simulation/world/deterministic.js";
import type { DesignPlan, Program } from "../simulation/world/program.js";
import { isLevel, jumpsOf, stretchesOf } from "./curve-places.js";
import { ownCurves } from "./lint/lint.js";

/**
 * score. Less luck than this smooths no step: 2.5 SD are then within the 5 % of target that the linter takes to be movable across a close.
 * A house rule.
 */
export const littleLuck = 0.02;

/**
 * Rewards of a run's designs that pay by steps alone (all or nothing, milestones) while luck moves their score by less than 2 points: a
 * little effort more or less then decides a whole step, and with it the comparison. Nothing is drawn. Empty where the scenario cannot be
 * read here: one with rewards of its own, or of another version.
 */
export function stepOnlyCurves(run: RunHeader): readonly StepOnlyCurve[] {
  const scenario = readable(run);
  if (scenario === undefined) return [];
  const whole = compile(scenario, { months: run.months });
  const designs = whole.designs.filter((one) => one.role === "design" && rewardsOf(one).length > 0);
  if (designs.length === 0) return [];
  const periods = designs.flatMap(({ cards }) => cards.map(({ period }) => period));
  const months = Math.min(run.months, Math.max(...periods));
  const program: Program = { ...atMedians(whole), months, designs };
  const batchInputs = deterministicBatch(program, 1);
  return designs.flatMap((plan, design) => {
    const play = new DesignSimulation(batchInputs, { design, response: "look-ahead", scale: 1, shift: 0 });
    play.month(0);
    return rewardsOf(plan).flatMap(({ card, reward, places }): StepOnlyCurve[] => {
      const luck = play.cards[card].spread[0];
      return luck < littleLuck ? [{ design: plan.name, title: plan.title, reward, places, luck }] : [];
    });
  });
}

/** What of a design pays by steps alone, and the card it pays on. */
const rewardsOf = ({ cards }: DesignPlan) =>
  cards.flatMap(({ rewards }, card) =>
    rewards.flatMap((one) =>
      one.form === undefined
        ? []
        : ownCurves(one).flatMap(({ reward, form }) => {
            const places = stepsOf(form);
            return places.length === 0 ? [] : [{ card, reward, places }];
          }),
    ),
  );

/** score. Steps of a curve that is level everywhere else; none where it has a slope or goes by rank. */
const stepsOf = (form: CurveForm): number[] =>
  form.winners === 0 && stretchesOf(form).every(isLevel) ? jumpsOf(form).map(({ at }) => at) : [];
