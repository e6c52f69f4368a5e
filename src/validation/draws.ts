import { fillNormals } from "../foundation/maths/random.js";
import { normalCdf } from "../foundation/maths/special.js";
import { estimate } from "../foundation/maths/summary.js";
import { regressionAdjusterOf } from "../results/basis/regression-adjustment.js";
import { bestByDraw } from "../results/best/best-by-draw.js";
import { betweenDraws, shareOfDraws } from "../results/statistics/by-draw.js";
import { fourErrors, row, type ValidationInputs, type ValidationRow } from "./row.js";

/** Seed of these draws; any other gives other luck, not other truths. */
const seed = 20260101;
const lucks = 2;
/** Mean over the standard deviation that assumptions make. */
const lead = 0.7;

/** Standard normals, one a draw or one a world. */
function normals(count: number, item: number): Float64Array {
  const out = new Float64Array(count);
  fillNormals(out, 0, 1, count, seed, 2, 0, 0, item);
  return out;
}

/** Normal assumptions of variance 1 and normal luck, two worlds a draw. */
function worldsOf(draws: number, mean: number, sigmaL: number, item: number): Float64Array {
  const known = normals(draws, item);
  return normals(draws * lucks, item + 1).map((luck, w) => mean + known[Math.floor(w / lucks)] + sigmaL * luck);
}

/** Luck and ignorance of known size: in how many draws a difference is above zero, and a design the best, whatever luck adds. */
export function apart({ quick }: ValidationInputs): ValidationRow[] {
  const draws = quick ? 4000 : 16_000;
  const worlds = draws * lucks;
  const adjust = regressionAdjusterOf({ draws: [], expected: [], ...{ worlds, lucksPerDraw: lucks, perValue: lucks } });
  return [0.3, 1, 3].flatMap((sigmaL) => {
    const values = worldsOf(draws, lead, sigmaL, 1);
    const between = betweenDraws(values, adjust);
    const share = shareOfDraws(between, estimate(adjust(values)), (one) => one > 0);
    const [best] = bestByDraw([values, worldsOf(draws, 0, sigmaL, 3)], adjust);
    const { low, high, value } = between.variance;
    const base = { source: "nested normal model", by: "part" as const };
    const luck = `luck of ${sigmaL} SD of assumptions`;
    return [
      row({
        ...{ ...base, id: `E11.draws σ=${sigmaL}`, claim: `share of draws in which a difference is above 0, ${luck}` },
        ...{ exact: normalCdf(lead), ours: share.share, ...fourErrors(share.standardError) },
      }),
      row({
        ...{ ...base, id: `E11.assumptions σ=${sigmaL}`, claim: `variance that assumptions make, ${luck}` },
        ...{ exact: 1, ours: value, ...fourErrors((high - low) / 4) },
      }),
      row({
        ...{ ...base, id: `E11.best σ=${sigmaL}`, claim: `share of draws in which the better of two is best, ${luck}` },
        ...{ exact: normalCdf(lead / Math.SQRT2), ours: best.best.share, ...fourErrors(best.best.standardError) },
      }),
    ];
  });
}
