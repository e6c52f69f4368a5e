import type { BatchInputs } from "../world/batch-inputs.js";
import type { Task } from "../world/program.js";
import type { ObservedTables, ObservedYears, RewardMoney } from "./data.js";
import { type Watched, watch } from "./watch.js";

const moneyColumns = ["earned", "accrued", "spent", "paid"] as const;

/** What one task does over a batch of worlds, as tables; `other` is the same batch with other luck, where that is wanted. */
export function observeBatch(
  batchInputs: BatchInputs,
  task: Task,
  kept: number,
  other: BatchInputs | undefined,
): ObservedTables {
  const watched = watch(batchInputs, task, kept);
  const isScored = watched.cards.length > 0;
  const again = other !== undefined && isScored ? watch(other, task, 0) : undefined;
  return {
    rewards: watched.lines.map(({ reward }) => reward),
    cards: watched.cards,
    years: withOtherLuck(yearsOf(watched), again),
    months: watched.months,
    timeline: watched.money.map((one) => timelineOf(one, watched, kept)),
  };
}

/** Team means by world and month. */
function timelineOf(money: RewardMoney, { play }: Watched, kept: number): RewardMoney {
  const { managers, months } = play.lanes;
  const { count } = play.batchInputs;
  const meanOf = (values: Float64Array): Float64Array => {
    const out = new Float64Array(count * kept);
    for (let w = 0; w < count; w++) {
      for (let i = w * managers; i < (w + 1) * managers; i++) {
        for (let m = 0; m < kept; m++) out[w * kept + m] += values[i * months + m];
      }
    }
    for (let at = 0; at < out.length; at++) out[at] /= managers;
    return out;
  };
  return {
    earned: meanOf(money.earned),
    accrued: meanOf(money.accrued),
    spent: meanOf(money.spent),
    paid: meanOf(money.paid),
  };
}

/** The years of a horizon: first month and the month after the last. */
function yearsWithin(months: number): readonly { readonly start: number; readonly end: number }[] {
  return Array.from({ length: Math.ceil(months / 12) }, (_, year) => ({
    start: 12 * year,
    end: Math.min(12 * (year + 1), months),
  }));
}

/** Grids by lane and month to rows by lane and year. */
type ByYear = (grid: Float64Array | Uint8Array) => Float64Array;

function summing({ play }: Watched): ByYear {
  const { lanes, months } = play.lanes;
  const years = yearsWithin(months);
  return (grid) => {
    const out = new Float64Array(lanes * years.length);
    for (let i = 0; i < lanes; i++) {
      for (let y = 0; y < years.length; y++) {
        let sum = 0;
        for (let m = years[y].start; m < years[y].end; m++) sum += grid[i * months + m];
        out[i * years.length + y] = sum;
      }
    }
    return out;
  };
}

function yearsOf(watched: Watched): ObservedYears {
  const { play, lines, cards } = watched;
  const { lanes, world, managers, months } = play.lanes;
  const years = yearsWithin(months);
  const each = years.length;
  const rows = lanes * each;
  const integers = (of: (i: number, y: number) => number): Int32Array =>
    Int32Array.from({ length: rows }, (_, at) => of(Math.floor(at / each), at % each));
  const total = summing(watched);
  const lengths = integers((_, y) => years[y].end - years[y].start);
  const meanOf = (grid: Float64Array): Float64Array => total(grid).map((sum, at) => sum / lengths[at]);
  const rewards = watched.money.map(
    (money) => Object.fromEntries(moneyColumns.map((name) => [name, total(money[name])])) as unknown as RewardMoney,
  );
  const filled = Int32Array.from(total(watched.filled));
  const { salary } = play.batchInputs.worlds;
  const base = Float64Array.from(filled, (count, at) => (salary[world[Math.floor(at / each)]] / 12) * count);
  const scored = [...lines.keys()].filter((r) => lines[r].reward.card !== undefined);
  const sumOf = (which: readonly number[], name: keyof RewardMoney): Float64Array =>
    base.map((_, at) => which.reduce((sum, r) => sum + rewards[r][name][at], 0));
  const cash = sumOf([...lines.keys()], "paid");
  const attainment = cards.length > 0 ? meanOf(watched.attainment) : undefined;
  const foreseen = cards.length > 0 ? meanOf(watched.foreseen) : undefined;
  return {
    world: integers((i) => play.batchInputs.first + world[i]),
    manager: integers((i) => i % managers),
    year: integers((_, y) => y + 1),
    length: lengths,
    filled,
    holder: integers((i, y) => watched.holder[i * months + years[y].end - 1]),
    isWhole: Uint8Array.from(integers((i, y) => isWhole(watched, i, years[y]))),
    salary: base,
    pay: base.map((salary, at) => salary + cash[at]),
    variable: sumOf(scored, "earned"),
    variablePaid: sumOf(scored, "paid"),
    enjoyed: total(watched.enjoyed),
    ability: meanOf(watched.ability),
    effort: meanOf(watched.effort),
    attainment,
    foreseen,
    luck: foreseen && attainment?.map((score, at) => score - foreseen[at]),
    rewards,
    otherLuck: undefined,
  };
}

/** 1 where one person sat in the seat in every month of the year. */
function isWhole({ play, filled, holder }: Watched, i: number, { start, end }: { start: number; end: number }): number {
  const from = i * play.lanes.months;
  for (let m = start; m < end; m++) {
    if (filled[from + m] === 0 || holder[from + m] !== holder[from + start]) return 0;
  }
  return 1;
}

/** Years with those of the same seats under other luck beside them. */
function withOtherLuck(years: ObservedYears, again: Watched | undefined): ObservedYears {
  if (again === undefined) return years;
  const other = yearsOf(again);
  const isSame = years.isWhole.map((whole, at) =>
    whole === 1 && other.isWhole[at] === 1 && years.holder[at] === other.holder[at] ? 1 : 0,
  );
  return {
    ...years,
    otherLuck: { isSame, attainment: other.attainment as Float64Array, variable: other.variable },
  };
}
