import type { Share } from "../../foundation/maths/summary.js";
import { type Attainments, attainments } from "../../results/people/attainments.js";
import type { Observations } from "../../simulation/observation/data.js";
import { horizonText, nameText, rounded } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type UnframedChart } from "../definition/chart.js";
import { observations } from "../definition/inputs.js";
import { isOverlapping, percentNumber } from "../definition/shown.js";
import { attainmentPanel, sharePlusMinus } from "./attainment-panel.js";
import { observedDesigns } from "./observed-designs.js";

export interface AttainmentChartOptions extends ChartOptions {
  /** Names of the designs shown; all of the scenario's own that pay on a score unless given. */
  readonly designs?: readonly string[] | undefined;
}

/** How scores are spread over the closes of the main card, with threshold, target and cap. */
export const attainment = defineChart<Observations, AttainmentChartOptions>({
  name: "attainment",
  takes: observations,
  summary:
    "Distribution of attainment at the closes by design, with threshold, target and cap and the share at target.",
  draw(observations, options): UnframedChart {
    const designs = observedDesigns(
      observations,
      options.designs,
      ({ cards }) => cards.length > 0,
      "none pays on a score",
    );
    const found = designs.map(({ design }) => attainments(observations, { design: design.name }));
    const labels = designs.map(({ label }) => label);
    const span = spanOf(found);
    const beyond = Math.max(...found.map(({ bins }) => shareBeyond(bins, span)));
    const { about, response } = found[0];
    const tallest = Math.max(...found.flatMap(({ bins }) => bins.map(({ share }) => share.share)));
    const outside =
      beyond > 0 ? `. Not shown: at most ${rounded(beyond * 100, 1)} % of a design's closes, beyond the axis` : "";
    return {
      title: saying(found),
      subtitle: `Attainment at the closes of the main card, bins of 5 points, ${horizonText(about.months)}, response ${response}. Blue: at target or above; tallest bar: ${rounded(tallest * 100, 0)} % of closes. Numbers and thin lines: shares with 95 % intervals between worlds (Monte Carlo error)${outside}`,
      about,
      columns: [
        { name: "design", title: "design" },
        { name: "from", title: "attainment from, %" },
        { name: "to", title: "below, %" },
        { name: "share", title: "share of closes, %" },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
      ],
      rows: found.flatMap(({ bins }, k) =>
        bins.map(({ from, to, share }) => ({
          design: labels[k],
          from: percentNumber(from),
          to: percentNumber(to),
          share: share.share * 100,
          low: share.low * 100,
          high: share.high * 100,
        })),
      ),
      left: found.length === 1 ? [] : labels,
      right: ["at target", ...found.map(({ atTarget }) => sharePlusMinus(atTarget))],
      panel: (space) => attainmentPanel(space, found, labels, span),
    };
  },
});

/** Share of a design's closes that may lie beyond the axis, at each end. */
const tail = 0.005;

/** Attainment shown: all but the tails of every design, and every mark. */
function spanOf(found: readonly Attainments[]): readonly [number, number] {
  const ends = found.flatMap(({ bins, threshold, cap }) => {
    const marks = [threshold, cap].filter((one) => one !== undefined);
    return [bins[withoutTail(bins)].from, bins[bins.length - 1 - withoutTail([...bins].reverse())].to, ...marks];
  });
  return [Math.min(0.85, ...ends), Math.max(1.15, ...ends)];
}

/** Index of the first bin that does not lie in the tail. */
function withoutTail(bins: Attainments["bins"]): number {
  let share = 0;
  for (const [k, bin] of bins.entries()) {
    share += bin.share.share;
    if (share > tail) return k;
  }
  return 0;
}

const shareBeyond = (bins: Attainments["bins"], [from, to]: readonly [number, number]): number =>
  bins.reduce((sum, bin) => sum + (bin.from < from - 1e-9 || bin.to > to + 1e-9 ? bin.share.share : 0), 0);

const percentOf = ({ share, low, high }: Share): string =>
  `${rounded(share * 100, 0)} % (${rounded(low * 100, 0)} to ${rounded(high * 100, 0)})`;

/** How often target is reached: under one design with the shares around it, or under the least and the most generous. */
function saying(found: readonly Attainments[]): string {
  const [one] = found;
  const name = ({ title }: Attainments): string => `"${nameText(title)}"`;
  if (found.length === 1) {
    const below = one.belowThreshold === undefined ? "" : `; ${percentOf(one.belowThreshold)} stay below the threshold`;
    const cap = one.atCap === undefined ? "" : `${below === "" ? ";" : ","} ${percentOf(one.atCap)} reach the cap`;
    return `${percentOf(one.atTarget)} of closes under ${name(one)} reach target${below}${cap}`;
  }
  const ordered = [...found].sort((a, b) => a.atTarget.share - b.atTarget.share);
  const [least, most] = [ordered[0], ordered[ordered.length - 1]];
  if (isOverlapping(least.atTarget, most.atTarget))
    return `Designs cannot be told apart by how often target is reached: ${rounded(least.atTarget.share * 100, 0)} % to ${rounded(most.atTarget.share * 100, 0)} % of closes`;
  return `Target is reached least often under ${name(least)}, at ${percentOf(least.atTarget)} of closes, and most often under ${name(most)}, at ${percentOf(most.atTarget)}`;
}
