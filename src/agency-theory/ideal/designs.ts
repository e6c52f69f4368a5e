import { drawBatch } from "../../simulation/world/batch-inputs.js";
import type { Program } from "../../simulation/world/program.js";
import { bestScale } from "./best-rates.js";
import { type Cases, meanAround, surplusBy } from "./cases.js";
import { contractWeights } from "./contract.js";
import { ownRates, ratesOver } from "./own-strength.js";
import { type Plausible, plausible } from "./plausible.js";
import { dot } from "./quadratic.js";

/** A design of the scenario in theory, at the period asked for. */
export interface TheoryDesign {
  readonly name: string;
  readonly title: string;
  /** share. Of its weight, by what a point of each measure is worth at target; 0 where it pays for no score. */
  readonly inputShare: number;
  /** EUR of the period. What a point of its score is worth at target with the amounts of the file, and at its best overall scale. */
  readonly point: number;
  readonly bestPoint: number;
  /** EUR per KAM-year. At its best overall scale, and with the amounts of the file. */
  readonly surplus: Plausible;
  readonly asWritten: Plausible;
  /** EUR per KAM-year. Surplus of the usable contract less the design's at its best scale; the mean is not below zero. */
  readonly lost: Plausible;
  /** Whether some of it is paid on the team's mean score; theory takes all as personal. */
  readonly hasTeam: boolean;
}

/** Worlds in which the slopes of plans at target are looked at. */
const lookedAt = 48;

interface Judged {
  readonly cases: Cases;
  readonly names: readonly string[];
  /** 1 for inputs, by measure. */
  readonly inputs: readonly number[];
  /** Rates of the contract designs are held against. */
  readonly best: readonly number[];
}

/** Every design of the scenario in theory, the baseline first. */
export function designsIn(program: Program, baseline: string, judged: Judged): TheoryDesign[] {
  const batchInputs = drawBatch(program, 0, Math.min(lookedAt, judged.cases.worlds.length));
  return program.designs
    .flatMap(({ role }, d) => (role === "design" ? [d] : []))
    .sort((a, b) => Number(program.designs[b].name === baseline) - Number(program.designs[a].name === baseline))
    .map((d) => {
      const own = ownRates(batchInputs, d);
      const rates = ratesOver(own, judged.names, judged.cases.worlds[0].months);
      const { name, title } = program.designs[d];
      return { name, title, ...judge(rates, judged), hasTeam: own.hasTeam };
    });
}

function judge(
  rates: readonly number[],
  { cases, inputs, best }: Judged,
): Omit<TheoryDesign, "name" | "title" | "hasTeam"> {
  const factor = bestScale(meanAround(cases, rates), rates);
  const scaled = rates.map((one) => factor * one);
  const ideal = surplusBy(cases, best);
  const own = surplusBy(cases, scaled);
  const point = rates.reduce((sum, one) => sum + one, 0);
  return {
    inputShare: dot(contractWeights(rates), inputs),
    point,
    bestPoint: factor * point,
    surplus: plausible(own),
    asWritten: plausible(surplusBy(cases, rates)),
    lost: plausible(ideal.map((one, w) => one - own[w])),
  };
}
