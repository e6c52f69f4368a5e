import { fromInterval90, quantile } from "../../foundation/distribution.js";
import { normalCdf, normalQuantile } from "../../foundation/special.js";
import { estimate, variance } from "../../foundation/summary.js";
import { expectedPayout, expectedSlope, payout } from "../../model/curves/curve.js";
import { target } from "../../model/curves/target.js";
import { laboratory, of, play } from "./laboratory.js";
import { type Check, fourErrors, printed, row, type ValidationInputs, type ValidationRow } from "./row.js";

/** Threshold at 80 % pays 50 %, slope 2.5 to target, 4 above it, cap at 125 %. */
const form = target.form(
  target.settings.parse({
    kind: target.kind,
    threshold: "80 %",
    "pays at threshold": "50 %",
    accelerator: 4,
    cap: "125 %",
  }),
);

/** Mean of a function of the payout over a distribution of scores, by its quantiles at the middles of equal shares. */
function meanPay(score: (u: number) => number, of: (pay: number) => number, slices: number): number {
  let total = 0;
  for (let k = 0; k < slices; k++) total += of(payout(form, score((k + 0.5) / slices)));
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
      ...printed(6),
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
        ...printed(6),
        id: `E4.${name}`,
        claim: `share of scores from the ${name} up`,
        exact,
        ours: 1 - normalCdf((at - mean) / sd),
      }),
    ),
  ];
}

/** Chance to hit the target over several years when years are correlated like an AR(1), from the chance in one. */
function hitOver(years: number, p: number, rho: number): number {
  let variance = years;
  for (let gap = 1; gap < years; gap++) variance += 2 * (years - gap) * rho ** gap;
  return normalCdf((years * normalQuantile(p)) / Math.sqrt(variance));
}

/** The same by the general engine: bonuses that luck alone decides, closed every year or once in three. */
function played(inputs: ValidationInputs): ValidationRow[] {
  const result = play(laboratory(inputs, "three-years"), inputs.quick ? 2000 : 8000, false);
  const [yearly, whole] = ["yearly", "three-years"].map((design) => of(result, design).gains);
  const base = { source: multiYear.source, by: "engine" as const };
  const mean = (id: string, claim: string, exact: number, gains: Float64Array) => {
    const { mean: ours, standardError } = estimate(gains.map((pay) => pay / 3));
    return row({ ...base, id, claim, exact, ours, ...fourErrors(standardError) });
  };
  const spread = (id: string, claim: string, exact: number, gains: Float64Array) => {
    const { mean: middle } = estimate(gains);
    const { standardError } = estimate(gains.map((pay) => (pay - middle) ** 2));
    return row({
      ...base,
      id,
      claim,
      exact,
      ours: Math.sqrt(variance(gains)),
      ...fourErrors(standardError / (2 * exact)),
    });
  };
  return [
    mean("E9.played yearly", "share of yearly targets hit in simulation", 0.6, yearly),
    mean("E9.played hit", "share of three-year targets hit in simulation", 0.6696, whole),
    spread("E9.played SD three", "SD of three yearly bonuses of 1 in simulation", 0.848528, yearly),
    spread("E9.played SD one", "SD of one three-year bonus of 3 in simulation", 1.411071, whole),
  ];
}

function years(inputs: ValidationInputs): ValidationRow[] {
  const base = { source: multiYear.source, by: "part" as const, ...printed(6) };
  const sd = (p: number) => Math.sqrt(p * (1 - p));
  return [
    row({
      ...base,
      id: "E9.hit p=.6",
      claim: "three-year target hit when a year's is hit in 60 %",
      exact: 0.6696,
      ours: hitOver(3, 0.6, 0),
    }),
    row({
      ...base,
      id: "E9.hit ρ=.5",
      claim: "the same when years are correlated by .5",
      exact: 0.627062,
      ours: hitOver(3, 0.6, 0.5),
    }),
    row({
      ...base,
      id: "E9.hit p=.4",
      claim: "three-year target hit when a year's is hit in 40 %",
      exact: 0.3304,
      ours: hitOver(3, 0.4, 0),
    }),
    row({
      ...base,
      id: "E9.SD three",
      claim: "SD of three yearly bonuses of 1",
      exact: 0.848528,
      ours: Math.sqrt(3) * sd(0.6),
    }),
    row({
      ...base,
      id: "E9.SD one",
      claim: "SD of one three-year bonus of 3",
      exact: 1.411071,
      ours: 3 * sd(hitOver(3, 0.6, 0)),
    }),
    ...played(inputs),
  ];
}

/** Pay after raises, summed over the years in which it is paid. */
function paid(start: number, raise: number, span: number): number {
  let total = 0;
  for (let k = 1; k <= span; k++) total += start * (1 + raise) ** k;
  return total;
}

function raises(): ValidationRow[] {
  const ours = paid(50_000, 0.04, 5) - paid(50_000, 0.027, 5);
  const claim = "five years of 4.0 % against 2.7 % raises on 50,000 (published as about 10,000)";
  return [
    row({
      ...{ id: "R3.difference", claim, source: published.source, by: "data", exact: 10_654.85, ours },
      ...printed(2),
    }),
  ];
}

export const payouts: Check = { id: "E4", source: "expectation of a piecewise linear payout", rows: curve };
export const multiYear: Check = { id: "E9", source: "sum of normal years", rows: years };
export const published: Check = { id: "R3", source: "published pay figure", rows: raises };
