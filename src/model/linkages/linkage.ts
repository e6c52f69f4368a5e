import { z } from "zod";
import { significant } from "../../foundation/text/text.js";
import { formatQuantity, share } from "../../foundation/values/quantity.js";
import type { CurveForm } from "../curves/curve.js";
import type { About } from "../frame/part.js";
import { measures } from "../measures/index.js";

/**
 * One row of a linkage: a factor that depends on the linked score, and the curve the reward pays along where the row brings one of its
 * own. What a reward pays is the sum over rows of factor × curve; several linkages multiply.
 */
export interface LinkageRow {
  readonly factor: CurveForm;
  readonly curve?: CurveForm | undefined;
  /** When a row with a curve of its own holds: `from 90 % of customer satisfaction`. */
  readonly words?: string | undefined;
}

/** A linkage of one reward, compiled from its settings. */
export interface LinkagePlan {
  readonly linkage: Linkage;
  /** The measure it looks at, on a card of its own with the reward's period. */
  readonly measure: string;
  /** Whether it looks at the team's mean. */
  readonly isTeam: boolean;
  readonly rows: readonly LinkageRow[];
  /** What it does to a reward, as a clause: `nothing of it is paid unless customer satisfaction reaches 90 %`. */
  readonly words: string;
}

/** Settings every linkage has. */
export interface Linked {
  readonly measure: string;
  readonly for: "person" | "team";
}

/** A rule that lets a second measure decide what a reward pays on its own score. */
export interface Linkage<Settings extends Linked = Linked> extends About {
  /** The setting of a reward under which it is written. */
  readonly kind: string;
  readonly title: string;
  /** Whether a reward may have several. */
  readonly isRepeatable: boolean;
  readonly settings: z.ZodType<Settings>;
  readonly rows: (settings: Settings) => readonly LinkageRow[];
  readonly words: (settings: Settings) => string;
  /** Payout at a linked score and at the reward's own score, `pays` being what its own curve pays there; read straight off the settings. */
  readonly formula: (settings: Settings, linked: number, pays: number, score: number) => number;
  /** What is wrong with these settings taken together, if anything: fault and remedy. */
  readonly check?: (settings: Settings) => { readonly fault: string; readonly remedy: string } | undefined;
  readonly examples: readonly LinkageExample[];
}

export interface LinkageExample {
  readonly why: string;
  readonly settings: unknown;
  /** score. Of the linked measure; the reward's own; and what the reward's own curve pays there, 1 unless given. */
  readonly linked: number;
  readonly score?: number;
  readonly pays?: number;
  readonly gives: number;
}

/** A linkage, checked against its own settings and then like any other: what a list of linkages holds. */
export const defineLinkage = <Settings extends Linked>(linkage: Linkage<Settings>): Linkage =>
  linkage as unknown as Linkage;

/** Settings linkages share: which measure, and whose. */
export const linkedFields = {
  measure: z
    .enum(measures.map(({ name }) => name) as [string, ...string[]])
    .meta({ description: "the measure that decides, 100 % being its target", examples: ["customer satisfaction"] }),
  for: z
    .enum(["person", "team"])
    .prefault("person")
    .meta({ description: "whether the manager's own result decides or the mean of the team" }),
};

/** A share as sentences have it: `92.5 %`. */
export const linkageShareText = (value: number): string => formatQuantity(significant(value, 6), share(), "");

/** `customer satisfaction`, `the team's customer satisfaction`. */
export const measureText = ({ measure, for: whose }: Linked): string =>
  whose === "team" ? `the team's ${measure}` : measure;

/** What is wrong with a curve that stands in a linkage, if anything. */
export function curveFault(form: CurveForm): { readonly fault: string; readonly remedy: string } | undefined {
  if (form.winners > 0)
    return { fault: "a curve by rank has no value at a score", remedy: "write a curve such as { kind: target }" };
  if (form.base < 0)
    return {
      fault: `the curve is ${linkageShareText(form.base)} at a score of zero: what is earned would turn into a debt`,
      remedy: "let it begin at 0 % or more",
    };
  return undefined;
}
