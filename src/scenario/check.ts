import { currencyIn } from "../foundation/field.js";
import { didYouMean, type Fault, nearest, Problem } from "../foundation/problem.js";
import { parseQuantity } from "../foundation/quantity.js";
import { formatNumber } from "../foundation/text.js";
import { defaultActivities } from "../model/activities/index.js";
import { evidenceBase } from "../model/evidence-base.js";
import { measures } from "../model/measures/index.js";
import { outcomes } from "../model/outcomes/index.js";
import type { RewardPlan } from "../model/rewards/reward.js";
import type { ScenarioDocument } from "./document.js";
import type { Checked, CheckedDesign, ParsedFile } from "./schema.js";
import { sourceFaults } from "./sources.js";

/** A remark that does not stop a run: it stands in the description and in results. */
export interface Finding {
  readonly place: string;
  readonly finding: string;
}

/** Names every comparison adds; a scenario may not use them. */
export const yardsticks = ["no reward", "flat top-up", "first best"] as const;

type Path = readonly PropertyKey[];
type Add = (path: Path, fault: string, remedy: string) => void;

/** Checks a parsed file across its fields. Throws one Problem with every fault and its place. */
export function check(parsed: ParsedFile, document: ScenarioDocument): { readonly checked: Checked; readonly findings: readonly Finding[] } {
  const faults: Fault[] = [];
  const findings: Finding[] = [];
  const add: Add = (path, fault, remedy) => faults.push({ place: document.placeOf(path), fault, remedy });
  const find = (path: Path, finding: string) => findings.push({ place: document.placeOf(path), finding });
  checkCurrency(document.data, [], parsed.currency, add);
  faults.push(...sourceFaults(document, Object.keys(parsed.sources), new Set(evidenceBase.map((one) => one.id))));
  checkWeightings(parsed, add);
  const designs = resolveDesigns(parsed, add);
  const checked = assemble(parsed, designs, add);
  if (faults.length === 0) {
    checkDesigns(checked, add, find);
    checkActivities(checked, add);
    checkNames(checked, add);
    checkSize(checked, add);
  }
  if (faults.length > 0) throw new Problem(faults);
  return { checked, findings };
}

/** Keys under which text is words or a name, never an amount. */
const words = new Set(["title", "question", "claim", "what", "how", "who", "when", "note", "source", "link"]);
for (const key of ["like", "weights", "baseline", "design", "against", "outcome", "kind", "for"]) words.add(key);

/** The currency of an amount: capitals anywhere in it, or EUR in small letters, which fields read as well. */
const currencyOf = (text: string): string | undefined =>
  /^\s*(?:[A-Za-z]{3}\s?)?[-+−.\d]/.test(text) ? (currencyIn(text) ?? (/eur(?![a-z])/i.test(text) ? "EUR" : undefined)) : undefined;

/** Every amount of money is in the scenario's currency. */
function checkCurrency(data: unknown, path: Path, currency: string, add: Add): void {
  if (typeof data === "string") {
    const found = currencyOf(data);
    if (found === undefined || found === currency) return;
    add(path, `${found} in a scenario whose currency is ${currency}, got "${data}"`, `write the amount in ${currency}`);
    return;
  }
  if (typeof data !== "object" || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const isWords = typeof value === "string" ? words.has(key) : path.length === 0 && key === "sources";
    if (!isWords) checkCurrency(value, [...path, Array.isArray(data) ? Number(key) : key], currency, add);
  }
}

function checkWeights(weights: Readonly<Record<string, number>>, path: Path, add: Add): void {
  const names = Object.keys(weights);
  for (const name of names) {
    if (measures.some((one) => one.name === name)) continue;
    add([...path, name], `unknown measure "${name}"`, didYouMean(name, measures.map((one) => one.name)));
  }
  if (names.length === 0) add(path, "no measures", "weigh at least one, such as account revenue: 100 %");
  const total = Object.values(weights).reduce((sum, one) => sum + one, 0);
  if (names.length > 0 && Math.abs(total - 1) > 1e-9) {
    add(path, `weights add up to ${formatNumber(total * 100, { digits: 2 })} %, not 100 %`, "change one of them");
  }
}

function checkWeightings(parsed: ParsedFile, add: Add): void {
  for (const [name, weights] of Object.entries(parsed.weights)) checkWeights(weights, ["weights", name], add);
  for (const [name, design] of Object.entries(parsed.designs)) {
    if (typeof design.weights === "object") checkWeights(design.weights, ["designs", name, "weights"], add);
    for (const [k, reward] of (design.rewards ?? []).entries()) {
      if (reward.weights) checkWeights(reward.weights, ["designs", name, "rewards", k, "weights"], add);
    }
  }
}

type ParsedDesign = ParsedFile["designs"][string];

/** Follows `like` and names of weightings, so that every design stands on its own. */
function resolveDesigns(parsed: ParsedFile, add: Add): Readonly<Record<string, CheckedDesign>> {
  const names = Object.keys(parsed.designs);
  if (names.length === 0) add(["designs"], "no designs", "describe at least one way of rewarding");
  const follow = (name: string, seen: readonly string[]): ParsedDesign | undefined => {
    const design = parsed.designs[name];
    if (design.like === undefined) return design;
    const path = ["designs", name, "like"];
    if (!names.includes(design.like)) {
      add(path, `unknown design "${design.like}"`, didYouMean(design.like, names.filter((one) => one !== name)));
      return undefined;
    }
    if (seen.includes(design.like) || design.like === name) {
      add(path, `designs that are like each other: ${[...seen, name, design.like].join(" → ")}`, "write one of them out");
      return undefined;
    }
    const base = follow(design.like, [...seen, name]);
    if (base === undefined) return undefined;
    const own = Object.fromEntries(Object.entries(design).filter(([, value]) => value !== undefined)) as ParsedDesign;
    return { ...base, title: undefined, ...own };
  };
  const out: Record<string, CheckedDesign> = {};
  for (const name of names) {
    if ((yardsticks as readonly string[]).includes(name)) {
      add(["designs", name], `"${name}" is added to every comparison`, "choose another name");
    }
    const design = follow(name, []);
    if (design) out[name] = settle(name, design, parsed, add);
  }
  return out;
}

function settle(name: string, design: ParsedDesign, parsed: ParsedFile, add: Add): CheckedDesign {
  const rewards = design.rewards ?? [];
  const needsCard = rewards.some((one) => one.form !== undefined && one.weights === undefined);
  const needsPeriod = rewards.some((one) => one.form !== undefined && one.period === undefined);
  if (design.rewards === undefined) add(["designs", name], "no rewards", "add rewards: a list, empty for no reward");
  if (needsCard && design.weights === undefined) {
    add(["designs", name], "rewards depend on a score but no weights are given", "add weights: account revenue: 100 %, or the name of a weighting");
  }
  if (needsPeriod && design.period === undefined) add(["designs", name], "no period", "add period: 1 year");
  return {
    title: design.title,
    period: Math.round(design.period ?? 12),
    weights: typeof design.weights === "string" ? namedWeights(name, design.weights, parsed, add) : (design.weights ?? {}),
    rewards,
  };
}

function namedWeights(name: string, weighting: string, parsed: ParsedFile, add: Add): Readonly<Record<string, number>> {
  if (Object.hasOwn(parsed.weights, weighting)) return parsed.weights[weighting];
  const known = Object.keys(parsed.weights);
  const remedy = known.length > 0 ? didYouMean(weighting, known) : "add it under weights";
  add(["designs", name, "weights"], `unknown weighting "${weighting}"`, remedy);
  return {};
}

function assemble(parsed: ParsedFile, designs: Readonly<Record<string, CheckedDesign>>, add: Add): Checked {
  const { managers, source: _source, note: _note, ...team } = parsed.team;
  const { "per manager": accountsPerManager, source: _s, note: _n, ...accounts } = parsed.accounts;
  const { source: _s2, note: _n2, ...rest } = parsed.assumptions;
  const given = Object.fromEntries(Object.entries({ ...team, ...accounts, ...rest }).filter(([, value]) => value !== undefined));
  return {
    ...parsed,
    remainder: parsed.remainder,
    horizon: Math.round(parsed.horizon),
    managers,
    accountsPerManager,
    assumptions: given as Checked["assumptions"],
    activities: parsed.activities as Checked["activities"],
    measures: Object.fromEntries(
      Object.entries(parsed.measures).map(([name, one]) => [name, { ...one, cadence: Math.round(one?.cadence ?? 6) }]),
    ) as Checked["measures"],
    designs,
    baseline: parsed.baseline ?? Object.keys(parsed.designs)[0] ?? "",
    hold: parsed.hold && { rewardCost: parsed.hold["reward cost"], atTarget: parsed.hold["at target"] },
    hypotheses: Object.fromEntries(
      Object.entries(parsed.hypotheses).map(([name, one]) => [name, { ...one, smallestEffect: smallestEffect(name, one, parsed.currency, add) }]),
    ),
    run: {
      worlds: parsed.run.worlds,
      seed: parsed.run.seed,
      response: parsed.run.response,
      smallestDifference: parsed.run["smallest difference"],
    },
  };
}

/** The smallest effect that matters, read in the unit of the outcome it is about. */
function smallestEffect(name: string, { outcome, "smallest effect": written }: ParsedFile["hypotheses"][string], currency: string, add: Add): number | undefined {
  const unit = outcomes.find((one) => one.name === outcome)?.unit;
  if (written === undefined || unit === undefined) return undefined;
  try {
    return parseQuantity(written, unit, { currency }).value;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const { fault, remedy } of error.faults) add(["hypotheses", name, "smallest effect"], fault, remedy);
    return undefined;
  }
}

function checkDesigns(checked: Checked, add: Add, find: (path: Path, finding: string) => void): void {
  for (const [name, design] of Object.entries(checked.designs)) {
    const path: Path = ["designs", name];
    for (const [k, reward] of design.rewards.entries()) {
      const period = reward.period ?? (reward.form ? design.period : 0);
      checkPeriod(checked, period, [...path, ...(reward.period ? ["rewards", k, "period"] : ["period"])], add, find);
      checkTeam(checked, reward, [...path, "rewards", k], add);
      checkReads(checked, reward.weights ?? design.weights, path, add);
    }
  }
}

function checkPeriod(checked: Checked, period: number, path: Path, add: Add, find: (path: Path, finding: string) => void): void {
  const { horizon, remainder } = checked;
  if (period === 0) return;
  if (period > horizon) {
    add(path, `a period of ${period} months is longer than the horizon of ${horizon} months`, "lengthen the horizon or shorten the period");
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

function checkTeam(checked: Checked, reward: RewardPlan, path: Path, add: Add): void {
  const winners = reward.form?.winners ?? 0;
  if (winners > 0 && checked.managers < 2) add(path, "an award by rank needs rivals", "let the team have at least 2 managers");
  if (winners >= checked.managers && checked.managers > 1) {
    add(path, `${winners} winners in a team of ${checked.managers}: everybody wins`, "let there be fewer winners than managers");
  }
}

const activitiesOf = (checked: Checked): readonly string[] =>
  checked.activities ? Object.keys(checked.activities) : defaultActivities;

function checkActivities(checked: Checked, add: Add): void {
  if (activitiesOf(checked).length > 0) return;
  add(["activities"], "no activities", "name at least one, or leave activities out for the usual list");
}

/** A measure of activity needs its activities. */
function checkReads(checked: Checked, weights: Readonly<Record<string, number>>, path: Path, add: Add): void {
  const known = activitiesOf(checked);
  for (const name of Object.keys(weights)) {
    const measure = measures.find((one) => one.name === name);
    for (const read of Object.keys(measure?.reads ?? {})) {
      if (!known.includes(read)) add([...path, "weights"], `"${name}" reads ${read}, which is not among the activities`, `add ${read} to activities`);
    }
  }
}

function checkNames(checked: Checked, add: Add): void {
  const names = [...Object.keys(checked.designs), ...yardsticks];
  if (!Object.hasOwn(checked.designs, checked.baseline)) {
    add(["baseline"], `unknown design "${checked.baseline}"`, didYouMean(checked.baseline, Object.keys(checked.designs)));
  }
  const known = [...outcomes.map((one) => one.name), ...activitiesOf(checked).map((one) => `effort: ${one}`)];
  for (const [key, hypothesis] of Object.entries(checked.hypotheses)) {
    for (const side of ["design", "against"] as const) {
      if (!names.includes(hypothesis[side])) {
        add(["hypotheses", key, side], `unknown design "${hypothesis[side]}"`, didYouMean(hypothesis[side], names));
      }
    }
    if (!known.includes(hypothesis.outcome)) {
      const near = nearest(hypothesis.outcome, known);
      add(["hypotheses", key, "outcome"], `unknown outcome "${hypothesis.outcome}"`, near ? `did you mean "${near}"?` : didYouMean(hypothesis.outcome, known));
    }
  }
}

/** GB. Results larger than this are refused: nobody means them. */
const mostMemory = 8;

/** GB. Memory the results of a scenario take: outcomes × designs × responses × worlds. */
export const memoryOf = (worlds: number, designs: number, columns: number): number =>
  (worlds * (designs + yardsticks.length) * columns * 3 * 8) / 1e9;

function checkSize(checked: Checked, add: Add): void {
  const need = memoryOf(checked.run.worlds, Object.keys(checked.designs).length, outcomes.length + 8);
  if (need > mostMemory) {
    add(["run", "worlds"], `${formatNumber(checked.run.worlds)} worlds would need about ${formatNumber(need, { digits: 0 })} GB for results`, "ask for fewer worlds; 2000 are plenty for most questions");
  }
}
