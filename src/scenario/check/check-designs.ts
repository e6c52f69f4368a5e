import { didYouMean } from "../../foundation/text/problem.js";
import { significant } from "../../foundation/text/text.js";
import { formatQuantity, share } from "../../foundation/values/quantity.js";
import { measures } from "../../model/measures/index.js";
import type { KeyPath } from "../document/place.js";
import type { CheckedDesign, ParsedFile } from "../schema/schema.js";

/** months. Period of a design that has none, which is refused where it needs one: the rest of it is still checked. */
const standIn = 12;

/** Names every comparison adds; a scenario may not use them. */
export const yardsticks = ["no reward", "flat top-up", "first best"] as const;

/** Adds a remark; doubtful where a number was probably meant otherwise. */
export type Find = (path: KeyPath, finding: string, isDoubtful?: boolean) => void;
export type Add = (path: KeyPath, fault: string, remedy: string) => void;

function checkWeights(weights: Readonly<Record<string, number>>, path: KeyPath, add: Add): void {
  const names = Object.keys(weights);
  for (const name of names) {
    if (measures.some((one) => one.name === name)) continue;
    add(
      [...path, name],
      `unknown measure "${name}"`,
      didYouMean(
        name,
        measures.map((one) => one.name),
      ),
    );
  }
  if (names.length === 0) add(path, "no measures", "weigh at least one, such as account revenue: 100 %");
  const total = Object.values(weights).reduce((sum, one) => sum + one, 0);
  if (names.length > 0 && Math.abs(total - 1) > 1e-9) {
    add(
      path,
      `weights add up to ${formatQuantity(significant(total, 6), share(), "")}, not 100 %`,
      "change one of them",
    );
  }
}

/** The simulation goes by months: a length of time between two of them is refused, not rounded. */
export function wholeMonths(months: number, path: KeyPath, add: Add): number {
  const whole = Math.round(months);
  if (Math.abs(months - whole) > 1e-9)
    add(path, `${significant(months, 6)} months is not whole`, `write ${whole} months`);
  return whole;
}

/** Weights name known measures and add up to 100 %, wherever they are written. */
export function checkWeightings(parsed: ParsedFile, add: Add): void {
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
export function resolveDesigns(parsed: ParsedFile, add: Add): Readonly<Record<string, CheckedDesign>> {
  const names = Object.keys(parsed.designs);
  if (names.length === 0) add(["designs"], "no designs", "describe at least one way of rewarding");
  const follow = (name: string, seen: readonly string[]): ParsedDesign | undefined => {
    const design = parsed.designs[name];
    if (design.like === undefined) return design;
    const path = ["designs", name, "like"];
    if (!names.includes(design.like)) {
      add(
        path,
        `unknown design "${design.like}"`,
        didYouMean(
          design.like,
          names.filter((one) => one !== name),
        ),
      );
      return undefined;
    }
    if (seen.includes(design.like) || design.like === name) {
      add(
        path,
        `designs that are like each other: ${[...seen, name, design.like].join(" → ")}`,
        "write one of them out",
      );
      return undefined;
    }
    const base = follow(design.like, [...seen, name]);
    if (base === undefined) return undefined;
    const own = Object.fromEntries(Object.entries(design).filter(([, value]) => value !== undefined)) as ParsedDesign;
    return { ...base, title: undefined, cell: undefined, ...own };
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
    add(
      ["designs", name],
      "rewards depend on a score but no weights are given",
      "add weights: account revenue: 100 %, or the name of a weighting",
    );
  }
  if (needsPeriod && design.period === undefined) add(["designs", name], "no period", "add period: 1 year");
  // a period taken over from another design is checked there
  if (parsed.designs[name].period !== undefined)
    wholeMonths(design.period ?? standIn, ["designs", name, "period"], add);
  return {
    title: design.title,
    period: Math.round(design.period ?? standIn),
    ...(design["targets every"] === undefined ? {} : { interval: design["targets every"] }),
    weights:
      typeof design.weights === "string" ? namedWeights(name, design.weights, parsed, add) : (design.weights ?? {}),
    rewards,
    ...(design.cell === undefined ? {} : { cell: design.cell }),
  };
}

function namedWeights(name: string, weighting: string, parsed: ParsedFile, add: Add): Readonly<Record<string, number>> {
  if (Object.hasOwn(parsed.weights, weighting)) return parsed.weights[weighting];
  const known = Object.keys(parsed.weights);
  const remedy = known.length > 0 ? didYouMean(weighting, known) : "add it under weights";
  add(["designs", name, "weights"], `unknown weighting "${weighting}"`, remedy);
  return {};
}
