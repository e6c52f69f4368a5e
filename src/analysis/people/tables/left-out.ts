import type { RefusedRow } from "../../../foundation/table/book.js";
import type { LeftOutRow } from "../people-data.js";
import type { KnownIds } from "./known-ids.js";
import type { TableRead } from "./open-table.js";

type Owner = Pick<LeftOutRow, "person" | "waits">;

/**
 * The rows of a table that were left out, with who waits for each: the person it names, everybody an unknown id may mean, and whoever
 * else it throws doubt on. A row whose cells may stand in wrong columns is everybody's whose id is in it.
 */
export function leftOutOf({ leftOut, mapping }: TableRead<unknown>, people: KnownIds): LeftOutRow[] {
  const isRoster = mapping.table === "roster";
  return leftOut.map((one): LeftOutRow => {
    const said = one.values[isRoster ? "id" : "person"];
    const id = said === undefined ? undefined : String(said);
    const { person, waits } = isRoster ? ownOf(id) : ownerOf(one, id, people);
    const team = isRoster && one.values.team !== undefined ? { team: String(one.values.team) } : {};
    return { ...one.fault, row: one.fault.row ?? 0, person, waits: [...new Set([...waits, ...one.also])], ...team };
  });
}

const ownOf = (id: string | undefined): Owner => ({ person: id, waits: id === undefined ? [] : [id] });

function ownerOf({ shifted }: RefusedRow, id: string | undefined, people: KnownIds): Owner {
  if (shifted !== undefined) {
    const named = shifted.filter((cell) => people.isListed(cell));
    return { person: named.length === 1 ? named[0] : undefined, waits: named };
  }
  if (id === undefined || people.isListed(id)) return ownOf(id);
  const near = people.near(id);
  return near === undefined ? { person: undefined, waits: [] } : { person: id, waits: [id, ...near] };
}
