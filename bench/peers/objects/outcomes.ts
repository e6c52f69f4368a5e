import type { Given } from "./given.js";
import { type Now, type Play, type Seat, sum } from "./seat.js";

/** What an outcome adds up: one number a month, and what is made of the sum at the horizon. */
interface Account {
  readonly add: (seat: Seat, month: number, isClosed: boolean) => number;
  readonly finish: (total: number, seat: Seat) => number;
}

export interface Outcome extends Account {
  readonly name: string;
}

/** Every outcome but the two that are sums of others. */
export function outcomesOf(play: Play, lifetimeValue: (seat: Seat) => number): Outcome[] {
  const { given, facts, design } = play;
  const { months, activities } = given;
  const { firmMonth, salary } = facts;
  const meanOf = (of: (seat: Seat) => number): Account => ({ add: of, finish: (total) => total / months });
  const yearly = (of: (seat: Seat) => number): Account => ({ add: of, finish: (total) => (12 * total) / months });
  const present = (of: (seat: Seat, month: number) => number): Account => ({
    add: (seat, month) => firmMonth ** month * of(seat, month),
    finish: (total) => total,
  });
  const lifted = (of: (seat: Seat) => number): Account => ({ add: of, finish: (total) => 1 + total / months });
  const now = (name: keyof Now) => (seat: Seat) => seat.now[name];
  const normal = sum(activities, (one) => one.normal);
  const value = present(now("marginEarned"));
  const table: [string, Account][] = [
    ["account value", { ...value, finish: (total, seat) => total + legacy(play, seat) }],
    ["reward spend", present(now("accrued"))],
    ["hiring and monitoring", present((seat) => seat.now.left * facts.hiring * salary + design.monitoring / 12)],
    ["effort spend", present(now("effortCost"))],
    ["bad luck", present((seat, month) => badLuck(play, seat, month))],
    ["revenue", yearly(now("revenue"))],
    ["margin", yearly(now("marginEarned"))],
    ["reward cost", yearly(now("accrued"))],
    ["cash cost", yearly(now("spent"))],
    ["reward pay", yearly(now("paid"))],
    ["non-cash value", yearly(now("enjoyed"))],
    ["earnings", yearly((seat) => seat.now.paid + (seat.vacancy > 0 ? 0 : salary / 12))],
    [
      "account retention",
      { add: now("lost"), finish: (total, seat) => 1 - (12 * total) / months / seat.accounts.length },
    ],
    ["customer satisfaction", lifted(now("meanSatisfaction"))],
    ["relationship", lifted(now("meanRelationship"))],
    ["adoption", lifted(now("meanAdoption"))],
    ["referenceable accounts", meanOf(now("referenceable"))],
    ["customer lifetime value", { add: () => 0, finish: (_, seat) => lifetimeValue(seat) }],
    ["leavers", yearly(now("left"))],
    ["ability", meanOf((seat) => Math.exp(seat.lnAbility))],
    ["effort", meanOf((seat) => sum(seat.work, (one) => one.effort) / normal)],
    ["effort cost", yearly(now("effortCost"))],
    ["motivation", meanOf((seat) => seat.motive)],
    ["utility", meanOf(now("utility"))],
    ["selling push", meanOf(now("push"))],
    ["demand pulled forward", meanOf(now("sharePulled"))],
    ...closes(play),
    ...activities.map((one, j): [string, Account] => [
      `effort: ${one.name}`,
      meanOf((seat) => seat.work[j].effort / seat.work[j].scale),
    ]),
  ];
  return table.map(([name, account]) => ({ name, ...account }));
}

/** What is read at the closes of the card; 0 without one. */
function closes({ design, given }: Play): [string, Account][] {
  const card = design.cards.at(0);
  const count = card ? Math.ceil(given.months / card.period) : 1;
  const at = (of: (seat: Seat) => number): Account => ({
    add: (seat, _, isClosed) => (isClosed ? of(seat) : 0),
    finish: (total) => total / count,
  });
  const atLeast = (bar: number) => at(({ card }) => (card && card.score >= bar ? 1 : 0));
  const curve = card?.rewards[0].curve;
  return [
    ["closing push", at((seat) => seat.now.push)],
    ["above threshold", atLeast(curve?.threshold ?? 0)],
    ["at target", atLeast(1)],
    ["at cap", atLeast(curve?.cap ?? 0)],
  ];
}

/** EUR. What chance alone cost in a month, at its own date. */
function badLuck({ facts, given, world }: Play, { now }: Seat, month: number): number {
  const left = given.months - 1 - month;
  const f = facts.firmMonth;
  const toHorizon = f < 1 ? (1 - f ** left) / (1 - f) : left;
  return now.lossLuck * (toHorizon + f ** left * world.legacy[0]) + now.leavingLuck * now.flow;
}

/** EUR. What the accounts' states are worth at the horizon under normal effort. */
function legacy({ facts, given, world }: Play, { accounts }: Seat): number {
  const [level, R, S, Q, P, B] = world.legacy;
  const worth = sum(accounts, (one) => {
    const states = R * (one.relationship - 1) + S * (one.satisfaction - 1) + Q * (one.adoption - 1);
    const months = level + states + P * one.pulled + B * one.boost;
    return (one.size / 12) * Math.exp(one.lnSize) * facts.margin * months;
  });
  return facts.firmMonth ** given.months * worth;
}

/** Adds the two outcomes that are sums of others and puts all in the order asked for. */
export function inOrder({ outcomes }: Given, of: (name: string) => number): number[] {
  const created = of("account value") - of("hiring and monitoring");
  const sums = new Map([
    ["net value", created - of("reward spend")],
    ["surplus", created - of("effort spend")],
  ]);
  return outcomes.map(({ name }) => sums.get(name) ?? of(name));
}
