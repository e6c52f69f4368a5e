import { bareFinding } from "../../foundation/tables/finding.js";
import type { RefusedRow } from "../../foundation/tables/row-reader.js";
import type { LeftOutRow } from "../data.js";
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
    const [id, ...others] = Object.entries(one.values)
      .filter(([key, value]) => value !== undefined && (isRoster ? key === "id" : /^person( of |$)/.test(key)))
      .map(([, value]) => String(value));
    const { person, waits } = isRoster ? ownOf(id) : ownerOf(one, id, people);
    const also = [...one.also, ...others.flatMap((other) => ownerOf(one, other, people).waits)];
    const team = isRoster && one.values.team !== undefined ? { team: String(one.values.team) } : {};
    return {
      ...bareFinding(one.fault),
      row: one.fault.row ?? 0,
      person,
      waits: [...new Set([...waits, ...also])],
      ...team,
    };
  });
}

const ownOf = (id: string | undefined): Owner => ({ person: id, waits: id === undefined ? [] : [id] });

function ownerOf({ shifted }: RefusedRow, id: string | undefined, people: KnownIds): Owner {
  if (shifted !== undefined) {
    const named = [...new Set(shifted.flatMap((cell) => people.meantBy(cell)))];
    return { person: named.length === 1 ? named[0] : undefined, waits: named };
  }
  if (id === undefined) return ownOf(id);
  const meant = people.meantBy(id);
  if (meant.length > 0) return { person: meant.length === 1 ? meant[0] : id, waits: meant };
  const near = people.near(id);
  return near === undefined ? { person: undefined, waits: [] } : { person: id, waits: [id, ...near] };
}
