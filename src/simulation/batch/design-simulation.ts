import { accounts as accountSteps } from "../../model/accounts/index.js";
import { allocateLanes, fastRecord, type Lanes } from "../../model/frame/lanes.js";
import type { LawOfMotion } from "../../model/frame/step.js";
import { people } from "../../model/people/index.js";
import { ableAt } from "../../model/people/learning.js";
import { responses } from "../../model/responses/index.js";
import type { Response } from "../../model/responses/response.js";
import type { RewardState } from "../../model/rewards/reward.js";
import { allocateCard, allocateReward, type CardState } from "../../model/scorecard/card.js";
import * as close from "../../model/scorecard/close.js";
import { addExpectations, foresee, openExpectations } from "../../model/scorecard/expectation.js";
import { forecastCard } from "../../model/scorecard/forecast.js";
import { decides, linkCards, linkedAtTarget, weighTerms } from "../../model/scorecard/linked.js";
import { type Outlook, periodAt, setsTargets } from "../../model/scorecard/outlook/outlook.js";
import { prospects } from "../../model/scorecard/outlook/prospects.js";
import { bearRisk } from "../../model/scorecard/risk.js";
import { foreseeRivals } from "../../model/scorecard/rivals.js";
import { type BatchInputs, outlookKey, readingsOf } from "../world/batch-inputs.js";
import { designColumns } from "../world/design-columns.js";
import type { DesignPlan, Task } from "../world/program.js";
import type { DesignWorld } from "../world/worlds.js";

/** One design under one response in every world of a batch. */
export class DesignSimulation {
  readonly lanes: Lanes;
  readonly cards: readonly CardState[];
  readonly fixed: readonly RewardState[];
  /** Rewards of all cards. */
  private readonly earning: readonly RewardState[];
  readonly world: DesignWorld;
  readonly response: Response;
  readonly design: DesignPlan;
  readonly batchInputs: BatchInputs;
  readonly task: Task;

  /** The task's response, or another one put in its place. */
  constructor(
    batchInputs: BatchInputs,
    task: Task,
    response = responses.find((one) => one.name === task.response) as Response,
  ) {
    const { program, count, worlds, randomDraws, outlooks } = batchInputs;
    const { months, managers, accounts, activities } = program;
    const shape = { worlds: count, managers, lanes: count * managers, accounts, activities: activities.length, months };
    this.batchInputs = batchInputs;
    this.task = task;
    this.design = program.designs[task.design];
    this.response = response;
    this.lanes = allocateLanes(shape);
    const own = this.design.cards.map((card) =>
      allocateCard(
        card,
        shape,
        activities,
        randomDraws,
        card.slots.map((_, k) => outlooks.get(outlookKey(card, k)) as Outlook),
        readingsOf(batchInputs, card),
      ),
    );
    this.cards = linkCards(own);
    this.earning = this.cards.flatMap((card) => card.rewards);
    this.fixed = this.design.fixed.map((plan) => allocateReward(plan, shape.lanes));
    const facts = designColumns(this.design, task.scale, this.response, worlds, count, accounts);
    this.world = fastRecord({ ...worlds, ...facts });
    this.start();
  }

  /** Founders in their seats, accounts at rest. */
  private start(): void {
    const { lanes, world } = this;
    const { randomDraws } = this.batchInputs;
    for (let i = 0; i < lanes.lanes; i++) {
      lanes.lnAbility[i] = ableAt(world.abilitySpread[lanes.world[i]] * randomDraws.talent[i]);
      lanes.lnAbilityAtHire[i] = lanes.lnAbility[i];
      lanes.exSales[i] = randomDraws.background[i];
    }
    lanes.size.set(randomDraws.startSize);
    for (const column of [lanes.motive, lanes.freshness, lanes.hires]) column.fill(1);
    for (const column of [lanes.satisfaction, lanes.relationship, lanes.adoption, lanes.organic]) column.fill(1);
    lanes.usual.fill(1);
    lanes.genuine.fill(1);
    lanes.tenure.fill(60);
    for (const card of this.cards) card.forecast.fill(1);
  }

  month(month: number): boolean[] {
    const { lanes, cards, world, batchInputs } = this;
    const { activities } = batchInputs.program;
    const run = ({ kernel }: LawOfMotion<keyof DesignWorld>) =>
      kernel(lanes, world, batchInputs.randomDraws, month, activities);
    run(people.capacity);
    run(people.returns);
    run(accountSteps.flow);
    this.decide(month);
    run(people.work);
    run(accountSteps.booking);
    run(accountSteps.churn);
    run(accountSteps.relationship);
    run(accountSteps.pullForward);
    run(accountSteps.growth);
    run(accountSteps.standing);
    if (month === lanes.months - 1 || this.needsLifetimeValue) run(accountSteps.lifetimeValue);
    const closed = this.pay(month);
    run(people.learning);
    run(people.motivation);
    run(people.staying);
    for (const card of cards) close.forfeit(card, lanes);
    return closed;
  }

  /** After outcomes are taken: leavers go, successors come. */
  endMonth(month: number): void {
    people.succession.kernel(
      this.lanes,
      this.world,
      this.batchInputs.randomDraws,
      month,
      this.batchInputs.program.activities,
    );
  }

  private get needsLifetimeValue(): boolean {
    return this.design.cards.some((card) => card.slots.some(({ measure }) => measure.scale === "lifetimeValue"));
  }

  /** Forecasts, response, choice of effort, what it makes managers expect. */
  private decide(month: number): void {
    const { lanes, cards, world, batchInputs, task } = this;
    const { activities } = batchInputs.program;
    const { looksAtScores, looksAhead } = this.response;
    if (month === 0 && this.needsLifetimeValue)
      accountSteps.lifetimeValue.kernel(lanes, world, batchInputs.randomDraws, month, activities);
    if (cards.length > 0) prospects(lanes, world, activities);
    for (const card of cards) {
      const { start, end } = periodAt(month, card.plan.period, lanes.months);
      if (month === 0) close.firstTargets(card, lanes, world);
      if (month === start) close.openPeriod(card, lanes, world, task.scale, end - start);
      for (const reward of card.rewards) reward.plan.reward.worth(reward, lanes, world, end - start);
      close.countService(card, end - month, end - start);
      const shift = this.shiftOf(card);
      const months = end - start;
      forecastCard(card, lanes, world, activities, month, shift, months, looksAtScores, looksAhead === true);
      if (month === start) {
        foreseeRivals(card, card.base);
        close.payAtTarget(card, lanes);
      }
    }
    for (const card of cards) if (month % card.plan.period === 0) linkedAtTarget(card);
    const firmValue = batchInputs.values.channel[month];
    this.response.kernel({ cards, lanes, world, activities, month, firmValue });
    if (this.response.chooses) people.effort.kernel(lanes, world, batchInputs.randomDraws, month, activities);
    openExpectations(lanes, world);
    for (const card of cards) {
      if (looksAtScores) foresee(card, lanes, activities);
      else card.forecast.set(card.base);
      // who looks ahead expects the rivals that effort was chosen against
      if (!looksAhead) foreseeRivals(card, card.forecast);
    }
    weighTerms(cards);
    for (const card of cards) {
      addExpectations(card, lanes, world, month);
      bearRisk(card, lanes, world, month);
    }
  }

  /** What the month pays: amounts due, fixed rewards, and closes. */
  private pay(month: number): boolean[] {
    const { lanes, cards, fixed, world, batchInputs, task } = this;
    const { months } = batchInputs.program;
    lanes.paid.fill(0);
    lanes.enjoyed.fill(0);
    lanes.awarded.fill(0);
    lanes.accrued.fill(0);
    lanes.spent.fill(0);
    close.payDue(this.earning, lanes, world, month);
    for (const reward of fixed) payFixed(reward, lanes, world, task.scale);
    if (this.response.compensates) compensate(lanes, world);
    const closed = cards.map((card) => month === periodAt(month, card.plan.period, months).end - 1);
    // What decides over other cards' pay is scored before they are.
    for (const isFirst of [true, false]) {
      for (const [c, card] of cards.entries()) {
        if (decides(card.plan) !== isFirst) continue;
        close.takeReadings(card, lanes, world, batchInputs.randomDraws, month);
        if (closed[c]) close.closePeriod(card, lanes, world, batchInputs.randomDraws, month, this.shiftOf(card));
        else if (setsTargets(month, months, card.plan.interval)) close.setTargets(card, lanes, world, month);
      }
    }
    close.countPending(this.earning, lanes);
    return closed;
  }

  /** score. By how much a card is tightened; one without a target to miss never is. */
  private shiftOf(card: CardState): number {
    return card.plan.isTightened ? this.task.shift : 0;
  }
}

/** A twelfth of the yearly amount to every filled seat. */
function payFixed(reward: RewardState, lanes: Lanes, world: DesignWorld, scale: number): void {
  const { money, ofSalary } = reward.plan.amount;
  const { unit, payout } = reward;
  const { worlds, managers, vacancy } = lanes;
  for (let w = 0, i = 0; w < worlds; w++) {
    const monthly = (scale * (money + ofSalary * world.salary[w])) / 12;
    for (const end = i + managers; i < end; i++) {
      unit[i] = monthly;
      payout[i] = vacancy[i] > 0 ? 0 : 1;
    }
  }
  reward.plan.reward.worth(reward, lanes, world, 1);
  close.countAward(reward, lanes);
  reward.plan.reward.settle(reward, payout, lanes, world, 0, 1);
}

/** Pays for effort what it costs the manager, as the first best assumes. */
function compensate(lanes: Lanes, world: DesignWorld): void {
  for (let i = 0; i < lanes.lanes; i++) {
    const cost = lanes.effortCost[i] * (1 + world.onCosts[lanes.world[i]]);
    lanes.paid[i] += lanes.effortCost[i];
    lanes.awarded[i] += lanes.effortCost[i];
    lanes.accrued[i] += cost;
    lanes.spent[i] += cost;
  }
}
