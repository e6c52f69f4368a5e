import { refuse } from "../foundation/text/problem.js";
import { type Check, fourErrors, printedTo, row, shownRow, type ValidationInputs, type ValidationRow } from "./row.js";
import { rowWhere, tableRows } from "./table.js";

/** Table of the evidence base. */
const experimentTable = "real-effort-experiment-2018";

interface Arm {
  readonly arm: string;
  readonly effort: number;
  readonly error: number;
}

/** Effort e(p) = (ln(s + p) − ln k)/γ at a pay of p cents a press. */
interface EffortLaw {
  readonly gamma: number;
  readonly s: number;
  readonly k: number;
}

/** cents per press. Pay of arms whose pay is a certain piece rate. */
const low = 0.001;
const middle = 0.01;
const fourCents = 0.04;
const high = 0.1;

const effortAt = ({ gamma, s, k }: EffortLaw, pay: number): number => (Math.log(s + pay) - Math.log(k)) / gamma;

/**
 * Fits the law through effort at no pay, at `middle` and at `high`: Newton's method on the logarithm of s, which alone decides the ratio
 * of the two differences; γ and k follow. Throws a Problem when no such law goes through all three.
 */
export function fitEffort(none: number, atMiddle: number, atHigh: number): EffortLaw {
  const wanted = (atHigh - none) / (atMiddle - none);
  if (!(atMiddle > none && wanted > 1 && wanted < high / middle)) {
    const fault = `no law of effort fits ${none} without pay, ${atMiddle} at ${middle} and ${atHigh} at ${high} cents a press`;
    refuse("validate", fault, "effort has to rise with pay, and less than in proportion to it");
  }
  let x = Math.log(1e-5);
  for (let step = 0; step < 100; step++) {
    const s = Math.exp(x);
    const [toMiddle, toHigh] = [Math.log1p(middle / s), Math.log1p(high / s)];
    const gap = toHigh - wanted * toMiddle;
    const change = gap / (-high / (s + high) + (wanted * middle) / (s + middle));
    x -= change;
    if (Math.abs(change) < 1e-14) break;
  }
  const s = Math.exp(x);
  const gamma = Math.log1p(high / s) / (atHigh - none);
  return { gamma, s, k: s * Math.exp(-gamma * none) };
}

/** Effort of an arm, by its name. */
function armsOf(inputs: ValidationInputs): (name: string) => Arm {
  const rows = tableRows(inputs, experimentTable);
  return (name) => {
    const found = rowWhere(rows, "arm", name);
    const [effort, error] = [found.number("mean_effort", { min: 0 }), found.number("se", { min: 1e-9 })];
    return { arm: name, effort, error };
  };
}

/** Arms the law makes a statement on though it was not made for them, as their pay in expectation. */
const alsoPaid: readonly (readonly [string, number])[] = [
  ["piece rate 1 cent per 100 paid after 2 weeks", middle],
  ["piece rate 1 cent per 100 paid after 4 weeks", middle],
  ["1 % chance of 1 dollar per 100", middle],
  ["50 % chance of 2 cents per 100", middle],
  ["charity 1 cent per 100", middle],
  ["charity 10 cents per 100", high],
  ["unconditional gift of 40 cents", 0],
  ["social comparison", 0],
  ["ranking", 0],
  ["task significance", 0],
];

/** Arms that pay cents for reaching a number of presses. */
const forReaching: readonly (readonly [string, number, number])[] = [
  ["bonus 40 cents at 2000 framed as gain", 40, 2000],
  ["bonus 40 cents at 2000 framed as loss", 40, 2000],
  ["bonus 80 cents at 2000 framed as gain", 80, 2000],
];

/**
 * Effort for a bonus on reaching `at`: that many presses when the bonus and what effort itself is worth exceed its cost, whose slope is
 * k·exp(γ·effort); effort without pay otherwise.
 */
export function effortForReaching(law: EffortLaw, bonus: number, at: number): number {
  const free = effortAt(law, 0);
  if (at <= free) return free;
  const cost = (law.k * (Math.exp(law.gamma * at) - Math.exp(law.gamma * free))) / law.gamma;
  return bonus + law.s * (at - free) > cost ? at : free;
}

/** How far the law is off on an arm it was not made for. */
function missed({ arm, effort: exact, error }: Arm, ours: number, why: string): ValidationRow {
  const reason = `shown: ${((ours - exact) / error).toFixed(1)} standard errors off; ${why}`;
  return shownRow({
    id: `R1.${arm}`,
    claim: `observed effort, ${arm}`,
    source: effortCheck.source,
    by: "data",
    exact,
    ours,
    reason,
  });
}

function experiment(inputs: ValidationInputs): ValidationRow[] {
  const at = armsOf(inputs);
  const piece = (cents: string) => at(`piece rate ${cents} per 100`);
  // The study fits means in whole presses.
  const whole = [at("no payment"), piece("1 cent"), piece("10 cents")].map((one) => Math.round(one.effort));
  const law = fitEffort(whole[0], whole[1], whole[2]);
  const base = { source: effortCheck.source, by: "data" as const };
  const constant = (id: string, exact: number, ours: number) =>
    row({
      ...base,
      id: `R1.${id}`,
      claim: `${id} fitted on three arms`,
      exact,
      ours,
      tolerance: 1e-6 * exact,
      reason: "known to 8 digits; a change of 1e-9 in effort moves k by more than its last",
    });
  const [four, little] = [effortAt(law, fourCents), effortAt(law, low)];
  const few = at("very low piece rate (1 cent per 1000)");
  return [
    constant("γ", 0.0157690845, law.gamma),
    constant("s", 3.3200418e-6, law.s),
    constant("k", 1.2725856e-16, law.k),
    row({
      ...base,
      ...printedTo(3),
      id: "R1.4 cents law",
      claim: "effort the law predicts at 4 cents per 100",
      exact: 2116.896,
      ours: four,
    }),
    row({
      ...base,
      ...printedTo(3),
      id: "R1.low law",
      claim: "effort the law predicts at 1 cent per 1000",
      exact: 1883.17,
      ours: little,
    }),
    row({
      ...base,
      ...fourErrors(piece("4 cents").error),
      id: "R1.4 cents",
      claim: "observed effort at 4 cents per 100, left out of the fit",
      exact: piece("4 cents").effort,
      ours: four,
    }),
    row({
      ...base,
      ...fourErrors(few.error),
      id: "R1.low",
      claim: "observed effort at 1 cent per 1000, left out of the fit",
      exact: few.effort,
      ours: little,
    }),
    ...alsoPaid.map(([name, pay]) => missed(at(name), effortAt(law, pay), "the law knows pay in expectation only")),
    ...forReaching.map(([name, bonus, goal]) =>
      missed(at(name), effortForReaching(law, bonus, goal), "the law sees no reason to go beyond the goal"),
    ),
  ];
}

export const effortCheck: Check = {
  id: "R1",
  source: "DellaVigna & Pope 2018",
  evidence: [experimentTable],
  rows: experiment,
};
