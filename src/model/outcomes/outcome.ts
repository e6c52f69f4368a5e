import type { Unit } from "../../foundation/values/quantity.js";
import type { ActivityNumbers } from "../activities/activity.js";
import { addColumn, type Lanes } from "../frame/lanes.js";
import type { About, WorldColumns } from "../frame/part.js";
import type { CardState } from "../scorecard/card.js";

/** What an outcome may look at after a month. */
export interface MonthView {
  readonly lanes: Lanes;
  readonly cards: readonly CardState[];
  readonly world: WorldColumns<"salary" | "hiring" | "margin" | "firmMonth">;
  readonly activities: readonly ActivityNumbers[];
  readonly month: number;
  /** Whether each card closed this month. */
  readonly closed: readonly boolean[];
  /** EUR per KAM-year. Cost of measuring. */
  readonly monitoring: number;
  /** factor, [world]. Present value at the start of one EUR in this month; at the horizon, of one EUR just after the last month. */
  readonly discount: Float64Array;
  /** months of revenue by state at the horizon: level, relationship, satisfaction, adoption, pulled, boost; [world]. */
  readonly legacy: readonly Float64Array[];
}

/** What designs are judged by. One number per world: the mean over the team's managers. */
export interface Outcome extends About {
  readonly name: string;
  readonly unit: Unit;
  /** What one unit of it is about: "per KAM over the horizon", "per KAM-year". */
  readonly per: string;
  /** Which way is better for the firm. */
  readonly direction: "higher" | "lower" | "neither";
  /** Adds this month to each lane's account. */
  readonly add: (sum: Float64Array, look: MonthView) => void;
  /** From sums to the outcome of each lane, once at the horizon. */
  readonly finish: (sum: Float64Array, look: MonthView) => void;
  /** Name of an outcome with mean zero that carries most of this one's noise; means and differences add it back. */
  readonly control?: string;
  /** Outcomes this one is a sum of, with signs; it then needs no account of its own. */
  readonly sumOf?: readonly (readonly [outcome: Outcome, sign: 1 | -1])[];
  readonly examples: readonly OutcomeExample[];
}

/** One lane, some months alike, a world at rest; everything unnamed zero. */
export interface OutcomeExample {
  readonly why: string;
  readonly months: number;
  readonly lane?: Readonly<Record<string, number>>;
  readonly account?: Readonly<Record<string, number>>;
  readonly world?: Readonly<Record<string, number>>;
  readonly monitoring?: number;
  /** A main scorecard and its score at each close; the last period may be cut by the horizon. */
  readonly closes?: {
    readonly period: number;
    readonly threshold: number;
    readonly cap: number;
    readonly scores: readonly number[];
  };
  readonly gives: number;
}

export const defineOutcome = (outcome: Outcome): Outcome => outcome;

/** An outcome that is the sum of others: it adds nothing itself. */
export const sumOfOutcomes = (...parts: readonly (readonly [Outcome, 1 | -1])[]) => ({
  sumOf: parts,
  add: (): void => undefined,
  finish: (): void => undefined,
});

/** Sums a column as it is; the mean over months comes out. */
export const meanOverMonths = (column: keyof Lanes & string) => ({
  add: (sum: Float64Array, { lanes }: MonthView): void => {
    addColumn(sum, lanes[column] as Float64Array);
  },
  finish: (sum: Float64Array, { month }: MonthView): void => {
    for (let i = 0; i < sum.length; i++) sum[i] /= month + 1;
  },
});

/** Sums a monthly amount; a yearly mean comes out. */
export const yearlyMean = (column: keyof Lanes & string) => ({
  add: meanOverMonths(column).add,
  finish: (sum: Float64Array, { month }: MonthView): void => {
    for (let i = 0; i < sum.length; i++) sum[i] *= 12 / (month + 1);
  },
});

/** Sums a monthly amount discounted to the start; the present value per manager comes out. */
export const presentValue = (column: keyof Lanes & string) => ({
  add: (sum: Float64Array, { lanes, discount }: MonthView): void => {
    const values = lanes[column] as Float64Array;
    const { worlds, managers } = lanes;
    for (let w = 0, i = 0; w < worlds; w++) {
      const factor = discount[w];
      for (const end = i + managers; i < end; i++) sum[i] += values[i] * factor;
    }
  },
  finish: (): void => undefined,
});

/** Sums over closes of the main scorecard; the mean over them comes out. A period cut by the horizon is one. */
export function overCloses(sum: Float64Array, { cards, month }: MonthView): void {
  const closes = cards.length > 0 ? Math.ceil((month + 1) / cards[0].plan.period) : 1;
  for (let i = 0; i < sum.length; i++) sum[i] /= closes;
}

/** Share of closes of the main scorecard whose score is at or above a bar of the card; 0 without a scorecard. */
export const shareOfCloses = (bar: (card: CardState) => number) => ({
  add: (sum: Float64Array, { cards, closed }: MonthView): void => {
    if (closed[0] !== true) return;
    const { score } = cards[0];
    const least = bar(cards[0]);
    for (let i = 0; i < sum.length; i++) if (score[i] >= least) sum[i] += 1;
  },
  finish: overCloses,
});
