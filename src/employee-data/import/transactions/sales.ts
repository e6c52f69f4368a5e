import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import { decimal, exactShareText, sumOfDecimals, one as whole } from "../../../foundation/values/decimal.js";
import type { Transaction } from "../../data.js";

/** What the rows of one sale have in common. */
const common = [
  ["date", "date"],
  ["account", "account"],
  ["measure", "measure"],
  ["amount", "amount"],
] as const;

/** ids. Named in one remark. */
const listed = 8;

/** The sales of a table by id, while it is read: one row each, or one for each person who shares in it. */
export class Sales {
  private readonly known = new Map<string, { readonly one: Transaction; readonly number: number }[]>();
  private readonly hasShares: boolean;
  private readonly isCredited: boolean;

  /** `isCredited`: amounts are what of a sale was credited to each person. */
  constructor({ hasShares, isCredited }: { readonly hasShares: boolean; readonly isCredited: boolean }) {
    this.hasShares = hasShares;
    this.isCredited = isCredited;
  }

  /** Refuses a row whose id stands there already, unless it is another person's share of the same sale. */
  expect(one: Transaction, row: RowInHand): void {
    const others = this.known.get(one.id) ?? [];
    const [first] = others;
    if (first === undefined) return;
    const twin = this.hasShares ? others.find((other) => other.one.person === one.person) : first;
    if (twin !== undefined) {
      const each = this.hasShares ? "one row an id and person" : "one row an id";
      const expected = `${each}; the first is row ${twin.number}`;
      const also = [twin.one.person];
      row.refuse({ reason: "the transaction stands there already", expected, key: "id", also });
      return;
    }
    for (const [field, words] of common)
      if (!(this.isCredited && field === "amount") && one[field] !== first.one[field])
        row.refuse({
          reason: `another ${words} than in an earlier row of the sale`,
          expected: `${first.one[field] ?? "blank"}, as in row ${first.number}`,
          key: field,
          also: others.map(({ one: { person } }) => person),
        });
  }

  /** Takes a row that is not refused. */
  add(one: Transaction, number: number): void {
    this.known.set(one.id, [...(this.known.get(one.id) ?? []), { one, number }]);
  }

  /** What is said of sales whose shares do not make the whole. */
  remarks(): string[] {
    if (this.isCredited) return [];
    const odd = [...this.known].flatMap(([id, rows]) => {
      const total = sumOfDecimals(rows.map(({ one }) => decimal(one.share ?? 1)));
      return total.eq(whole) ? [] : [`${id} ${exactShareText(total)}`];
    });
    if (odd.length === 0) return [];
    const names = `${odd.slice(0, listed).join(", ")}${odd.length > listed ? ", …" : ""}`;
    return [`shares of ${odd.length === 1 ? "a sale do" : `${odd.length} sales do`} not make 100 %: ${names}`];
  }
}
