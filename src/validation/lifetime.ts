import { endingStream } from "../agency-theory/ideal/theory.js";
import { fillUniforms } from "../foundation/maths/random.js";
import { estimate } from "../foundation/maths/summary.js";
import { breakingPoint } from "../model/accounts/churn.js";
import { lifetimeValue } from "../model/accounts/lifetime-value.js";
import { margin } from "../model/outcomes/accounts/margin.js";
import { lifetimeValueOutcome as lifetimeOutcome } from "../model/outcomes/accounts/value-at-horizon.js";
import { presentValue } from "../model/outcomes/outcome.js";
import { drawBatch, runTask } from "../simulation/batch/batch.js";
import { compile } from "../simulation/compile.js";
import { laboratory } from "./laboratory.js";
import { type Check, fourErrors, printedTo, row, spreadOf, type ValidationInputs, type ValidationRow } from "./row.js";

/** An account that brings 1,000 a year at its end if it is still held, held on with .9 a year, discounted at 12 %. */
const stream = { amount: 1000, keeps: 0.9, discount: 0.12 };

/** Seed and stream of the draws; any other gives other luck, not other truths. */
const [seed, luck] = [20260101, 2];

/** Present values realised by accounts that are lost as the model loses them, a year's chance in place of a month's. */
function drawn(count: number): Float64Array {
  const chance = 1 - stream.keeps;
  const word = new Float64Array(1);
  return Float64Array.from({ length: count }, (_, w) => {
    let value = 0;
    let worth = 1;
    for (let year = 0; ; year++) {
      fillUniforms(word, 0, 1, 1, seed, luck, w, year, 0);
      if (1 < breakingPoint(word[0], 12 * chance, 1.5)) return value;
      worth /= 1 + stream.discount;
      value += stream.amount * worth;
    }
  });
}

/** Mean and SD of simulated values beside what they are known to be. */
function spread(
  name: string,
  what: string,
  by: "engine" | "part",
  known: ReturnType<typeof endingStream>,
  values: Float64Array,
): ValidationRow[] {
  const base = { source: value.source, by };
  const { mean, standardError } = estimate(values);
  return [
    row({
      ...{ ...base, id: `E10.${name} value`, claim: `mean value realised, ${what}`, exact: known.mean, ours: mean },
      ...fourErrors(standardError),
    }),
    row({
      ...{ ...base, id: `E10.${name} SD`, claim: `SD of the value realised, ${what}` },
      ...{ exact: known.sd, ...spreadOf(values, known.sd) },
    }),
  ];
}

/** The same account in the general engine: margin every month over twenty years, losses by the month, successors of 1 %. */
function played(inputs: ValidationInputs): ValidationRow[] {
  const scenario = laboratory(inputs, "lifetime");
  const program = compile(scenario);
  const worlds = inputs.quick ? 500 : 4000;
  const outcomes = [{ ...margin, ...presentValue("marginEarned") }, lifetimeOutcome];
  const design = program.designs.findIndex(({ role }) => role === "design");
  const task = { design, response: scenario.checked.run.response, scale: 1, shift: 0 };
  const found = runTask(drawBatch(program, 0, worlds), task, outcomes);
  const monthly = {
    ...{ amount: stream.amount / 12, keeps: 1 + Math.log(stream.keeps) / 12, successor: 0.01 },
    ...{ discount: Math.exp(Math.log(1 + stream.discount) / 12) - 1, periods: program.months, isPaidFirst: true },
  };
  return [
    row({
      ...{ id: "E10.held", claim: "customer lifetime value of an account still held after twenty years" },
      ...{ source: value.source, by: "engine", exact: 4_090.909, ours: Math.max(...found.subarray(worlds)) },
      ...printedTo(3),
    }),
    ...spread("played", "twenty years of monthly margin", "engine", endingStream(monthly), found.subarray(0, worlds)),
  ];
}

function lifetime(inputs: ValidationInputs): ValidationRow[] {
  const account = { size: 10_000, lnSize: 0, boost: 0, satisfaction: 1 };
  const world = { margin: 0.1, churn: -Math.log(stream.keeps), churnSlope: 1.5, firmDiscount: stream.discount };
  const none = { lane: {}, activities: [], luck: { lane: {}, accounts: [] }, settings: [] };
  const ours = lifetimeValue.formula({ ...none, accounts: [account], world }).lane?.lifetimeValue ?? Number.NaN;
  const known = endingStream(stream);
  const base = { source: value.source, by: "part" as const, ...printedTo(3) };
  const claim = "value of an account that brings 1,000 a year and stays with .9 a year at 12 %";
  return [
    row({ ...base, id: "E10.value", claim, exact: 4_090.909, ours }),
    row({ ...base, id: "E10.SD", claim: "SD of the value realised, closed form", exact: 2_565.487, ours: known.sd }),
    ...spread("drawn", "accounts lost by the year", "part", known, drawn(inputs.quick ? 20_000 : 50_000)),
    ...played(inputs),
  ];
}

export const value: Check = { id: "E10", source: "Gupta & Lehmann 2003", rows: lifetime };
