import type {
  Observations,
  ObservedCard,
  ObservedCloses,
  ObservedDesign,
  ObservedYears,
  RewardMoney,
} from "../../src/simulation/observation/data.js";
import { tinyRun } from "./tiny-run.js";

/** Everything about a design that is observed and may be left out. */
export interface TinyObserved {
  readonly worlds?: number;
  readonly months?: number;
  readonly managers?: number;
  readonly rewards?: ObservedDesign["rewards"];
  readonly quantities?: Readonly<Record<string, readonly number[]>>;
  readonly timeline?: readonly Readonly<Record<keyof RewardMoney, readonly number[]>>[];
  readonly cards?: readonly ObservedCard[];
  readonly years?: Partial<ObservedYears>;
}

const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

const noYears: ObservedYears = {
  world: new Int32Array(0),
  manager: new Int32Array(0),
  year: new Int32Array(0),
  length: new Int32Array(0),
  filled: new Int32Array(0),
  holder: new Int32Array(0),
  isWhole: new Uint8Array(0),
  salary: numbers([]),
  pay: numbers([]),
  variable: numbers([]),
  variablePaid: numbers([]),
  enjoyed: numbers([]),
  ability: numbers([]),
  effort: numbers([]),
  attainment: undefined,
  foreseen: undefined,
  luck: undefined,
  rewards: [],
  otherLuck: undefined,
};

/** Observations of one design, "a", with these numbers and nothing played. */
export function tinyObservations(tiny: TinyObserved): Observations {
  const worlds = tiny.worlds ?? 2;
  const months = tiny.months ?? 12;
  const outcomes = { revenue: Array.from({ length: worlds }, () => 1) };
  const { columns: _columns, draws: _draws, ...run } = tinyRun({ designs: { a: { title: "Design A", outcomes } } });
  const names = Object.keys(tiny.quantities ?? {});
  return {
    run: { ...run, months, managers: tiny.managers ?? 1 },
    worlds,
    months,
    response: "look-ahead",
    quantities: names.map((name) => ({ name, summary: name, unit: { dimension: "money" }, per: "per KAM and month" })),
    designs: [
      {
        name: "a",
        title: "Design A",
        role: "design",
        response: "look-ahead",
        scale: 1,
        shift: 0,
        rewards: tiny.rewards ?? [],
        cards: tiny.cards ?? [],
        years: { ...noYears, ...tiny.years },
        months: Object.fromEntries(names.map((name) => [name, numbers(tiny.quantities?.[name] ?? [])])),
        timeline: (tiny.timeline ?? []).map(({ earned, accrued, spent, paid }) => ({
          earned: numbers(earned),
          accrued: numbers(accrued),
          spent: numbers(spent),
          paid: numbers(paid),
        })),
      },
    ],
  };
}

/** A card with one yearly close per world and score; every seat held throughout but those listed. */
export function tinyCard(byWorld: readonly (readonly number[])[], truncated: readonly number[] = []): ObservedCard {
  const scores = byWorld.flat();
  const world = Int32Array.from(byWorld.flatMap((row, w) => row.map(() => w)));
  const closes: ObservedCloses = {
    world,
    manager: Int32Array.from(byWorld.flatMap((row) => row.map((_, i) => i))),
    month: world.map(() => 12),
    attainment: numbers(scores),
    foreseen: numbers(scores.map(() => 1)),
    served: numbers(scores.map((_, at) => (truncated.includes(at) ? 5 : 12))),
    isTruncated: Uint8Array.from(scores, (_, at) => (truncated.includes(at) ? 1 : 0)),
    payouts: [],
  };
  return { period: 12, isTeam: false, threshold: 0.9, cap: 1.1, rewards: [], closes };
}
