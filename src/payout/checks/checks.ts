import type { PeopleData, Person } from "../../employee-data/data.js";
import { didYouMean, listOf, nearest, refuse, refuseTogether } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import type { DayRange } from "../../foundation/values/calendar.js";
import { decimal, one } from "../../foundation/values/decimal.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import type { PayoutRefusal } from "../data.js";
import { isIncentive } from "../rewards/amount.js";
import type { PayableReward, PayoutContext } from "../scores/payout-context.js";
import { checkScales } from "../scores/scales.js";

/** Refuses terms that say nothing together, or nothing that is defined for the rewards that are paid. */
export function checkTerms(context: PayoutContext): void {
  const checks = [checkPeriods, checkTargets, checkBank, checkRates, checkPool, checkShared].map(
    (act) => () => act(context),
  );
  refuseTogether([...checks, () => checkScales(context.terms)]);
}

/** Refuses a design that does not say how a roster's incentive at target is shared over its rewards. */
function checkShared({ terms, paying }: PayoutContext): void {
  if (terms["target incentive"] !== "roster") return;
  const sharing = paying.filter(isIncentive);
  for (const one of sharing) {
    const { money, ofSalary } = one.plan.amount;
    if (money > 0 || ofSalary > 0 || sharing.filter(({ holding }) => holding === one.holding).length === 1) continue;
    const fault = `the ${one.title} has no amount at target in the design, so nothing says what part of the roster's is for it`;
    refuse("payout.target incentive", fault, "write at target for each reward, or leave that one out");
  }
}

function checkPool({ terms, paying }: PayoutContext): void {
  if (terms["team pool"] === undefined) return;
  const place = "payout.team pool";
  const pooled = paying.filter(({ plan }) => plan.isTeam);
  if (pooled.length === 0)
    refuse(place, "no reward of the design pays by team", "write for: team in one, or leave it out");
  const own = pooled.find(({ plan }) => plan.linkages?.some(({ isTeam }) => !isTeam));
  if (own)
    refuse(place, `what the ${own.title} pays is decided by each member's own results`, "let its gates be for: team");
}

/** Terms that look beyond one reward. */
const joint = ["payout cap", "guarantee", "draw", "bank", "clawback"] as const;

/** Whether terms hold rewards of several periods together. */
export const areJoint = (terms: PayoutTerms): boolean =>
  joint.some((name) => terms[name] !== undefined) || terms.spiffs.length > 0;

function checkPeriods({ terms, paying }: PayoutContext): void {
  const lengths = [...new Set(paying.map(({ months }) => months))].sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 12;
  const odd = lengths.find((months) => longest % months !== 0);
  if (areJoint(terms) && odd !== undefined) {
    const name = joint.find((one) => terms[one] !== undefined) ?? "spiffs";
    const fault = `periods of ${odd} months do not make one of ${longest}, over which it holds`;
    refuse(`payout.${name}`, fault, "let the periods of the rewards divide the longest");
  }
  if (terms.periods !== "cumulative") {
    checkLeast(terms, lengths[0] ?? 12);
    return;
  }
  for (const months of lengths)
    if (12 % months !== 0)
      refuse("payout.periods", `periods of ${months} months do not make a year`, "write periods: discrete");
}

/** Refuses targets set within a period: results of real people are held against the sum of a period's targets, not part by part. */
function checkTargets({ paying }: PayoutContext): void {
  const one = paying.find(({ interval }) => interval !== undefined);
  if (one === undefined) return;
  const fault = `the ${one.title} has targets every ${plural(one.interval!, "month")}, and real people are paid on results over the sum of a period's targets`;
  refuse(`designs.${one.holding.design}.targets every`, fault, `leave it out, or write period: ${one.interval} months`);
}

/** Refuses a minimum of service that nobody can have in the shortest period. */
function checkLeast({ "minimum service": least }: PayoutTerms, shortest: number): void {
  if (least <= shortest) return;
  const fault = `${plural(least, "month")} are longer than periods of ${plural(shortest, "month")}, which would never pay`;
  refuse("payout.minimum service", fault, "write less: it is service within the period, not since joining");
}

function checkBank({ terms, paying }: PayoutContext): void {
  if (terms.bank === undefined) return;
  const person = { salary: one, midpoint: one };
  for (const { plan, title } of paying) {
    if (plan.reward.form !== "cash") continue;
    const { parts } = plan.reward.exact?.(plan, person) ?? { parts: [] };
    if (parts.some(({ after }) => after > 0))
      refuse(
        "payout.bank",
        `the ${title} is paid later by its own rule`,
        "let either the bank or the reward hold pay back",
      );
  }
}

function checkRates({ terms, paying, currency }: PayoutContext): void {
  const rates = terms["transaction rates"];
  if (rates === undefined) return;
  const place = "payout.transaction rates";
  const commissions = paying.filter(({ plan }) => plan.amount.ofRevenue > 0);
  if (commissions.length === 0) refuse(place, "the design has no commission", "add one, or leave the rates out");
  const curved = commissions.find(({ isStraight }) => !isStraight);
  if (curved) refuse(place, `both the curve of the ${curved.title} and the terms say rates`, "leave one of them out");
  if (rates.apply === "stepped" && rates.tie === "lower")
    refuse(`${place}.tie`, "stepped rates pay the same on either side of a bound", "leave tie out");
  const bounds = rates.tiers.map((tier, k) => {
    const isQuota = tier["from quota"] !== undefined;
    if (isQuota === (tier.from !== undefined))
      refuse(`${place}.tiers[${k}]`, "expected either from or from quota", `write from: 100 000 ${currency}`);
    return { isQuota, from: decimal(tier.from ?? tier["from quota"] ?? 0) };
  });
  for (const [k, { isQuota, from }] of bounds.entries()) {
    if (k === 0) continue;
    const last = bounds[k - 1]!;
    if (last.isQuota !== isQuota)
      refuse(`${place}.tiers[${k}]`, "bounds are amounts or shares of the quota, not both", "write all alike");
    if (!from.gt(last.from)) refuse(`${place}.tiers[${k}]`, "tiers are not in rising order", "sort them");
  }
}

/**
 * The measures nobody has a result of, where the terms decide what becomes of them. Refuses them where they do not, and wherever the data
 * seem to have such a measure by another name: no term passes over that, unless `measures` names the measure by its own name.
 */
export function measuresWithoutResult(
  { terms, paying }: PayoutContext,
  { results, transactions }: PeopleData,
): string[] {
  const known = new Set([...results, ...transactions].map(({ measure }) => measure));
  const isDecided = terms["missing measure"] !== "refuse";
  // where a gap would count for something, conditions must not look past a measure that only has another name
  const conditions = isDecided ? conditionsOf(terms) : [];
  const wanted = new Set([...paying.flatMap((one) => measuresOf(one)), ...conditions]);
  for (const [measure, name] of Object.entries(terms.measures))
    if (!known.has(name) && !(isDecided && name === measure))
      refuse(`payout.measures.${measure}`, `the data have no "${name}"`, didYouMean(name, known));
  const lacking = [...wanted].filter((measure) => !known.has(terms.measures[measure] ?? measure));
  if (known.size === 0) return [];
  const free = [...known].filter((name) => !wanted.has(name) && !Object.values(terms.measures).includes(name)).sort();
  for (const measure of lacking) {
    const meant = measure in terms.measures ? undefined : namesake(measure, free);
    if (isDecided && meant === undefined) continue;
    const rename = `write measures: { ${measure}: ${meant ?? free[0] ?? "its name in the data"} }`;
    const otherwise = isDecided ? `{ ${measure}: ${measure} } where there is none` : "missing measure: reweigh";
    const names = listOf(measure, [...known].sort());
    refuse("payout.measures", `the data have nothing on ${measure}, only ${names}`, `${rename}, or ${otherwise}`);
  }
  return lacking;
}

/** What a measure is called in the data, where one name is nearly its own, or ends it (`revenue` for a measure that says whose revenue). */
function namesake(measure: string, names: readonly string[]): string | undefined {
  const ends = names.filter((name) => measure.endsWith(` ${name}`));
  return ends.length === 1 ? ends[0] : nearest(measure, names);
}

/** Refuses a roster with two of one id. */
export function checkPeople(people: readonly Person[]): void {
  const seen = new Set<string>();
  const twin = people.find(({ id }) => seen.size === seen.add(id).size);
  if (twin) refuse("roster", `two people have the id ${twin.id}`, "give each an id of their own");
}

/** Rows of people the roster does not know: reported, never dropped. */
export function unknownPeople(
  { results, transactions }: PeopleData,
  known: ReadonlyMap<string, Person>,
  whole: DayRange,
): PayoutRefusal[] {
  const ids = [...new Set([...results, ...transactions].map(({ person }) => person))]
    .filter((id) => !known.has(id))
    .sort();
  return ids.map((person) => ({
    person,
    ...{ from: whole.from, to: whole.to },
    fault: "has results but is not on the roster",
    remedy: didYouMean(person, known.keys()),
  }));
}

/** Every measure that rewards, and terms that look beyond them, read. */
export const measuresRead = ({ terms, paying }: Pick<PayoutContext, "terms" | "paying">): ReadonlySet<string> =>
  new Set([...paying.flatMap((one) => measuresOf(one)), ...conditionsOf(terms)]);

/** The measures SPIFFs and a clawback look at. */
const conditionsOf = ({ spiffs, clawback }: PayoutTerms): string[] =>
  [...spiffs, ...(clawback ? [clawback] : [])].flatMap(({ measure }) => measure ?? []);

/** The measures a reward is paid on, and those that decide over it. */
const measuresOf = ({ plan: { form, linkages = [] }, weights }: PayableReward): string[] =>
  form ? [...Object.keys(weights), ...linkages.map(({ measure }) => measure)] : [];
