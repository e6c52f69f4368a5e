import type { HeldName } from "../model/outcomes/held.js";
import type { RunAbout } from "../results/basis/about.js";

type Equality = Pick<RunAbout, "isEqualCost" | "equalIn">;

/** What designs of a run were made equal in; undefined where each costs what it costs. */
export const equalityIn = ({ isEqualCost, equalIn }: Equality): HeldName | undefined =>
  equalIn ?? (isEqualCost ? "reward cost" : undefined);

/** In which respect designs are compared: begins the answer. */
export function atEqual(about: Equality): string {
  const equal = equalityIn(about);
  if (equal === undefined) return "At the cost each design comes with";
  return equal === "reward cost" ? "At equal expected reward cost" : `At equal ${equal} of the managers`;
}

/** The heading of the designs compared. */
export function designsAtEqual(about: Equality): string {
  const equal = equalityIn(about);
  if (equal === undefined) return "Designs, each at its own cost";
  return `Designs at equal ${equal === "reward cost" ? "cost" : equal}`;
}

/** What was held equal and for whom, and what therefore is not. */
export const equalFor: Readonly<Record<HeldName, string>> = {
  "reward cost":
    "Equal for the firm: every design costs it the same. What managers expect of it, and what that is worth to them after effort and risk, differs.",
  "expected pay":
    "Equal for the managers before effort and risk: every design is expected to be worth the same to them. What it costs the firm, and what it is worth after effort and risk, differs.",
  "certainty equivalent":
    "Equal for the managers, effort and risk counted: every design is worth as much to them as the same certain money, so they would take any of them. What it costs the firm differs.",
};
