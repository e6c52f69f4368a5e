import { type Estimate, estimate } from "../foundation/maths/summary.js";
import { didYouMean, refuse } from "../foundation/text/problem.js";
import { formatQuantity, share as shareUnit } from "../foundation/values/quantity.js";
import { aboutOf, type RunAbout } from "../results/basis/about.js";
import { regressionAdjuster } from "../results/basis/regression-adjustment.js";
import { intervalPlace } from "../results/statistics/interval-place.js";
import { edit, type Scenario } from "../scenario/scenario.js";
import { compile } from "../simulation/compile.js";
import type { Run } from "../simulation/data.js";

import { type SimulationOptions, simulate } from "../simulation/simulate.js";
import type { DesignPlan, Program } from "../simulation/world/program.js";
import { theoryOf } from "./beside-simulation/in-theory.js";
import { yearlyNetValue } from "./beside-simulation/yearly.js";
import { type AskedWeighting, measureOf, mixturesOf, type Weighting } from "./ideal/asked.js";
import { type Plausible, plausible } from "./ideal/plausible.js";

export interface SweepOptions extends SimulationOptions {
  /** The design whose rewards and period are kept; the first that pays for inputs and outputs, else the baseline. */
  readonly design?: string | undefined;
  /** Weights among inputs and among outputs; the mean of the scenario's designs unless given. Any sums: they are scaled to 1. */
  readonly inputs?: AskedWeighting | undefined;
  readonly outputs?: AskedWeighting | undefined;
  /** Shares of weight on inputs to try, 0–1; every fifth of it unless given. */
  readonly shares?: readonly number[] | undefined;
}

/** One share of weight on inputs. Money is EUR per KAM-year, less that of the first share. */
export interface SweepPoint {
  readonly inputShare: number;
  readonly design: string;
  readonly theory: Plausible;
  readonly simulated: Estimate;
  /** Whether the simulation cannot tell it from the share that did best (95 %). */
  readonly isAmongBest: boolean;
}

/** The same plan at different weights on inputs, in theory and in a simulation of its own. */
export interface WeightSweep {
  readonly about: RunAbout;
  readonly design: string;
  /** share. Weights among inputs and among outputs. */
  readonly inputs: Weighting;
  readonly outputs: Weighting;
  readonly points: readonly SweepPoint[];
  /** share. Best of the shares tried: in the simulation, in theory. */
  readonly simulatedBest: number;
  readonly theoryBest: number;
  readonly run: Run;
}

const usualShares: readonly number[] = [0, 0.2, 0.4, 0.6, 0.8, 1];
const usualWorlds = 64;

/**
 * Simulates one design at several weights on inputs, all else equal, held as the scenario holds its designs, beside what theory makes of the
 * same plans. Throws a Problem for unknown names, for shares outside 0–1 and where there is no input or no output to weigh.
 */
export async function weightSweep(scenario: Scenario, options: SweepOptions = {}): Promise<WeightSweep> {
  const program = compile(scenario);
  const name = options.design ?? usualDesign(program, scenario.checked.baseline);
  const inputs = sideOf("inputs", options.inputs ?? meanWeights(program, "input"));
  const outputs = sideOf("outputs", options.outputs ?? meanWeights(program, "output"));
  const shares = options.shares ?? usualShares;
  for (const one of shares)
    if (!(one >= 0 && one <= 1)) refuse("shares", `${one} is not a share`, "give numbers from 0 to 1, such as 0.4");
  if (shares.length === 0) refuse("shares", "there is none to try", "give at least one, such as 0.4");
  const swept = sweptScenario(scenario, name, inputs, outputs, shares);
  const run = await simulate(swept, { ...options, replications: options.replications ?? usualWorlds });
  return { about: aboutOf(run), design: name, inputs, outputs, ...pointsOf(swept, run, shares), run };
}

const nameOf = (share: number): string => `${percent(share)} on inputs`;

const percent = (share: number): string => formatQuantity(share, shareUnit(), "");

/** The scenario with one design for each share and nothing else. */
function sweptScenario(
  scenario: Scenario,
  name: string,
  inputs: Weighting,
  outputs: Weighting,
  shares: readonly number[],
): Scenario {
  return edit(scenario, (file) => {
    const {
      title: _title,
      note: _note,
      ...pattern
    } = standAlone(file.designs as unknown as Readonly<Record<string, Record<string, unknown>>>, name);
    const rewards = (pattern.rewards as readonly Record<string, unknown>[]).map(({ weights: _weights, ...one }) => one);
    const designs = shares.map((share) => {
      const mixture = [
        ...Object.entries(inputs).map(([measure, one]) => [measure, share * one] as const),
        ...Object.entries(outputs).map(([measure, one]) => [measure, (1 - share) * one] as const),
      ].filter(([, weight]) => weight > 0);
      const weights = Object.fromEntries(mixture.map(([measure, weight]) => [measure, percent(weight)]));
      return [nameOf(share), { ...pattern, rewards, weights }] as const;
    });
    file.designs = Object.fromEntries(designs) as unknown as typeof file.designs;
    file.baseline = nameOf(shares[0]);
    file.hypotheses = {};
  });
}

/** A design as the file writes it, with what it takes over from others. */
function standAlone(designs: Readonly<Record<string, Record<string, unknown>>>, name: string): Record<string, unknown> {
  const own = designs[name] ?? refuse("design", `unknown design "${name}"`, didYouMean(name, Object.keys(designs)));
  const { like, ...rest } = own;
  return typeof like === "string" ? { ...standAlone(designs, like), ...rest } : rest;
}

function pointsOf(
  swept: Scenario,
  run: Run,
  shares: readonly number[],
): Omit<WeightSweep, "about" | "design" | "inputs" | "outputs" | "run"> {
  const theory = theoryOf(
    compile(swept, { seed: run.seed, months: run.months, sampling: run.sampling ?? "independent" }),
    swept.checked,
    run.worlds,
  );
  const adjust = regressionAdjuster(run);
  const value = yearlyNetValue(run, run.response);
  const each = shares.map((share, d) => {
    const held = run.held.find((one) => one.design === nameOf(share) && one.response === run.response);
    const { created, risk } = theory.judge(d, held?.scale, held?.shift);
    return { net: value(nameOf(share)), theory: created.map((one, w) => one - risk[w]) };
  });
  const lead = (k: number, over: number): Estimate =>
    estimate(adjust(each[k].net.map((one, w) => one - each[over].net[w])));
  const simulated = shares.map((_, k) => lead(k, 0));
  const best = highest(simulated.map(({ mean }) => mean));
  const points = shares.map((inputShare, k) => ({
    inputShare,
    design: nameOf(inputShare),
    theory: plausible(each[k].theory.map((one, w) => one - each[0].theory[w])),
    simulated: simulated[k],
    isAmongBest: intervalPlace(lead(k, best)) !== "below",
  }));
  return { points, simulatedBest: shares[best], theoryBest: shares[highest(points.map((one) => one.theory.mean))] };
}

const highest = (values: readonly number[]): number =>
  values.reduce((best, one, k) => (one > values[best] ? k : best), 0);

/** The first design that pays for inputs and outputs alike, else the baseline. */
function usualDesign(program: Program, baseline: string): string {
  const pays = (design: DesignPlan, nature: "input" | "output"): boolean =>
    design.cards.some((card) => card.slots.some(({ measure }) => measure.nature === nature));
  return program.designs.find((one) => pays(one, "input") && pays(one, "output"))?.name ?? baseline;
}

/** Mean weights over the cards of a scenario's designs, of inputs or of outputs. */
function meanWeights(program: Program, nature: "input" | "output"): Weighting {
  const weights: Record<string, number> = {};
  for (const { measure, weight } of program.designs.flatMap(({ cards }) => cards.flatMap(({ slots }) => slots)))
    if (measure.nature === nature) weights[measure.name] = (weights[measure.name] ?? 0) + weight;
  return weights;
}

/** Weights of one side, adding up to 1. Refuses unknown measures, those of the other side and an empty side. */
function sideOf(side: "inputs" | "outputs", weights: Weighting): Weighting {
  const names = Object.keys(weights);
  if (names.length === 0) refuse(side, "the scenario's designs weigh none", `name some, such as ${side}: { … }`);
  mixturesOf({ [side]: weights });
  const wrong = names.find((name) => measureOf(name).nature !== side.slice(0, -1));
  if (wrong !== undefined) refuse(side, `"${wrong}" is an ${measureOf(wrong).nature}`, "weigh it on the other side");
  const total = names.reduce((sum, name) => sum + weights[name], 0);
  return Object.fromEntries(names.map((name) => [name, weights[name] / total]));
}
