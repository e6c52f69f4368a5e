import type { Lanes } from "../../model/frame/lanes.js";
import type { RewardPlan, RewardState } from "../../model/rewards/reward.js";
import type { CardState } from "../../model/scorecard/card.js";
import type { DesignSimulation } from "../batch/design-simulation.js";
import type { DesignPlan } from "../world/program.js";
import type { ObservedReward } from "./data.js";

/** What one reward moved this month, by lane, in currency. */
export interface RewardFlows {
  readonly reward: ObservedReward;
  /** What was awarded: at face value; for a raise what it is expected to cost while the person stays. */
  readonly earned: Float64Array;
  readonly accrued: Float64Array;
  readonly spent: Float64Array;
  readonly paid: Float64Array;
  /** currency/year. Raise granted this month, and what this reward's raises come to. */
  readonly granted: Float64Array;
  readonly raises: Float64Array;
}

/** A design whose rewards tell what they move. The play runs its own steps; only totals before and after are compared. */
export interface Meter {
  /** The design to play instead of the original. */
  readonly design: DesignPlan;
  readonly lines: readonly RewardFlows[];
  /** months served by card, as they were when the card closed. */
  readonly served: readonly Float64Array[];
  /** The play that runs the design; before its first month. */
  attach(play: DesignSimulation): void;
  /** Before every month: what falls due. */
  open(month: number): void;
  /** After every month, before leavers go: what is paid outside closes. */
  finish(): void;
}

type Moved = Pick<Lanes, "paid" | "accrued" | "spent" | "raise">;

const movedColumns = ["paid", "accrued", "spent", "raise"] as const;

export function meterOf(design: DesignPlan, lanes: number, compensates: boolean): Meter {
  const column = (): Float64Array => new Float64Array(lanes);
  const before: Moved = { paid: column(), accrued: column(), spent: column(), raise: column() };
  const lines: RewardFlows[] = [];
  const served = design.cards.map(column);
  let states: readonly RewardState[] = [];
  let cards: readonly CardState[] = [];
  let play: DesignSimulation | undefined;
  const addLine = (reward: ObservedReward): RewardFlows => {
    const line = { earned: column(), accrued: column(), spent: column(), paid: column() };
    lines.push({ reward, ...line, granted: column(), raises: column() });
    return lines[lines.length - 1];
  };
  const told = (plan: RewardPlan, card: number | undefined): RewardPlan => {
    const { title, form } = plan.reward;
    const line = addLine({ title, form, card });
    return {
      ...plan,
      reward: {
        ...plan.reward,
        settle(state, payout, columns, world, month, months) {
          for (const name of movedColumns) before[name].set(columns[name]);
          plan.reward.settle(state, payout, columns, world, month, months);
          addMoved(line, before, columns, state.unit, payout, world.onCosts);
          if (card !== undefined) served[card].set(cards[card].served);
        },
      },
    };
  };
  const metered: DesignPlan = {
    ...design,
    cards: design.cards.map((card, c) => ({ ...card, rewards: card.rewards.map((plan) => told(plan, c)) })),
    fixed: design.fixed.map((plan) => told(plan, undefined)),
  };
  const effort = compensates ? addLine({ title: "effort paid for", form: "effort", card: undefined }) : undefined;
  return {
    design: metered,
    lines,
    served,
    attach(one) {
      play = one;
      cards = one.cards;
      states = [...one.cards.flatMap((card) => card.rewards), ...one.fixed];
    },
    open(month) {
      for (const { earned, accrued, spent, paid, granted } of lines)
        for (const one of [earned, accrued, spent, paid, granted]) one.fill(0);
      const { lanes: columns, world } = play as DesignSimulation;
      for (let r = 0; r < states.length; r++) addArrivals(lines[r], states[r], columns, world.onCosts, month);
      addRaises(lines, columns, world.onCosts);
    },
    finish() {
      const { lanes: columns, world } = play as DesignSimulation;
      if (effort !== undefined) addEffort(effort, columns, world.onCosts);
      keepRaises(lines, columns);
    },
  };
}

/** What a settlement changed. A raise earns what it accrues, without on-costs; anything else its amount. */
function addMoved(
  line: RewardFlows,
  before: Moved,
  lanes: Lanes,
  unit: Float64Array,
  payout: Float64Array,
  onCosts: Float64Array,
): void {
  const isRaise = line.reward.form === "raise";
  for (let i = 0; i < lanes.lanes; i++) {
    const accrued = lanes.accrued[i] - before.accrued[i];
    line.accrued[i] += accrued;
    line.paid[i] += lanes.paid[i] - before.paid[i];
    line.spent[i] += lanes.spent[i] - before.spent[i];
    line.granted[i] += lanes.raise[i] - before.raise[i];
    line.earned[i] += isRaise ? accrued / (1 + onCosts[lanes.world[i]]) : unit[i] * payout[i];
  }
}

/** What was awarded earlier and is paid this month. */
function addArrivals(line: RewardFlows, state: RewardState, lanes: Lanes, onCosts: Float64Array, month: number): void {
  if (state.ring <= 1) return;
  const due = (month % state.ring) * lanes.lanes;
  for (let i = 0; i < lanes.lanes; i++) {
    const arriving = state.pending[due + i] + state.owed[due + i];
    line.paid[i] += arriving;
    line.spent[i] += arriving * (1 + onCosts[lanes.world[i]]);
  }
}

/** A twelfth of the raises so far, to the rewards they came from. */
function addRaises(lines: readonly RewardFlows[], lanes: Lanes, onCosts: Float64Array): void {
  for (let i = 0; i < lanes.lanes; i++) {
    if (lanes.vacancy[i] > 0 || lanes.raise[i] === 0) continue;
    const total = lines.reduce((sum, { raises }) => sum + raises[i], 0);
    for (const line of lines) {
      const paid = ((line.raises[i] / total) * lanes.raise[i]) / 12;
      line.paid[i] += paid;
      line.spent[i] += paid * (1 + onCosts[lanes.world[i]]);
    }
  }
}

/** What each reward's raises come to, growth of pay included. Those of a leaver end because the lane's raise is then 0. */
function keepRaises(lines: readonly RewardFlows[], lanes: Lanes): void {
  for (let i = 0; i < lanes.lanes; i++) {
    let before = 0;
    let granted = 0;
    for (const line of lines) {
      before += line.raises[i];
      granted += line.granted[i];
    }
    const growth = before > 0 ? (lanes.raise[i] - granted) / before : 0;
    for (const line of lines) line.raises[i] = line.raises[i] * growth + line.granted[i];
  }
}

/** What effort beyond natural effort costs, where it is paid for. */
function addEffort(line: RewardFlows, lanes: Lanes, onCosts: Float64Array): void {
  for (let i = 0; i < lanes.lanes; i++) {
    const paid = lanes.effortCost[i];
    const cost = paid * (1 + onCosts[lanes.world[i]]);
    line.earned[i] += paid;
    line.paid[i] += paid;
    line.accrued[i] += cost;
    line.spent[i] += cost;
  }
}
