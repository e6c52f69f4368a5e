import { estimate, variance } from "../foundation/maths/summary.js";
import { refuse } from "../foundation/text/problem.js";

/** Why a difference is allowed, and how large it may be. */
export interface Allowance {
  readonly tolerance: number;
  readonly reason: string;
}

/** One number that is known, beside ours. */
export interface ValidationRow {
  /** `E3.input rate v=1`: the result it belongs to, and which number of it. */
  readonly id: string;
  readonly claim: string;
  readonly source: string;
  /** How ours was made: by the general engine on a laboratory scenario, by a part's own function, by a formula of the check, or from a study's data. */
  readonly by: "engine" | "part" | "formula" | "data";
  readonly exact: number;
  readonly ours: number;
  readonly tolerance: number;
  /** Reason for the tolerance. */
  readonly reason: string;
  /** Shown only: the distance is reported and never gates. */
  readonly isShown: boolean;
  readonly passed: boolean;
}

/** Texts the checks read, by file name without ending. */
export interface ValidationInputs {
  /** Laboratory scenarios (YAML). */
  readonly laboratory: Readonly<Record<string, string>>;
  /** Scenarios of the shop window (YAML), such as `kam-flagship`. */
  readonly scenarios: Readonly<Record<string, string>>;
  /** Tables of the evidence base (CSV). */
  readonly evidence: Readonly<Record<string, string>>;
  /** Folder the tables came from, for messages. */
  readonly evidenceFolder?: string | undefined;
  /** Fewer draws where simulation is needed; tolerances widen with them. */
  readonly quick: boolean;
}

/** A known result: what it is about, and the rows it gives. */
export interface Check {
  readonly id: string;
  readonly source: string;
  /** Tables of the evidence base it reads, by file name without ending. */
  readonly evidence?: readonly string[];
  readonly rows: (inputs: ValidationInputs) => readonly ValidationRow[];
}

/** Whether ours lies within the tolerance of what is known; no number never does. */
export const isWithinTolerance = ({
  exact,
  ours,
  tolerance,
}: Pick<ValidationRow, "exact" | "ours" | "tolerance">): boolean => Math.abs(ours - exact) <= tolerance;

type Given = Omit<ValidationRow, "passed" | "isShown" | "tolerance" | "reason"> & Allowance;

/** A row with its verdict. */
export const row = (given: Given): ValidationRow => ({ ...given, isShown: false, passed: isWithinTolerance(given) });

/** A row that shows how far a prediction is off, without a verdict. */
export const shownRow = (given: Omit<Given, "tolerance">): ValidationRow => ({
  ...given,
  tolerance: Number.POSITIVE_INFINITY,
  isShown: true,
  passed: true,
});

/** Exact numbers that are printed with so many decimals: half a unit of the last one. */
export const printedTo = (decimals: number): Allowance => ({
  tolerance: 0.5000001 * 10 ** -decimals,
  reason: `known to ${decimals} decimals`,
});

/** Four standard errors: a false alarm in 1 of 16,000. */
export const fourErrors = (standardError: number): Allowance => ({
  tolerance: 4 * standardError,
  reason: "4 standard errors; false alarm 1 in 16,000",
});

/** SD of simulated values, and four standard errors of it where it is known. */
export function spreadOf(values: Float64Array, known: number): Allowance & { readonly ours: number } {
  const { mean } = estimate(values);
  const { standardError } = estimate(values.map((one) => (one - mean) ** 2));
  return { ours: Math.sqrt(variance(values)), ...fourErrors(standardError / (2 * known)) };
}

/** A text of the inputs; throws a Problem when it was not given. */
export const textOf = (texts: Readonly<Record<string, string>>, name: string): string =>
  texts[name] ?? refuse("validate", `"${name}" was not given`, "pass the text of that file");
