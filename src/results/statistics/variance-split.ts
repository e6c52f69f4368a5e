import { studentQuantile } from "../../foundation/maths/student.js";
import { type Estimate, estimate, type Interval, sum } from "../../foundation/maths/summary.js";
import { responses } from "../../model/responses/index.js";
import type { OutcomeColumn } from "../basis/outcome-columns.js";
import type { RegressionAdjustment } from "../basis/regression-adjustment.js";
import { betweenDraws, luckOfMeans } from "./by-draw.js";

/** A part of a variance; squares of the outcome's unit. */
export interface VariancePart extends Interval {
  readonly value: number;
  /** 0–1, of the sum of the parts. */
  readonly share: number;
}

/**
 * Why a difference between two designs is not the same for everybody who might ask (law of total variance): by the luck of one team of the
 * size simulated, by assumptions nobody knows, and by how managers react. Responses that react count alike: which of them is right is no
 * draw. Luck and assumptions are means over these responses.
 */
export interface VarianceSplit {
  readonly luck: VariancePart;
  readonly assumptions: VariancePart;
  readonly response: VariancePart;
  /** The responses that count. */
  readonly responses: readonly string[];
}

/** A difference by world under one response: as it happened, with bad luck added back, and as means are taken of it. */
export interface DifferenceColumns extends Pick<OutcomeColumn, "values" | "calm" | "steady"> {
  readonly response: string;
}

/** Responses that react: where nobody does there is nothing to be told about people. */
export const reacting: ReadonlySet<string> = new Set(
  responses.filter((one) => one.movesMotive && !one.compensates).map((one) => one.name),
);

/** Splits the variance of a difference; undefined where draws were played with one luck each, or nothing reacts. */
export function varianceSplit(
  all: readonly DifferenceColumns[],
  adjust: RegressionAdjustment,
): VarianceSplit | undefined {
  const seen = all.filter(({ response }) => reacting.has(response));
  if (adjust.lucks < 2 || seen.length === 0 || seen[0].values.length < 2 * adjust.lucks) return undefined;
  const luck = meanPart(seen.map(({ values }) => luckOf(values, adjust)));
  const assumptions = meanPart(seen.map(({ calm }) => betweenDraws(calm, adjust).variance));
  const response = between(seen.map(({ steady }) => adjust(steady)));
  const whole = luck.value + assumptions.value + response.value;
  const part = (one: Interval & { readonly value: number }): VariancePart => ({
    ...one,
    share: whole > 0 ? one.value / whole : 0,
  });
  return {
    luck: part(luck),
    assumptions: part(assumptions),
    response: part(response),
    responses: seen.map(({ response: name }) => name),
  };
}

type Part = Interval & { readonly value: number };

const partOf = ({ mean, low, high }: Estimate): Part => ({ value: mean, low: Math.max(0, low), high });

/** Variance between the worlds of a draw: what one simulated team meets. */
const luckOf = (values: Float64Array, { lucks }: RegressionAdjustment): Part =>
  partOf(estimate(luckOfMeans(values, lucks).map((one) => one * lucks)));

/** Mean of parts of the same worlds: their ends are taken together, as they err alike. */
const meanPart = (parts: readonly Part[]): Part => {
  const mean = (of: (one: Part) => number): number => sum(parts.map(of)) / parts.length;
  return { value: mean(({ value }) => value), low: mean(({ low }) => low), high: mean(({ high }) => high) };
};

/** Variance of expected differences between responses, less what Monte Carlo error adds to it; its error by the delta method. */
function between(columns: readonly Float64Array[]): Part {
  const apart = columns.map((one) =>
    one.map((value, i) => value - sum(columns.map((other) => other[i])) / columns.length),
  );
  const found = apart.map((one) => estimate(one));
  const value = sum(found.map(({ mean, standardError }) => mean * mean - standardError ** 2)) / columns.length;
  const moves = columns[0].map((_, i) => (2 / columns.length) * sum(found.map(({ mean }, r) => mean * apart[r][i])));
  const error = estimate(moves).standardError;
  const reach = studentQuantile(0.975, columns[0].length - 1) * error;
  const kept = Math.max(0, value);
  return { value: kept, low: Math.max(0, kept - reach), high: kept + reach };
}
