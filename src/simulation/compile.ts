import type { Distribution } from "../foundation/maths/distribution.js";
import { stratifiedDraws } from "../foundation/maths/strata.js";
import { refuse } from "../foundation/text/problem.js";
import { recordOf } from "../foundation/values/record.js";
import { type ActivityNumbers, activityNumbers } from "../model/activities/activity.js";
import { activities, defaultActivities } from "../model/activities/index.js";
import { assumptionNames } from "../model/assumptions.js";
import { measures } from "../model/measures/index.js";
import type { Measure } from "../model/measures/measure.js";
import { usualSettings } from "../model/measures/usual-settings.js";
import type { Reward, RewardPlan } from "../model/rewards/reward.js";
import { topUp } from "../model/rewards/top-up.js";
import type { CardPlan, SlotPlan } from "../model/scorecard/card.js";
import { intervalOf } from "../scenario/check/targets.js";
import { titleOf } from "../scenario/designs/reward-words.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Checked, CheckedDesign } from "../scenario/schema/schema.js";
import { assumptionRange, unknownPay, usualCost } from "../scenario/schema/usual.js";
import type { DesignPlan, Program } from "./world/program.js";
import { blockBits, type Sampling } from "./world/sampling.js";

export interface CompileOptions {
  readonly seed?: number | undefined;
  readonly months?: number | undefined;
  readonly sampling?: Sampling | undefined;
  /** Worlds that share a draw of the assumptions: as in a run; 1 unless given, whatever the scenario says of its run. */
  readonly lucksPerDraw?: number | undefined;
}

/** A scenario as numbers: activities, assumptions, and every design as scorecards; the yardsticks are added at the end. */
export function compile(scenario: Scenario, options: CompileOptions = {}): Program {
  const { checked } = scenario;
  const designs = Object.entries(checked.designs).map(([name, design]) => compileDesign(name, design, checked));
  return {
    seed: options.seed ?? checked.run.seed,
    currency: checked.currency,
    months: options.months ?? checked.horizon,
    managers: checked.managers,
    accounts: checked.accountsPerManager,
    activities: compileActivities(checked),
    assumptions: compileAssumptions(checked),
    designs: [...designs, ...yardstickDesigns()],
    ...((options.sampling ?? checked.run.sampling) === "latin hypercube" && { draws: stratifiedDraws(blockBits) }),
    ...((options.lucksPerDraw ?? 1) > 1 && { lucksPerDraw: options.lucksPerDraw }),
  };
}

function compileActivities(checked: Checked): ActivityNumbers[] {
  const chosen = checked.activities ?? Object.fromEntries(defaultActivities.map((name) => [name, {}]));
  return Object.entries(chosen).map(([name, changes]) => {
    const activity = activities.find((one) => one.name === name) as (typeof activities)[number];
    const given = Object.entries(changes).filter(
      ([key, value]) => value !== undefined && key !== "source" && key !== "note",
    );
    return activityNumbers(activity, Object.fromEntries(given));
  });
}

function compileAssumptions(checked: Checked): Program["assumptions"] {
  return recordOf(assumptionNames, (name): Distribution => {
    const { fault, remedy } = unknownPay(checked.currency);
    return assumptionRange(checked, name) ?? refuse("team.salary", fault, remedy);
  });
}

/** Rewards that share period, scorecard and basis share one card. */
function compileDesign(name: string, design: CheckedDesign, checked: Checked): DesignPlan {
  const groups = new Map<
    string,
    Pick<CardPlan, "period" | "interval"> & {
      rewards: RewardPlan[];
      weights: Readonly<Record<string, number>>;
      isRebased: boolean | undefined;
    }
  >();
  for (const reward of design.rewards) {
    if (reward.form === undefined) continue;
    const period = Math.round(reward.period ?? design.period);
    const interval = Math.round(intervalOf(reward, design) ?? period);
    const weights = reward.weights ?? design.weights;
    const key = JSON.stringify([period, interval, weights, reward.isTeam, reward.isRebased]);
    const group = groups.get(key) ?? { rewards: [], period, interval, weights, isRebased: reward.isRebased };
    group.rewards.push(reward);
    groups.set(key, group);
  }
  // The first card is the main one: what is held at target and reported as such is read from it.
  const paying = [...groups.values()]
    .map(({ weights, isRebased, ...card }) => compileCard(card, weights, isRebased, checked))
    .sort((a, b) => Number(b.isTightened) - Number(a.isTightened));
  const cards = [...paying, ...paying.flatMap((card) => linkedCards(card, checked)).filter(isNew)];
  const seen = new Set(cards.flatMap((card) => card.slots.map((slot) => slot.measure.name)));
  const monitoring = [...seen].reduce(
    (sum, measure) => sum + (checked.measures[measure]?.cost ?? usualCost(measureOf(measure), checked)),
    0,
  );
  return {
    name,
    title: titleOf(name, design),
    cards,
    fixed: design.rewards.filter((reward) => reward.form === undefined),
    monitoring,
    role: "design",
  };
}

/** Cards for the measures that decide what rewards of a card pay, one for each measure and basis; making designs equally hard leaves them alone. */
const linkedCards = ({ rewards, period, interval }: CardPlan, checked: Checked): CardPlan[] =>
  rewards.flatMap(({ linkages = [] }) =>
    linkages.map(({ measure, isTeam }): CardPlan => {
      const slot = slotPlan(measure, 1, checked);
      const judged = slot.measure.judged ? 1 : 0;
      return { period, interval, slots: [slot], rewards: [], isTeam, isTightened: false, judged };
    }),
  );

/** Whether no card before looks at the same measure of the same people over the same period, with targets set as often. */
const isNew = (card: CardPlan, at: number, all: readonly CardPlan[]): boolean =>
  all.findIndex((one) => keyOf(one) === keyOf(card)) === at;

const keyOf = ({ period, interval, slots, isTeam }: CardPlan): string =>
  JSON.stringify([period, interval, slots.map(({ measure }) => measure.name), isTeam]);

const measureOf = (name: string): Measure => measures.find((one) => one.name === name) as Measure;

/** A measure on a card, with the scenario's settings for it. */
export function slotPlan(name: string, weight: number, checked: Checked, isRebased?: boolean): SlotPlan {
  const measure = measureOf(name);
  const settings = checked.measures[name];
  return {
    measure,
    weight,
    cadence: settings?.cadence ?? usualSettings.cadence,
    noise: settings?.noise ?? usualSettings.noise,
    isRebased: isRebased ?? settings?.rebased ?? measure.rebased,
    stretch: settings?.target ?? usualSettings.target,
  };
}

function compileCard(
  card: Pick<CardPlan, "rewards" | "period" | "interval">,
  weights: Readonly<Record<string, number>>,
  isRebased: boolean | undefined,
  checked: Checked,
): CardPlan {
  const slots = Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .map(([name, weight]) => slotPlan(name, weight, checked, isRebased));
  const judged = slots.reduce((sum, slot) => sum + (slot.measure.judged ? slot.weight : 0), 0);
  const isTightened = card.rewards.some((reward) => reward.isTightened !== false);
  return { ...card, slots, isTeam: card.rewards[0].isTeam, isTightened, judged };
}

/** What every comparison carries beside the scenario's designs. */
function yardstickDesigns(): DesignPlan[] {
  const flat: RewardPlan = {
    reward: topUp as unknown as Reward,
    amount: { money: 1, ofSalary: 0, ofRevenue: 0 },
    form: undefined,
    isTeam: false,
    numbers: [],
  };
  const base = { cards: [], monitoring: 0 };
  return [
    { ...base, name: "no reward", title: "No reward", fixed: [], role: "no reward" },
    { ...base, name: "flat top-up", title: "Flat top-up of equal cost", fixed: [flat], role: "flat top-up" },
    { ...base, name: "first best", title: "First best (yardstick)", fixed: [flat], role: "first best" },
  ];
}
