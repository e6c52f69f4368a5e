import type { Person } from "../../employee-data/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { type Decimal, decimal, one, zero } from "../../foundation/values/decimal.js";
import { type ExactCurve, exactRank, payoutOn, stretchOf } from "../../model/curves/exact-curve.js";
import type { Tie } from "../../model/curves/tie.js";
import { decimalText, exactShareText, type RuleStep, writeShare } from "../lines/payout-lines.js";
import { countedIn } from "../scores/members.js";
import { cardOf } from "../scores/payout-context.js";
import { type ScoreReading, shownBeside, totalled } from "../scores/reading.js";
import type { RewardPeriod } from "../scores/reward-period.js";
import { fromAmounts, type Payout } from "./from-amounts.js";

const bracketed = (value: Decimal): string => (value.lt(0) ? `(${exactShareText(value)})` : exactShareText(value));

/** A payout that is what it is shown as. */
export const payoutOf = (share: Decimal): Payout => ({ over: share, under: one, text: bracketed(share) });

/** Payout at a score: along the curve, or by rank in the team. */
export function payoutOfScore(rewardPeriod: RewardPeriod, reading: ScoreReading): Payout {
  const { curve, plan, title } = rewardPeriod.paying;
  if ((plan.form?.winners ?? 0) > 0) return payoutByRank(rewardPeriod);
  return curve === undefined
    ? payoutOf(one)
    : follow(rewardPeriod, `payout of the ${title}`, curve, plan.form?.tie, reading);
}

/**
 * Follows a curve, with its line. Where one measure alone decides and its line had to be rounded, what is paid is worked out from the
 * amounts; a share that is exact as it stands is used as it stands.
 */
export function follow(
  { ledger, printedCards }: Pick<RewardPeriod, "ledger" | "printedCards">,
  rule: string,
  curve: ExactCurve,
  tie: Tie | undefined,
  reading: ScoreReading,
): Payout {
  const { exact } = reading;
  const stretch = stretchOf(curve, exact);
  const ats = curve.places.map(({ at }) => at);
  const seen = shownBeside(reading, ats, ledger.terms);
  const onCurve = payoutOn(stretchOf(curve, seen), seen);
  const payout = writeShare(ledger, curveStep(rule, curve, tie, seen), onCurve);
  if (ledger.terms["share decimals"] !== undefined || (seen.eq(exact) && onCurve.eq(payout))) return payoutOf(payout);
  // a level that has more decimals than are shown is used with all of them
  if (stretch.shape === "level") return payoutOf(stretch.pays);
  return reading.ratio === undefined
    ? payoutOf(payout)
    : fromAmounts(stretch, totalled(ledger, printedCards, reading.ratio));
}

/** A stretch of a curve as a rule, which begins with these words, and a sum. */
export function curveStep(rule: string, curve: ExactCurve, ties: Tie | undefined, score: Decimal): RuleStep {
  const stretch = stretchOf(curve, score);
  if (stretch.shape === "between") {
    const { left, right } = stretch;
    const [from, to] = [exactShareText(left.at), exactShareText(right.at)];
    return {
      rule: `${rule}: from ${exactShareText(left.above)} at ${from} to ${exactShareText(right.below)} at ${to}`,
      arithmetic: `${bracketed(left.above)} + (${exactShareText(right.below)} − ${bracketed(left.above)}) × (${exactShareText(score)} − ${bracketed(left.at)}) ÷ (${to} − ${bracketed(left.at)})`,
    };
  }
  if (stretch.shape === "slope") {
    const isFirst = stretch.at.eq(0) && stretch.from.eq(0);
    const start = `${bracketed(stretch.from)} + `;
    return {
      rule: `${rule}: ${decimalText(stretch.slope)} for each point${isFirst ? "" : ` from ${exactShareText(stretch.at)}`}`,
      arithmetic: isFirst
        ? `${decimalText(stretch.slope)} × ${bracketed(score)}`
        : `${start}${decimalText(stretch.slope)} × (${exactShareText(score)} − ${bracketed(stretch.at)})`,
    };
  }
  if (stretch.isMost) return { rule: `${rule}: the payout cap`, arithmetic: exactShareText(stretch.pays) };
  const here = curve.places.find(({ at }) => at.eq(score));
  const tie = ties === "lower" ? "lower" : "higher";
  const isJump = here !== undefined && !here.below.eq(here.above);
  const below = curve.places.filter(({ at }) => at.lt(score)).at(-1);
  const [first] = curve.places;
  const where = isJump
    ? `exactly at ${exactShareText(score)}, where a tie pays the ${tie} side`
    : here
      ? `at ${exactShareText(score)}`
      : below
        ? `level above ${exactShareText(below.at)}`
        : first
          ? `below ${exactShareText(first.at)}`
          : "the same at every score";
  return { rule: `${rule}: ${where}`, arithmetic: exactShareText(stretch.pays) };
}

/** The scores of a person's team, in order of id. A member without score leaves the rank of all others open. */
export function teamScores(rewardPeriod: RewardPeriod): {
  readonly members: readonly Person[];
  readonly scores: readonly Decimal[];
} {
  const { context, paying, period } = rewardPeriod;
  const members = countedIn(rewardPeriod);
  const scores = members.map((member) => {
    const { scored } = cardOf(context, member, paying.weights, period);
    if ("score" in scored) return scored.score;
    const [{ fault, remedy }] = scored.problem.faults;
    return refuse("", `the rank needs the score of ${member.id}: ${fault}`, remedy);
  });
  return { members, scores };
}

const placeOf = (members: readonly Person[], { id }: Person): number => members.findIndex((one) => one.id === id);

/** The prize share of a person where the best of the team win. */
export function rankOf(rewardPeriod: RewardPeriod): { readonly over: number; readonly under: number } {
  const { members, scores } = teamScores(rewardPeriod);
  return exactRank(scores, placeOf(members, rewardPeriod.person), rewardPeriod.paying.plan.form?.winners ?? 0);
}

function payoutByRank(rewardPeriod: RewardPeriod): Payout {
  const { members, scores } = teamScores(rewardPeriod);
  const own = scores[placeOf(members, rewardPeriod.person)];
  const { over, under } = rankOf(rewardPeriod);
  const better = scores.filter((score) => score.gt(own)).length;
  const winners = rewardPeriod.paying.plan.form?.winners ?? 0;
  const text = over === 0 || over === under ? `${over === 0 ? 0 : 100} %` : `${over} ÷ ${under}`;
  writeShare(
    rewardPeriod.ledger,
    {
      rule: `prize of the ${rewardPeriod.paying.title}: ${better} of ${members.length} scored higher, ${under} alike, ${winners} win`,
      arithmetic: text,
    },
    decimal(over).div(under),
  );
  return over === 0
    ? payoutOf(zero)
    : { over: decimal(over), under: decimal(under), text: over === under ? "100 %" : text };
}
