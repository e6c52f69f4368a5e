import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { decides } from "../../model/scorecard/linked.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Known } from "../../scenario/schema/file-types.js";
import { compile } from "../../simulation/compile.js";
import { atMedians, deterministicBatch } from "../../simulation/world/deterministic.js";
import type { Program } from "../../simulation/world/program.js";
import { outlookMonths, type SeenMonth } from "./outlook-months.js";
import { type CardPeriod, lookAheadPolicy, programmeOf } from "./period.js";
import { heldPlans, type PlansByDesign } from "./plans.js";
import { bestValue, expectedEffort, firstEffort, lossOf, noReaction } from "./policy.js";
import { solveProgramme, usualFineness } from "./programme.js";

export interface RationalPlayOptions<Design extends string = string> {
  /** Names of designs; all of the scenario's unless given. */
  readonly designs?: readonly Design[] | undefined;
  /** Worlds drawn as a run draws them; 0 (the default) is one world in which every assumption is at its median. */
  readonly worlds?: number | undefined;
  /** Scale and shift by design; found as a run finds them unless given. */
  readonly plans?: PlansByDesign | undefined;
  /** Steps of the programme's grid to one SD of luck. */
  readonly fineness?: number | undefined;
}

/** One period of one card in one world, played in three ways. EUR at the start of the period, over no reward. */
export interface RationalPeriod {
  readonly world: number;
  readonly card: number;
  /** First month, from 0. */
  readonly start: number;
  /** Value to the manager of best play, of looking ahead, and of natural effort. */
  readonly rational: number;
  readonly lookAhead: number;
  readonly natural: number;
  /** FTE beyond natural effort in the first two months, as best play expects them at the start; under looking ahead in the first. */
  readonly effort: { readonly rational: readonly number[]; readonly lookAhead: number };
}

/** How far looking ahead is from fully rational play under one design. */
export interface RationalRow {
  readonly design: string;
  readonly title: string;
  /** EUR. Means over periods, cards and worlds. */
  readonly rational: number;
  readonly lookAhead: number;
  readonly natural: number;
  /** share of what the reward is worth to the manager. */
  readonly loss: number;
  /** share of what reacting to the reward is worth to the manager (value over natural effort). */
  readonly lossOfReacting: number;
  /** share of what the reward is worth. Largest of one period. */
  readonly worst: number;
  readonly periods: readonly RationalPeriod[];
}

/**
 * How far looking ahead is from fully rational play: every period of every card is reduced to its month and the score foreseen, with
 * the luck, the cost of effort, what effort adds and what the card pays taken from the engine month by month (first manager, no luck
 * so far); the best plan for it is found by a dynamic programme, and both plans are valued in the same reduced world. Designs paid by
 * rank or on a team's score are left out: what is best then depends on what others do; so are those in which other measures decide, since
 * best play is then a plan for several scores at once. Throws a Problem for an unknown design, for one of the latter asked for by name, and
 * where managers are loss-averse, since shortfalls then count beyond what they cost.
 */
export function rationalPlay<Design extends string>(
  scenario: Scenario<Design>,
  options: RationalPlayOptions<Known<Design>> = {},
): readonly RationalRow[] {
  const { worlds = 0, fineness = usualFineness } = options;
  const program = compile(scenario);
  const designs = asked(program, options.designs);
  const batchInputs = worlds === 0 ? deterministicBatch(atMedians(program), 1) : deterministicBatch(program, worlds);
  if (batchInputs.worlds.lossAversion.some((one) => one !== 0))
    refuse("loss aversion", "best play is not defined for it", "leave it at 0");
  const plans = options.plans ?? heldPlans(scenario, program, designs);
  return designs.map((design) => {
    const { name, title, cards } = program.designs[design];
    const seen = outlookMonths(batchInputs, { design, ...(plans[name] ?? { scale: 1, shift: 0 }) });
    const periods = seen.flatMap((byCard, w) =>
      byCard.flatMap((months, card) =>
        periodsOf(months).map((own) => playPeriod({ batchInputs, card: cards[card], w, months: own }, card, fineness)),
      ),
    );
    return summary(name, title, periods);
  });
}

/** Designs that can be judged, in the order of the file. */
function asked(program: Program, names: readonly string[] | undefined): number[] {
  const known = program.designs.filter(({ role }) => role === "design").map(({ name }) => name);
  for (const name of names ?? []) {
    if (!known.includes(name)) refuse("designs", `unknown design "${name}"`, didYouMean(name, known));
  }
  return program.designs.flatMap(({ name, role, cards }, design) => {
    const isAlone = cards.every((card) => !decides(card));
    if (!isAlone && names?.includes(name))
      refuse("designs", `"${name}" pays on several scores at once, and best play is found for one`, "leave it out");
    const isOwn =
      isAlone && cards.every(({ isTeam, rewards }) => !isTeam && rewards.every(({ form }) => form?.winners === 0));
    const isAsked = names === undefined || names.includes(name);
    return role === "design" && cards.length > 0 && isOwn && isAsked ? [design] : [];
  });
}

/** Months of a horizon by period. */
function periodsOf(months: readonly SeenMonth[]): SeenMonth[][] {
  const starts = [...new Set(months.map(({ start }) => start))];
  return starts.map((start) => months.filter((one) => one.start === start));
}

function playPeriod(period: CardPeriod, card: number, fineness: number): RationalPeriod {
  const { months, w } = period;
  const solved = solveProgramme(programmeOf(period), fineness);
  const { base, start } = months[0];
  const rational = bestValue(solved, base);
  const policy = lookAheadPolicy(period, solved);
  return {
    world: w,
    card,
    start,
    rational,
    lookAhead: rational - lossOf(solved, policy, base),
    natural: rational - lossOf(solved, noReaction, base),
    effort: {
      rational: expectedEffort(solved.slice(0, 2), base),
      lookAhead: firstEffort(solved, policy, base),
    },
  };
}

function summary(design: string, title: string, periods: readonly RationalPeriod[]): RationalRow {
  const mean = (of: (one: RationalPeriod) => number) => periods.reduce((sum, one) => sum + of(one), 0) / periods.length;
  const rational = mean((one) => one.rational);
  const lookAhead = mean((one) => one.lookAhead);
  const natural = mean((one) => one.natural);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  return {
    design,
    title,
    rational,
    lookAhead,
    natural,
    loss: share(rational - lookAhead, rational),
    lossOfReacting: share(rational - lookAhead, rational - natural),
    worst: periods.reduce((most, one) => Math.max(most, share(one.rational - one.lookAhead, one.rational)), 0),
    periods,
  };
}
