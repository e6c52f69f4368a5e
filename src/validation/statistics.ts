import { fillNormals } from "../foundation/maths/random.js";
import { selectionLead } from "../foundation/maths/selection.js";
import { normalCdf } from "../foundation/maths/special.js";
import { estimate, pairedDifference, studentQuantile } from "../foundation/maths/summary.js";
import { bestOfSeveral } from "./best.js";
import { apart } from "./draws.js";
import { indices } from "./indices.js";
import { type Check, printedTo, row, type ValidationInputs, type ValidationRow } from "./row.js";

/** Seed and stream of these draws; any other gives other luck, not other truths. */
const seed = 20260101;

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
  const base = { source: "printed tables", by: "part" as const, ...printedTo(6) };
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

/** How far ahead the best of several designs has to be for 95 % of trials to name it. */
function leads(): ValidationRow[] {
  const known: readonly (readonly [number, number])[] = [
    [2, 2.3262],
    [3, 2.7101],
    [6, 3.1591],
    [9, 3.3679],
  ];
  return known.map(([designs, exact]) =>
    row({
      ...{ id: `E11.Bechhofer ${designs}`, claim: `lead that names the best of ${designs} in 95 % of trials` },
      ...{ source: "Bechhofer 1954", by: "part", exact, ours: selectionLead(designs, 0.95), ...printedTo(4) },
    }),
  );
}

export const layer: Check = {
  id: "E11",
  source: "variance of a difference",
  rows: (inputs) => [
    ...[...indices(inputs), ...sharedLuck(inputs), ...apart(inputs), ...quantiles(), ...leads()],
    ...bestOfSeveral(inputs),
  ],
};
