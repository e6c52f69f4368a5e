import type { TableMapping } from "../../employee-data/import/open-table.js";
import type { PeopleRead } from "../../employee-data/read-people.js";
import { ownerlessOf, waitingPeople } from "../../employee-data/waiting.js";
import { tableName } from "../../foundation/tables/cell.js";
import type { MappedColumn } from "../../foundation/tables/column.js";
import { findingText, type TableFinding } from "../../foundation/tables/finding.js";
import {
  heading,
  list,
  note,
  type Piece,
  paragraph,
  type Sheet,
  said,
  table,
  title,
} from "../../foundation/text/sheet.js";
import { formatNumber, joinWords, plural } from "../../foundation/text/text.js";
import { wordsColumn } from "../../wording/columns.js";
import { nameText } from "../../wording/numbers.js";
import { hasAside, rowsPieces } from "./people-rows.js";

/** findings. Shown of each reason. */
const shownOfReason = 5;

/** characters. Of one finding. */
const longestFinding = 400;

/** What was read, what each column was taken as, what became of every row, and what is wrong. */
export function peopleSheet({ data, currency, mapping, reconciliation, findings }: PeopleRead): Sheet {
  const faults = findings.filter(({ isFault }) => isFault);
  const refused = data.reading?.leftOut.length ?? 0;
  const { people, accounts, results, transactions } = data;
  const counts = [
    plural(people.length, "person"),
    ...(accounts.length > 0 ? [`${plural(accounts.length, "year")} of accounts`] : []),
    ...(results.length > 0 ? [plural(results.length, "result")] : []),
    ...(transactions.length > 0 ? [plural(transactions.length, "transaction")] : []),
  ];
  const verdict =
    refused === 0
      ? said(
          "no faults",
          "good",
          hasAside(reconciliation)
            ? ": every row was used, is blank, or says itself that it does not count."
            : ": every row that is not blank was used.",
        )
      : said("faults", "bad", `: ${plural(refused, "row")} left out. ${waitingText(data)}`);
  const money = currency === undefined ? "No currency is named." : `Amounts are in ${currency}.`;
  return [
    [title(`${joinWords(counts)}`), verdict, paragraph(money)],
    [heading("Rows"), ...rowsPieces(reconciliation)],
    ...mapping.map(mappingPieces),
    findingPieces("Faults: their rows were left out", faults),
    findingPieces(
      "Remarks: nothing was left out",
      findings.filter(({ isFault }) => !isFault),
    ),
  ].filter((block) => block.length > 0);
}

/** ids. Of those who wait, in one sentence. */
const mostNamed = 20;

/** Who is not paid on these tables. */
function waitingText(data: PeopleRead["data"]): string {
  const ids = waitingPeople(data).map(({ person }) => nameText(person));
  const { length } = ownerlessOf(data);
  const more = ids.length - mostNamed;
  const names = more > 0 ? [...ids.slice(0, mostNamed), `${plural(more, "other")} (a payout lists them)`] : ids;
  const waiting = ids.length === 0 ? "" : `Payouts pay nothing to ${joinWords(names)} until they are mended.`;
  const nobodys = length === 0 ? "" : `${plural(length, "row")} ${length === 1 ? "does" : "do"} not say whose.`;
  return [waiting, nobodys].filter((text) => text !== "").join(" ");
}

function mappingPieces(mapping: TableMapping): Piece[] {
  const { columns } = mapping;
  const named = columns.filter(({ header, spec }) => header.text !== "" || spec !== undefined);
  const notes = named.filter((one) => one.notes.length > 0);
  return [
    heading(`Columns of ${mapping.table} (${nameText(tableName(mapping), 60)}, header in row ${mapping.headerRow})`),
    table("", [
      { title: "column", cells: named.map(({ letter, header }) => `${letter} ${nameText(header.text, 24)}`) },
      wordsColumn("taken as", named.map(takenAs)),
      wordsColumn(
        "how sure",
        named.map(({ sureness }) => sureness),
      ),
      {
        ...wordsColumn(
          "first cell",
          named.map(({ example }) => nameText(example?.got ?? "", 16)),
        ),
        isOptional: true,
      },
      wordsColumn(
        "read as",
        named.map((one) => readAs(one)),
      ),
    ]),
    ...(notes.length === 0
      ? []
      : [note(notes.map(({ letter, notes: words }) => `${letter}: ${joinWords(words)}`).join(" · "))]),
  ];
}

const isUsed = ({ spec }: MappedColumn): boolean => spec !== undefined && spec.isUnused !== true;

const takenAs = (column: MappedColumn): string => {
  if (!isUsed(column)) return column.spec === undefined ? "" : nameText(column.spec.meaning, 30);
  const of = column.qualifier === undefined ? "" : `, ${column.qualifier}`;
  return nameText(`${column.spec!.meaning}${of}`, 36);
};

const readAs = (column: MappedColumn): string => (isUsed(column) ? nameText(column.example?.read ?? "", 24) : "");

/** The first findings of each reason, and how many more there are. */
function findingPieces(name: string, findings: readonly TableFinding[]): Piece[] {
  if (findings.length === 0) return [];
  const groups = new Map<string, { readonly shown: TableFinding[]; more: number }>();
  for (const one of findings) {
    const key = `${one.table}\0${one.reason.split(":")[0]}`;
    const group = groups.get(key) ?? { shown: [], more: 0 };
    if (group.shown.length < shownOfReason) group.shown.push(one);
    else group.more += 1;
    groups.set(key, group);
  }
  const items = [...groups.values()].flatMap(({ shown, more }) => [
    ...shown.map((one) => nameText(findingText(one), longestFinding)),
    ...(more === 0 ? [] : [`  and ${formatNumber(more)} more like it`]),
  ]);
  return [heading(name), list(items)];
}
