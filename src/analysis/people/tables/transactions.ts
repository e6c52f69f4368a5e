import type { RawTable } from "../../../foundation/table/cell.js";
import type { Transaction } from "../people-data.js";
import type { Roster } from "./history.js";
import type { KnownIds } from "./known-ids.js";
import {
  numberIn,
  openTable,
  readTable,
  type TableKind,
  type TableOptions,
  type TableRead,
  textIn,
} from "./open-table.js";
import { personSynonyms } from "./roster.js";

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
  needs: [["date"], ["person"], ["amount"]],
  specs: [
    {
      ...{ field: "id", meaning: "identifier of the transaction", reads: "id", isRequired: true },
      synonyms: [
        "id",
        "transaction",
        "transaction id",
        "deal",
        "deal id",
        "order",
        "order id",
        "invoice",
        "invoice number",
        "beleg",
        "belegnummer",
        "auftrag",
        "rechnungsnummer",
      ],
    },
    {
      ...{ field: "date", meaning: "date", reads: "date", isRequired: true },
      synonyms: [
        "date",
        "booking date",
        "transaction date",
        "order date",
        "invoice date",
        "close date",
        "datum",
        "buchungsdatum",
        "rechnungsdatum",
        "belegdatum",
      ],
    },
    { field: "person", meaning: "identifier of the person", reads: "id", isRequired: true, synonyms: personSynonyms },
    {
      ...{ field: "account", meaning: "identifier of the account", reads: "id" },
      synonyms: ["account", "account id", "customer", "customer id", "client", "kunde", "kundennummer", "kunden id"],
    },
    {
      field: "measure",
      meaning: "measure it counts towards",
      reads: "text",
      isRequired: true,
      synonyms: ["measure", "kpi", "metric", "type", "component", "kennzahl", "art"],
    },
    {
      ...{ field: "amount", meaning: "amount", reads: "number", isRequired: true, isTotalled: true },
      synonyms: [
        "amount",
        "value",
        "revenue",
        "sales",
        "net amount",
        "credit",
        "betrag",
        "umsatz",
        "wert",
        "nettobetrag",
      ],
    },
    { field: "currency", meaning: "currency", reads: "currency", synonyms: ["currency", "waehrung"] },
  ],
};

/**
 * Reads transactions. Refused: an id twice, unknown people and, where the accounts are known, unknown accounts. Without ids they are
 * called by their rows; without a column of measures they count towards what the header of the amounts says.
 */
export function readTransactions(
  table: RawTable,
  options: TableOptions,
  { ids, people }: Roster,
  accounts: KnownIds | undefined,
): TableRead<Transaction> {
  const layout = openTable(transactionsKind, table, options);
  const column = layout.columns.find(({ spec }) => spec?.field === "amount");
  const measure = column?.header.core.join(" ") ?? "amount";
  const hasIds = layout.columns.some(({ spec }) => spec?.field === "id");
  const seen = new Map<string, number>();
  return readTable<Transaction>(
    transactionsKind,
    table,
    options,
    (values, row) => {
      const id = hasIds ? (textIn(values, "id") ?? "") : `row ${row.number}`;
      const person = textIn(values, "person") ?? "";
      const account = textIn(values, "account");
      const date = textIn(values, "date") ?? "";
      const amount = numberIn(values, "amount") ?? 0;
      const earlier = seen.get(id);
      if (earlier !== undefined) {
        row.refuse({
          reason: "the transaction stands there already",
          expected: `one row an id; the first is row ${earlier}`,
          key: "id",
        });
      }
      ids.expect(person, row, "person");
      if (account !== undefined) accounts?.expect(account, row, "account");
      if (!row.isRefused) seen.set(id, row.number);
      if (amount < 0) row.remark({ reason: "an amount below zero", expected: "", key: "amount" });
      const { joined, left } = people.get(person) ?? {};
      if ((joined !== undefined && date < joined) || (left !== undefined && date > left)) {
        row.remark({ reason: "a date before the person joined or after they left", expected: "", key: "date" });
      }
      return [{ id, date, person, account, measure: textIn(values, "measure") ?? measure, amount }];
    },
    layout,
  );
}
