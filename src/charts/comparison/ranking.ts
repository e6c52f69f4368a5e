import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { headlineOutcome } from "../../results/basis/outcome-columns.js";
import type { Ranked } from "../../results/best/ranking.js";
import type { Comparison } from "../../results/compare.js";
import type { AnyOutcomeName } from "../../scenario/schema/file-types.js";
import { bestWords, tied } from "../../wording/best-words.js";
import { horizonText, nameText, percent } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type UnframedChart } from "../definition/chart.js";
import { aComparison } from "../definition/inputs.js";
import { along, coloured, down } from "../definition/marks.js";
import { designLabels } from "../definition/shown.js";

export interface RankingOptions extends ChartOptions {
  /** Net value, or else the first outcome that is ranked, unless given. */
  readonly outcome?: AnyOutcomeName | undefined;
}

/** px */
const rowHeight = 24;

const kinds = ["share of draws", "probability, may be best", "probability, behind the best"] as const;

/** How sure the order of designs is: under how many draws of the assumptions each is best, and how likely it is best on average. */
export const rankingChart = defineChart<Comparison, RankingOptions>({
  name: "ranking",
  takes: aComparison,
  summary:
    "Share of the draws of the assumptions in which each design is best in expectation, and the probability that it is best on average.",
  draw(comparison, options, theme): UnframedChart {
    const { outcome, designs } = rankingOf(comparison, options.outcome);
    const names = designLabels(designs);
    const words = bestWords(designs);
    const rows = designs.map(({ best, probability, mayBeBest }, k) => ({
      design: names[k],
      share: best.share * 100,
      low: best.low * 100,
      high: best.high * 100,
      probability: probability * 100,
      standing: words[k],
      kind: mayBeBest ? kinds[1] : kinds[2],
    }));
    const { accent, quiet, ink, muted } = theme.colours;
    return {
      title: saying(outcome, designs),
      subtitle: `Best in ${outcome}, ${horizonText(comparison.about.months)}, response ${comparison.response}. Bar and line: share of the draws of the assumptions under which no other design is expected to do better, with 95 % interval (ignorance; luck is no part of it). Diamond: probability that its mean is the highest, given Monte Carlo error and the number of designs; in order of the mean`,
      about: comparison.about,
      columns: [
        { name: "design", title: "design" },
        { name: "share", title: "best in % of draws" },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
        { name: "probability", title: "best on average with probability, %" },
        { name: "standing", title: "all compared at once" },
      ],
      rows,
      left: names,
      right: ["00"],
      panel: (space) => {
        const y = down("design", names, space);
        const colour = coloured("kind", kinds, [quiet, accent, muted], space);
        return {
          width: space.width,
          height: Math.max(2, names.length) * rowHeight,
          layer: [
            {
              data: { values: rows.map((row) => ({ ...row, kind: kinds[0] })) },
              mark: { type: "bar", height: { band: 0.7 } },
              encoding: {
                y,
                x: along("x", "share", { title: "best, %", format: ",~f", domain: [-2.5, 100] }, space),
                color: colour,
              },
            },
            {
              data: { values: rows },
              mark: { type: "rule", strokeWidth: 1.5, color: ink },
              encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
            },
            {
              data: { values: rows },
              mark: { type: "point", shape: "diamond", filled: true, size: 90, opacity: 1 },
              encoding: { y, x: { field: "probability", type: "quantitative" }, color: colour },
            },
          ],
        };
      },
    };
  },
});

function rankingOf({ rankings }: Comparison, asked: string | undefined) {
  const known = rankings.map(({ outcome }) => outcome);
  if (known.length === 0)
    refuse(
      "outcome",
      "nothing in this comparison is ranked",
      `compare an outcome with a direction, such as ${headlineOutcome}`,
    );
  const name = asked ?? (known.includes(headlineOutcome) ? headlineOutcome : known[0]);
  return (
    rankings.find(({ outcome }) => outcome === name) ??
    refuse("outcome", `"${name}" is not ranked here`, didYouMean(name, known))
  );
}

/** Who is best, or which cannot be told from the best. */
function saying(outcome: string, designs: readonly Ranked[]): string {
  const contenders = designs.filter((one) => one.mayBeBest).map(({ title }) => title);
  const first = `"${nameText(designs[0].title)}"`;
  if (designs.length === 1) return `${first} stands alone: nothing to rank it against`;
  if (contenders.length > 1) return `A tie: ${tied(contenders)} in ${outcome} on average`;
  return `${first} is best in ${outcome} on average, and under ${percent(designs[0].best.share)} of the draws of assumptions`;
}
