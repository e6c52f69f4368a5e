import { didYouMean } from "../../foundation/text/problem.js";
import { formatNumber } from "../../foundation/text/text.js";
import { defaultActivities } from "../../model/activities/index.js";
import { measures } from "../../model/measures/index.js";
import { outcomes } from "../../model/outcomes/index.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import type { KeyPath } from "../document/place.js";
import type { Checked } from "../schema/schema.js";
import { checkCells, checkHypotheses } from "./check-crossed.js";
import { type Add, type Find, wholeMonths, yardsticks } from "./check-designs.js";
import { checkEffort } from "./check-effort.js";
import { checkPlausible } from "./check-plausible.js";
import { checkRaises } from "./check-raises.js";
import { checkTargets } from "./targets.js";

/** The design a setting of a design is written in: its own, or the one it is like. */
export type Origin = (design: string, key: "period" | "targets every" | "weights" | "rewards") => string;

/** Adds faults only where all these sections of the file could be read. */
export type AddWhere = (sections: readonly string[]) => Add;

/** Where designs are written, and the names of all of them: of those as well that could not be resolved. */
interface Written {
  readonly origin: Origin;
  readonly names: readonly string[];
}

/** What only a whole scenario shows: periods against the horizon, ranks against the team, names, size. */
export function checkAcross(checked: Checked, { origin, names }: Written, addWhere: AddWhere, find: Find): void {
  checkDesigns(checked, origin, addWhere, find);
  checkActivities(checked, addWhere(["activities"]));
  checkEffort(checked, activitiesOf(checked), addWhere(["activities", "assumptions"]));
  checkCells(checked, addWhere([]));
  checkBaseline(checked, names, addWhere([]));
  checkNames(checked, names, addWhere(["activities"]), find);
  checkSize(checked, addWhere(["run"]));
  checkPlausible(
    checked,
    (name) => ["designs", origin(name, "rewards"), "rewards"],
    (path, finding) => find(path, finding, true),
  );
}

function checkDesigns(checked: Checked, origin: Origin, addWhere: AddWhere, find: Find): void {
  const add = addWhere([]);
  const ofHorizon = addWhere(["horizon", "remainder"]);
  const ofTeam = addWhere(["team", "assumptions"]);
  const ofActivities = addWhere(["activities"]);
  for (const [name, design] of Object.entries(checked.designs)) {
    const of = (key: "period" | "weights" | "rewards"): KeyPath => ["designs", origin(name, key), key];
    checkRenewal(design, of("rewards"), find);
    checkTargets(design, ["designs", origin(name, "targets every")], (k) => [...of("rewards"), k], add);
    for (const [k, reward] of design.rewards.entries()) {
      const own = [...of("rewards"), k];
      const period = reward.period ?? (reward.form ? design.period : 0);
      checkPeriod(checked, period, reward.period ? [...own, "period"] : of("period"), ofHorizon, find);
      if (reward.period !== undefined) wholeMonths(reward.period, [...own, "period"], add);
      checkTeam(checked, reward, own, ofTeam);
      checkRank(reward, reward.weights ?? design.weights, own, add);
      if (reward.reward.form === "raise") checkRaises(checked, own, ofTeam);
      if (reward.form)
        checkReads(
          checked,
          reward.weights ?? design.weights,
          reward.weights ? [...own, "weights"] : of("weights"),
          ofActivities,
        );
      for (const { linkage, measure } of reward.linkages ?? [])
        checkReads(checked, { [measure]: 1 }, [...own, linkage.kind], ofActivities);
    }
  }
}

/** Accounts that replace lost ones count as held from a close on, and they are the same accounts for every card. */
function checkRenewal(design: Checked["designs"][string], path: KeyPath, find: Find): void {
  const names = measures.filter((one) => one.renewal !== undefined).map((one) => one.name);
  for (const name of names) {
    const read = design.rewards.filter(
      ({ form, weights, linkages = [] }) =>
        form && ((weights ?? design.weights)[name] > 0 || linkages.some(({ measure }) => measure === name)),
    );
    const periods = [...new Set(read.map(({ period }) => period ?? design.period))];
    if (periods.length < 2) continue;
    const shortest = Math.min(...periods);
    find(
      path,
      `${name} on cards of ${periods.join(" and ")} months: accounts won count as held from every close of the ${shortest}-month card on`,
    );
  }
}

function checkPeriod(checked: Checked, period: number, path: KeyPath, add: Add, find: Find): void {
  const { horizon, remainder } = checked;
  if (period === 0 || !Number.isInteger(period)) return;
  if (period > horizon) {
    add(
      path,
      `a period of ${period} months is longer than the horizon of ${horizon} months`,
      "lengthen the horizon or shorten the period",
    );
  } else if (horizon % period !== 0 && remainder === undefined) {
    add(
      path,
      `a period of ${period} months does not divide the horizon of ${horizon} months`,
      "choose another horizon, or write remainder: close early",
    );
  } else if (period * 2 > horizon && period < horizon) {
    find(path, `the horizon holds less than two periods of ${period} months: read the second one with care`);
  } else if (period === horizon) {
    find(path, `a period of ${period} months is the whole horizon: one observation of each manager`);
  }
}

function checkTeam(checked: Checked, reward: RewardPlan, path: KeyPath, add: Add): void {
  const winners = reward.form?.winners ?? 0;
  if (winners > 0 && checked.managers < 2)
    add(path, "an award by rank needs rivals", "let the team have at least 2 managers");
  if (winners >= checked.managers && checked.managers > 1) {
    add(
      path,
      `${winners} winners in a team of ${checked.managers}: everybody wins`,
      "let there be fewer winners than managers",
    );
  }
}

/** A rank is by scores that members do not share, or everybody ties. */
function checkRank(
  { form, isTeam }: RewardPlan,
  weights: Readonly<Record<string, number>>,
  path: KeyPath,
  add: Add,
): void {
  if ((form?.winners ?? 0) === 0) return;
  if (isTeam) {
    add(
      path,
      "an award by rank on the team's mean score: all members tie",
      "leave out for: team, and members are ranked by scores of their own",
    );
    return;
  }
  const weighed = measures.filter(({ name }) => weights[name] > 0);
  if (weighed.length > 0 && weighed.every(({ scale }) => scale === "teamFlow")) {
    const names = weighed.map(({ name }) => name).join(" and ");
    add(
      path,
      `an award by rank on ${names}, which is the same for all members: they tie`,
      "weigh a measure of their own too, such as account revenue: 100 %",
    );
  }
}

const activitiesOf = (checked: Checked): readonly string[] =>
  checked.activities ? Object.keys(checked.activities) : defaultActivities;

function checkActivities(checked: Checked, add: Add): void {
  if (activitiesOf(checked).length > 0) return;
  add(["activities"], "no activities", "name at least one, or leave activities out for the usual list");
}

/** A measure of activity needs its activities. */
function checkReads(checked: Checked, weights: Readonly<Record<string, number>>, path: KeyPath, add: Add): void {
  const known = activitiesOf(checked);
  for (const name of Object.keys(weights)) {
    const measure = measures.find((one) => one.name === name);
    for (const read of Object.keys(measure?.reads ?? {})) {
      if (!known.includes(read))
        add(path, `"${name}" reads ${read}, which is not among the activities`, `add ${read} to activities`);
    }
  }
}

function checkBaseline({ baseline }: Checked, designs: readonly string[], add: Add): void {
  if (!designs.includes(baseline)) add(["baseline"], `unknown design "${baseline}"`, didYouMean(baseline, designs));
}

function checkNames(checked: Checked, designs: readonly string[], add: Add, find: Find): void {
  const names = [...designs, ...yardsticks];
  const known = [...outcomes.map((one) => one.name), ...activitiesOf(checked).map((one) => `effort: ${one}`)];
  checkHypotheses(checked, { designs: names, outcomes: known }, add, find);
}

/** GB. Results larger than this are refused: nobody means them. */
const mostMemory = 8;

/** GB. Memory the results of a scenario take: outcomes × designs × responses × worlds. */
export const scenarioMemory = (worlds: number, designs: number, columns: number): number =>
  (worlds * (designs + yardsticks.length) * columns * 3 * 8) / 1e9;

function checkSize(checked: Checked, add: Add): void {
  const need = scenarioMemory(checked.run.worlds, Object.keys(checked.designs).length, outcomes.length + 8);
  if (need > mostMemory) {
    add(
      ["run", "worlds"],
      `${formatNumber(checked.run.worlds)} worlds would need about ${formatNumber(need, { digits: 0 })} GB for results`,
      "ask for fewer worlds; 2000 are plenty for most questions",
    );
  }
}
