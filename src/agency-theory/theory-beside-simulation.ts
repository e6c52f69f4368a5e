import { type Estimate, estimate } from "../foundation/maths/summary.js";
import { refuse } from "../foundation/text/problem.js";
import { decides } from "../model/scorecard/linked.js";
import { aboutOf, type RunAbout } from "../results/basis/about.js";
import { knownDesign, knownResponse, ownDesigns } from "../results/basis/outcome-columns.js";
import { regressionAdjuster } from "../results/basis/regression-adjustment.js";
import { intervalPlace } from "../results/statistics/interval-place.js";
import { makeScenario, type Scenario } from "../scenario/scenario.js";
import type { ResponseName } from "../scenario/schema/file-types.js";
import { compile } from "../simulation/compile.js";
import type { Run } from "../simulation/data.js";

import type { DesignPlan, Program } from "../simulation/world/program.js";
import { type Explained, explainGap } from "./beside-simulation/explain.js";
import { type InTheory, theoryOf } from "./beside-simulation/in-theory.js";
import type { Plan } from "./beside-simulation/ladder.js";
import { yearlyNetValue } from "./beside-simulation/yearly.js";
import { type Plausible, plausible } from "./ideal/plausible.js";

export interface BesideOptions {
  /** The design whose lead is explained, and the one it is held against; those of equal rewards and period with most and least weight on inputs unless given. */
  readonly design?: string | undefined;
  readonly against?: string | undefined;
  /** The run's own unless given. */
  readonly response?: ResponseName | undefined;
  /** Worlds to play again; 48 unless given, never more than the run has. */
  readonly worlds?: number | undefined;
  /** The scenario of the run; read from the run unless given. Needed where it has rewards of its own making. */
  readonly scenario?: Scenario | undefined;
}

/** One design in theory and in the run. Money is EUR per KAM-year, differences are from the baseline. */
export interface BesideRow {
  readonly design: string;
  readonly title: string;
  /** share. Weight on inputs. */
  readonly inputShare: number;
  /** EUR/year. What a point of the score is worth on target, as held in the run. */
  readonly point: number;
  readonly theory: Plausible;
  readonly simulated: Estimate;
}

export interface TheoryBesideSimulation {
  readonly about: RunAbout;
  readonly response: ResponseName;
  readonly baseline: string;
  /** Worlds theory was worked out in, and worlds played again. */
  readonly theoryWorlds: number;
  readonly playedWorlds: number;
  readonly rows: readonly BesideRow[];
  /** Pairs of designs the run tells apart, and those of them that theory puts in the same order. */
  readonly apart: number;
  readonly alike: number;
  readonly explained: Explained | undefined;
}

const mostTheoryWorlds = 200;
const usualPlayed = 48;

/**
 * Theory beside a run: each design's surplus at its own weights, period and strength beside the net value simulated, and for one pair why
 * the two differ. Theory, and what is played again, are worked out in worlds drawn as the run's are, each with a draw of its own. Throws a Problem for unknown names.
 */
export function theoryBesideSimulation(run: Run, options: BesideOptions = {}): TheoryBesideSimulation {
  const scenario = options.scenario ?? makeScenario(run.scenario, { name: run.name });
  const response = knownResponse(run, options.response);
  const program = compile(scenario, { seed: run.seed, months: run.months, sampling: run.sampling ?? "independent" });
  const theoryWorlds = Math.min(run.worlds, mostTheoryWorlds);
  const playedWorlds = Math.min(run.worlds, options.worlds ?? usualPlayed);
  const theory = theoryOf(program, scenario.checked, theoryWorlds);
  const judged = new Map(
    ownDesigns(run).map(({ name }) => {
      const plan = planOf(run, program, name, response);
      return [name, { name, plan, judged: theory.judge(plan.design, plan.scale, plan.shift) }];
    }),
  );
  const rows = rowsOf(run, response, new Map([...judged].map(([name, one]) => [name, one.judged])));
  const straightened = rows.filter((one) => canStraighten(program, one.design));
  const pair = pairOf(run, program, straightened, options).flatMap((name) => judged.get(name) ?? []);
  const [mine, other] = pair;
  return {
    about: aboutOf(run),
    response,
    baseline: run.baseline,
    theoryWorlds,
    playedWorlds,
    rows,
    ...orderOf(run, response, rows),
    explained:
      mine === undefined || other === undefined
        ? undefined
        : explainGap(program, scenario.checked, [mine, other], response, playedWorlds),
  };
}

/** The scale and tightening a design had in the run: held under this response, else under the headline's. */
function planOf(run: Run, program: Program, name: string, response: string): Plan {
  const own = run.held.filter((one) => one.design === name);
  const held = own.find((one) => one.response === response) ?? own.find((one) => one.response === run.response);
  return {
    design: program.designs.findIndex((one) => one.name === name),
    scale: held?.scale ?? 1,
    shift: held?.shift ?? 0,
  };
}

function rowsOf(run: Run, response: string, judged: ReadonlyMap<string, InTheory>): BesideRow[] {
  const worthOf = yearlyNetValue(run, response);
  const adjust = regressionAdjuster(run);
  const surplus = (name: string): number[] => {
    const found = judged.get(name);
    return found === undefined ? [] : found.created.map((one, w) => one - found.risk[w]);
  };
  const [base, baseValue] = [surplus(run.baseline), worthOf(run.baseline)];
  return ownDesigns(run).map(({ name, title }) => ({
    design: name,
    title,
    inputShare: judged.get(name)?.inputShare ?? 0,
    point: judged.get(name)?.point ?? 0,
    theory: plausible(surplus(name).map((one, w) => one - base[w])),
    simulated: estimate(adjust(worthOf(name).map((one, w) => one - baseValue[w]))),
  }));
}

/** Of the pairs whose simulated difference is beyond Monte Carlo error, how many theory puts in the same order. */
function orderOf(run: Run, response: string, rows: readonly BesideRow[]): { apart: number; alike: number } {
  const worthOf = yearlyNetValue(run, response);
  const adjust = regressionAdjuster(run);
  let apart = 0;
  let alike = 0;
  for (const [k, one] of rows.entries()) {
    const mine = worthOf(one.design);
    for (const other of rows.slice(k + 1)) {
      const theirs = worthOf(other.design);
      const place = intervalPlace(estimate(adjust(mine.map((value, w) => value - theirs[w]))));
      if (place !== "above" && place !== "below") continue;
      apart += 1;
      const isAhead = one.theory.mean > other.theory.mean;
      if (one.theory.mean !== other.theory.mean && isAhead === (place === "above")) alike += 1;
    }
  }
  return { apart, alike };
}

/** The pair asked for; else, of the designs that differ in weights alone, those with most and least weight on inputs. */
function pairOf(run: Run, program: Program, rows: readonly BesideRow[], { design, against }: BesideOptions): string[] {
  if (design !== undefined || against !== undefined) {
    const pair = [
      knownDesign(run, design ?? run.baseline).name,
      knownDesign(run, against ?? run.baseline, "against").name,
    ];
    const bent = pair.find((name) => !canStraighten(program, name));
    if (bent !== undefined)
      refuse(
        "design",
        `other measures decide what "${bent}" pays, so that no straight line stands for it`,
        "compare two designs without",
      );
    return pair;
  }
  const keys = rows.map((one) => payOf(program, one.design));
  const spreads = [...new Set(keys)].map((key) => {
    const group = rows.filter((_, k) => keys[k] === key).sort((a, b) => b.inputShare - a.inputShare);
    const ends = [group[0], group[group.length - 1]];
    return { ends, width: ends[0].inputShare - ends[1].inputShare };
  });
  const widest = spreads.reduce<(typeof spreads)[number] | undefined>(
    (best, one) => (one.width > (best?.width ?? 0) + 1e-9 ? one : best),
    undefined,
  );
  return widest?.ends.map((one) => one.design) ?? [];
}

/** Whether a straight line on its scores can stand for what a design pays: not where one measure decides over another's pay. */
const canStraighten = ({ designs }: Program, name: string): boolean =>
  !designs.some((one) => one.name === name && one.cards.some(decides));

/** What a design pays and when, weights left out. */
function payOf(program: Program, name: string): string {
  const plan = program.designs.find((one) => one.name === name);
  const rewards = (some: DesignPlan["fixed"] = []): unknown =>
    some.map(({ reward, amount, form, isTeam, numbers }) => [reward.title, amount, form, isTeam, numbers]);
  return JSON.stringify([
    plan?.cards.map(({ period, rewards: paid }) => [period, rewards(paid)]),
    rewards(plan?.fixed),
  ]);
}
