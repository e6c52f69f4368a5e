import type { Person } from "../../employee-data/data.js";
import type { DayRange } from "../../foundation/values/calendar.js";
import type { PayoutLines } from "../lines/payout-lines.js";
import { countedIn } from "./members.js";
import { cardOf, type PayableReward, type PayoutContext } from "./payout-context.js";
import type { ScoreReading } from "./reading.js";
import { teamScore } from "./score.js";
import type { PerformancePeriod, Served } from "./service.js";

/** One reward of one person in one period. */
export interface RewardPeriod {
  readonly context: PayoutContext;
  readonly ledger: PayoutLines;
  readonly person: Person;
  readonly paying: PayableReward;
  readonly period: PerformancePeriod;
  /** Of the whole period, whatever plan held: what results are from. */
  readonly service: DayRange;
  /** Of the days this plan held: what is paid for. */
  readonly served: Served;
  /** Cards whose lines stand in the ledger already. */
  readonly printedCards: Set<string>;
}

/** The score a reward period is paid on, its lines written once for every card. */
export function scoreOfRewardPeriod({
  context,
  ledger,
  person,
  paying,
  period,
  printedCards,
}: RewardPeriod): ScoreReading {
  const { weights, plan } = paying;
  const key = JSON.stringify([weights, plan.isTeam]);
  const isNew = !printedCards.has(key);
  printedCards.add(key);
  const own = cardOf(context, person, weights, period);
  if (isNew) ledger.lines.push(...own.lines);
  if (plan.isTeam) {
    const team = countedIn({ context, ledger, person, paying: { weights }, period }).map((member) => ({
      id: member.id,
      scored: cardOf(context, member, weights, period).scored,
    }));
    return teamScore(isNew ? ledger : { ...ledger, lines: [] }, team);
  }
  if ("problem" in own.scored) throw own.scored.problem;
  return own.scored;
}
