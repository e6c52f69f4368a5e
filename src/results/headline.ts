import { type Estimate, estimate, type Share } from "../foundation/maths/summary.js";
import type { ResponseName } from "../scenario/schema/file-types.js";
import type { Held, Run, RunDesign } from "../simulation/data.js";
import { meanOfWorlds, perValue } from "./basis/between-worlds.js";
import { controlVariate } from "./basis/control-variate.js";
import {
  headlineOutcome,
  knownResponse,
  type OutcomeColumn,
  outcomeColumn,
  withRole,
} from "./basis/outcome-columns.js";
import { regressionAdjuster } from "./basis/regression-adjustment.js";
import { type Ranked, type Ranking, ranking } from "./best/ranking.js";
import { type Bridge, bridge } from "./bridge.js";
import { type Comparison, compare, contrastOf } from "./compare.js";
import { type PlanMade, plansMade } from "./plans-made.js";
import { type Drivers, drivers } from "./sensitivity/drivers.js";
import type { Verdict } from "./statistics/verdict.js";

/** The best design against another: difference in net value, money per KAM over the horizon. */
export interface Lead {
  readonly design: string;
  readonly title: string;
  /** Best − other, paired by world. */
  readonly difference: Estimate;
  /** Share of the draws of the assumptions in which the best is better in expectation. */
  readonly better: Share;
  readonly verdict: Verdict;
}

/** Who leads if managers react in another way. */
export interface ResponseView {
  readonly response: ResponseName;
  readonly best: string;
  readonly title: string;
  /** The headline's best − baseline under this response; 0 where it is the baseline. */
  readonly difference: Estimate;
  /** What is best under this response − the headline's best: what believing the wrong response would cost. */
  readonly missed: Estimate;
  /** What is best under this response against the headline's best. */
  readonly verdict: Verdict;
  readonly isSame: boolean;
  /** How many designs cannot be told from what is best under this response, itself among them. */
  readonly contenders: number;
}

export interface EffortChange {
  readonly activity: string;
  /** factor of normal effort, the best design − the baseline. */
  readonly change: Estimate;
}

/** The answer of a run with everything that qualifies it. Money per KAM over the horizon. */
export interface Headline {
  readonly comparison: Comparison;
  /** The one with the highest expected net value; whether it is best, `contenders` says. */
  readonly best: Ranked;
  /** Designs that cannot be told from the best, best first: a tie where there are several, else the best alone. */
  readonly contenders: readonly Ranked[];
  /** Of its kind "too close to call" or "practically equal" against the best, best first; the runner-up may be among them. */
  readonly rivals: readonly Lead[];
  /** Undefined when the scenario has one design. */
  readonly runnerUp: Lead | undefined;
  /** Undefined when the baseline is itself the best. */
  readonly baseline: Lead | undefined;
  /** Against the yardsticks every comparison carries, where the run has them. */
  readonly noReward: Lead | undefined;
  readonly flatTopUp: Lead | undefined;
  readonly ranking: Ranking;
  /** One for each response of the run. */
  readonly responses: readonly ResponseView[];
  /** Whether every response names the same best design. */
  readonly responsesAgree: boolean;
  readonly bridge: Bridge;
  /** How the best design moves effort against the baseline, largest change first; empty when it is the baseline. */
  readonly effort: readonly EffortChange[];
  readonly drivers: Drivers;
  /** Designs that could not be made equal, and by how much. */
  readonly unmet: readonly Held[];
  /** What was done to each design to make it equal; empty where nothing is held. */
  readonly plans: readonly PlanMade[];
}

export interface HeadlineOptions {
  readonly response?: ResponseName | undefined;
}

/**
 * The design with the highest expected net value among the scenario's own, against the runner-up, the baseline and the yardsticks, with
 * the rules of `verdict`. Throws a Problem for unknown names and for runs without designs.
 */
export function headline(run: Run, options: HeadlineOptions = {}): Headline {
  const response = knownResponse(run, options.response);
  const ranked = ranking(run, headlineOutcome, response);
  const driven = drivers(run, { response });
  const best = ranked.designs[0];
  const lead = (other: Pick<RunDesign, "name" | "title"> | undefined): Lead | undefined =>
    other === undefined || other.name === best.design ? undefined : leadOf(run, best.design, other, response);
  const others = ranked.designs
    .slice(1)
    .map(({ design, title }) => leadOf(run, best.design, { name: design, title }, response));
  const views = run.responses.map((one) => viewOf(run, best.design, one));
  return {
    comparison: compare(run, { response }),
    best,
    contenders: ranked.designs.filter((one) => one.mayBeBest),
    rivals: others.filter((one) => one.verdict === "too close to call" || one.verdict === "practically equal"),
    runnerUp: others[0],
    baseline: lead(run.designs.find((one) => one.name === run.baseline)),
    noReward: lead(withRole(run, "no reward")),
    flatTopUp: lead(withRole(run, "flat top-up")),
    ranking: ranked,
    responses: views,
    responsesAgree: views.every((one) => one.isSame),
    bridge: bridge(run, { design: best.design, response }),
    effort: effortOf(run, best.design, response),
    drivers: driven,
    unmet: run.held.filter((one) => !one.isMet),
    plans: plansMade(run, { response }),
  };
}

function leadOf(run: Run, best: string, other: Pick<RunDesign, "name" | "title">, response: string): Lead {
  const of = (name: string) => outcomeColumn(run, name, headlineOutcome, response) as OutcomeColumn;
  const found = contrastOf(of(best), of(other.name), 1, run.smallestDifference, regressionAdjuster(run));
  return {
    design: other.name,
    title: other.title,
    difference: found.difference,
    better: found.better as Share,
    verdict: found.verdict as Verdict,
  };
}

function viewOf(run: Run, best: string, response: ResponseName): ResponseView {
  const { designs } = ranking(run, headlineOutcome, response);
  const [there] = designs;
  const of = (name: string): Float64Array => controlVariate(run, name, headlineOutcome, response);
  const lead = leadOf(run, there.design, { name: best, title: best }, response);
  return {
    response,
    best: there.design,
    title: there.title,
    difference: estimate(regressionAdjuster(run)(of(best).map((value, w) => value - of(run.baseline)[w]))),
    missed: lead.difference,
    verdict: lead.verdict,
    isSame: there.design === best,
    contenders: designs.filter((one) => one.mayBeBest).length,
  };
}

const effortPrefix = "effort: ";

function effortOf(run: Run, best: string, response: string): EffortChange[] {
  if (best === run.baseline) return [];
  return run.outcomes
    .filter(({ name }) => name.startsWith(effortPrefix))
    .map(({ name }) => ({
      activity: name.slice(effortPrefix.length),
      change: meanOfWorlds(
        controlVariate(run, best, name, response).map(
          (value, w) => value - controlVariate(run, run.baseline, name, response)[w],
        ),
        perValue(run),
      ),
    }))
    .sort((a, b) => Math.abs(b.change.mean) - Math.abs(a.change.mean));
}
