import { quantile } from "../../foundation/maths/distribution.js";
import type { Checked } from "../schema/schema.js";
import { assumptionRange } from "../schema/usual.js";
import type { Find } from "./check-designs.js";

/** A half-life of luck that never fades changes nothing. */
export function checkPersistence(checked: Checked, find: Find): void {
  if (checked.assumptions["shock half life"] === undefined) return;
  const permanent = assumptionRange(checked, "permanentShare");
  if (permanent === undefined || quantile(permanent, 0) < 1) return;
  find(
    ["accounts", "shock half life"],
    "it changes nothing, as shocks to demand are permanent; write a permanent share below 100 %, such as 70 %, for some of them to fade",
  );
}
