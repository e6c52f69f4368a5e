import { type RawTable, tableName } from "../../../foundation/tables/cell.js";
import { type ColumnSpec, columnKey, type Layout, type MappedColumn } from "../../../foundation/tables/column.js";
import type { Values } from "../../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import { refuse } from "../../../foundation/text/problem.js";
import { joinWords } from "../../../foundation/text/text.js";
import { named, personColumnNames } from "../headers.js";
import { numberIn, textIn } from "../open-table.js";

/** A person of several in one row: keys of the columns of who it is and of their share. */
export interface Rep {
  readonly number: string;
  readonly person: MappedColumn;
  readonly share: MappedColumn | undefined;
}

/** A person of a row and what of the sale is theirs. */
export interface ShareOf {
  readonly person: string;
  readonly share: number | undefined;
  readonly key: string;
}

const repSpec: ColumnSpec = { ...personColumnNames, meaning: "identifier of the person", reads: "id" };
const shareSpec: ColumnSpec = {
  ...named("transactions", "share"),
  ...{ meaning: "share of the sale that is the person's", reads: "share" },
};

const squash = (names: readonly string[] | undefined): ReadonlySet<string> =>
  new Set((names ?? []).map((name) => name.replaceAll(" ", "")));
const people = new Set([...squash(personColumnNames.synonyms), ...squash(personColumnNames.weak)]);
const shareWords = new Set(["share", "split", "credit", "anteil", "part", "reparto"]);

/** What a header such as `Rep 2 %` or `Split 2` says: whose number, and whether it is the share. */
function repOf({ header, sureness }: MappedColumn): { readonly number: string; readonly isShare: boolean } | undefined {
  if (sureness === "given") return undefined;
  const words = header.core.flatMap((word) => /^(\p{L}+)(\d)$/u.exec(word)?.slice(1) ?? [word]);
  const numbers = words.filter((word) => /^[1-9]$/.test(word));
  if (numbers.length !== 1) return undefined;
  const plain = words.filter((word) => word !== numbers[0]);
  const rest = plain.filter((word) => !shareWords.has(word));
  const isShare = header.isPercent || rest.length < plain.length;
  const isPerson = people.has(rest.join(""));
  return isPerson || (isShare && rest.length === 0) ? { number: numbers[0]!, isShare } : undefined;
}

/** Columns such as `Rep 1`, `Rep 1 %`, `Rep 2` and `Rep 2 %` are people who share one sale. */
export function withReps(layout: Layout): Layout {
  const found = layout.columns.map((column) => repOf(column));
  if (!found.some((one) => one !== undefined && !one.isShare)) return layout;
  const columns = layout.columns.map((column, k) => {
    const one = found[k];
    if (one === undefined) return column;
    const spec = one.isShare ? shareSpec : repSpec;
    const key = columnKey(spec.field, one.number);
    return { ...column, spec, key, qualifier: one.number, sureness: "sure" as const };
  });
  const numbered = new Set(columns.filter(({ qualifier }) => qualifier !== undefined).map(({ spec }) => spec?.field));
  return { ...layout, columns, doubts: layout.doubts.filter(({ field }) => !numbered.has(field)) };
}

/** The people who have columns of their own in each row; none where a row has one person. */
export function repsIn(columns: readonly MappedColumn[]): Rep[] {
  const of = (field: string, number: string | undefined) =>
    columns.find(({ spec, qualifier }) => spec?.field === field && qualifier === number);
  return columns
    .filter(({ spec, qualifier }) => spec?.field === "person" && qualifier !== undefined)
    .map((person) => ({ number: person.qualifier!, person, share: of("share", person.qualifier) }));
}

/** Refuses people side by side without columns of their shares, or beside a column of one more person. */
export function refuseRepsAlone(table: RawTable, { columns, headerRow }: Layout, reps: readonly Rep[]): void {
  if (reps.length === 0) return;
  const place = `${tableName(table)} row ${headerRow}`;
  const lone = columns.find(({ spec, qualifier }) => spec?.field === "person" && qualifier === undefined);
  const names = reps.map(({ person }) => person.header.text);
  if (lone !== undefined)
    refuse(
      place,
      `people are named in ${joinWords([lone.header.text, ...names], "and")}`,
      "leave one of them out, or number them all",
    );
  const bare = reps.filter(({ share }) => share === undefined).map(({ person }) => person.header.text);
  if (reps.length > 1 && bare.length > 0)
    refuse(place, `no shares of ${joinWords(bare, "and")}`, `add a column such as "${bare[0]} %"`);
}

/** Who shares the sale of a row. One person alone needs no share. */
export function sharesOf(values: Values, reps: readonly Rep[], row: RowInHand): ShareOf[] {
  const there = reps.flatMap(({ person, share }): ShareOf[] => {
    const name = textIn(values, person.key);
    const part = share === undefined ? undefined : numberIn(values, share.key);
    if (name === undefined && part !== undefined && part !== 0)
      row.refuse({ reason: "a share of nobody", expected: "the person it belongs to", key: share!.key });
    return name === undefined ? [] : [{ person: name, share: part, key: person.key }];
  });
  if (there.length === 0)
    row.refuse({ reason: "no person", expected: "a person of the roster", key: reps[0]!.person.key });
  const open = there.find(({ share }) => share === undefined);
  if (there.length > 1 && open !== undefined)
    row.refuse({ reason: "no share of one of several people", expected: "the share of each", key: open.key });
  const twice = there.find(({ person }, k) => there.findIndex((other) => other.person === person) < k);
  if (twice !== undefined) row.refuse({ reason: "one person twice", expected: "each person once", key: twice.key });
  return there;
}
