import { z } from "zod";
import type { Curve, CurveForm } from "./curve.js";
import { linear } from "./linear.js";
import { points } from "./points.js";
import { rank } from "./rank.js";
import { rateSchedule } from "./rate-schedule.js";
import { steps } from "./steps.js";
import { target } from "./target.js";

/** Every payout curve. */
export const curves = [target, linear, steps, points, rateSchedule, rank] as const;

/** A tie means something only where a curve jumps: elsewhere both sides of a boundary pay the same. */
function idleTie({ tie, jump, winners }: CurveForm): { readonly fault: string; readonly remedy: string } | undefined {
  if (tie !== "lower" || winners > 0 || jump.some((by) => by !== 0)) return undefined;
  return { fault: "tie: lower changes nothing, since the curve jumps nowhere", remedy: "leave tie out" };
}

/** Settings of any curve, with the check of the curve that owns them; gives the common form. */
export const curveField = z
  .discriminatedUnion("kind", curves.map((curve) => curve.settings) as unknown as [z.ZodObject, ...z.ZodObject[]])
  .meta({ description: "payout curve", examples: [{ kind: "target", threshold: "80 %" }] })
  .transform((settings, context): CurveForm => {
    const curve = curves.find((one) => one.kind === (settings as { kind: string }).kind) as Curve;
    const wrong = curve.check?.(settings) ?? idleTie(curve.form(settings));
    if (wrong) {
      context.addIssue({ code: "custom", message: `${wrong.fault}; ${wrong.remedy}`, input: settings });
      return z.NEVER;
    }
    return curve.form(settings);
  });
