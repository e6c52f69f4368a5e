import { fillNormals, fillUniforms } from "../../foundation/random.js";
import { normalCdf } from "../../foundation/special.js";
import { estimate, pairedDifference, studentQuantile, variance } from "../../foundation/summary.js";
import { firstOrder } from "../first-order.js";
import { type Check, printed, row, type ValidationInputs, type ValidationRow } from "./row.js";

/** Seed and stream of these draws; any other gives other luck, not other truths. */
const seed = 20260101;

/** Independent uniforms, one column an input. */
const uniforms = (columns: number, count: number): Float64Array[] =>
  Array.from({ length: columns }, (_, k) => {
    const out = new Float64Array(count);
    fillUniforms(out, 0, 1, count, seed, 0, 0, k, 0);
    return out;
  });

/** Ishigami & Homma 1990 with a = 7, b = .1. */
function ishigami(inputs: readonly Float64Array[], w: number): number {
  const [x, y, z] = inputs.map((one) => Math.PI * (2 * one[w] - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

const weightsOfG = [0, 1, 4.5, 9, 99, 99, 99, 99];

/** Sobol's G function. */
const sobolG = (inputs: readonly Float64Array[], w: number): number =>
  weightsOfG.reduce((product, a, k) => (product * (Math.abs(4 * inputs[k][w] - 2) + a)) / (1 + a), 1);

function indices({ quick }: ValidationInputs): ValidationRow[] {
  const count = quick ? 16_384 : 65_536;
  const inputs = uniforms(8, count);
  const rowsOf = (name: string, of: typeof sobolG, known: readonly number[]) => {
    const output = Float64Array.from({ length: count }, (_, w) => of(inputs, w));
    return known.map((exact, k) => {
      const { value, standardError } = firstOrder(inputs[k], output);
      return row({
        ...{
          id: `E11.${name} ${k + 1}`,
          claim: `first-order index of input ${k + 1}, ${name}`,
          source: layer.source,
          by: "part",
          exact,
          ours: value,
        },
        ...{ tolerance: 4 * standardError + 0.01 * exact, reason: "4 standard errors, and 1 % for bins" },
      });
    });
  };
  return [
    ...rowsOf("Ishigami", ishigami, [0.313905, 0.442411, 0]),
    ...rowsOf("Sobol G", sobolG, [0.716192, 0.179048, 0.023676, 0.007162]),
    spread(inputs, count),
  ];
}

function spread(inputs: readonly Float64Array[], count: number): ValidationRow {
  const output = Float64Array.from({ length: count }, (_, w) => ishigami(inputs, w));
  const { mean } = estimate(output);
  const { standardError } = estimate(output.map((one) => (one - mean) ** 2));
  return row({
    ...{
      id: "E11.variance",
      claim: "variance of the Ishigami function",
      source: layer.source,
      by: "part",
      exact: 13.844588,
    },
    ...{ ours: variance(output), tolerance: 4 * standardError, reason: "4 standard errors; false alarm 1 in 16,000" },
  });
}

/** Two designs that share a part of their luck: how much less the difference varies than with luck of their own. */
function sharedLuck({ quick }: ValidationInputs): ValidationRow[] {
  const count = quick ? 20_000 : 200_000;
  const [first, second] = [0, 1].map((lane) => {
    const out = new Float64Array(count);
    fillNormals(out, 0, 1, count, seed, 1, 0, lane, 0);
    return out;
  });
  return [0, 0.5, 0.9].map((rho) => {
    const other = first.map((one, w) => rho * one + Math.sqrt(1 - rho * rho) * second[w]);
    const paired = pairedDifference(first, other).standardError;
    const apart = Math.hypot(estimate(first).standardError, estimate(other).standardError);
    return row({
      ...{
        id: `E11.shared ρ=${rho}`,
        claim: `variance of a difference under shared luck, correlation ${rho}`,
        source: layer.source,
        by: "part",
      },
      ...{ exact: 1 - rho, ours: (paired / apart) ** 2 },
      ...{ tolerance: (4 * (1 - rho * rho)) / Math.sqrt(count), reason: "4 standard errors of a correlation" },
    });
  });
}

/** Densities integrate to probabilities, and Student's quantiles are the printed ones. */
function quantiles(): ValidationRow[] {
  const known: readonly (readonly [number, number, number])[] = [
    [0.975, 1, 12.706205],
    [0.975, 10, 2.228139],
    [0.95, 30, 1.697261],
  ];
  const base = { source: "printed tables", by: "part" as const, ...printed(6) };
  return [
    ...known.map(([p, degrees, exact]) =>
      row({
        ...base,
        id: `E11.Student ${degrees}`,
        claim: `Student quantile at ${p}, ${degrees} degrees`,
        exact,
        ours: studentQuantile(p, degrees),
      }),
    ),
    row({ ...base, id: "E11.normal", claim: "normal distribution at 1.96", exact: 0.975002, ours: normalCdf(1.96) }),
  ];
}

export const layer: Check = {
  id: "E11",
  source: "Ishigami & Homma 1990; Sobol 1993",
  rows: (inputs) => [...indices(inputs), ...sharedLuck(inputs), ...quantiles()],
};
