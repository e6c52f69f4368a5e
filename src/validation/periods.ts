import { permanentWorth } from "../agency-theory/ideal/theory.js";
import { estimate } from "../foundation/maths/summary.js";
import { rationalFlagship, rationalYear } from "./contracts/rational.js";
import { assuming, laboratory, of, play } from "./laboratory.js";
import { type Check, printedTo, row, type ValidationInputs, type ValidationRow } from "./row.js";

/** Quota above what no effort reaches, and the effort it calls for (B = 10, σ = 2, c = 1). */
const hump: readonly (readonly [number, number])[] = [
  [-6, 0.0215],
  [-4, 0.2162],
  [-2, 0.7664],
  [0, 1.5036],
  [1, 1.8301],
  [2, 1.9947],
  [3, 1.513],
  [4, 0.3919],
  [6, 0.0229],
  [8, 0.0007],
];

function quotaOnce(inputs: ValidationInputs): ValidationRow[] {
  const played = play(laboratory(inputs, "quota"));
  return hump.map(([distance, effort]) =>
    row({
      ...{
        id: `E6.effort D=${distance}`,
        claim: `effort for a quota ${distance} from no effort`,
        source: quota.source,
      },
      ...{
        by: "engine",
        exact: effort,
        ours: of(played, `quota-${distance < 0 ? "minus-" : ""}${Math.abs(distance)}`).effort[0],
      },
      ...printedTo(4),
    }),
  );
}

/** How often the quota is closed, closes a year, first effort by look-ahead, value of the best policy by dynamic programme. */
const closes: readonly (readonly [string, number, number, number])[] = [
  ["yearly", 1, 0.6005, 5.41365],
  ["quarterly", 4, 0.4512, 0.89872],
  ["monthly", 12, 0.2653, 0.28006],
];

function quotaYear(inputs: ValidationInputs): ValidationRow[] {
  const worlds = inputs.quick ? 1000 : 4000;
  const played = play(laboratory(inputs, "quota-year"), worlds);
  return closes.flatMap(([name, often, first, best]) => {
    const { first: efforts, gains } = of(played, name);
    // A world and its mirror image are no two observations: their mean is one.
    const pairs = Float64Array.from({ length: worlds }, (_, w) => (gains[w] + gains[w + worlds]) / (2 * often));
    const { mean, standardError } = estimate(pairs);
    const base = { source: yearly.source, by: "engine" as const };
    return [
      row({
        ...base,
        ...printedTo(4),
        id: `E7.first ${name}`,
        claim: `first effort that looks ahead, closed ${name}`,
        exact: first,
        ours: efforts[0],
      }),
      row({
        ...{
          ...base,
          id: `E7.value ${name}`,
          claim: `value of a period to the manager, closed ${name}`,
          exact: best,
          ours: mean,
        },
        tolerance: 0.02 * best + 4 * standardError,
        reason: "effort is planned as constant to the close: at most 2 % lost; 4 standard errors",
      }),
    ];
  });
}

function ratchet(inputs: ValidationInputs): ValidationRow[] {
  const known: readonly (readonly [number, number])[] = [
    [0.2, 0.357143],
    [0.5, 0.181818],
    [1, 0.1],
  ];
  return known.map(([share, exact]) => {
    const scenario = (rebase: number) => laboratory(inputs, "ratchet", assuming({ rebase: `${100 * rebase} %` }));
    const effort = (rebase: number) => of(play(scenario(rebase)), "rebased").first[0];
    return row({
      ...{
        id: `E8.slope λ=${share}`,
        claim: `effort left when a share of ${share} is built into the next target`,
        source: rebased.source,
      },
      ...{ by: "engine", exact, ours: effort(share) / effort(0), ...printedTo(6) },
    });
  });
}

function teamShare(inputs: ValidationInputs): ValidationRow[] {
  return [1, 2, 4, 8].map((managers) => {
    const scenario = laboratory(inputs, "team-share", (file) => {
      file.team = { ...file.team, managers };
    });
    return row({
      ...{
        id: `E12.effort n=${managers}`,
        claim: `effort for an equal share in a team of ${managers}`,
        source: team.source,
      },
      ...{ by: "engine", exact: 1 / managers, ours: of(play(scenario), "shared").effort[0] },
      ...{ tolerance: 1e-9, reason: "algebra" },
    });
  });
}

/** share. What a year keeps of the value of a permanent amount: stays .88, grows 2.5 %, discounted at 8 %. */
const keeps = (0.88 * 1.025) / 1.08;

/** Months of a permanent amount against years of it: mean of what is kept at the starts of the twelve months of a year. */
const monthsPerYear = (1 - keeps) / (12 * (1 - Math.exp(Math.log(keeps) / 12)));

function raise(inputs: ValidationInputs): ValidationRow[] {
  const played = play(laboratory(inputs, "raise"));
  const efforts = of(played, "raise").effort[0] / of(played, "bonus").effort[0];
  const source = raises.source;
  const paid = row({
    ...{
      id: "E5.effort",
      claim: "effort under a raise against a bonus of equal size",
      source,
      by: "engine",
      exact: 6.067416,
    },
    ...{
      ours: efforts / monthsPerYear,
      tolerance: 6e-7,
      reason: "known to 6 decimals; raises are paid monthly, restated as yearly",
    },
  });
  const multipliers: readonly (readonly [number, number])[] = [
    [2, 1.835185],
    [3, 2.532719],
    [5, 3.601844],
    [10, 5.065499],
    [Number.POSITIVE_INFINITY, 6.067416],
  ];
  const forYears = multipliers.map(([years, exact]) =>
    row({
      ...{
        id: `E5.worth ${years === Number.POSITIVE_INFINITY ? "∞" : years}`,
        claim: `worth of a permanent amount ${years === Number.POSITIVE_INFINITY ? "for good" : `over ${years} years`}`,
        source,
      },
      ...{ by: "part", exact, ours: permanentWorth(keeps, years), ...printedTo(6) },
    }),
  );
  const money = (id: string, exact: number, years?: number) =>
    row({
      ...{
        id,
        claim: `worth of a 3 % raise on 80,000 ${years === undefined ? "for good" : `over ${years} years`}`,
        source,
        by: "part",
        exact,
        ours: 2400 * permanentWorth(keeps, years),
      },
      ...{ tolerance: 0.02, reason: "known to the cent from a multiplier of 6 decimals" },
    });
  return [paid, ...forYears, money("E5.money ∞", 14_561.8), money("E5.money 5", 8_644.43, 5)];
}

export const raises: Check = { id: "E5", source: "present value of a geometric stream", rows: raise };
export const quota: Check = { id: "E6", source: "first-order condition (B/σ)φ((D − e)/σ) = c·e", rows: quotaOnce };
export const yearly: Check = {
  id: "E7",
  source: "dynamic programme (validation of the model)",
  rows: (inputs) => [...quotaYear(inputs), ...rationalYear(inputs), ...rationalFlagship(inputs)],
};
export const rebased: Check = { id: "E8", source: "Weitzman 1980", rows: ratchet };
export const team: Check = { id: "E12", source: "Holmström 1982", rows: teamShare };
