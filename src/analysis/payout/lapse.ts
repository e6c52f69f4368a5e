import { plural } from "../../foundation/text.js";
import type { Claim } from "./claim.js";
import { lasts } from "./service.js";

/** Why nothing is paid whatever was earned, if so. */
export function lapsesOf({
  ledger,
  person,
  period,
  service,
}: Pick<Claim, "ledger" | "person" | "period" | "service">): string | undefined {
  const least = ledger.terms["minimum service"];
  if (!lasts(service, least))
    return `there from ${service.from} to ${service.to}, less than ${plural(least, "month")}: nothing`;
  if (ledger.terms.leavers === "nothing" && person.left !== undefined && person.left < period.to)
    return `left on ${person.left}, before the close: nothing`;
  return undefined;
}
