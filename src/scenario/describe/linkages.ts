import type { RewardPlan } from "../../model/rewards/reward.js";
import { curveText } from "./curve.js";

/** What other measures decide about a reward, as a sentence without a full stop; empty where none does. */
export const linkageText = ({ linkages = [] }: RewardPlan): string =>
  linkages
    .flatMap(({ words, rows }) => [
      words,
      ...rows.flatMap((row) => (row.curve === undefined ? [] : [`${row.words} it ${curveText(row.curve)}`])),
    ])
    .join("; ");
