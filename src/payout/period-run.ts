import type { Person } from "../employee-data/data.js";
import { type Decimal, sumOf, zero } from "../foundation/values/decimal.js";
import { minorOf } from "../foundation/values/money.js";
import { type Across, amountFor, capped, payGuarantee } from "./across/across.js";
import { type Balances, noTally, type Tally, todayOf } from "./across/balances.js";
import { payFromBank } from "./across/bank.js";
import { clawBack } from "./across/clawback.js";
import { payDraw } from "./across/draw.js";
import type { Settlement } from "./across/settlement.js";
import { type Attained, paySpiffs } from "./across/spiffs.js";
import type { PeriodPayout } from "./data.js";
import { type Ledger, totalOf } from "./lines/ledger.js";
import { added, quotient } from "./lines/product.js";
import { amountAtTarget, isIncentive } from "./rewards/amount.js";
import { duesOf, type Earned, earnReward, roundTotals, type Waiting, waitingOf } from "./rewards/dues.js";
import type { Claim } from "./scores/claim.js";
import { lapsesOf } from "./scores/lapse.js";
import { newLedger, type Office, type Paying } from "./scores/office.js";
import type { Reading } from "./scores/reading.js";
import { attainmentOf, reachedOf } from "./scores/results.js";
import { withoutResult } from "./scores/score.js";
import { overlap, type Period, servedOf, serviceIn } from "./scores/service.js";

/** A settlement of one person while its lines are written. */
interface Settling {
  readonly office: Office;
  readonly ledger: Ledger;
  readonly person: Person;
  readonly settlement: Settlement;
  readonly balances: Balances;
}

/** What a settlement pays, and what carries over to the next. */
export interface Settled {
  readonly paid: PeriodPayout;
  readonly balances: Balances;
}

/** The rewards that hold on days of a period the person served, each with the part of the period it pays for. */
function claimsOf(
  { office, ledger, person }: Pick<Settling, "office" | "ledger" | "person">,
  paying: readonly Paying[],
  period: Period,
): Claim[] {
  const service = serviceIn(person, { from: period.since, to: period.to });
  if (service === undefined) return [];
  const told = new Set<string>();
  return paying.flatMap((one) => {
    const days = overlap(service, one.holding);
    const served = days && servedOf(days, period, office.terms["part periods"]);
    return served ? [{ office, ledger, person, period, service, told, paying: one, served }] : [];
  });
}

/** Whether any reward of a settlement holds on days a person served; who left before it began was settled for the last time earlier in the year. */
export const isSettled = (person: Person, { paying, period }: Settlement): boolean => {
  const service = serviceIn(person, { from: period.since, to: period.to });
  if (service === undefined || service.to < period.from) return false;
  return paying.some(({ holding }) => overlap(service, holding) !== undefined);
};

/** What holds across all rewards of the window a settlement lies in, or of its shortest period. */
function acrossOf({ office, ledger, person, balances }: Settling, window: Period): Across {
  const service = serviceIn(person, { from: window.since, to: window.to })!;
  // shares of the incentive at target need all of it before the first reward is held to them
  const { "payout cap": cap, guarantee, draw } = office.terms;
  const isOfTarget = [cap, guarantee?.amount, draw?.amount].some((amount) => amount?.of !== undefined);
  const paying = isOfTarget ? office.paying.filter(isIncentive) : [];
  const incentives = claimsOf({ office, ledger, person }, paying, window);
  return {
    ...{ ledger, person, period: window, service },
    served: servedOf(service, window, office.terms["part periods"]),
    atTarget: incentives.map(amountAtTarget),
    tally: balances.tallies.get(window.since) ?? noTally,
  };
}

/** Rewards of a settlement, each held to the cap. */
function payRewards(settling: Settling, across: Across) {
  const { office, ledger, person, settlement, balances } = settling;
  const { paying, period } = settlement;
  const claims = claimsOf({ office, ledger, person }, paying, period);
  const waiting: Waiting[] = [];
  const before = new Map(balances.before);
  let score: Reading | undefined;
  for (const claim of claims) {
    const key = `${claim.paying.key} ${period.since}`;
    const earlier = before.get(key) ?? zero;
    const earned: Earned = earnReward(claim, earlier);
    score ??= earned.reading;
    const kept = earned.form === "cash" ? capped(across, earned.amount, claim.paying.title) : earned.amount;
    before.set(key, earlier.plus(kept));
    waiting.push(...waitingOf(ledger, claim.paying.title, { ...earned, amount: kept }, period.to));
  }
  const atTarget = claims.filter((claim) => isIncentive(claim.paying)).map(amountAtTarget);
  const designs = [...new Set(claims.map((claim) => claim.paying.holding.design))];
  return { score, waiting, before, atTarget, design: designs.join(", then ") };
}

/** Why a period pays somebody nothing whatever was earned, if so. */
function lapseOf({ ledger, person }: Pick<Settling, "ledger" | "person">, period: Period): string | undefined {
  const service = serviceIn(person, { from: period.since, to: period.to });
  return service && lapsesOf({ ledger, person, period, service });
}

/** What is advanced for the shortest period; nothing where pay has lapsed. */
function drawnFor(settling: Settling, lapse: string | undefined) {
  const { office, person, settlement } = settling;
  const { draw } = office.terms;
  const isThere = draw !== undefined && lapse === undefined && serviceIn(person, settlement.step) !== undefined;
  return { lapse, drawn: isThere ? amountFor(acrossOf(settling, settlement.step), draw.amount) : undefined };
}

/** What holds across rewards once all of a settlement have earned, in this order: bank, SPIFFs, guarantee, draw, clawback. */
function payAcross(
  settling: Settling,
  across: Across,
  { isLast, waiting, attained }: { readonly isLast: boolean; readonly waiting: Decimal; readonly attained: Attained },
): Omit<Balances, "before" | "today"> {
  const { ledger, person, settlement, balances } = settling;
  const { period, isLongest } = settlement;
  const rewards = totalOf(ledger, "cash");
  const hasLeft = person.left !== undefined && person.left <= period.to;
  const left = hasLeft ? person.left : undefined;
  const banked = payFromBank({ ledger, banked: balances.banked, isPaying: isLongest, left });
  const lapse = lapseOf({ ledger, person }, period);
  const spent = isLongest ? paySpiffs(ledger, period, balances.spent, attained, lapse) : balances.spent;
  const earned = totalOf(ledger, "cash");
  const lifted = isLongest ? payGuarantee(across, lapse) : zero;
  const today = todayOf(balances, period);
  const held = waiting.plus(today.waiting);
  const owed = isLast
    ? payDraw({
        ...{ ledger, ...drawnFor(settling, lapse) },
        ...{ owed: balances.owed, waiting: held, today: today.cash },
      })
    : balances.owed;
  const { reclaimed, payments } = balances;
  const clawed = isLongest
    ? clawBack({ ledger, period, waiting, attained, reclaimed, payments })
    : { reclaimed, payments };
  const { tally } = across;
  const next: Tally = {
    rewards: tally.rewards.plus(rewards),
    earned: tally.earned.plus(earned),
    lifted: tally.lifted.plus(lifted),
  };
  return {
    ...{ owed, banked, spent, reclaimed: clawed.reclaimed },
    tallies: new Map(balances.tallies).set(across.period.since, next),
    payments: [...clawed.payments, { from: period.from, to: period.to, amount: earned, isTaken: false }],
  };
}

/** Settles the rewards of one period for one person; `isLast` where nothing else closes for them on that day. */
export function settle(
  office: Office,
  person: Person,
  settlement: Settlement,
  balances: Balances,
  isLast: boolean,
): Settled {
  const { period } = settlement;
  const ledger = newLedger(office);
  const settling: Settling = { office, ledger, person, settlement, balances };
  const across = acrossOf(settling, settlement.window);
  const { score, waiting, before, atTarget, design } = payRewards(settling, across);
  const attained: Attained = (measure) => (measure === undefined ? score : attainedOn(settling, measure));
  const amounts = sumOf(waiting.map(({ amount }) => amount));
  const next = payAcross(settling, across, { isLast, waiting: amounts, attained });
  roundTotals(ledger);
  const cash = totalOf(ledger, "cash");
  const earlier = todayOf(balances, period);
  const minor = (amount: Decimal) => minorOf(amount, office.currency);
  const paid: PeriodPayout = {
    person: person.id,
    ...{ from: period.from, to: period.to, design },
    score: score === undefined ? undefined : Number(score.score.toFixed()),
    atTarget: Number(quotient(added(atTarget)).toFixed()),
    lines: ledger.lines,
    due: duesOf(ledger, waiting, { period, left: person.left }),
    ...{ cash: minor(cash), raise: minor(totalOf(ledger, "raise")), value: minor(totalOf(ledger, "value")) },
  };
  const today = { close: period.to, cash: earlier.cash.plus(cash), waiting: earlier.waiting.plus(amounts) };
  return { paid, balances: { ...next, before, today } };
}

/** Attainment of one measure for a condition, with its lines. */
function attainedOn({ office, ledger, person, settlement }: Settling, measure: string): Reading | undefined {
  const { rows, terms } = office;
  const { period } = settlement;
  const service = serviceIn(person, { from: period.since, to: period.to })!;
  const reached = reachedOf({ rows, person: person.id, measure, period, service, terms });
  if (reached !== undefined)
    return attainmentOf(ledger, measure, reached, servedOf(service, period, terms["part periods"]));
  return terms["missing measure"] === "refuse" ? undefined : withoutResult(ledger, measure);
}
