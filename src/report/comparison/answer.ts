import { joinWords, plural } from "../../foundation/text/text.js";
import type { Unit } from "../../foundation/values/quantity.js";
import type { Headline, Lead, ResponseView } from "../../results/headline.js";
import { tied, toldFromAll } from "../../wording/best-words.js";
import { atEqual } from "../../wording/equal-words.js";
import { estimateText, horizonText, nameText, percent } from "../../wording/numbers.js";

const money: Unit = { dimension: "money" };

/** The answer in a few sentences with its numbers, one paragraph. */
export function answerText(headline: Headline): string {
  return [worth(headline), second(headline), elsewhere(headline)].filter((one) => one !== "").join(" ");
}

/** The longest list of names a sentence carries. */
const mostNames = 3;

const name = (design: string): string => `"${nameText(design)}"`;

function worth(found: Headline): string {
  const { best, baseline, contenders, comparison } = found;
  const { about } = comparison;
  const cost = atEqual(about);
  const isTie = contenders.length > 1;
  const opening = isTie
    ? `${cost} it is a tie: ${tied(contenders.map(({ design }) => design))} with the worlds drawn. Of them ${name(best.design)}`
    : cost;
  if (baseline === undefined)
    return isTie
      ? `${opening}, the baseline, has the highest expected net value in this run.`
      : `${opening} no design beats the baseline ${name(best.design)}.`;
  const difference = estimateText(baseline.difference, money, about.currency);
  const says = isTie
    ? `${opening} has the highest expected net value: ${difference}`
    : `${opening} ${name(best.design)} is worth most: ${difference} net value`;
  return `${says} per KAM over ${horizonText(about.months)} against ${name(baseline.design)}, better under ${percent(baseline.better.share)} of the draws of the assumptions (${baseline.verdict}).`;
}

function second({ runnerUp, rivals, contenders, comparison }: Headline): string {
  if (runnerUp === undefined) return "";
  const lead = estimateText(runnerUp.difference, money, comparison.about.currency, false);
  const sure = contenders.length > 1 ? "" : ` It is the best: ${toldFromAll}.`;
  const first = `It is ahead of the runner-up ${name(runnerUp.design)} by ${lead} (${said(runnerUp)}).${sure}`;
  const more = rivals.filter((one) => one.design !== runnerUp.design);
  const [equal, close] = [true, false].map((isEqual) =>
    more.filter(({ verdict }) => (verdict === "practically equal") === isEqual),
  );
  const small = "by a difference worth acting on is too close to call";
  return [first, few(equal, "practically equal to it too"), behind(close, small)].join("");
}

/** Whether some designs are behind, each a rival; empty for none. */
const behind = (leads: readonly Lead[], what: string): string =>
  leads.length === 0 ? "" : ` Whether ${listed(leads)} ${leads.length === 1 ? "is" : "are"} behind ${what}.`;

/** A sentence about some designs, each a rival; empty for none. */
const few = (leads: readonly Lead[], what: string): string =>
  leads.length === 0 ? "" : ` ${listed(leads)} ${leads.length === 1 ? "is" : "are"} ${what}.`;

const said = ({ verdict }: Lead): string =>
  verdict === "practically equal"
    ? "practically equal: less than is worth acting on"
    : verdict === "too close to call"
      ? "whether by a difference worth acting on is too close to call"
      : verdict;

function listed(leads: readonly Lead[]): string {
  const names = leads.slice(0, mostNames).map(({ design }) => name(design));
  const rest = leads.length - names.length;
  return joinWords(rest > 0 ? [...names, plural(rest, "other")] : names);
}

function elsewhere({ responses, responsesAgree, comparison }: Headline): string {
  if (responses.length < 2) return "";
  if (responsesAgree)
    return `It comes first under every response shown (${joinWords(responses.map((one) => one.response))}).`;
  const others = responses.filter((one) => one.response !== comparison.response);
  const words = others.map((one) => `under "${one.response}" ${leaderText(one, comparison.about.currency)}`);
  const isOverturned = others.some((one) => one.verdict.endsWith("better"));
  return `${isOverturned ? "The response decides" : "The other responses do not overturn this"}: ${joinWords(words)}.`;
}

function leaderText({ isSame, best, missed, verdict }: ResponseView, currency: string): string {
  if (isSame) return "it comes first too";
  return `${name(best)} leads it by ${estimateText(missed, money, currency, false)} (${verdict})`;
}
