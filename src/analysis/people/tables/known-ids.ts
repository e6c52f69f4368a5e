import { didYouMean, nearest } from "../../../foundation/problem.js";
import type { RowInHand } from "../../../foundation/table/book.js";

/** Unknown words for which a near one is looked for; beyond, the search costs more than it helps. */
const mostSearched = 50;

/** What other tables ask of a list of ids: whether one is there, and what was probably meant. */
export class KnownIds {
  private readonly ids: ReadonlySet<string>;
  private readonly what: string;
  private readonly meant = new Map<string, string>();

  constructor(ids: Iterable<string>, what: string) {
    this.ids = new Set(ids);
    this.what = what;
  }

  /** Refuses the row unless the id is known. */
  expect(id: string, row: RowInHand, key: string): void {
    if (!this.ids.has(id)) row.refuse({ reason: `no such ${this.what}`, expected: this.remedy(id), key });
  }

  private remedy(id: string): string {
    const known = this.meant.get(id);
    if (known !== undefined) return known;
    if (this.meant.size >= mostSearched) return `an id of the list of ${this.what} ids`;
    const found = nearest(id, this.ids) ?? [...this.ids].find((one) => bare(one) === bare(id));
    const made = found === undefined ? didYouMean(id, this.ids) : `did you mean ${found}?`;
    this.meant.set(id, made);
    return made;
  }
}

/** `007` and `7` are nearly the same. */
const bare = (id: string): string => id.replace(/^0+/, "").toLowerCase();
