import { bringsCurves } from "../../model/linkages/index.js";
import type { LinkagePlan } from "../../model/linkages/linkage.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import type { KeyPath } from "../document/place.js";
import type { CheckedDesign, ParsedFile } from "../schema/schema.js";
import { valueAt } from "../schema/schema-keys.js";
import type { Add } from "./check-designs.js";

/** Linkages against the reward they stand in: two answers to one question, and what has no meaning together. */
export function checkLinkages(
  parsed: ParsedFile,
  designs: Readonly<Record<string, CheckedDesign>>,
  data: unknown,
  add: Add,
): void {
  for (const [name, { rewards }] of Object.entries(parsed.designs)) {
    for (const [k, plan] of (rewards ?? []).entries()) {
      const path: KeyPath = ["designs", name, "rewards", k];
      const weights = plan.weights ?? designs[name]?.weights ?? {};
      for (const linkage of plan.linkages ?? []) checkOne(linkage, plan, weights, { path, data, add });
    }
  }
}

interface Place {
  readonly path: KeyPath;
  readonly data: unknown;
  readonly add: Add;
}

function checkOne(
  linked: LinkagePlan,
  { reward, form, ...plan }: RewardPlan,
  weights: Readonly<Record<string, number>>,
  { path, data, add }: Place,
): void {
  const { measure, isTeam } = linked;
  const { kind } = linked.linkage;
  if ((form?.winners ?? 0) > 0)
    add(
      [...path, kind],
      `a ${kind} on a prize by rank: nobody says who wins when a winner fails`,
      "let the prize go by the score, with a curve such as { kind: target }",
    );
  if (bringsCurves([linked]) && valueAt(data, [...path, "curve"]) !== undefined)
    add(
      [...path, "curve"],
      `the ${kind} brings the curves of this ${reward.title}, so its own would never be used`,
      `leave curve out, or the ${kind}`,
    );
  const weighed = Object.keys(weights).filter((one) => weights[one] > 0);
  if (weighed.length === 1 && weighed[0] === measure && plan.isTeam === isTeam)
    add(
      [...path, kind],
      `the ${reward.title} is paid on ${measure} alone, so its curve decides that already`,
      "write it into the curve, or name another measure",
    );
}
