import type { Estimate } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";
import { headlineOutcome, knownDesign, ownDesigns, withRole } from "../../results/basis/outcome-columns.js";
import { ranking } from "../../results/best/ranking.js";
import { type Comparison, compare } from "../../results/compare.js";
import { intervalPlace } from "../../results/statistics/interval-place.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import type { Run, RunDesign } from "../../simulation/data.js";

import { estimateColumn, nameText } from "../../wording/numbers.js";

/** How the outcomes that hold effort by activity begin. */
const prefix = "effort: ";

export interface EffortAsked {
  /** Designs that stand out; the best by net value and the baseline unless given. */
  readonly designs?: readonly string[] | undefined;
  /** What effort is compared with; no reward unless given. */
  readonly against?: string | undefined;
  /** The response; the run's own unless given. */
  readonly response?: ResponseName | undefined;
}

/** Effort by activity, factor of normal effort, each design less another, paired by world. */
export interface EffortChanges {
  readonly about: Comparison["about"];
  readonly response: ResponseName;
  readonly against: RunDesign;
  /** Those that stand out, the one the finding is about first. */
  readonly shown: readonly RunDesign[];
  readonly others: readonly RunDesign[];
  /** The yardstick of what would be best for firm and managers together; undefined where the run has none. */
  readonly firstBest: RunDesign | undefined;
  /** From what the finding's design raises most to what it cuts most. */
  readonly activities: readonly string[];
  /** Of a design on an activity, against `against`. */
  readonly change: (design: string, activity: string) => Estimate;
  /** The same against the first best. */
  readonly gap: (design: string, activity: string) => Estimate;
}

const still: Estimate = { mean: 0, standardError: 0, low: 0, high: 0, count: 0 };

/** Changes of effort by activity. Throws a Problem for unknown names and for runs that do not hold effort by activity. */
export function effortChanges(run: Run, asked: EffortAsked): EffortChanges {
  const outcomes = run.outcomes.map(({ name }) => name).filter((name) => name.startsWith(prefix));
  if (outcomes.length === 0) refuse("run", "it holds no effort by activity", "simulate the scenario again");
  const against = knownDesign(run, asked.against ?? withRole(run, "no reward")?.name ?? run.baseline, "against");
  const { response } = asked;
  const comparison = compare(run, { baseline: against.name, outcomes, response });
  const firstBest = withRole(run, "first best");
  const best = firstBest && compare(run, { baseline: firstBest.name, outcomes, response });
  const shown = (asked.designs ?? usual(run, comparison.response)).map((name) => knownDesign(run, name, "designs"));
  const difference = (from: Comparison) => (design: string, activity: string) =>
    from.rows.find((row) => row.design === design && row.outcome === prefix + activity)?.difference ?? still;
  const change = difference(comparison);
  const [focus] = shown;
  if (focus === undefined) refuse("designs", "none is named", "name at least one, or leave it out");
  return {
    about: comparison.about,
    response: comparison.response,
    against,
    shown,
    others: ownDesigns(run).filter((one) => !shown.includes(one) && one !== against),
    firstBest: firstBest === against || (firstBest && shown.includes(firstBest)) ? undefined : firstBest,
    activities: outcomes
      .map((name) => name.slice(prefix.length))
      .sort((a, b) => change(focus.name, b).mean - change(focus.name, a).mean),
    change,
    gap: best === undefined ? change : difference(best),
  };
}

/** The design with most net value and the baseline; the first designs where the run does not hold net value. */
function usual(run: Run, response: ResponseName): string[] {
  const own = ownDesigns(run).map(({ name }) => name);
  const isValued = run.outcomes.some(({ name }) => name === headlineOutcome);
  const best = isValued && own.length > 0 ? ranking(run, headlineOutcome, response).designs[0].design : own[0];
  return [...new Set([best ?? run.baseline, run.baseline])];
}

/** What the first design neglects and overdoes against the first best, or, without one, raises and cuts against the other. */
export function effortSaying({ shown: [focus], activities, gap, against, firstBest }: EffortChanges): string {
  const ordered = [...activities].sort((a, b) => gap(focus.name, a).mean - gap(focus.name, b).mean);
  const [least, most] = [ordered[0], ordered[ordered.length - 1]];
  const [under, over] = [gap(focus.name, least), gap(focus.name, most)];
  const isUnder = intervalPlace(under) === "below";
  const isOver = intervalPlace(over) === "above";
  const name = `"${nameText(focus.title)}"`;
  const yardstick = firstBest === undefined ? `"${nameText(against.title)}"` : "the first best";
  if (!isUnder && !isOver) return `${name} moves effort on no activity by more than chance against ${yardstick}`;
  const [cuts, raises] = firstBest === undefined ? ["cuts", "raises"] : ["neglects", "overdoes"];
  const down = `${cuts} ${least} most: ${amount(under)} of normal effort`;
  const up = `${raises} ${most} most: ${amount(over)} of normal effort`;
  const words = isUnder && isOver ? `${down}; it ${up}` : isUnder ? down : up;
  return `Against ${yardstick} ${name} ${words}${isUnder && !isOver && firstBest !== undefined ? "; it overdoes nothing" : ""}`;
}

const amount = (one: Estimate): string => `${estimateColumn([one], 100, { sign: true })[0]} %`;
