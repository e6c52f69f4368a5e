import { type Estimate, estimate } from "../../foundation/maths/summary.js";
import type { Checked } from "../../scenario/schema/schema.js";
import { drawBatch } from "../../simulation/batch/batch.js";
import type { Program } from "../../simulation/world/program.js";
import { createdBy, type InTheory } from "./in-theory.js";
import { ladder, type Plan, type Rung } from "./ladder.js";
import { type Departures, type Replay, replay } from "./replay.js";
import { annuity } from "./yearly.js";

/** A step from what theory expects to what was simulated; all steps add up to the gap. */
export interface GapStep {
  readonly step: "risk" | "effort" | "turnover and measuring" | "accounts" | "pay";
  /** EUR per KAM-year, in the worlds played again. */
  readonly change: Estimate;
}

/** Why theory and simulation differ about one pair of designs; EUR per KAM-year, design less the other, in the worlds played again. */
export interface Explained {
  readonly design: string;
  readonly against: string;
  readonly theory: Estimate;
  readonly steps: readonly GapStep[];
  /** Net value. */
  readonly simulated: Estimate;
  /** FTE beyond natural by activity, design less the other: what theory expects, what was worked, and what of it was real. */
  readonly effort: readonly {
    readonly activity: string;
    readonly theory: number;
    readonly simulated: number;
    readonly real: number;
  }[];
  /** Of the design, and of the other. */
  readonly departures: readonly [Departures, Departures];
  /** Theory and simulation with one departure after another taken away. */
  readonly ladder: readonly Rung[];
}

/** A design with its plan and its theory. */
export interface JudgedDesign {
  readonly name: string;
  readonly plan: Plan;
  readonly judged: InTheory;
}

/** Plays a pair again and walks from theory's difference to the simulated one. */
export function explainGap(
  program: Program,
  checked: Checked,
  pair: readonly [JudgedDesign, JudgedDesign],
  response: string,
  worlds: number,
): Explained {
  const batchInputs = drawBatch(program, 0, worlds);
  const years = batchInputs.worlds.firmMonth.map((one) => annuity(one, program.months));
  const sides = pair.map(({ plan, judged }) => {
    const played = replay(batchInputs, { ...plan, response });
    return { played, numbers: numbersOf(judged, played, years) };
  });
  const [mine, other] = sides;
  const change = (name: keyof Numbers): Estimate =>
    estimate(mine.numbers[name].map((one, w) => one - other.numbers[name][w]));
  const names = ["risk", "effort", "turnover and measuring", "accounts", "pay"] as const;
  return {
    design: pair[0].name,
    against: pair[1].name,
    theory: change("theory"),
    steps: names.map((step) => ({ step, change: change(step) })),
    simulated: change("simulated"),
    effort: program.activities.map(({ name }, j) => {
      const over = (of: (side: number) => readonly (readonly number[])[]): number =>
        batchInputs.worlds.firmMonth.reduce((sum, _, w) => sum + of(0)[w][j] - of(1)[w][j], 0) / worlds;
      return {
        activity: name,
        theory: over((side) => pair[side].judged.effort),
        simulated: over((side) => sides[side].played.effort),
        real: over((side) => sides[side].played.real),
      };
    }),
    departures: [mine.played.departures, other.played.departures],
    ladder: ladder(program, checked, [pair[0].plan, pair[1].plan], response, worlds),
  };
}

type Numbers = Readonly<Record<"theory" | "simulated" | GapStep["step"], Float64Array>>;

/** One design's way from theory to net value, EUR per KAM-year by world; what all designs have in common cancels in differences. */
function numbersOf(judged: InTheory, played: Replay, years: Float64Array): Numbers {
  const { cases, created, risk } = judged;
  const count = years.length;
  const some = { ...cases, worlds: cases.worlds.slice(0, count) };
  const worked = createdBy(some, played.effort, played.real);
  const each = (of: (w: number) => number): Float64Array => years.map((_, w) => of(w));
  const outcome = (name: string, w: number): number => (played.outcomes.get(name)?.[w] ?? 0) / years[w];
  const steady = (name: string, w: number): number => outcome(name, w) + outcome("bad luck", w);
  return {
    theory: each((w) => created[w] - risk[w]),
    risk: each((w) => risk[w]),
    effort: each((w) => worked[w] - created[w]),
    "turnover and measuring": each((w) => -outcome("hiring and monitoring", w)),
    accounts: each((w) => steady("surplus", w) + outcome("hiring and monitoring", w) - worked[w]),
    pay: each((w) => steady("net value", w) - steady("surplus", w)),
    simulated: each((w) => steady("net value", w)),
  };
}
