import type { TableFinding } from "../../../foundation/tables/finding.js";
import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import { dayAfter, dayBefore } from "../../../foundation/values/calendar.js";
import { remarkOn, type TableMapping } from "../open-table.js";

interface Booked {
  readonly from: string;
  readonly to: string;
  readonly row: number;
}

/** Periods by name, in order of time, none over another. */
export class Periods {
  private readonly booked = new Map<string, Booked[]>();

  /** Books a period, or refuses its row where it overlaps one that is booked. */
  add(name: string, { from, to }: Omit<Booked, "row">, row: RowInHand): void {
    const list = this.booked.get(name);
    if (list === undefined) {
      this.booked.set(name, [{ from, to, row: row.number }]);
      return;
    }
    const at = placeFor(list, from);
    const before = list[at - 1];
    const after = list[at];
    const other =
      before !== undefined && before.to >= from ? before : after !== undefined && after.from <= to ? after : undefined;
    if (other === undefined) list.splice(at, 0, { from, to, row: row.number });
    else row.refuse(overlap(name, { from, to }, other));
  }

  /** Days between the first and the last period of a name that no period covers. */
  gaps(mapping: TableMapping): TableFinding[] {
    return [...this.booked].flatMap(([name, list]) =>
      list.flatMap(({ from, row }, k) => {
        const next = k === 0 ? from : dayAfter(list[k - 1]!.to);
        return next === from
          ? []
          : [remarkOn(mapping, `a gap: nothing for ${name} from ${next} to ${dayBefore(from)}`, { row })];
      }),
    );
  }
}

function overlap(name: string, one: Omit<Booked, "row">, other: Booked) {
  const isSame = one.from === other.from && one.to === other.to;
  const words = isSame ? "the period stands there already" : "the period overlaps another";
  return {
    reason: words,
    expected: `one row for ${name} and each day; row ${other.row} has ${other.from} to ${other.to}`,
  };
}

/** The first place whose period begins later. */
function placeFor(list: readonly Booked[], from: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.from <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
