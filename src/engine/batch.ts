import { accounts as accountSteps } from "../model/accounts/index.js";
import { allocateLanes, type Lanes } from "../model/lanes.js";
import { outcomesOf } from "../model/outcomes/index.js";
import type { Look, Outcome } from "../model/outcomes/outcome.js";
import { people } from "../model/people/index.js";
import { responses } from "../model/responses/index.js";
import type { Response, ResponseWorld } from "../model/responses/response.js";
import type { RewardState } from "../model/rewards/reward.js";
import { allocateCard, allocateReward, type CardPlan, type CardState } from "../model/scorecard/card.js";
import * as close from "../model/scorecard/close.js";
import { addExpectations, foresee, openExpectations } from "../model/scorecard/expectation.js";
import { forecastCard } from "../model/scorecard/forecast.js";
import { buildOutlooks, type Outlook, type OutlookWorld, periodAt, type Question } from "../model/scorecard/outlook.js";
import { prospects } from "../model/scorecard/prospects.js";
import type { Tape } from "../model/tape.js";
import { designColumns } from "./design-columns.js";
import { recordTape } from "./luck.js";
import type { DesignPlan, Program, Task } from "./program.js";
import { drawWorlds, type FirmValues, firmValues, type Worlds } from "./worlds.js";

/** Everything a batch of worlds shares between designs: drawn and worked out once. */
export interface Stock {
  readonly program: Program;
  readonly first: number;
  readonly count: number;
  readonly worlds: Worlds;
  readonly tape: Tape;
  readonly values: FirmValues;
  readonly outlooks: ReadonlyMap<string, Outlook>;
}

/** Draws a batch of worlds: assumptions, luck, and how measures answer to work in each of them. */
export function stockBatch(program: Program, first: number, count: number): Stock {
  const worlds = drawWorlds(program, first, count);
  const questions = new Map<string, Question>();
  for (const design of program.designs) {
    for (const card of design.cards) for (const [key, question] of questionsOf(card)) questions.set(key, question);
  }
  const keys = [...questions.keys()];
  const built = buildOutlooks(
    [...questions.values()],
    worlds as unknown as OutlookWorld,
    count,
    program.months,
    program.accounts,
  );
  return {
    program,
    first,
    count,
    worlds,
    tape: recordTape(program, first, count, worlds),
    values: firmValues(worlds, count, program.months),
    outlooks: new Map(keys.map((key, k) => [key, built[k]])),
  };
}

const keyOf = (card: CardPlan, k: number): string => {
  const { measure, cadence, noise, isRebased } = card.slots[k];
  return `${measure.name}|${card.period}|${cadence}|${noise}|${isRebased}`;
};

const questionsOf = (card: CardPlan): [string, Question][] =>
  card.slots.map(({ measure, cadence, noise, isRebased }, k) => [
    keyOf(card, k),
    { measure, period: card.period, cadence, noise, isRebased },
  ]);

/** Watches a run month by month: for traces and tests. */
export type Witness = (moment: { month: number; lanes: Lanes; cards: readonly CardState[]; world: Worlds; closed: readonly boolean[] }) => void;

/** Outcomes of one task over a batch: one number per outcome and world, outcome-major. */
export interface BatchResult {
  readonly outcomes: Float64Array;
}

/** One design under one response in every world of a batch. */
class Play {
  readonly lanes: Lanes;
  readonly cards: readonly CardState[];
  readonly fixed: readonly RewardState[];
  readonly world: Worlds;
  readonly response: Response;
  readonly design: DesignPlan;
  readonly stock: Stock;
  readonly task: Task;

  constructor(stock: Stock, task: Task) {
    const { program, count, worlds, tape, outlooks } = stock;
    const { months, managers, accounts, activities } = program;
    const shape = { worlds: count, managers, lanes: count * managers, accounts, activities: activities.length, months };
    this.stock = stock;
    this.task = task;
    this.design = program.designs[task.design];
    this.response = responses.find((one) => one.name === task.response) as Response;
    this.lanes = allocateLanes(shape);
    this.cards = this.design.cards.map((card) =>
      allocateCard(card, shape, activities, tape, card.slots.map((_, k) => outlooks.get(keyOf(card, k)) as Outlook)),
    );
    this.fixed = this.design.fixed.map((plan) => allocateReward(plan, shape.lanes));
    const facts = designColumns(this.design, task.scale, this.response, worlds, count, accounts);
    this.world = { ...worlds, ...facts };
    this.start();
  }

  /** Founders in their seats, accounts at rest. */
  private start(): void {
    const { lanes, world } = this;
    const { tape } = this.stock;
    for (let i = 0; i < lanes.lanes; i++) {
      lanes.lnAbility[i] = world.abilitySpread[lanes.world[i]] * tape.talent[i];
      lanes.lnAbilityAtHire[i] = lanes.lnAbility[i];
      lanes.exSales[i] = tape.background[i];
    }
    lanes.size.set(tape.startSize);
    for (const column of [lanes.motive, lanes.freshness, lanes.hires]) column.fill(1);
    for (const column of [lanes.satisfaction, lanes.relationship, lanes.adoption, lanes.organic]) column.fill(1);
    lanes.usual.fill(1);
    lanes.genuine.fill(1);
    lanes.tenure.fill(60);
    for (const card of this.cards) card.forecast.fill(1);
  }

  month(month: number): boolean[] {
    const { lanes, cards, world, stock } = this;
    const { activities } = stock.program;
    const run = <W>(step: { kernel: (lanes: Lanes, world: W, tape: Tape, month: number, activities: typeof stock.program.activities) => void }) =>
      step.kernel(lanes, world as W, stock.tape, month, activities);
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
    people.succession.kernel(this.lanes, this.world as never, this.stock.tape, month, this.stock.program.activities);
  }

  private get needsLifetimeValue(): boolean {
    return this.design.cards.some((card) => card.slots.some(({ measure }) => measure.scale === "lifetimeValue"));
  }

  /** Forecasts, response, choice of effort, what it makes managers expect. */
  private decide(month: number): void {
    const { lanes, cards, world, stock, task } = this;
    const { activities, months } = stock.program;
    if (month === 0 && this.needsLifetimeValue) accountSteps.lifetimeValue.kernel(lanes, world as never, stock.tape, month, activities);
    if (cards.length > 0) prospects(lanes, world as never, activities);
    for (const card of cards) {
      const { start, end } = periodAt(month, card.plan.period, months);
      if (month === 0) close.firstTargets(card, lanes, world as never);
      if (month === start) close.openPeriod(card, lanes, world as never, task.scale, end - start);
      for (const reward of card.rewards) reward.plan.reward.worth(reward, lanes, world as never, end - start);
      forecastCard(card, lanes, world as never, activities, month, task.shift, end - start);
      close.foreseeRivals(card, lanes);
      if (month === start) close.atTarget(card, lanes);
    }
    const firmValue = stock.values.channel[month];
    this.response.kernel({ cards, lanes, world: world as unknown as ResponseWorld, activities, month, firmValue });
    if (this.response.chooses) people.effort.kernel(lanes, world as never, stock.tape, month, activities);
    openExpectations(lanes, world as never);
    for (const card of cards) {
      foresee(card, lanes, activities);
      addExpectations(card, lanes, world as never, month);
    }
  }

  /** What the month pays: amounts due, fixed rewards, and closes. */
  private pay(month: number): boolean[] {
    const { lanes, cards, fixed, world, stock, task } = this;
    const { months } = stock.program;
    for (const column of [lanes.paid, lanes.enjoyed, lanes.accrued, lanes.spent]) column.fill(0);
    const earning = cards.flatMap((card) => card.rewards);
    close.payDue(earning, lanes, world as never, month);
    for (const reward of fixed) payFixed(reward, lanes, world, task.scale);
    if (this.response.compensates) compensate(lanes, world);
    return cards.map((card) => {
      close.takeReadings(card, lanes, world as never, stock.tape, month);
      if (month !== periodAt(month, card.plan.period, months).end - 1) return false;
      close.closePeriod(card, lanes, world as never, stock.tape, month, task.shift);
      return true;
    });
  }
}

/** A twelfth of the yearly amount to every filled seat. */
function payFixed(reward: RewardState, lanes: Lanes, world: Worlds, scale: number): void {
  const { amount } = reward.plan;
  const share = new Float64Array(lanes.lanes);
  for (let i = 0; i < lanes.lanes; i++) {
    reward.unit[i] = (scale * (amount.money + amount.ofSalary * world.salary[lanes.world[i]])) / 12;
    share[i] = lanes.vacancy[i] > 0 ? 0 : 1;
  }
  reward.plan.reward.worth(reward, lanes, world as never, 1);
  reward.plan.reward.settle(reward, share, lanes, world as never, 0, 1);
}

/** Pays for effort what it costs the manager, as the first best assumes. */
function compensate(lanes: Lanes, world: Worlds): void {
  for (let i = 0; i < lanes.lanes; i++) {
    const cost = lanes.effortCost[i] * (1 + world.onCosts[lanes.world[i]]);
    lanes.paid[i] += lanes.effortCost[i];
    lanes.accrued[i] += cost;
    lanes.spent[i] += cost;
  }
}

/** Runs one task over a batch and gives its outcomes, one number per outcome and world. */
export function runTask(stock: Stock, task: Task, outcomes: readonly Outcome[], witness?: Witness): Float64Array {
  const play = new Play(stock, task);
  const { program, count, values } = stock;
  const { lanes, cards, world } = play;
  const sums = outcomes.map(() => new Float64Array(lanes.lanes));
  const discount = new Float64Array(count).fill(1);
  const look = (month: number, closed: readonly boolean[]): Look => ({
    discount,
    lanes,
    cards,
    world,
    activities: program.activities,
    month,
    closed,
    monitoring: play.design.monitoring,
    legacy: values.legacy,
  });
  let last: Look | undefined;
  for (let month = 0; month < program.months; month++) {
    const closed = play.month(month);
    last = look(month, closed);
    for (let k = 0; k < outcomes.length; k++) outcomes[k].add(sums[k], last);
    witness?.({ month, lanes, cards, world, closed });
    play.endMonth(month);
    for (let w = 0; w < count; w++) discount[w] *= world.firmMonth[w];
  }
  const out = new Float64Array(outcomes.length * count);
  for (let k = 0; k < outcomes.length; k++) {
    outcomes[k].finish(sums[k], last as Look);
    for (let w = 0; w < count; w++) {
      let sum = 0;
      for (let i = w * lanes.managers; i < (w + 1) * lanes.managers; i++) sum += sums[k][i];
      out[k * count + w] = sum / lanes.managers;
    }
  }
  return out;
}

/** All outcomes of a program, in order. */
export const outcomesFor = (program: Program): readonly Outcome[] => outcomesOf(program.activities);
