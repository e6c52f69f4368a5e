import type { Person } from "../../employee-data/data.js";
import { plural } from "../../foundation/text/text.js";
import type { DayRange } from "../../foundation/values/calendar.js";
import type { PayoutLines } from "../lines/payout-lines.js";
import { lasts, type PerformancePeriod } from "./service.js";

interface Lapsing {
  readonly ledger: PayoutLines;
  readonly person: Person;
  readonly period: PerformancePeriod;
  readonly service: DayRange;
}

/** Why nothing is paid whatever was earned, if so. */
export function lapsesOf({ ledger, person, period, service }: Lapsing): string | undefined {
  const least = ledger.terms["minimum service"];
  if (!lasts(service, least))
    return `there from ${service.from} to ${service.to}, less than ${plural(least, "month")}: nothing`;
  if (ledger.terms.leavers === "nothing" && person.left !== undefined && person.left < period.to)
    return `left on ${person.left}, before the close: nothing`;
  return undefined;
}
