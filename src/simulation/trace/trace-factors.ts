import { payoutAt } from "../../model/curves/curve.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import type { CardState } from "../../model/scorecard/card.js";
import { looksAt } from "../../model/scorecard/linked.js";

/** What a linked measure decided at a close. */
export interface TraceFactor {
  readonly linkage: string;
  readonly measure: string;
  /** score. Of the linked measure. */
  readonly score: number;
  /** factor on the payout; of a table, 1 while any of its rows holds. */
  readonly factor: number;
  /** Which row of a table held; undefined where there is no table, or none held. */
  readonly row: string | undefined;
}

/** What the linkages of a reward decided for lane i at the last close of this period. */
export const factorsOf = (
  cards: readonly CardState[],
  period: number,
  { linkages = [] }: RewardPlan,
  i: number,
): readonly TraceFactor[] =>
  linkages.map((linkage) => {
    const score = cards.find((card) => looksAt(card.plan, linkage, period))?.score[i] ?? 0;
    const row = linkage.rows.find(({ factor }) => payoutAt(factor, score) !== 0);
    const factor = row === undefined ? 0 : payoutAt(row.factor, score);
    return { linkage: linkage.linkage.title, measure: linkage.measure, score, factor, row: row?.words };
  });
