import { Problem } from "../../foundation/problem.js";
import { formatQuantity, share } from "../../foundation/quantity.js";
import { plural } from "../../foundation/text.js";
import { documentFromData, faultsOf } from "../../scenario/document.js";
import { type PayoutTerms, type PayoutTermsInput, payoutTerms } from "../../scenario/payout-terms.js";
import type { Scenario } from "../../scenario/scenario.js";

/** The scenario's terms of payout with those asked for in their place. Throws a Problem for what is unknown or out of bounds. */
export function termsOf(scenario: Scenario, asked: PayoutTermsInput = {}): PayoutTerms {
  const written = (scenario.file as { payout?: PayoutTermsInput }).payout ?? {};
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const document = documentFromData({ ...written, ...given }, "payout");
  const parsed = payoutTerms.safeParse(document.data);
  if (!parsed.success) throw new Problem(faultsOf(parsed.error, document, payoutTerms));
  return parsed.data;
}

/** What the terms say, one sentence each: the conventions behind every payout, stated. */
export function termTexts(terms: PayoutTerms): string[] {
  const decimals = terms["share decimals"];
  return [
    `money is rounded ${terms.rounding} ${terms.round}`,
    `attainment, score and payout are rounded ${terms.rounding} to ${decimals} decimals (${decimals - 2} of a per cent) before they are used`,
    `a measure without result: ${terms["missing measure"]}; a target of zero or less: ${terms["zero target"]}; a result below zero: ${terms["negative result"]}`,
    `part periods are paid by ${terms["part periods"] === "none" ? "no proration" : terms["part periods"]}, with targets ${terms["targets of part periods"]}`,
    `minimum service is ${plural(terms["minimum service"], "month")}; those who leave before the close get ${terms.leavers === "nothing" ? "nothing" : "their part"}`,
    `periods are ${terms.periods}; results come from the ${terms["results from"]}; amounts at target are the ${terms["target incentive"]}'s`,
    ...moreTexts(terms),
  ];
}

function moreTexts({ cap, guarantee, draw, spiffs, "merit budget": budget }: PayoutTerms): string[] {
  const percent = (value: number) => formatQuantity(value, share(), "");
  return [
    ...(cap ? ["a cap holds over all cash rewards, in their order"] : []),
    ...(guarantee
      ? [`a guarantee holds${guarantee.for === undefined ? "" : ` for ${plural(guarantee.for, "month")} from joining`}`]
      : []),
    ...(draw ? [`a ${draw.recoverable ? "recoverable" : "non-recoverable"} draw is advanced`] : []),
    ...spiffs.map(({ title, "at least": least }) => `${title} is paid from ${percent(least)}, that included`),
    ...(budget ? [`raises above ${percent(budget.share)} of base salaries: ${budget["if over"]}`] : []),
  ];
}
