import type { RandomDraws } from "../frame/draws.js";
import type { Lanes } from "../frame/lanes.js";
import type { WorldColumns } from "../frame/part.js";
import type { CardPlan } from "./card.js";

/** score. What raters are wrong by at a close, on the part of the card they judge; the more months, the less. */
export const raterError = (
  { judged }: Pick<CardPlan, "judged">,
  { raterNoise }: WorldColumns<"raterNoise">,
  lanes: Pick<Lanes, "lanes" | "world">,
  draws: RandomDraws,
  month: number,
  months: number,
  i: number,
): number => judged * Math.sqrt(12 / months) * raterNoise[lanes.world[i]] * draws.rater[month * lanes.lanes + i];
