import { fillNormals } from "../foundation/maths/random.js";
import { selectionLead } from "../foundation/maths/selection.js";
import { chancesOfBest } from "../results/best/best-chances.js";
import { criticalValues, setOfBest } from "../results/best/best-set.js";
import { contestOf, type PairedDifferences } from "../results/best/paired-differences.js";
import { row, type ValidationInputs, type ValidationRow } from "./row.js";

/** Seed of these draws; any other gives other luck, not other truths. */
const seed = 20260102;
const designs = 6;
const worlds = 60;

function normals(count: number, run: number, lane: number): Float64Array {
  const out = new Float64Array(count);
  fillNormals(out, 0, 1, count, seed, 2, run, lane, 0);
  return out;
}

/** Runs of six designs with these expected values, in units of the error of a mean, and luck of their own. */
const contestWith = (means: Float64Array, run: number): PairedDifferences =>
  contestOf(Array.from(means, (mean, k) => normals(worlds, run, k).map((one) => one + mean / Math.sqrt(worlds))));

/** As many standard errors as six designs of equal and independent errors need: Bechhofer's lead, which is √2 times as many errors of a mean. */
function reach(): ValidationRow {
  const values = new Float64Array(designs - 1).fill(1);
  const centred = contestOf(Array.from({ length: designs }, (_, k) => normals(worlds, 0, k)));
  const contest = {
    ...centred,
    rows: 1_000_000,
    apart: centred.apart.map((one, i) => one.map((_, j) => (i === j ? 0 : Math.SQRT2))),
    spectrum: { ...centred.spectrum, values },
  };
  const found = criticalValues(contest, seed);
  return row({
    ...{ id: "E11.best reach", claim: "standard errors that keep the best of 6 alike in the set in 95 % of trials" },
    ...{ source: "Gupta 1965; Bechhofer 1954", by: "part", exact: selectionLead(designs, 0.95) / Math.SQRT2 },
    ...{ ours: found.reduce((sum, one) => sum + one, 0) / designs, tolerance: 0.11 },
    reason: "4 standard errors of a 95 % point from 4,096 draws",
  });
}

/** In how many runs the set holds the best where all are alike, which is where it is missed most. */
function coverage(runs: number): ValidationRow {
  let covered = 0;
  for (let run = 1; run <= runs; run++) if (setOfBest(contestWith(new Float64Array(designs), run), run)[0]) covered++;
  return row({
    ...{ id: "E11.best set", claim: "share of runs in which the set holds the best of 6, all alike" },
    ...{ source: "Gupta 1965; Hsu 1984", by: "part", exact: 0.95, ours: covered / runs },
    ...{ tolerance: 4 * Math.sqrt((0.95 * 0.05) / runs), reason: "4 standard errors; false alarm 1 in 16,000" },
  });
}

/** Whether the first is best as often as is said: designs differ as is supposed beforehand, half-Cauchy being the ratio of two normals. */
function calibration(runs: number): ValidationRow {
  let [stated, right] = [0, 0];
  for (let run = 1; run <= runs; run++) {
    const [above, below] = normals(2, run, designs + 1);
    const means = normals(designs, run, designs).map((one) => (one * above) / below);
    const chances = chancesOfBest(contestWith(means, run), run);
    const first = chances.indexOf(Math.max(...chances));
    stated += chances[first] / runs;
    if (means[first] === Math.max(...means)) right += 1 / runs;
  }
  return row({
    ...{ id: "E11.best probability", claim: "probability stated for the first of 6 less how often it is the best" },
    ...{ source: "Zellner 1986; Polson & Scott 2012", by: "part", exact: 0, ours: stated - right },
    ...{ tolerance: 4 * Math.sqrt(0.25 / runs), reason: "4 standard errors; false alarm 1 in 16,000" },
  });
}

/** Who is best of normal columns whose expected values are known. */
export function bestOfSeveral({ quick }: ValidationInputs): ValidationRow[] {
  const runs = quick ? 100 : 600;
  return [reach(), coverage(runs), calibration(runs)];
}
