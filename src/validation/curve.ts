import { fromInterval90, quantile } from "../foundation/maths/distribution.js";
import { normalCdf, normalQuantile } from "../foundation/maths/special.js";
import { estimate } from "../foundation/maths/summary.js";
import { expectedPayout, expectedSlope, payoutAt } from "../model/curves/curve.js";
import { target } from "../model/curves/target.js";
import { laboratory, of, play } from "./laboratory.js";
import { type Check, fourErrors, printedTo, row, spreadOf, type ValidationInputs, type ValidationRow } from "./row.js";

/** Threshold at 80 % pays 50 %, slope 2.5 to target, 4 above it, cap at 125 %. */
const form = target.form(
  target.settings.parse({
    kind: target.kind,
    threshold: "80 %",
    "pays at threshold": "50 %",
    accelerator: 4,
    "up to attainment": "125 %",
  }),
);

/** Mean of a function of the payout over a distribution of scores, by its quantiles at the middles of equal shares. */
function meanPay(score: (u: number) => number, of: (pay: number) => number, slices: number): number {
  let total = 0;
  for (let k = 0; k < slices; k++) total += of(payoutAt(form, score((k + 0.5) / slices)));
  return total / slices;
}

function curve({ quick }: ValidationInputs): ValidationRow[] {
  const [mean, sd] = [1, 0.2];
  const slices = quick ? 100_000 : 1_000_000;
  const normal = (u: number) => mean + sd * normalQuantile(u);
  const square = meanPay(normal, (pay) => pay * pay, slices);
  const sigma = Math.sqrt(Math.log(1.16));
  const middle = -0.5 * sigma * sigma;
  const reach = sigma * normalQuantile(0.95);
  const lognormal = fromInterval90(Math.exp(middle - reach), Math.exp(middle + reach));
  const byPart = { source: payouts.source, by: "part" as const };
  const closed = { ...byPart, tolerance: 1e-9, reason: "closed form; known to 9 decimals" };
  const sliced = { ...byPart, tolerance: 20 / slices, reason: `${slices} slices of equal share` };
  const expected = expectedPayout(form, mean, sd);
  const shares: readonly (readonly [string, number, number])[] = [
    ["threshold", form.threshold, 0.841345],
    ["target", 1, 0.5],
    ["cap", form.cap, 0.10565],
  ];
  return [
    row({ ...closed, id: "E4.pay", claim: "expected payout, scores N(1, .2)", exact: 1.041543298, ours: expected }),
    row({
      ...byPart,
      ...printedTo(6),
      id: "E4.slope",
      claim: "change of the expected payout per unit of the mean",
      exact: 3.03569,
      ours: expectedSlope(form, mean, sd),
    }),
    row({
      ...sliced,
      id: "E4.SD",
      claim: "SD of the payout",
      exact: 0.627445,
      ours: Math.sqrt(square - expected * expected),
    }),
    row({
      ...sliced,
      id: "E4.lognormal",
      claim: "expected payout, lognormal scores, mean 1, CV .4",
      exact: 0.905556604,
      ours: meanPay(
        (u) => quantile(lognormal, u),
        (pay) => pay,
        slices,
      ),
    }),
    ...shares.map(([name, at, exact]) =>
      row({
        ...byPart,
        ...printedTo(6),
        id: `E4.${name}`,
        claim: `share of scores from the ${name} up`,
        exact,
        ours: 1 - normalCdf((at - mean) / sd),
      }),
    ),
  ];
}

/** The same curve in the general engine: scores of luck alone, read once, each paid and kept. */
function played(inputs: ValidationInputs): ValidationRow[] {
  const result = play(laboratory(inputs, "curve"), inputs.quick ? 2000 : 20_000, false);
  const [normal, lognormal] = ["normal", "lognormal"].map((design) => of(result, design).gains);
  const base = { source: payouts.source, by: "engine" as const };
  const mean = (name: string, what: string, exact: number, values: Float64Array) => {
    const { mean: ours, standardError } = estimate(values);
    return row({
      ...base,
      id: `E4.played ${name}`,
      claim: `${what} in simulation`,
      exact,
      ours,
      ...fourErrors(standardError),
    });
  };
  // Nothing is paid below the threshold and 2 from the cap up, so pay says which place a score has passed.
  const share = (least: number) => normal.map((pay) => (pay > least - 1e-9 ? 1 : 0));
  return [
    mean("pay", "expected payout, scores N(1, .2),", 1.041543298, normal),
    row({
      ...{ ...base, id: "E4.played SD", claim: "SD of the payout in simulation", exact: 0.627445 },
      ...spreadOf(normal, 0.627445),
    }),
    mean("lognormal", "expected payout, lognormal scores, mean 1, CV .4,", 0.905556604, lognormal),
    mean("threshold", "share of scores from the threshold up", 0.841345, share(0.5)),
    mean("target", "share of scores from the target up", 0.5, share(1)),
    mean("cap", "share of scores from the cap up", 0.10565, share(2)),
  ];
}

export const payouts: Check = {
  id: "E4",
  source: "expectation of a piecewise linear payout",
  rows: (inputs) => [...curve(inputs), ...played(inputs)],
};
