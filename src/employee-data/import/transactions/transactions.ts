import { bareTableName, type RawTable } from "../../../foundation/tables/cell.js";
import type { ColumnSpec, Layout } from "../../../foundation/tables/column.js";
import type { Values } from "../../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import type { Person, Transaction } from "../../data.js";
import { currencySpec, named, personColumnNames } from "../headers.js";
import type { Roster } from "../history/history.js";
import type { KnownIds } from "../known-ids.js";
import {
  numberIn,
  openTable,
  remarkOn,
  type TableKind,
  type TableOptions,
  type TableRead,
  textIn,
} from "../open-table.js";
import { readTable } from "../read-table.js";
import { type Rep, refuseRepsAlone, repsIn, type ShareOf, sharesOf, withReps } from "./reps.js";
import { Sales } from "./sales.js";
import { Stages, stageSpecs } from "./stages.js";

/** The sale a credit note takes back. */
const reversesSpec: ColumnSpec = {
  ...named("transactions", "reverses"),
  ...{ meaning: "sale that it takes back", reads: "id", isExact: true },
};

/** Sales and other events: one row each. */
export const transactionsKind: TableKind = {
  name: "transactions",
  sheetNames: [
    "transactions",
    "deals",
    "bookings",
    "orders",
    "invoices",
    "buchungen",
    "auftraege",
    "rechnungen",
    "umsaetze",
  ],
  needs: [["date"], ["person"], ["amount", "credited"]],
  widen: withReps,
  specs: [
    { ...named("transactions", "id"), meaning: "identifier of the transaction", reads: "id", isRequired: true },
    { ...named("transactions", "date"), meaning: "date", reads: "date", isRequired: true },
    { ...personColumnNames, meaning: "identifier of the person", reads: "id", isRequired: true },
    { ...named("transactions", "account"), meaning: "identifier of the account", reads: "id" },
    { ...named("transactions", "measure"), meaning: "measure it counts towards", reads: "text", isRequired: true },
    { ...named("transactions", "amount"), meaning: "amount", reads: "number", isTotalled: true },
    {
      ...named("transactions", "credited"),
      meaning: "amount credited to the person",
      reads: "number",
      isTotalled: true,
    },
    {
      ...named("transactions", "share"),
      meaning: "share of the sale that is the person's",
      reads: "share",
      isExact: true,
    },
    ...stageSpecs,
    reversesSpec,
    currencySpec,
  ],
};

/**
 * Reads transactions. Refused: an id twice, but for shares of one sale, unknown people and, where the accounts are known, unknown
 * accounts. Without ids they are called by their rows; without a column of measures they count towards what the header of the amounts says.
 */
export function readTransactions(
  table: RawTable,
  options: TableOptions,
  { ids, people }: Roster,
  accounts: KnownIds | undefined,
): TableRead<Transaction> {
  const layout = openTable(transactionsKind, table, options);
  const reps = repsIn(layout.columns);
  refuseRepsAlone(table, layout, reps);
  const has = (field: string) => layout.columns.some(({ spec }) => spec?.field === field);
  const isCredited = has("credited");
  const sales = new Sales({ hasShares: has("share") || isCredited, isCredited });
  const about = { hasIds: has("id"), measure: measureOf(layout), reps };
  const stages = new Stages(layout);
  const read = readTable<Transaction>(
    transactionsKind,
    table,
    options,
    (values, row) => {
      stages.expect(values, row);
      const made = salesIn(values, row, about, ids);
      for (const one of made) {
        sales.expect(one, row);
        if (one.account !== undefined) accounts?.expect(one.account, row, "account");
        remarkOutside(people.get(one.person), one.date, row);
      }
      if (!row.isRefused) for (const one of made) sales.add(one, row.number);
      return made;
    },
    layout,
    stages.aside,
  );
  const said = stages.said();
  const texts = [...(said === undefined ? [] : [said.text]), ...sales.remarks()];
  return {
    ...read,
    findings: [...read.findings, ...texts.map((text) => remarkOn(read.mapping, text))],
    notUsed: [...read.notUsed, ...(said === undefined || said.isAll ? [] : [unusedDeals(read, said.text)])],
  };
}

/** What transactions count towards where no column says it: what the header of their amounts says. */
function measureOf({ columns }: Layout): string {
  const amount =
    columns.find(({ spec }) => spec?.field === "amount") ?? columns.find(({ spec }) => spec?.field === "credited");
  return amount?.header.core.join(" ") ?? "amount";
}

interface About {
  readonly hasIds: boolean;
  readonly measure: string;
  readonly reps: readonly Rep[];
}

/** The transactions of a row: one, or one for each person on it. */
function salesIn(values: Values, row: RowInHand, { hasIds, measure, reps }: About, ids: KnownIds): Transaction[] {
  const reverses = textIn(values, "reverses");
  const one = {
    id: hasIds ? (textIn(values, "id") ?? "") : `row ${row.number}`,
    date: textIn(values, "date") ?? "",
    account: textIn(values, "account"),
    measure: textIn(values, "measure") ?? measure,
    ...(reverses !== undefined && { reverses }),
  };
  const shares = reps.length === 0 ? [wholeOf(values)] : sharesOf(values, reps, row);
  return shares.map(({ person, share, key }) => ({
    ...one,
    person: ids.resolve(person, row, key),
    ...creditOf(values, share, row),
  }));
}

const wholeOf = (values: Values): ShareOf => ({
  person: textIn(values, "person") ?? "",
  share: numberIn(values, "share"),
  key: "person",
});

/** cents. By which a credited amount may differ from amount × share. */
const rounding = 0.011;

/** What of a sale is one person's: an amount credited to them, or the whole amount and their share of it. */
function creditOf(values: Values, share: number | undefined, row: RowInHand): Pick<Transaction, "amount" | "share"> {
  const whole = numberIn(values, "amount");
  const credited = numberIn(values, "credited");
  if (share !== undefined && share < 0)
    row.refuse({ reason: "a share below zero", expected: "0 % to 100 %", key: "share" });
  const amount = credited ?? whole;
  if (amount === undefined) row.refuse({ reason: "no amount", expected: "a value in this cell", key: "amount" });
  if ((amount ?? 0) < 0) row.remark({ reason: "an amount below zero", expected: "", key: "amount" });
  if (credited === undefined) return { amount: amount ?? 0, share };
  if (whole !== undefined && share !== undefined && Math.abs(whole * share - credited) > rounding) {
    const expected = `${Number((whole * share).toPrecision(15))}, or leave one of the three columns out`;
    row.refuse({ reason: "the credited amount is not amount × share", expected, key: "credited" });
  }
  return { amount: credited, share: undefined };
}

function remarkOutside(person: Person | undefined, date: string, row: RowInHand): void {
  const { joined, left } = person ?? {};
  if ((joined !== undefined && date < joined) || (left !== undefined && date > left))
    row.remark({ reason: "a date before the person joined or after they left", expected: "", key: "date" });
}

const unusedDeals = ({ mapping }: TableRead<Transaction>, text: string) => ({
  table: transactionsKind.name,
  text: `${bareTableName(mapping)} ${text}`,
});
