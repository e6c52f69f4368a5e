import type { Account, Play, Seat } from "./seat.js";
import { mean, sum } from "./seat.js";

/** Expected revenue of the month and the accounts' states weighted by it. */
export function expectRevenue({ accounts, now }: Seat): void {
  for (const one of accounts) one.flow = (one.size / 12) * Math.exp(one.lnSize + one.boost);
  const total = sum(accounts, (one) => one.flow);
  const weighted = (of: (one: Account) => number) => sum(accounts, (one) => (one.flow / total) * of(one));
  now.flow = total;
  now.concentration = weighted((one) => one.flow / total);
  now.shareRelationship = weighted((one) => one.relationship - 1);
  now.shareSatisfaction = weighted((one) => one.satisfaction - 1);
  now.shareAdoption = weighted((one) => one.adoption - 1);
  now.sharePulled = weighted((one) => one.pulled);
  now.shareBoost = weighted((one) => one.boost);
}

/** Booking, losses, and how the accounts move on. */
export function moveAccounts(play: Play, seat: Seat, month: number): void {
  book(play, seat, month);
  const { accounts, now, luck } = seat;
  const { facts } = play;
  now.lost = 0;
  now.lossLuck = 0;
  for (const [k, one] of accounts.entries()) {
    lose(play, seat, one, luck.breaking[month][k]);
    const { relationship, adoption } = one;
    const earned = facts.relationYield * (relationship - 1) + facts.adoptionYield * (adoption - 1);
    one.boost += (earned - one.boost) / facts.lag;
    one.satisfaction += 0.25 * (relationship - one.satisfaction);
    one.relationship += facts.relationFade * (1 + now.relationshipGain - relationship) + luck.rapport[month][k];
    one.adoption += facts.adoptionFade * (1 + now.adoptionGain - adoption);
    one.pulled = (1 - facts.payback) * one.pulled + facts.pulled * now.push;
    one.lnSize += luck.growth[month][k];
  }
  now.meanRelationship = mean(accounts, (one) => one.relationship - 1);
  now.meanSatisfaction = mean(accounts, (one) => one.satisfaction - 1);
  now.meanAdoption = mean(accounts, (one) => one.adoption - 1);
  now.referenceable = mean(accounts, (one) => (one.satisfaction >= 1 && one.relationship >= 1 ? 1 : 0));
}

function book({ facts }: Play, { accounts, luck, now }: Seat, month: number): void {
  const orders = luck.orders[month];
  now.revenue = sum(accounts, ({ flow, pulled }, k) => flow * (1 + now.push - facts.payback * pulled) * orders[k]);
  now.marginEarned = facts.margin * now.revenue - facts.concession * Math.max(0, now.push) * now.flow;
}

function lose({ facts }: Play, { now }: Seat, one: Account, breaking: number): void {
  const hazard = (facts.churn / 12) * Math.exp(-facts.churnSlope * (one.satisfaction - 1));
  const isLost = one.satisfaction < breaking;
  now.lossLuck += ((isLost ? 1 : 0) - Math.min(0.2, hazard)) * facts.margin * (1 - facts.replaced) * one.flow;
  if (!isLost) return;
  now.lost += 1;
  one.lnSize += Math.log(facts.replaced);
  one.boost = 0;
  one.pulled = 0;
  one.relationship = 0.9;
  one.satisfaction = 0.95;
  one.adoption = 0.8;
}

/** EUR. Customer lifetime value of a seat's accounts. */
export const lifetimeValue = ({ facts }: Play, { accounts }: Seat): number =>
  sum(accounts, ({ size, lnSize, boost, satisfaction }) => {
    const kept = Math.exp(-facts.churn * Math.exp(-facts.churnSlope * (satisfaction - 1)));
    return (size * Math.exp(lnSize + boost) * facts.margin * kept) / (1 + facts.firmDiscount - kept);
  });
