import type { Person } from "../../employee-data/data.js";
import type { Ledger } from "../lines/ledger.js";
import { countedIn } from "./members.js";
import { cardOf, type Office, type Paying } from "./office.js";
import type { Reading } from "./reading.js";
import { teamScore } from "./score.js";
import type { Period, Served, Span } from "./service.js";

/** One reward of one person in one period. */
export interface Claim {
  readonly office: Office;
  readonly ledger: Ledger;
  readonly person: Person;
  readonly paying: Paying;
  readonly period: Period;
  /** Of the whole period, whatever plan held: what results are from. */
  readonly service: Span;
  /** Of the days this plan held: what is paid for. */
  readonly served: Served;
  /** Cards whose lines stand in the ledger already. */
  readonly told: Set<string>;
}

/** The score a claim is paid on, its lines written once for every card. */
export function scoreOfClaim({ office, ledger, person, paying, period, told }: Claim): Reading {
  const { weights, plan } = paying;
  const key = JSON.stringify([weights, plan.isTeam]);
  const isNew = !told.has(key);
  told.add(key);
  const own = cardOf(office, person, weights, period);
  if (isNew) ledger.lines.push(...own.lines);
  if (plan.isTeam) {
    const team = countedIn({ office, ledger, person, paying: { weights }, period }).map((member) => ({
      id: member.id,
      scored: cardOf(office, member, weights, period).scored,
    }));
    return teamScore(isNew ? ledger : { ...ledger, lines: [] }, team);
  }
  if ("problem" in own.scored) throw own.scored.problem;
  return own.scored;
}
