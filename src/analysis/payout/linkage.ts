import { type Decimal, one, zero } from "../../foundation/decimal.js";
import { joinWords } from "../../foundation/text.js";
import { exactCurve, exactPayout } from "../../model/curves/exact.js";
import type { LinkagePlan, LinkageRow } from "../../model/linkages/linkage.js";
import { type Claim, scoreOfClaim } from "./claim.js";
import type { PayoutForm } from "./data.js";
import { shareText, shown, writeMoney, writeShare } from "./ledger.js";
import { curveStep, type Payout, payoutAt } from "./payout-share.js";

/** What another measure decided: the factor on the payout, and the row of a table that holds, if any. */
interface Decided {
  readonly factor: Decimal;
  readonly row: LinkageRow | undefined;
}

/** Attainment of a linked measure and what follows from it, with their lines. */
function decide(claim: Claim, plan: LinkagePlan): Decided {
  const { ledger, paying } = claim;
  const { linkage, measure, isTeam, rows } = plan;
  const looked = { ...paying, weights: { [measure]: 1 }, plan: { ...paying.plan, isTeam } };
  const score = scoreOfClaim({ ...claim, paying: looked });
  const of = `${linkage.title} of ${isTeam ? "the team's " : ""}${measure}`;
  const holding = rows.find(({ factor }) => !exactPayout(exactCurve(factor), score).eq(0)) ?? rows[0];
  const curve = exactCurve(holding.factor);
  const factor = exactPayout(curve, score);
  const row = holding.curve !== undefined && !factor.eq(0) ? holding : undefined;
  const isTable = rows.some((one) => one.curve !== undefined);
  if (!isTable) return { row, factor: writeShare(ledger, curveStep(of, curve, holding.factor.tie, score), factor) };
  const rule = row === undefined ? `${of}: below the first row` : `${of}: the row ${row.words}`;
  return { row, factor: writeShare(ledger, { rule, arithmetic: shareText(factor) }, factor) };
}

/** Payout at a score after everything other measures decide, with the lines that lead to it. */
export function linkedPayoutAt(claim: Claim, score: Decimal): Payout {
  const { ledger, paying } = claim;
  const { linkages = [] } = paying.plan;
  if (linkages.length === 0) return payoutAt(claim, score);
  const decided = linkages.map((linkage) => decide(claim, linkage));
  const form = decided.map(({ row }) => row?.curve).find((curve) => curve !== undefined) ?? paying.plan.form;
  const followed = { ...paying, curve: form && exactCurve(form), plan: { ...paying.plan, form } };
  const own = payoutAt({ ...claim, paying: followed }, score);
  const factors = decided.map(({ factor }) => factor);
  const exact = factors.reduce((all, factor) => all.times(factor), own.over).div(own.under);
  const rule = `payout of the ${paying.title} after the ${namesOf(linkages)}`;
  const arithmetic = [own.over.lt(0) ? `(${own.text})` : own.text, ...factors.map(shareText)].join(" × ");
  const payout = writeShare(ledger, { rule, arithmetic }, exact);
  return { over: payout, under: 1, text: shareText(payout) };
}

const namesOf = (linkages: readonly LinkagePlan[]): string =>
  joinWords([...new Set(linkages.map(({ linkage }) => linkage.title))]);

/** What is left of a share of results after everything other measures decide; `adds` where that is what is paid. */
export function timesLinkages(claim: Claim, earned: Decimal, adds?: PayoutForm): Decimal {
  const { ledger, paying } = claim;
  const { linkages = [] } = paying.plan;
  const factors = linkages.map((linkage) => decide(claim, linkage).factor);
  const rule = `${paying.title} after the ${namesOf(linkages)}`;
  const arithmetic = `${shown(earned, ledger)}${factors.map((factor) => ` × ${shareText(factor)}`).join("")}`;
  const product = factors.reduce((all, factor) => all.times(factor), one);
  return writeMoney(ledger, { rule, arithmetic }, earned.eq(0) ? zero : earned.times(product), adds);
}
