import type { LeftOutRow, Person } from "../../employee-data/data.js";
import { tableName } from "../../foundation/tables/cell.js";
import { refuse } from "../../foundation/text/problem.js";
import type { DayRange } from "../../foundation/values/calendar.js";
import { groupBy } from "../../foundation/values/groups.js";
import { type ExactCurve, exactCurve } from "../../model/curves/exact-curve.js";
import { bringsCurves } from "../../model/linkages/index.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import { intervalOf } from "../../scenario/check/targets.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import type { Checked } from "../../scenario/schema/schema.js";
import type { PayoutLine } from "../data.js";
import type { PayoutLines } from "../lines/payout-lines.js";
import { reachedOf } from "./results.js";
import type { Rows } from "./rows.js";
import { attempt, type ScoreOrProblem, scoreOf } from "./score.js";
import { type PerformancePeriod, servedOf, serviceIn } from "./service.js";

/** A design and the days it holds for. */
export interface PlanInForce extends DayRange {
  readonly design: string;
}

/** A reward of a design that is paid, with the numbers its rules need. */
export interface PayableReward {
  readonly plan: RewardPlan;
  readonly holding: PlanInForce;
  /** Tells it from other rewards, those of another design included. */
  readonly key: string;
  readonly title: string;
  /** months. How often it is settled. */
  readonly months: number;
  /** months. How often targets are set within the period; once unless given. */
  readonly interval: number | undefined;
  readonly weights: Readonly<Record<string, number>>;
  readonly curve: ExactCurve | undefined;
  /** Whether it is a share of results whatever their target. */
  readonly isStraight: boolean;
}

/** A score with the lines that lead to it. */
export interface Card {
  readonly lines: readonly PayoutLine[];
  readonly scored: ScoreOrProblem;
}

/** Everything one run of payouts looks things up in. */
export interface PayoutContext {
  readonly checked: Checked;
  readonly terms: PayoutTerms;
  readonly currency: string;
  readonly people: readonly Person[];
  readonly rows: Rows;
  readonly paying: readonly PayableReward[];
  /** Members by team; one team of everybody where the roster names none. In order of id: rows of a file may stand in any order. */
  readonly teams: ReadonlyMap<string, readonly Person[]>;
  readonly cards: Map<string, Card>;
  /** Ids of those who wait for rows that were left out. */
  readonly waiting: ReadonlySet<string>;
  /** Rows that were left out. */
  readonly leftOut: readonly LeftOutRow[];
}

/** The rewards of the designs that hold, in their order. */
export function payableRewards(checked: Checked, holdings: readonly PlanInForce[]): PayableReward[] {
  return holdings.flatMap((holding) => {
    const design = checked.designs[holding.design];
    return design.rewards.map((plan, k): PayableReward => {
      const isStraight = plan.amount.ofRevenue > 0 && isProportional(plan);
      return {
        plan,
        holding,
        key: JSON.stringify([holding.design, holding.from, k]),
        title: titleOf(design.rewards, k),
        months: Math.round(plan.period ?? design.period),
        interval: intervalOf(plan, design),
        weights: plan.weights ?? design.weights,
        curve: plan.form && exactCurve(plan.form),
        isStraight,
      };
    });
  });
}

/** What a reward is called on its lines: numbered where a design has several of one title. */
function titleOf(rewards: readonly RewardPlan[], k: number): string {
  const { title } = rewards[k].reward;
  const alike = rewards.flatMap(({ reward }, at) => (reward.title === title ? [at] : []));
  return alike.length === 1 ? title : `${title} ${alike.indexOf(k) + 1}`;
}

const isProportional = ({ form, linkages = [] }: RewardPlan): boolean =>
  !bringsCurves(linkages) &&
  form !== undefined &&
  form.base === 0 &&
  form.jump.length === 0 &&
  form.kink.length === 0 &&
  form.winners === 0;

/** Roster by team. */
export function teamsOf(people: readonly Person[]): Map<string, Person[]> {
  const isNamed = people.some(({ team }) => team !== undefined);
  const members = isNamed ? people.filter(({ team }) => team !== undefined) : [...people];
  return groupBy(
    members.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ({ team }) => team ?? "",
  );
}

/** Those of a person's team who were there in a period. */
export function membersIn(context: PayoutContext, person: Person, period: PerformancePeriod): readonly Person[] {
  const team = context.teams.get(person.team ?? "");
  if (team === undefined)
    return refuse("", `${person.id} has no team on the roster, and the design pays by team`, "name one");
  expectWhole(context, person, team);
  return team.filter((member) => serviceIn(member, { from: period.since, to: period.to }) !== undefined);
}

/** Refuses what rests on a team while a row that was left out may change it: a member's, or one that may be a member's. */
function expectWhole({ waiting, leftOut, people }: PayoutContext, { team }: Person, members: readonly Person[]): void {
  const remedy = "mend the row; what is paid by team needs all of it";
  const member = members.find(({ id }) => waiting.has(id));
  if (member !== undefined) refuse("", `${member.id} of the team waits for a row that was left out`, remedy);
  const known = new Set(people.map(({ id }) => id));
  for (const row of leftOut) {
    const isOwn = row.team === undefined || row.team === team;
    if (row.table === "roster" && isOwn && row.person !== undefined && !known.has(row.person))
      refuse("", `${row.person}, whose row of the roster was left out, may be of the team`, remedy);
    if (row.waits.length === 0 && row.table !== "accounts")
      refuse("", `row ${row.row} of ${tableName(row)} was left out and may be that of a member`, remedy);
  }
}

export const newPayoutLines = ({ terms, currency }: PayoutContext): PayoutLines => ({ lines: [], terms, currency });

/** One person's own score on a card in a period, worked out once. */
export function cardOf(
  context: PayoutContext,
  person: Person,
  weights: PayableReward["weights"],
  period: PerformancePeriod,
): Card {
  const key = JSON.stringify([person.id, weights, period.since, period.to]);
  const known = context.cards.get(key);
  if (known) return known;
  const ledger = newPayoutLines(context);
  const { terms, rows } = context;
  const scored = attempt(() => {
    const service = serviceIn(person, { from: period.since, to: period.to });
    if (service === undefined) return refuse("", `${person.id} was not there`, "leave the row out");
    const served = servedOf(service, period, terms["part periods"]);
    const find = (measure: string) => reachedOf({ rows, person: person.id, measure, period, service, terms });
    return scoreOf(ledger, weights, find, served);
  });
  const card = { lines: ledger.lines, scored };
  context.cards.set(key, card);
  return card;
}
