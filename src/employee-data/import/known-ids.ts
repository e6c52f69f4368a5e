import type { RowInHand } from "../../foundation/tables/row-reader.js";
import { allNearest, didYouMean } from "../../foundation/text/problem.js";
import { joinWords } from "../../foundation/text/text.js";
import type { PeopleNames } from "./people-names.js";

/** Unknown words for which near ones are looked for; beyond, the search costs more than it helps. */
const mostSearched = 200;

/** ids. Named in one message. */
const listed = 4;

/** What other tables ask of a list of ids: whether one is there, and what was probably meant. */
export class KnownIds {
  private readonly ids: ReadonlySet<string>;
  private readonly what: string;
  private readonly lost: ReadonlySet<string>;
  private readonly names: PeopleNames | undefined;
  private readonly meant = new Map<string, readonly string[]>();

  /** `lost`: ids that stand in rows of their list that were left out; `names`: what else they may be called. */
  constructor(ids: Iterable<string>, what: string, lost: Iterable<string> = [], names?: PeopleNames) {
    this.ids = new Set(ids);
    this.what = what;
    this.lost = new Set(lost);
    this.names = names;
  }

  /** The id a text means, by itself or by name; refuses the row where nobody, or more than one, is meant. */
  resolve(text: string, row: RowInHand, key: string): string {
    const found = this.names?.find(text);
    if (found === undefined) this.expect(text, row, key);
    else if ("ids" in found) {
      const expected = `the id of one of them: ${joinWords(found.ids, "or")}`;
      row.refuse({ reason: `${found.ids.length} people have that name`, expected, key });
    } else {
      this.expect(found.id, row, key);
      if (found.by !== "id") row.remark({ reason: `people are called by ${found.by}`, expected: "", key });
      return found.id;
    }
    return text;
  }

  /** The ids a text may stand for by itself or by name, those of rows that were left out among them. */
  meantBy(text: string): readonly string[] {
    const found = this.names?.find(text);
    if (found !== undefined) return "ids" in found ? found.ids : [found.id];
    return this.isListed(text) ? [text] : [];
  }

  /** Refuses the row unless the id is known. */
  expect(id: string, row: RowInHand, key: string): void {
    if (this.ids.has(id)) return;
    if (this.lost.has(id)) {
      row.refuse({ reason: `the ${this.what} was left out`, expected: "one whose own row can be read", key });
      return;
    }
    row.refuse({ reason: `no such ${this.what}`, expected: this.remedy(id), key });
  }

  /** Whether an id is known, or stands in a row that was left out. */
  isListed(id: string): boolean {
    return this.ids.has(id) || this.lost.has(id);
  }

  /** The ids an unknown one may mean, all that are equally near; undefined where too many are unknown to look. */
  near(id: string): readonly string[] | undefined {
    const known = this.meant.get(id);
    if (known !== undefined) return known;
    if (this.meant.size >= mostSearched) return undefined;
    const all = [...this.ids, ...this.lost];
    const alike = all.filter((one) => bare(one) === bare(id));
    const found = [...new Set(alike.length > 0 ? alike : allNearest(id, all))];
    this.meant.set(id, found);
    return found;
  }

  private remedy(id: string): string {
    const found = this.near(id);
    if (found === undefined) return `an id of the list of ${this.what} ids`;
    if (found.length === 0) return didYouMean(id, this.ids);
    const names = found.length > listed ? [...found.slice(0, listed), "others"] : found;
    return `did you mean ${joinWords(names, "or")}?`;
  }
}

/** `007` and `7` are nearly the same. */
const bare = (id: string): string => id.replace(/^0+/, "").toLowerCase();
