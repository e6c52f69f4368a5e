import { fillUniforms } from "../foundation/maths/random.js";
import { estimate, variance } from "../foundation/maths/summary.js";
import { firstOrder } from "../results/statistics/first-order.js";
import { type InputSampler, type ModelFunction, totalOrder } from "../results/statistics/total-order.js";
import { fourErrors, row, type ValidationInputs, type ValidationRow } from "./row.js";

/** Seed of these draws; any other gives other luck, not other truths. */
const seed = 20260101;

/** A function whose shares of variance are known. */
interface Known {
  readonly name: string;
  readonly source: string;
  readonly of: ModelFunction;
  readonly input: InputSampler;
  readonly inputs: number;
  /** Of the inputs that are asked about. */
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** Ishigami & Homma 1990 with a = 7, b = .1; inputs within ± π. */
const ishigami: Known = {
  name: "Ishigami",
  source: "Ishigami & Homma 1990",
  of: ([x, y, z]) => Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x),
  input: (u) => Math.PI * (2 * u - 1),
  inputs: 3,
  first: [0.313905, 0.442411, 0],
  total: [0.557589, 0.442411, 0.243684],
};

const weightsOfG = [0, 1, 4.5, 9, 99, 99, 99, 99];

/** Total shares of G in closed form: V = Π(1 + Vₖ) − 1 with Vₖ = 1/(3(1 + a)²), ST = Vₖ·Π of the others ÷ V. */
function totalsOfG(): number[] {
  const parts = weightsOfG.map((a) => 1 / (3 * (1 + a) * (1 + a)));
  const whole = parts.reduce((product, part) => product * (1 + part), 1);
  return parts.map((part) => (part * whole) / (1 + part) / (whole - 1));
}

/** Sobol's G function. */
const sobolG: Known = {
  name: "Sobol G",
  source: "Sobol 1993",
  of: (inputs) => weightsOfG.reduce((product, a, k) => (product * (Math.abs(4 * inputs[k] - 2) + a)) / (1 + a), 1),
  input: (u) => u,
  inputs: 8,
  first: [0.716192, 0.179048, 0.023676, 0.007162],
  total: totalsOfG().slice(0, 4),
};

/** First-order shares from rows drawn anyway, and the variance where it is asked. */
function givenData({ name, source, of, input, inputs, first }: Known, count: number): ValidationRow[] {
  const columns = Array.from({ length: inputs }, (_, k) => {
    const out = new Float64Array(count);
    fillUniforms(out, 0, 1, count, seed, 0, 0, k, 0);
    return out.map(input);
  });
  const output = Float64Array.from({ length: count }, (_, w) => of(columns.map((one) => one[w])));
  const rows = first.map((exact, k) => {
    const { value, standardError } = firstOrder(columns[k], output);
    return row({
      ...{ id: `E11.${name} ${k + 1}`, claim: `first-order index of input ${k + 1}, ${name}, from any rows` },
      ...{ source, by: "part", exact, ours: value },
      ...{ tolerance: 4 * standardError + 0.01 * exact, reason: "4 standard errors, and 1 % for bins" },
    });
  });
  if (name !== ishigami.name) return rows;
  const { mean } = estimate(output);
  const { standardError } = estimate(output.map((one) => (one - mean) ** 2));
  const claim = `variance of the ${name} function`;
  return [
    ...rows,
    row({
      ...{ id: "E11.variance", claim, source, by: "part", exact: 13.844588, ours: variance(output) },
      ...fourErrors(standardError),
    }),
  ];
}

/** First-order and total shares from a design of their own. */
function designed({ name, source, of, input, inputs, first, total }: Known, bases: number): ValidationRow[] {
  const shares = totalOrder(of, new Array<InputSampler>(inputs).fill(input), { bases, seed });
  return first.flatMap((exact, k) => {
    const base = { source, by: "part" as const };
    return [
      row({
        ...{
          ...base,
          id: `E11.${name} S ${k + 1}`,
          claim: `first-order index of input ${k + 1}, ${name}, from a radial design`,
        },
        ...{ exact, ours: shares[k].first.value, ...fourErrors(shares[k].first.standardError) },
      }),
      row({
        ...{ ...base, id: `E11.${name} ST ${k + 1}`, claim: `total-order index of input ${k + 1}, ${name}` },
        ...{ exact: total[k], ours: shares[k].total.value, ...fourErrors(shares[k].total.standardError) },
      }),
    ];
  });
}

/** Shares of variance of functions for which they are known. */
export function indices({ quick }: ValidationInputs): ValidationRow[] {
  const [count, bases] = quick ? [16_384, 4096] : [65_536, 32_768];
  return [ishigami, sobolG].flatMap((known) => [...givenData(known, count), ...designed(known, bases)]);
}
