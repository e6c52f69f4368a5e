import { joinWords } from "../../foundation/text/text.js";
import { type Decimal, one } from "../../foundation/values/decimal.js";
import { exactCurve, exactPayout } from "../../model/curves/exact-curve.js";
import type { LinkagePlan, LinkageRow } from "../../model/linkages/linkage.js";
import type { PayoutForm } from "../data.js";
import { exactShareText, moneyShown, writeMoney, writeShare } from "../lines/payout-lines.js";
import { times } from "../lines/product.js";
import type { ScoreReading } from "../scores/reading.js";
import { type RewardPeriod, scoreOfRewardPeriod } from "../scores/reward-period.js";
import type { Payout } from "./from-amounts.js";
import { follow, payoutOf, payoutOfScore } from "./payout-share.js";

/** What another measure decided: the factor on the payout, and the row of a table that holds, if any. */
interface Decided {
  readonly factor: Payout;
  readonly row: LinkageRow | undefined;
}

/** Attainment of a linked measure and what follows from it, with their lines. */
function decide(rewardPeriod: RewardPeriod, plan: LinkagePlan): Decided {
  const { ledger, paying } = rewardPeriod;
  const { linkage, measure, isTeam, rows } = plan;
  const looked = { ...paying, weights: { [measure]: 1 }, plan: { ...paying.plan, isTeam } };
  const reading = scoreOfRewardPeriod({ ...rewardPeriod, paying: looked });
  const { exact } = reading;
  const of = `${linkage.title} of ${isTeam ? "the team's " : ""}${measure}`;
  const holding = rows.find(({ factor }) => !exactPayout(exactCurve(factor), exact).eq(0)) ?? rows[0];
  const curve = exactCurve(holding.factor);
  if (!rows.some((one) => one.curve !== undefined))
    return { row: undefined, factor: follow(rewardPeriod, of, curve, holding.factor.tie, reading) };
  const factor = exactPayout(curve, exact);
  const row = holding.curve !== undefined && !factor.eq(0) ? holding : undefined;
  const rule = row === undefined ? `${of}: below the first row` : `${of}: the row ${row.words}`;
  return { row, factor: payoutOf(writeShare(ledger, { rule, arithmetic: exactShareText(factor) }, factor)) };
}

/** Payout at a score after everything other measures decide, with the lines that lead to it. */
export function linkedPayoutAt(rewardPeriod: RewardPeriod, reading: ScoreReading): Payout {
  const { ledger, paying } = rewardPeriod;
  const { linkages = [] } = paying.plan;
  if (linkages.length === 0) return payoutOfScore(rewardPeriod, reading);
  const decided = linkages.map((linkage) => decide(rewardPeriod, linkage));
  const form = decided.map(({ row }) => row?.curve).find((curve) => curve !== undefined) ?? paying.plan.form;
  const followed = { ...paying, curve: form && exactCurve(form), plan: { ...paying.plan, form } };
  const own = payoutOfScore({ ...rewardPeriod, paying: followed }, reading);
  const factors = decided.map(({ factor }) => factor);
  const all = factors.reduce(timesPayout, own);
  const rule = `payout of the ${paying.title} after the ${namesOf(linkages)}`;
  const payout = writeShare(ledger, { rule, arithmetic: all.text }, all.over.div(all.under));
  const isAsShown = ledger.terms["share decimals"] !== undefined || payout.times(all.under).eq(all.over);
  return isAsShown ? payoutOf(payout) : all;
}

const timesPayout = (one: Payout, factor: Payout): Payout => ({
  over: one.over.times(factor.over),
  under: one.under.times(factor.under),
  text: `${one.text} × ${factor.text}`,
  inAmounts: one.inAmounts && times(one.inAmounts, factor.over, ` × ${factor.text}`, factor.under),
});

const namesOf = (linkages: readonly LinkagePlan[]): string =>
  joinWords([...new Set(linkages.map(({ linkage }) => linkage.title))]);

/** What is left of a share of results after everything other measures decide; `adds` where that is what is paid. */
export function timesLinkages(rewardPeriod: RewardPeriod, earned: Decimal, adds?: PayoutForm): Decimal {
  const { ledger, paying } = rewardPeriod;
  const { linkages = [] } = paying.plan;
  const factors = linkages.map((linkage) => decide(rewardPeriod, linkage).factor);
  const rule = `${paying.title} after the ${namesOf(linkages)}`;
  const start = {
    over: earned,
    under: one,
    text: earned.lt(0) ? `(${moneyShown(earned, ledger)})` : moneyShown(earned, ledger),
  };
  const { over, under, text } = factors.reduce(timesPayout, start);
  return writeMoney(ledger, { rule, arithmetic: text }, over.div(under), adds);
}
