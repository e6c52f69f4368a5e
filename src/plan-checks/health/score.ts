import { blockMeans } from "../../foundation/maths/blocks.js";
import type { Share } from "../../foundation/maths/summary.js";
import { significant } from "../../foundation/text/text.js";
import { formatQuantity, share } from "../../foundation/values/quantity.js";
import type { CurveForm } from "../../model/curves/curve.js";
import type { CardPlan } from "../../model/scorecard/card.js";
import { perValue, perValueSeen } from "../../results/basis/between-worlds.js";
import { clusteredShare, shareOfWorlds } from "../../results/basis/clustered.js";
import { type Attainments, attainments } from "../../results/people/attainments.js";
import { column } from "../../simulation/run.js";
import type { HealthReading, Subject, Unread } from "./check.js";

/** What checks of attainment share: the main scorecard, its first curve, and shares of its closes. */

/** The main scorecard, where there is one with a target to miss. */
export const mainCard = ({ plan }: Subject): CardPlan | undefined => plan.cards.find((card) => card.isTightened);

/** The curve thresholds and caps are read from: the first of the main card, unless it goes by rank. */
export function mainForm(subject: Subject): CurveForm | undefined {
  const form = mainCard(subject)?.rewards[0]?.form;
  return form !== undefined && form.winners === 0 ? form : undefined;
}

/** `90 %` */
export const scoreText = (score: number): string => formatQuantity(significant(score, 6), share(), "");

/** Share of closes at or above a score; from the run's outcome of this name where nothing below it was observed. */
export function closesFrom({ plan, run, seen }: Subject, score: number, outcome: string | undefined): Share | Unread {
  if (seen !== undefined) {
    const { closes } = seen.design.cards[0];
    const { worlds } = seen.observations;
    const scores = {
      values: closes.attainment,
      world: closes.world,
      worlds,
      perValue: perValueSeen(seen.observations),
    };
    return clusteredShare(scores, (one) => one >= score);
  }
  if (run === undefined) return "needs a run";
  return outcome === undefined
    ? "needs observations"
    : shareOfWorlds(blockMeans(column(run, plan.name, outcome), perValue(run)), perValue(run));
}

/** A share of closes as a reading. */
export const readShare = (found: Share | Unread, place: string): HealthReading | Unread =>
  typeof found === "string"
    ? found
    : { value: found.share, low: found.low, high: found.high, error: "Monte Carlo", place };

/** The distribution of scores, where it was observed. */
export const seenAttainments = ({ plan, seen }: Subject): Attainments | undefined =>
  seen && attainments(seen.observations, { design: plan.name });
