import type { RawTable } from "../../../foundation/table/cell.js";
import type { Transaction } from "../people-data.js";
import type { Roster } from "./history.js";
import type { KnownIds } from "./known-ids.js";
import {
  numberIn,
  openTable,
  readTable,
  remarkOn,
  type TableKind,
  type TableOptions,
  type TableRead,
  textIn,
} from "./open-table.js";
import { personSynonyms } from "./roster.js";
import { Sales } from "./sales.js";

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
    {
      ...{ field: "share", meaning: "share of the sale that is the person's", reads: "share", isExact: true },
      synonyms: [
        ...["share", "split", "share of sale", "credit share", "credit split", "split credit", "share of credit"],
        ...["anteil", "provisionsanteil", "aufteilung"],
      ],
    },
    { field: "currency", meaning: "currency", reads: "currency", synonyms: ["currency", "waehrung"] },
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
  const column = layout.columns.find(({ spec }) => spec?.field === "amount");
  const measure = column?.header.core.join(" ") ?? "amount";
  const has = (field: string) => layout.columns.some(({ spec }) => spec?.field === field);
  const hasIds = has("id");
  const sales = new Sales(has("share"));
  const read = readTable<Transaction>(
    transactionsKind,
    table,
    options,
    (values, row) => {
      const id = hasIds ? (textIn(values, "id") ?? "") : `row ${row.number}`;
      const person = textIn(values, "person") ?? "";
      const account = textIn(values, "account");
      const date = textIn(values, "date") ?? "";
      const amount = numberIn(values, "amount") ?? 0;
      const share = numberIn(values, "share");
      const one = { id, date, person, account, measure: textIn(values, "measure") ?? measure, amount, share };
      sales.expect(one, row);
      ids.expect(person, row, "person");
      if (account !== undefined) accounts?.expect(account, row, "account");
      if (share !== undefined && share < 0)
        row.refuse({ reason: "a share below zero", expected: "0 % to 100 %", key: "share" });
      if (!row.isRefused) sales.add(one, row.number);
      if (amount < 0) row.remark({ reason: "an amount below zero", expected: "", key: "amount" });
      const { joined, left } = people.get(person) ?? {};
      if ((joined !== undefined && date < joined) || (left !== undefined && date > left)) {
        row.remark({ reason: "a date before the person joined or after they left", expected: "", key: "date" });
      }
      return [one];
    },
    layout,
  );
  return { ...read, findings: [...read.findings, ...sales.remarks().map((text) => remarkOn(read.mapping, text))] };
}
