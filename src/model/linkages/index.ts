import { z } from "zod";
import { type CurveForm, payoutAt } from "../curves/curve.js";
import { gate } from "./gate.js";
import type { Linkage, LinkagePlan, Linked } from "./linkage.js";
import { matrix } from "./matrix.js";
import { multiplier } from "./multiplier.js";

/** Every way of letting a second measure decide what a reward pays. */
export const linkages: readonly Linkage[] = [gate, multiplier, matrix];

/** Settings of one linkage with its check; gives the compiled plan. */
const fieldOf = (linkage: Linkage) =>
  linkage.settings.transform((settings: Linked, context): LinkagePlan => {
    const wrong = linkage.check?.(settings);
    if (wrong) {
      context.addIssue({ code: "custom", message: `${wrong.fault}; ${wrong.remedy}`, input: settings });
      return z.NEVER;
    }
    const { measure } = settings;
    const words = linkage.words(settings);
    return { linkage, measure, isTeam: settings.for === "team", rows: linkage.rows(settings), words };
  });

/**
 * The settings of a reward that link it to other measures, one for each linkage; a list where it may have several. Rewards need not know
 * them: `linkagesIn` reads what they give.
 */
export const linkageFields = Object.fromEntries(
  linkages.map((linkage) => {
    const field = fieldOf(linkage);
    const several = linkage.isRepeatable ? z.union([field, z.array(field).min(1)]) : field;
    const examples = linkage.examples.slice(0, 1).map((one) => (linkage.isRepeatable ? [one.settings] : one.settings));
    return [linkage.kind, several.meta({ description: linkage.summary, examples }).optional()];
  }),
) as Readonly<Record<never, never>>;

/** The linkages in a reward's settings, in the order of the registry. */
export const linkagesIn = (settings: Readonly<Record<string, unknown>>): readonly LinkagePlan[] =>
  linkages.flatMap(({ kind }) => (settings[kind] ?? []) as LinkagePlan | LinkagePlan[]);

/** Whether a reward's own curve is never used: a linkage brings others. */
export const bringsCurves = (plans: readonly LinkagePlan[]): boolean =>
  plans.some(({ rows }) => rows.some(({ curve }) => curve !== undefined));

/** One product of what a linked reward pays: a curve on its own score, times a form on each linked score, in the order of linkages. */
export interface TermPlan {
  readonly curve: CurveForm;
  readonly factors: readonly CurveForm[];
}

/** Payout of a linked reward as a sum of products: every combination of the rows of its linkages. */
export function linkageTerms(plans: readonly LinkagePlan[], own: CurveForm): readonly TermPlan[] {
  let terms: readonly TermPlan[] = [{ curve: own, factors: [] }];
  for (const { rows } of plans) {
    terms = terms.flatMap(({ curve, factors }) =>
      rows.map((row) => ({ curve: row.curve ?? curve, factors: [...factors, row.factor] })),
    );
  }
  return terms;
}

/** share of the amount. What a reward pays with every score on target. */
export const paysAtTarget = (plans: readonly LinkagePlan[], own: CurveForm): number =>
  linkageTerms(plans, own).reduce(
    (sum, { curve, factors }) => sum + factors.reduce((all, factor) => all * payoutAt(factor, 1), payoutAt(curve, 1)),
    0,
  );

/** The curve of a reward while every linked measure is on target: what stands for it where one curve must. */
export function curveAtTarget(plans: readonly LinkagePlan[], own: CurveForm): CurveForm {
  const brought = plans.flatMap(({ rows }) => rows.filter(({ curve }) => curve !== undefined));
  const holding = brought.find(({ factor }) => payoutAt(factor, 1) > 0) ?? brought.at(-1);
  return holding?.curve ?? own;
}
