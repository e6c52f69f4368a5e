import { normalCdf, normalQuantile } from "../foundation/maths/special.js";
import { estimate } from "../foundation/maths/summary.js";
import { laboratory, of, play } from "./laboratory.js";
import { type Check, fourErrors, printedTo, row, spreadOf, type ValidationInputs, type ValidationRow } from "./row.js";

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
  const spread = (id: string, claim: string, exact: number, gains: Float64Array) =>
    row({ ...base, id, claim, exact, ...spreadOf(gains, exact) });
  return [
    mean("E9.played yearly", "share of yearly targets hit in simulation", 0.6, yearly),
    mean("E9.played hit", "share of three-year targets hit in simulation", 0.6696, whole),
    spread("E9.played SD three", "SD of three yearly bonuses of 1 in simulation", 0.848528, yearly),
    spread("E9.played SD one", "SD of one three-year bonus of 3 in simulation", 1.411071, whole),
  ];
}

function years(inputs: ValidationInputs): ValidationRow[] {
  const base = { source: multiYear.source, by: "formula" as const, ...printedTo(6) };
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
      ...{ id: "R3.difference", claim, source: published.source, by: "formula", exact: 10_654.85, ours },
      ...printedTo(2),
    }),
  ];
}

export const multiYear: Check = { id: "E9", source: "sum of normal years", rows: years };
export const published: Check = { id: "R3", source: "published pay figure", rows: raises };
