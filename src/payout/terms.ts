import type { Ratings } from "../employee-data/import/ratings.js";
import { Problem, refuse } from "../foundation/text/problem.js";
import { plural } from "../foundation/text/text.js";
import type { Day } from "../foundation/values/calendar.js";
import { type FiscalYear, yearText } from "../foundation/values/fiscal-year.js";
import { formatQuantity, share } from "../foundation/values/quantity.js";
import { checkCurrency } from "../scenario/check/check.js";
import { documentFromData, faultsOf } from "../scenario/document/document.js";
import { type PayoutTerms, type PayoutTermsInput, payoutTerms } from "../scenario/payout-terms/payout-terms.js";
import type { Scenario } from "../scenario/scenario.js";
import { shareDecimals } from "./lines/payout-lines.js";
import { ratingsOf, scaleTexts } from "./scores/scales.js";

/** The scenario's terms of payout with those asked for in their place; names of measures are added to the scenario's. Throws a Problem for what is unknown or out of bounds. */
export function payoutTermsOf(scenario: Scenario, asked: PayoutTermsInput = {}): PayoutTerms {
  const written = (scenario.file as { payout?: PayoutTermsInput }).payout ?? {};
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const measures = { ...written.measures, ...asked.measures };
  const document = documentFromData({ ...written, ...given, measures }, "payout");
  const parsed = payoutTerms.safeParse(document.data);
  const { currency } = scenario.checked;
  const faults = parsed.success ? [] : faultsOf(parsed.error, document, payoutTerms, currency);
  checkCurrency(document.data, [], currency, (path, fault, remedy) =>
    faults.push({ place: document.placeOf(path), fault, remedy }),
  );
  if (!parsed.success || faults.length > 0) throw new Problem(faults);
  return parsed.data;
}

/** The fiscal year of a scenario's terms, where it has one. */
export const fiscalYearOf = (scenario: Scenario): FiscalYear | undefined => {
  const year = payoutTermsOf(scenario)["fiscal year"];
  return year && { starts: year.starts, "named by": year["named by"] };
};

/** What words of ratings count under some plans; a word that counts differently under two of them is refused. */
export function ratingsOfPlans(plans: readonly Scenario[], measures?: PayoutTermsInput["measures"]): Ratings {
  const all: Record<string, Record<string, number>> = {};
  for (const plan of plans)
    for (const [name, words] of Object.entries(ratingsOf(payoutTermsOf(plan, { measures }))))
      for (const [word, value] of Object.entries(words)) {
        const known = all[name] ?? {};
        all[name] = known;
        if ((known[word] ?? value) !== value)
          refuse(
            "payout.scales",
            `"${word}" of ${name} counts differently in two plans`,
            "write the results as numbers",
          );
        known[word] = value;
      }
  return all;
}

/** What the terms say, one sentence each: the conventions behind every payout, stated. */
export function termTexts(terms: PayoutTerms, from?: Day): string[] {
  const decimals = shareDecimals(terms);
  const digits = `${decimals} decimals (${decimals - 2} of a per cent)`;
  return [
    `money is rounded ${terms.rounding} ${terms.round}`,
    terms["share decimals"] === undefined
      ? `attainment, score and payout are shown to ${digits}; what one measure alone decides is worked out from its amounts, scores of several measures or people are rounded ${terms.rounding} before they are used`
      : `attainment, score and payout are rounded ${terms.rounding} to ${digits} before they are used`,
    `a measure without result: ${terms["missing measure"]}; a target of zero or less: ${terms["zero target"]}; a result below zero: ${terms["negative result"]}`,
    `part periods are paid by ${terms["part periods"] === "none" ? "no proration" : terms["part periods"]}, with targets ${terms["targets of part periods"]}`,
    `minimum service is ${plural(terms["minimum service"], "month")}; those who leave before the close get ${terms.leavers === "nothing" ? "nothing" : "their part"}`,
    `periods are ${terms.periods}, counted from ${from ?? startText(terms)}; results come from the ${terms["results from"]}${terms["results from"] === "transactions" ? ", where a measure has any" : ""}; amounts at target are the ${terms["target incentive"]}'s${terms["target incentive"] === "roster" ? ", shared over several rewards as the design's amounts are" : ""}; where salaries change within a period they count ${terms["salary of a period"]}`,
    ...scaleTexts(terms),
    ...moreTexts(terms),
  ];
}

/** Where years start, in words. */
function startText({ "fiscal year": year }: PayoutTerms): string {
  return year === undefined || year.starts === "January" ? "1 January" : `1 ${year.starts}: the year ${yearText(year)}`;
}

function moreTexts(terms: PayoutTerms): string[] {
  const { "payout cap": cap, guarantee, draw, spiffs, "merit budget": budget } = terms;
  return [
    ...(cap ? ["a cap holds over all cash rewards, in their order"] : []),
    ...(guarantee
      ? [`a guarantee holds${guarantee.for === undefined ? "" : ` for ${plural(guarantee.for, "month")} from joining`}`]
      : []),
    ...(draw ? [`a ${draw.recoverable ? "recoverable" : "non-recoverable"} draw is advanced`] : []),
    ...spiffs.map(spiffText),
    ...creditTexts(terms),
    ...laterTexts(terms),
    ...(budget ? [`raises above ${percent(budget.share)} of base salaries: ${budget["if over"]}`] : []),
  ];
}

const percent = (value: number): string => formatQuantity(value, share(), "");

function spiffText({ title, "at least": least, paid, from, until }: PayoutTerms["spiffs"][number]): string {
  const days = `${from === undefined ? "" : ` from ${from}`}${until === undefined ? "" : ` until ${until}`}`;
  const closes = days === "" ? "" : ` at closes${days}`;
  return `${title} is paid from ${percent(least)}, that included${paid === "once" ? ", only once" : ""}${closes}`;
}

function creditTexts(terms: PayoutTerms): string[] {
  const { "transaction rates": rates, "team pool": pool, "target ratchet": ratchet } = terms;
  return [
    ...(terms["shared sales"] === "whole" ? [] : ["shares of a sale count as given, whatever they add up to"]),
    ...(rates
      ? [
          `commissions are paid by transaction, at ${rates.apply} rates by ${rates.by}; a tie belongs to the ${rates.tie} tier${rates.by === "size" ? `; the size of a shared sale is that of the ${rates["size of shared sales"]}` : ""}`,
        ]
      : []),
    ...(pool
      ? [
          `pools of teams are split by ${pool["split by"]}, coins left going to the largest remainders; the part of those without a claim ${pool["of those without a claim"]}`,
        ]
      : []),
    ...(ratchet
      ? [
          `targets the data leave out follow from the period before by ${percent(ratchet.share)} of what was reached beyond or below it, ${ratchet.direction}`,
        ]
      : []),
  ];
}

function laterTexts({ bank, clawback }: PayoutTerms): string[] {
  return [
    ...(bank
      ? [
          `a bonus bank pays ${percent(bank["pays out"])} of its balance at each close; a bonus below zero is ${bank["below zero"] === "carried" ? "carried" : "counted as zero"}; on leaving the balance is ${bank["on leaving"]}`,
        ]
      : []),
    ...(clawback
      ? [
          `${percent(clawback.share)} of what a period paid is taken back ${clawback.recovered} when a later one closing within ${plural(clawback.within, "month")} stays below ${percent(clawback.below)}`,
        ]
      : []),
  ];
}
