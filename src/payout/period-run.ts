import type { Person } from "../employee-data/data.js";
import { type Decimal, sumOfDecimals, zero } from "../foundation/values/decimal.js";
import { minorOf } from "../foundation/values/money.js";
import { type Across, amountFor, capped, payGuarantee } from "./across/across.js";
import { type Balances, noTally, type Tally, todayOf } from "./across/balances.js";
import { payFromBank } from "./across/bank.js";
import { clawBack } from "./across/clawback.js";
import { payDraw } from "./across/draw.js";
import type { Settlement } from "./across/settlement.js";
import { type Attained, paySpiffs } from "./across/spiffs.js";
import type { PeriodPayout } from "./data.js";
import { type PayoutLines, totalOf } from "./lines/payout-lines.js";
import { added, quotient } from "./lines/product.js";
import { amountAtTarget, isIncentive } from "./rewards/amount.js";
import { type DeferredCash, deferredCash, duesOf, type Earned, earnReward, roundTotals } from "./rewards/dues.js";
import { lapsesOf } from "./scores/lapse.js";
import { newPayoutLines, type PayableReward, type PayoutContext } from "./scores/payout-context.js";
import type { ScoreReading } from "./scores/reading.js";
import { attainmentOf, reachedOf } from "./scores/results.js";
import type { RewardPeriod } from "./scores/reward-period.js";
import { withoutResult } from "./scores/score.js";
import { overlap, type PerformancePeriod, servedOf, serviceIn } from "./scores/service.js";

/** A settlement of one person while its lines are written. */
interface PeriodRun {
  readonly context: PayoutContext;
  readonly ledger: PayoutLines;
  readonly person: Person;
  readonly settlement: Settlement;
  readonly balances: Balances;
}

/** What a settlement pays, and what carries over to the next. */
export interface PeriodResult {
  readonly paid: PeriodPayout;
  readonly balances: Balances;
}

/** The rewards that hold on days of a period the person served, each with the part of the period it pays for. */
function rewardPeriodsOf(
  { context, ledger, person }: Pick<PeriodRun, "context" | "ledger" | "person">,
  paying: readonly PayableReward[],
  period: PerformancePeriod,
): RewardPeriod[] {
  const service = serviceIn(person, { from: period.since, to: period.to });
  if (service === undefined) return [];
  const printedCards = new Set<string>();
  return paying.flatMap((one) => {
    const days = overlap(service, one.holding);
    const served = days && servedOf(days, period, context.terms["part periods"]);
    return served ? [{ context, ledger, person, period, service, printedCards, paying: one, served }] : [];
  });
}

/** Whether any reward of a settlement holds on days a person served; who left before it began was settled for the last time earlier in the year. */
export const isSettled = (person: Person, { paying, period }: Settlement): boolean => {
  const service = serviceIn(person, { from: period.since, to: period.to });
  if (service === undefined || service.to < period.from) return false;
  return paying.some(({ holding }) => overlap(service, holding) !== undefined);
};

/** What holds across all rewards of the window a settlement lies in, or of its shortest period. */
function acrossOf({ context, ledger, person, balances }: PeriodRun, window: PerformancePeriod): Across {
  const service = serviceIn(person, { from: window.since, to: window.to })!;
  // shares of the incentive at target need all of it before the first reward is held to them
  const { "payout cap": cap, guarantee, draw } = context.terms;
  const isOfTarget = [cap, guarantee?.amount, draw?.amount].some((amount) => amount?.of !== undefined);
  const paying = isOfTarget ? context.paying.filter(isIncentive) : [];
  const incentives = rewardPeriodsOf({ context, ledger, person }, paying, window);
  return {
    ...{ ledger, person, period: window, service },
    served: servedOf(service, window, context.terms["part periods"]),
    atTarget: incentives.map(amountAtTarget),
    tally: balances.tallies.get(window.since) ?? noTally,
  };
}

/** Rewards of a settlement, each held to the cap. */
function payRewards(settling: PeriodRun, across: Across) {
  const { context, ledger, person, settlement, balances } = settling;
  const { paying, period } = settlement;
  const rewardPeriods = rewardPeriodsOf({ context, ledger, person }, paying, period);
  const waiting: DeferredCash[] = [];
  const before = new Map(balances.before);
  let score: ScoreReading | undefined;
  for (const rewardPeriod of rewardPeriods) {
    const key = `${rewardPeriod.paying.key} ${period.since}`;
    const earlier = before.get(key) ?? zero;
    const earned: Earned = earnReward(rewardPeriod, earlier);
    score ??= earned.reading;
    const kept = earned.form === "cash" ? capped(across, earned.amount, rewardPeriod.paying.title) : earned.amount;
    before.set(key, earlier.plus(kept));
    waiting.push(...deferredCash(ledger, rewardPeriod.paying.title, { ...earned, amount: kept }, period.to));
  }
  const atTarget = rewardPeriods.filter((rewardPeriod) => isIncentive(rewardPeriod.paying)).map(amountAtTarget);
  const designs = [...new Set(rewardPeriods.map((rewardPeriod) => rewardPeriod.paying.holding.design))];
  return { score, waiting, before, atTarget, design: designs.join(", then ") };
}

/** Why a period pays somebody nothing whatever was earned, if so. */
function lapseOf(
  { ledger, person }: Pick<PeriodRun, "ledger" | "person">,
  period: PerformancePeriod,
): string | undefined {
  const service = serviceIn(person, { from: period.since, to: period.to });
  return service && lapsesOf({ ledger, person, period, service });
}

/** What is advanced for the shortest period; nothing where pay has lapsed. */
function drawnFor(settling: PeriodRun, lapse: string | undefined) {
  const { context, person, settlement } = settling;
  const { draw } = context.terms;
  const isThere = draw !== undefined && lapse === undefined && serviceIn(person, settlement.step) !== undefined;
  return { lapse, drawn: isThere ? amountFor(acrossOf(settling, settlement.step), draw.amount) : undefined };
}

/** What holds across rewards once all of a settlement have earned, in this order: bank, SPIFFs, guarantee, draw, clawback. */
function payAcross(
  settling: PeriodRun,
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
  context: PayoutContext,
  person: Person,
  settlement: Settlement,
  balances: Balances,
  isLast: boolean,
): PeriodResult {
  const { period } = settlement;
  const ledger = newPayoutLines(context);
  const settling: PeriodRun = { context, ledger, person, settlement, balances };
  const across = acrossOf(settling, settlement.window);
  const { score, waiting, before, atTarget, design } = payRewards(settling, across);
  const attained: Attained = (measure) => (measure === undefined ? score : attainedOn(settling, measure));
  const amounts = sumOfDecimals(waiting.map(({ amount }) => amount));
  const next = payAcross(settling, across, { isLast, waiting: amounts, attained });
  roundTotals(ledger);
  const cash = totalOf(ledger, "cash");
  const earlier = todayOf(balances, period);
  const minor = (amount: Decimal) => minorOf(amount, context.currency);
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
function attainedOn({ context, ledger, person, settlement }: PeriodRun, measure: string): ScoreReading | undefined {
  const { rows, terms } = context;
  const { period } = settlement;
  const service = serviceIn(person, { from: period.since, to: period.to })!;
  const reached = reachedOf({ rows, person: person.id, measure, period, service, terms });
  if (reached !== undefined)
    return attainmentOf(ledger, measure, reached, servedOf(service, period, terms["part periods"]));
  return terms["missing measure"] === "refuse" ? undefined : withoutResult(ledger, measure);
}
