import type { PeopleData, Person } from "../employee-data/data.js";
import { Problem, refuse } from "../foundation/text/problem.js";
import { minorOf } from "../foundation/values/money.js";
import { type Balances, noBalances } from "./across/balances.js";
import { type Settlement, settlementsOf } from "./across/settlement.js";
import { areJoint, unknownPeople } from "./checks/checks.js";
import type { PayoutRefusal, Payouts, PeriodPayout } from "./data.js";
import { toCoin } from "./lines/payout-lines.js";
import { isSettled, settle } from "./period-run.js";
import { budgeted } from "./rewards/merit.js";
import type { PayoutContext } from "./scores/payout-context.js";
import type { Whole } from "./scores/service.js";

/** What everybody is paid. */
export type EveryonePaid = Pick<Payouts, "periods" | "refused" | "merit" | "owed" | "banked" | "reclaimed">;

/** Pays everybody who does not wait, and holds raises against their budget. */
export function payEverybody(context: PayoutContext, data: PeopleData, whole: Whole): EveryonePaid {
  const { currency, terms, paying, waiting } = context;
  const known = new Map(data.people.map((person) => [person.id, person]));
  const paid: PeriodPayout[] = [];
  const refused: PayoutRefusal[] = unknownPeople(data, known, whole).filter(({ person }) => !waiting.has(person));
  const open: OpenBalances = { owed: {}, banked: {}, reclaimed: {} };
  const settlements = settlementsOf(paying, whole, terms);
  for (const person of data.people.filter(({ id }) => !waiting.has(id))) {
    const left = payPerson(context, person, settlements, paid, refused);
    for (const name of ["owed", "banked", "reclaimed"] as const) {
      const rounded = toCoin(context, left[name]);
      if (!rounded.eq(0)) open[name][person.id] = minorOf(rounded, currency);
    }
  }
  const order = new Map(data.people.map(({ id }, k) => [id, k]));
  const sorted = paid.sort(
    (a, b) => compare(a.to, b.to) || compare(b.from, a.from) || order.get(a.person)! - order.get(b.person)!,
  );
  const { periods, merit } = budgeted(sorted, { people: known, refused, waiting }, terms, currency);
  return { periods, refused, merit, ...open };
}

type OpenBalances = Record<"owed" | "banked" | "reclaimed", Record<string, number>>;

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Pays one person settlement after settlement; gives what is left open at the end. */
function payPerson(
  context: PayoutContext,
  person: Person,
  settlements: readonly Settlement[],
  paid: PeriodPayout[],
  refused: PayoutRefusal[],
): Balances {
  let balances = noBalances;
  let isStopped = false;
  const own = settlements.filter((one) => isSettled(person, one));
  for (const [k, settlement] of own.entries()) {
    const { period } = settlement;
    try {
      // what a later period pays depends on what an earlier one has paid
      if (isStopped)
        refuse("", "an earlier period could not be paid, and this one builds on it", "settle that one first");
      const settled = settle(context, person, settlement, balances, own[k + 1]?.period.to !== period.to);
      paid.push(settled.paid);
      balances = settled.balances;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const [{ fault, remedy }] = error.faults;
      refused.push({ person: person.id, from: period.from, to: period.to, fault, remedy });
      isStopped = isChained(context);
    }
  }
  return balances;
}

/** Whether what a settlement pays depends on what earlier ones have paid. */
function isChained({ terms, paying }: PayoutContext): boolean {
  const isMixed = new Set(paying.map(({ months }) => months)).size > 1;
  return (
    terms.periods === "cumulative" ||
    terms.draw?.recoverable === true ||
    terms.bank !== undefined ||
    terms.clawback !== undefined ||
    terms.spiffs.some((one) => one.paid === "once") ||
    (isMixed && areJoint(terms))
  );
}
