import type { Comparison } from "../../analysis/compare.js";
import { headlineOutcome } from "../../analysis/outcome-columns.js";
import type { Ranked } from "../../analysis/ranking.js";
import { didYouMean, refuse } from "../../foundation/problem.js";
import { plural } from "../../foundation/text.js";
import type { AnyOutcomeName } from "../../scenario/file-types.js";
import { horizonText, nameText, percent } from "../numbers.js";
import { type ChartOptions, type Drawn, defineChart } from "./chart.js";
import { aComparison } from "./inputs.js";
import { along, coloured, down } from "./marks.js";
import { designLabels } from "./shown.js";

export interface RankingOptions extends ChartOptions {
  /** Net value, or else the first outcome that is ranked, unless given. */
  readonly outcome?: AnyOutcomeName | undefined;
}

/** px */
const rowHeight = 24;

const kinds = ["share of worlds", "probability of the best mean"] as const;

/** A design stays in the race while the chance that it is best on average is at least this. */
const inRace = 0.05;

/** How sure the order of designs is: in how many worlds each is best, and how likely it is best on average. */
export const ranking = defineChart<Comparison, RankingOptions>({
  name: "ranking",
  takes: aComparison,
  summary: "Share of worlds in which each design is best, and the probability that it is best on average.",
  draw(comparison, options, theme): Drawn {
    const { outcome, designs } = rankingOf(comparison, options.outcome);
    const names = designLabels(designs);
    const rows = designs.map(({ best, probability }, k) => ({
      design: names[k],
      share: best.share * 100,
      low: best.low * 100,
      high: best.high * 100,
      probability: probability * 100,
    }));
    const { accent, quiet, ink } = theme.colours;
    return {
      title: saying(outcome, designs),
      subtitle: `Best in ${outcome}, ${horizonText(comparison.about.months)}, response ${comparison.response}. Bar and line: share of worlds in which no other design does better, with 95 % interval (luck and assumptions differ between worlds). Diamond: probability that its mean is the highest, given Monte Carlo error; in order of the mean`,
      about: comparison.about,
      columns: [
        { name: "design", title: "design" },
        { name: "share", title: "best in % of worlds" },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
        { name: "probability", title: "best on average with probability, %" },
      ],
      rows,
      left: names,
      right: ["00"],
      panel: (space) => {
        const y = down("design", names, space);
        const colour = coloured("kind", kinds, [quiet, accent], space);
        const of = (kind: (typeof kinds)[number]) => ({ values: rows.map((row) => ({ ...row, kind })) });
        return {
          width: space.width,
          height: Math.max(2, names.length) * rowHeight,
          layer: [
            {
              data: of(kinds[0]),
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
              data: of(kinds[1]),
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

/** Who is best how surely, and how many others cannot be told from it. */
function saying(outcome: string, designs: readonly Ranked[]): string {
  const [first, ...others] = designs;
  const name = `"${nameText(first.title)}"`;
  if (others.length === 0) return `${name} stands alone: nothing to rank it against`;
  const rivals = others.filter(({ probability }) => probability >= inRace);
  const chance = `with probability ${percent(first.probability)}`;
  const worlds = `and in ${percent(first.best.share)} of worlds`;
  if (rivals.length === 0) return `${name} is best in ${outcome} on average ${chance}, ${worlds}`;
  const rest =
    rivals.length === 1
      ? `"${nameText(rivals[0].title)}" cannot be ruled out`
      : `${plural(rivals.length, "other")} cannot be ruled out`;
  return `${name} is best in ${outcome} on average only ${chance}, ${worlds}: ${rest}`;
}
