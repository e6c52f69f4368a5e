import { periodAt } from "../../model/scorecard/outlook/outlook.js";
import { DesignSimulation } from "../batch/design-simulation.js";
import type { BatchInputs } from "../world/batch-inputs.js";
import type { Program, Task } from "../world/program.js";
import type { ObservedCard, ObservedCloses, RewardMoney } from "./data.js";
import { type Meter, meterOf, type RewardFlows } from "./meter.js";
import { cumulative, readLanes, type Scratch, type Source, sourcesOf } from "./quantities.js";

/** A batch of worlds as it was watched, by [lane × months + month] where nothing else is said. */
export interface Watched {
  readonly play: DesignSimulation;
  readonly lines: readonly RewardFlows[];
  readonly cards: readonly ObservedCard[];
  /** By reward. */
  readonly money: readonly RewardMoney[];
  /** By quantity, [world × kept months + month]. */
  readonly months: Readonly<Record<string, Float64Array>>;
  readonly filled: Uint8Array;
  readonly holder: Int32Array;
  readonly enjoyed: Float64Array;
  readonly ability: Float64Array;
  readonly effort: Float64Array;
  /** score. Of the main card's period the month belongs to. */
  readonly attainment: Float64Array;
  readonly foreseen: Float64Array;
}

/** Plays one task over a batch, month by month as a run does, and keeps what happens. Months are kept by month up to `kept`. */
export function watch(batchInputs: BatchInputs, task: Task, kept: number): Watched {
  const { program, count } = batchInputs;
  const lanes = count * program.managers;
  const meter = meterOf(program.designs[task.design], lanes, isPaidForEffort(program, task));
  const play = new DesignSimulation({ ...batchInputs, program: withDesign(program, task.design, meter) }, task);
  meter.attach(play);
  const watched = allocate(play, meter, kept);
  const discount = new Float64Array(count).fill(1);
  const scratch = {
    ability: new Float64Array(lanes),
    effort: new Float64Array(lanes),
    retained: new Float64Array(lanes).fill(1),
  };
  const sources = sourcesOf(play, scratch);
  for (let month = 0; month < program.months; month++) {
    meter.open(month);
    const closed = play.month(month);
    meter.finish();
    readLanes(play.lanes, program.activities, scratch);
    keepForesight(watched, month);
    keepMoney(watched, month);
    for (const [c, isClosed] of closed.entries()) if (isClosed) keepClose(watched, meter, c, month);
    keepLanes(watched, scratch, month);
    if (month < kept) keepMonth(watched, sources, kept, month);
    keepValue(watched, discount, kept, month);
    play.endMonth(month);
    for (let w = 0; w < count; w++) discount[w] *= batchInputs.worlds.firmMonth[w];
  }
  return watched;
}

/** Whether the task is one whose response pays for effort: the first best. */
const isPaidForEffort = (program: Program, task: Task): boolean => program.designs[task.design].role === "first best";

const withDesign = (program: Program, design: number, { design: metered }: Meter): Program => ({
  ...program,
  designs: program.designs.map((one, d) => (d === design ? metered : one)),
});

function allocate(play: DesignSimulation, { lines }: Meter, kept: number): Watched {
  const { lanes, world, managers, months } = play.lanes;
  const { first, count, program } = play.batchInputs;
  const grid = (): Float64Array => new Float64Array(lanes * months);
  const names = [...sourcesOf(play, emptyScratch).map(({ name }) => name), cumulative.name];
  const closesOf = (period: number, rewards: number): ObservedCloses => {
    const each = Math.ceil(months / period);
    const rows = lanes * each;
    const column = (): Float64Array => new Float64Array(rows);
    return {
      world: Int32Array.from({ length: rows }, (_, at) => first + world[Math.floor(at / each)]),
      manager: Int32Array.from({ length: rows }, (_, at) => Math.floor(at / each) % managers),
      month: Int32Array.from({ length: rows }, (_, at) => periodAt((at % each) * period, period, months).end),
      attainment: column(),
      foreseen: column(),
      served: column(),
      isTruncated: new Uint8Array(rows),
      payouts: Array.from({ length: rewards }, () => ({ payout: column(), amount: column() })),
    };
  };
  return {
    play,
    lines,
    cards: play.design.cards.map(({ period, isTeam, rewards }, c) => ({
      period,
      isTeam,
      threshold: finite(rewards[0]?.form?.threshold),
      cap: finite(rewards[0]?.form?.cap),
      rewards: [...lines.keys()].filter((r) => lines[r].reward.card === c),
      closes: closesOf(period, rewards.length),
    })),
    money: lines.map(() => ({ earned: grid(), accrued: grid(), spent: grid(), paid: grid() })),
    months: Object.fromEntries(names.map((name) => [name, new Float64Array(count * Math.min(kept, program.months))])),
    filled: new Uint8Array(lanes * months),
    holder: new Int32Array(lanes * months),
    enjoyed: grid(),
    ability: grid(),
    effort: grid(),
    attainment: grid(),
    foreseen: grid(),
  };
}

const emptyScratch: Scratch = {
  ability: new Float64Array(0),
  effort: new Float64Array(0),
  retained: new Float64Array(0),
};

const finite = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;

/** What managers foresee where a period opens: kept in the rows of its close until it comes. */
function keepForesight({ play, cards }: Watched, month: number): void {
  const { lanes, months } = play.lanes;
  for (const [c, { period, closes }] of cards.entries()) {
    if (month % period !== 0) continue;
    const each = Math.ceil(months / period);
    for (let i = 0; i < lanes; i++) closes.foreseen[i * each + month / period] = play.cards[c].forecast[i];
  }
}

/** What rewards moved; what is earned at a close is spread by `keepClose`. */
function keepMoney({ play, lines, money }: Watched, month: number): void {
  const { lanes, months } = play.lanes;
  for (let r = 0; r < lines.length; r++) {
    const { earned, accrued, spent, paid } = money[r];
    const line = lines[r];
    const isFixed = line.reward.card === undefined;
    for (let i = 0; i < lanes; i++) {
      const at = i * months + month;
      accrued[at] = line.accrued[i];
      spent[at] = line.spent[i];
      paid[at] = line.paid[i];
      if (isFixed) earned[at] = line.earned[i];
    }
  }
}

/** A close: its row by lane, what was earned to the months served, and the main card's score to every month of the period. */
function keepClose(watched: Watched, meter: Meter, c: number, month: number): void {
  const { play, lines, money, attainment, foreseen } = watched;
  const { lanes, months } = play.lanes;
  const { period, closes, rewards } = watched.cards[c];
  const { start, end } = periodAt(month, period, months);
  const { score, rewards: states } = play.cards[c];
  const each = Math.ceil(months / period);
  for (let i = 0; i < lanes; i++) {
    const row = i * each + start / period;
    const served = meter.served[c][i];
    closes.attainment[row] = score[i];
    closes.served[row] = served;
    closes.isTruncated[row] = served < end - start ? 1 : 0;
    for (let k = 0; k < rewards.length; k++) {
      const { reward, earned, granted } = lines[rewards[k]];
      closes.payouts[k].payout[row] = states[k].payout[i];
      closes.payouts[k].amount[row] = reward.form === "raise" ? granted[i] : earned[i];
      for (let m = end - served; m < end; m++) money[rewards[k]].earned[i * months + m] = earned[i] / served;
    }
    if (c > 0) continue;
    attainment.fill(score[i], i * months + start, i * months + end);
    foreseen.fill(closes.foreseen[row], i * months + start, i * months + end);
  }
}

function keepLanes({ play, filled, holder, enjoyed, ability, effort }: Watched, scratch: Scratch, month: number): void {
  const { lanes, months, vacancy, hires, enjoyed: value } = play.lanes;
  for (let i = 0; i < lanes; i++) {
    const at = i * months + month;
    filled[at] = vacancy[i] > 0 ? 0 : 1;
    holder[at] = hires[i];
    enjoyed[at] = value[i];
    ability[at] = scratch.ability[i];
    effort[at] = scratch.effort[i];
  }
}

/** Means of the team. */
function keepMonth({ play, months }: Watched, sources: readonly Source[], kept: number, month: number): void {
  const { managers } = play.lanes;
  const { count } = play.batchInputs;
  for (const { name, column, plus, times } of sources) {
    const out = months[name];
    for (let w = 0; w < count; w++) {
      let sum = 0;
      for (let i = w * managers; i < (w + 1) * managers; i++) sum += column[i];
      out[w * kept + month] = plus + (times * sum) / managers;
    }
  }
}

/** What the month adds to the value so far; beyond the months kept nothing is. */
function keepValue({ play, months }: Watched, discount: Float64Array, kept: number, month: number): void {
  if (month >= kept) return;
  const { managers, marginEarned, accrued, left } = play.lanes;
  const { hiring, salary } = play.batchInputs.worlds;
  const out = months[cumulative.name];
  for (let w = 0; w < discount.length; w++) {
    let sum = 0;
    for (let i = w * managers; i < (w + 1) * managers; i++) {
      sum += marginEarned[i] - accrued[i] - left[i] * hiring[w] * salary[w];
    }
    const added = discount[w] * (sum / managers - play.design.monitoring / 12);
    out[w * kept + month] = added + (month > 0 ? out[w * kept + month - 1] : 0);
  }
}
