import { fixed } from "../../foundation/maths/distribution.js";
import { type Estimate, pairedDifference } from "../../foundation/maths/summary.js";
import { type CurveForm, emptyForm } from "../../model/curves/curve.js";
import type { Checked } from "../../scenario/schema/schema.js";
import { drawBatch } from "../../simulation/batch/batch.js";
import type { Program } from "../../simulation/world/program.js";
import { ownRates } from "../ideal/own-strength.js";
import { type Plausible, plausible } from "../ideal/plausible.js";
import { theoryOf } from "./in-theory.js";
import { replay } from "./replay.js";
import { annuity } from "./yearly.js";

/** At which scale and tightening a design is played. */
export interface Plan {
  readonly design: number;
  readonly scale: number;
  readonly shift: number;
}

/** One step of taking away, on top of those before it, what theory's straight line leaves out. */
export interface Rung {
  readonly name: string;
  /** EUR per KAM-year, design less the other, before any cost of risk: in theory, and simulated with its Monte Carlo error. */
  readonly theory: Plausible;
  readonly simulated: Estimate;
}

type Change = (program: Program) => Program;

const assume =
  (values: Readonly<Record<string, number>>): Change =>
  (program) => ({
    ...program,
    assumptions: {
      ...program.assumptions,
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fixed(value)])),
    },
  });

/** Hours nobody can fill. */
const endless = 1000;

const steps: readonly (readonly [string, Change])[] = [
  ["motivation stays at rest", assume({ crowding: 0, support: 0 })],
  ["nobody looks beyond the period", assume({ foresight: 0 })],
  ["nobody leaves", assume({ quits: 0 })],
  ["a month has no end", assume({ hours: endless, leastEffort: -endless })],
  ["returns do not diminish", assume({ diminishing: 1, pressureHarm: 0 })],
  ["nothing is for show", assume({ hollow: 0 })],
];

/** Plays a pair of designs again and again, each time with one departure from theory less, in the same worlds. */
export function ladder(
  program: Program,
  checked: Checked,
  pair: readonly [Plan, Plan],
  response: string,
  worlds: number,
): Rung[] {
  const line = straight(program, pair, worlds);
  let current = program;
  const rungs = [rung("as it is", program, checked, pair, response, worlds)];
  for (const [name, change] of [["pay is a straight line", line] as const, ...steps]) {
    current = change(current);
    rungs.push(rung(name, current, checked, pair, response, worlds));
  }
  return rungs;
}

function rung(
  name: string,
  program: Program,
  checked: Checked,
  pair: readonly [Plan, Plan],
  response: string,
  worlds: number,
): Rung {
  const theory = theoryOf(program, checked, worlds);
  const batchInputs = drawBatch(program, 0, worlds);
  const [mine, other] = pair.map(({ design, scale, shift }) => ({
    created: theory.judge(design, scale, shift).created,
    simulated: perYear(
      replay(batchInputs, { design, response, scale, shift }).outcomes,
      batchInputs.worlds.firmMonth,
      program,
    ),
  }));
  return {
    name,
    theory: plausible(mine.created.map((one, w) => one - other.created[w])),
    simulated: pairedDifference(mine.simulated, other.simulated),
  };
}

/** EUR per KAM-year. Surplus with bad luck added back, spread over the horizon as a yearly sum of the same present value. */
function perYear(
  outcomes: ReadonlyMap<string, Float64Array>,
  firmMonth: Float64Array,
  { months }: Program,
): Float64Array {
  const [created, luck] = ["surplus", "bad luck"].map((name) => outcomes.get(name) ?? new Float64Array(0));
  return created.map((one, w) => (one + luck[w]) / annuity(firmMonth[w], months));
}

/** Curves of the pair as straight lines through 1 at target, with the slope their expected payout has there. */
function straight(program: Program, pair: readonly [Plan, Plan], worlds: number): Change {
  const batchInputs = drawBatch(program, 0, Math.min(worlds, 48));
  const lined = new Map(
    pair.map(({ design, scale, shift }) => {
      const { slopes } = ownRates(batchInputs, design, scale, shift);
      const plan = program.designs[design];
      const cards = plan.cards.map((card, c) => ({
        ...card,
        rewards: card.rewards.map((reward, r) => ({ ...reward, form: lineOf(reward.form, slopes[c][r]) })),
      }));
      return [design, { ...plan, cards }];
    }),
  );
  return (from) => ({ ...from, designs: from.designs.map((one, d) => lined.get(d) ?? one) });
}

const lineOf = (form: CurveForm | undefined, slope: number): CurveForm => ({
  ...emptyForm,
  threshold: form?.threshold ?? emptyForm.threshold,
  base: 1 - slope,
  rate: slope,
});
