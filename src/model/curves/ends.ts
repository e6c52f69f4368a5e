import { z } from "zod";
import { numberField } from "../../foundation/values/field.js";
import { type CurveForm, payoutAt } from "./curve.js";

/** Where a curve ends: at a place on it, at what it pays, or nowhere. */
export interface Ends {
  readonly "up to attainment"?: number | "none" | undefined;
  readonly "payout cap"?: number | "none" | undefined;
}

/** Settings of a curve that can end: one says the place, the other the pay. */
export const endFields = {
  "up to attainment": z
    .union([z.literal("none"), numberField({ dimension: "share" }, "attainment from which no more is paid")])
    .optional()
    .meta({
      description: "attainment from which no more is paid, or none; a curve has this or a payout cap",
      examples: ["120 %"],
    }),
  "payout cap": z
    .union([z.literal("none"), numberField({ dimension: "share" }, "the most it pays, share of the amount at target")])
    .optional()
    .meta({
      description: "the most it pays, as a share of the amount at target, or none; what plan documents call a cap",
      examples: ["200 %"],
    }),
};

/** share. The attainment up to which more is paid, if any. */
export const lastAttainment = ({ "up to attainment": at }: Ends): number | undefined =>
  at === "none" ? undefined : at;

/** share of the amount. The most a curve pays, if it says so. */
export const mostPaid = ({ "payout cap": most }: Ends): number | undefined => (most === "none" ? undefined : most);

interface Wrong {
  readonly fault: string;
  readonly remedy: string;
}

/** What is wrong with the ends of a curve, if anything; `form` without its payout cap. */
export function endFault(ends: Ends, form: () => CurveForm): Wrong | undefined {
  const most = mostPaid(ends);
  if (most === undefined) return undefined;
  if (lastAttainment(ends) !== undefined)
    return { fault: "up to attainment and payout cap both say where the curve ends", remedy: "keep one of them" };
  const open = form();
  const least = payoutAt(open, Math.min(0, ...open.jumpAt, ...open.kinkAt));
  if (most < least) return { fault: "the payout cap lies below what the curve begins with", remedy: "write more" };
  if (curveEnd(open, most) === undefined)
    return { fault: "the curve never pays as much as its payout cap", remedy: "write payout cap: none" };
  return undefined;
}

/** Where a rising form has come to `most`, if ever: its score, what it pays just below, and whether it jumps there. */
export function curveEnd(
  form: CurveForm,
  most: number,
): { readonly at: number; readonly below: number; readonly isJump: boolean } | undefined {
  const places = [...new Set([...form.jumpAt, ...form.kinkAt])].sort((a, b) => a - b);
  let slope = form.rate;
  let [from, paid] = [0, form.base];
  for (const place of places) {
    const below = paid + slope * (place - from);
    if (below >= most && slope > 0) return { at: from + (most - paid) / slope, below: most, isJump: false };
    const jump = form.jump.reduce((sum, by, k) => sum + (form.jumpAt[k] === place ? by : 0), 0);
    if (below + jump >= most && jump > 0) return { at: place, below, isJump: true };
    slope += form.kink.reduce((sum, by, k) => sum + (form.kinkAt[k] === place ? by : 0), 0);
    [from, paid] = [place, below + jump];
  }
  return slope > 1e-12 ? { at: from + (most - paid) / slope, below: most, isJump: false } : undefined;
}

/** A rising form that pays no more than `most`: level from where it has come to it. The kink that makes it level stands last. */
export function withMost(form: CurveForm, most: number | undefined): CurveForm {
  if (most === undefined) return form;
  const end = curveEnd(form, most);
  if (end === undefined) return form;
  const jumps = form.jumpAt.map((at, k) => [at, form.jump[k]] as const).filter(([at]) => at < end.at);
  const kinks = form.kinkAt.map((at, k) => [at, form.kink[k]] as const).filter(([at]) => at < end.at);
  if (end.isJump) jumps.push([end.at, most - end.below]);
  kinks.push([end.at, -kinks.reduce((sum, [, by]) => sum + by, form.rate)]);
  return {
    ...form,
    jumpAt: jumps.map(([at]) => at),
    jump: jumps.map(([, by]) => by),
    kinkAt: kinks.map(([at]) => at),
    kink: kinks.map(([, by]) => by),
    cap: end.at,
    most,
  };
}
