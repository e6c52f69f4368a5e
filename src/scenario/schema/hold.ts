import { z } from "zod";
import { joinWords } from "../../foundation/text/text.js";
import { numberField, sourced } from "../../foundation/values/field.js";
import type { Unit } from "../../foundation/values/quantity.js";
import { type HeldName, heldNames } from "../../model/outcomes/held.js";

/** What all designs are made equal in, of which the file names one, and how much of it, money per KAM-year; and how hard they are. */
export interface Hold {
  readonly outcome: HeldName;
  readonly value: number;
  /** share of scores that reach target; undefined leaves targets as they are. */
  readonly atTarget: number | undefined;
}

const yearly: Unit = { dimension: "money/year", min: 1 };

export const holdFields = z
  .strictObject({
    "reward cost": numberField(
      yearly,
      "equal for the firm: expected accrued reward cost per KAM-year every design is scaled to",
    ).optional(),
    "expected pay": numberField(
      yearly,
      "equal for the managers but for risk and effort: what rewards are expected to be worth to them per KAM-year",
    ).optional(),
    "certainty equivalent": numberField(
      yearly,
      "equal for the managers, risk and effort counted (participation): certain money per KAM-year that is worth as much to them as the design",
    ).optional(),
    "at target": numberField(
      { dimension: "share", min: 0.01, max: 0.99 },
      "share of scores that reach target, set by tightening targets alike",
    ).optional(),
    ...sourced,
  })
  .meta({
    description:
      "what every design is made equal in, one of reward cost, expected pay and certainty equivalent, and how hard it is made",
    examples: [{ "reward cost": "18 000 EUR/year", "at target": "60 %" }],
  });

/** What the file holds; a fault where it names none of the three, or several. */
export function holdOf(
  parsed: z.output<typeof holdFields> | undefined,
  add: (path: string[], fault: string, remedy: string) => void,
): Hold | undefined {
  if (parsed === undefined) return undefined;
  const named = heldNames.filter((name) => parsed[name] !== undefined);
  const [outcome] = named;
  if (outcome === undefined) {
    const one = `one of ${joinWords(heldNames, "and")}`;
    add(["hold"], `does not say what designs are made equal in, ${one}`, "write reward cost: 18 000 EUR/year");
    return undefined;
  }
  if (named.length > 1) {
    add(
      ["hold", named[1]],
      `designs cannot be made equal in ${joinWords(named)} at once: one factor on amounts meets one of them`,
      `keep one of them; rewardlab compare --equal "${named.join(", ")}" shows them side by side`,
    );
  }
  return { outcome, value: parsed[outcome] as number, atTarget: parsed["at target"] };
}
