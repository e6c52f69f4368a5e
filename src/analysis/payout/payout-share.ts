import { type Decimal, decimal, one, zero } from "../../foundation/decimal.js";
import { refuse } from "../../foundation/problem.js";
import { type ExactCurve, exactRank, payoutOn, stretchOf } from "../../model/curves/exact.js";
import type { Tie } from "../../model/curves/tie.js";
import type { Person } from "../people/people-data.js";
import type { Claim } from "./claim.js";
import { decimalText, type Step, shareText, writeShare } from "./ledger.js";
import { cardOf, membersIn } from "./office.js";

/** A payout as over ÷ under, so that a third stays a third. */
export interface Payout {
  readonly over: Decimal;
  readonly under: number;
  readonly text: string;
}

/** Payout at a score: along the curve, or by rank in the team. */
export function payoutAt(claim: Claim, score: Decimal): Payout {
  const { paying, ledger } = claim;
  if ((paying.plan.form?.winners ?? 0) > 0) return payoutByRank(claim);
  const { curve } = paying;
  if (curve === undefined) return { over: one, under: 1, text: "100 %" };
  const stretch = stretchOf(curve, score);
  const payout = writeShare(ledger, stepOf(claim, score), payoutOn(stretch, score));
  return { over: payout, under: 1, text: shareText(payout) };
}

const bracketed = (value: Decimal): string => (value.lt(0) ? `(${shareText(value)})` : shareText(value));

/** What a reward pays at a score as a rule and a sum. */
function stepOf({ paying }: Claim, score: Decimal): Step {
  const { curve, title, plan } = paying;
  const rule = `payout of the ${title}`;
  return curve === undefined ? { rule, arithmetic: "100 %" } : curveStep(rule, curve, plan.form?.tie, score);
}

/** A stretch of a curve as a rule, which begins with these words, and a sum. */
export function curveStep(rule: string, curve: ExactCurve, ties: Tie | undefined, score: Decimal): Step {
  const stretch = stretchOf(curve, score);
  if (stretch.shape === "between") {
    const { left, right } = stretch;
    const [from, to] = [shareText(left.at), shareText(right.at)];
    return {
      rule: `${rule}: from ${shareText(left.above)} at ${from} to ${shareText(right.below)} at ${to}`,
      arithmetic: `${bracketed(left.above)} + (${shareText(right.below)} − ${bracketed(left.above)}) × (${shareText(score)} − ${bracketed(left.at)}) ÷ (${to} − ${bracketed(left.at)})`,
    };
  }
  if (stretch.shape === "slope") {
    const isFirst = stretch.at.eq(0) && stretch.from.eq(0);
    const start = `${bracketed(stretch.from)} + `;
    return {
      rule: `${rule}: ${decimalText(stretch.slope)} for each point${isFirst ? "" : ` from ${shareText(stretch.at)}`}`,
      arithmetic: isFirst
        ? `${decimalText(stretch.slope)} × ${bracketed(score)}`
        : `${start}${decimalText(stretch.slope)} × (${shareText(score)} − ${bracketed(stretch.at)})`,
    };
  }
  if (stretch.isMost) return { rule: `${rule}: the payout cap`, arithmetic: shareText(stretch.pays) };
  const here = curve.places.find(({ at }) => at.eq(score));
  const tie = ties === "lower" ? "lower" : "higher";
  const isJump = here !== undefined && !here.below.eq(here.above);
  const below = curve.places.filter(({ at }) => at.lt(score)).at(-1);
  const [first] = curve.places;
  const where = isJump
    ? `exactly at ${shareText(score)}, where a tie pays the ${tie} side`
    : here
      ? `at ${shareText(score)}`
      : below
        ? `level above ${shareText(below.at)}`
        : first
          ? `below ${shareText(first.at)}`
          : "the same at every score";
  return { rule: `${rule}: ${where}`, arithmetic: shareText(stretch.pays) };
}

/** The scores of a person's team, in order of id. A member without score leaves the rank of all others open. */
export function ranking({ office, person, paying, period }: Claim): {
  readonly members: readonly Person[];
  readonly scores: readonly Decimal[];
} {
  const members = membersIn(office, person, period);
  const scores = members.map((member) => {
    const { scored } = cardOf(office, member, paying.weights, period);
    if ("score" in scored) return scored.score;
    const [{ fault, remedy }] = scored.problem.faults;
    return refuse("", `the rank needs the score of ${member.id}: ${fault}`, remedy);
  });
  return { members, scores };
}

const placeOf = (members: readonly Person[], { id }: Person): number => members.findIndex((one) => one.id === id);

/** The prize share of a person where the best of the team win. */
export function rankOf(claim: Claim): { readonly over: number; readonly under: number } {
  const { members, scores } = ranking(claim);
  return exactRank(scores, placeOf(members, claim.person), claim.paying.plan.form?.winners ?? 0);
}

function payoutByRank(claim: Claim): Payout {
  const { members, scores } = ranking(claim);
  const own = scores[placeOf(members, claim.person)];
  const { over, under } = rankOf(claim);
  const better = scores.filter((score) => score.gt(own)).length;
  const winners = claim.paying.plan.form?.winners ?? 0;
  const text = over === 0 || over === under ? `${over === 0 ? 0 : 100} %` : `${over} ÷ ${under}`;
  writeShare(
    claim.ledger,
    {
      rule: `prize of the ${claim.paying.title}: ${better} of ${members.length} scored higher, ${under} alike, ${winners} win`,
      arithmetic: text,
    },
    decimal(over).div(under),
  );
  return over === 0
    ? { over: zero, under: 1, text: "0 %" }
    : { over: decimal(over), under, text: over === under ? "100 %" : text };
}
