import { fastDensity } from "../../foundation/maths/special.js";
import type { CardState } from "../scorecard/card.js";
import { foreseeRivals } from "../scorecard/rivals.js";
import { look, lossWeight } from "../scorecard/stake.js";
import { type Foreseen, solveStakes } from "./stake-search.js";

/** Least that a point more at stake for everybody is taken to leave to be answered: a search for beliefs never goes further than twice the gap. */
const leastRest = 0.5;

/** Whether any reward of a card goes by rank in the team. */
export function isRanked({ rewards }: Pick<CardState, "rewards">): boolean {
  for (let r = 0; r < rewards.length; r++) if (rewards[r].contest !== undefined) return true;
  return false;
}

/**
 * Stakes of one team, from lane `from` to before `end`, where rewards go by rank: everybody's best answer to what the others are believed to
 * have at stake. They are believed to have what they had last month, and what the team's mean moves by if all answer to this month alike; where
 * all work alike more, nobody's place changes, so that the symmetric equilibrium is found at once.
 */
export function solveTogether(
  card: CardState,
  foreseen: Foreseen,
  vacancy: Float64Array,
  from: number,
  end: number,
  value: number,
  lossAversion: number,
): void {
  const { stake } = card;
  believe(card, from, end);
  const common = commonStep(card, vacancy, from, end, value, lossAversion);
  for (let i = from; i < end; i++) stake[i] = Math.max(0, stake[i] + common);
  believe(card, from, end);
  solveStakes(foreseen, from, end, value, lossAversion);
}

/** What it takes to win if everybody has the present stake. */
function believe(card: CardState, from: number, end: number): void {
  const { lin, gain, stake, forecast } = card;
  for (let i = from; i < end; i++) forecast[i] = lin[i] + gain[i] * stake[i];
  foreseeRivals(card, forecast, from, end);
}

/** EUR per score point. Mean over filled seats of a Newton step from the present stakes to what they should be if all move alike. */
function commonStep(
  card: CardState,
  vacancy: Float64Array,
  from: number,
  end: number,
  value: number,
  lossAversion: number,
): number {
  const { gain, spread, stake, forecast, incentives } = card;
  let filled = 0;
  let sum = 0;
  for (let i = from; i < end; i++) {
    if (vacancy[i] > 0) continue;
    const sd = spread[i];
    const mean = forecast[i];
    let slope = 0;
    let bend = 0;
    for (let r = 0; r < incentives.length; r++) {
      const { seen, current, contest } = incentives[r];
      look(incentives[r], i, mean, sd);
      slope += current[i] * seen[1];
      if (contest === undefined) bend += current[i] * seen[2];
    }
    const weight = lossWeight(lossAversion, mean, sd);
    const turn = lossAversion === 0 ? 0 : (-lossAversion * fastDensity((1 - mean) / sd)) / sd;
    const rest = 1 - value * gain[i] * (weight * bend + turn * slope);
    filled += 1;
    sum += (value * weight * slope - stake[i]) / Math.max(leastRest, rest);
  }
  return filled === 0 ? 0 : sum / filled;
}
