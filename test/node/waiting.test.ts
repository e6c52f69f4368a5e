import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as xlsx from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { rewardlab, studyFolder } from "./command.js";

const plan = `rewardlab: 2
title: A row that cannot be read
horizon: 1 year
team: { salary: 60 000 EUR/year, source: assumption }
designs:
  share: { period: 1 year, rewards: [{ kind: commission, rate: 4 % of account revenue }] }
  more: { period: 1 year, rewards: [{ kind: commission, rate: 5 % of account revenue }] }
payout: { measures: { account revenue: amount }, results from: transactions }
`;
const { folder, path } = studyFolder(plan);
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const roster = file("roster.csv", "id,salary EUR\nP1,60000\nP2,tbc\nP3,60000\nP3,80000\nP4,60000\n");
const deals = file(
  "deals.csv",
  "id,date,person,amount\nT1,2024-01-10,P1,1000\nT2,2024-02-30,P1,1000\nT3,2024-03-10,P2,500\nT4,2024-03-10,P3,500\nT5,2024-04-10,P4,700\n",
);
const asked = ["--roster", roster, "--transactions", deals];
const reasons = {
  P1: 'deals.csv row 3 column B (date): no date, got "2024-02-30"',
  P2: 'roster.csv row 3 column B (salary EUR): no number, got "tbc"',
  P3: 'roster.csv row 5 column A (id): the person is on the roster already, got "P3"',
} as const;

/** Everybody who waits, with the row and the reason, however it is laid out. */
function expectWaiting(text: string): void {
  const flat = text
    .replace(/""/g, '"')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
  for (const [person, reason] of Object.entries(reasons)) {
    const at = flat.indexOf(reason);
    expect([person, at >= 0]).toEqual([person, true]);
    expect(flat).toContain(person);
  }
}

const sheetsOf = (book: string) => {
  const { Sheets, SheetNames } = xlsx.read(readFileSync(book));
  return Object.fromEntries(
    SheetNames.map((name) => [name, xlsx.utils.sheet_to_json<Record<string, string | number>>(Sheets[name]!)]),
  );
};

const leftOut = [
  {
    "who waits": "P2",
    file: "roster.csv",
    row: 3,
    header: "salary EUR",
    cell: "tbc",
    "why it was left out": "no number",
  },
  {
    "who waits": "P3",
    file: "roster.csv",
    row: 5,
    header: "id",
    cell: "P3",
    "why it was left out": "the person is on the roster already",
  },
  {
    "who waits": "P1",
    file: "deals.csv",
    row: 3,
    header: "date",
    cell: "2024-02-30",
    "why it was left out": "no date",
  },
  {
    "who waits": "P2",
    file: "deals.csv",
    row: 4,
    header: "person",
    cell: "P2",
    "why it was left out": "the person on the roster was left out",
  },
];

describe("whoever has a row that was left out waits; everybody else is paid", () => {
  test("payout: text, JSON, page, CSV and workbook say who, for which row and why; exit 1", async () => {
    const [book, csv] = [join(folder, "payouts.xlsx"), join(folder, "payouts.csv")];
    const { code, out } = await rewardlab(["payout", path, ...asked, "--write", book]);
    expect(code).toBe(1);
    // 4 % of 700
    expect(out).toContain("share: EUR 28.00 to 1 person");
    expectWaiting(out);
    expect(out.indexOf("Waiting: 3 people")).toBeLessThan(out.indexOf("P4"));
    const found = JSON.parse((await rewardlab(["payout", path, ...asked, "--format", "json"])).out);
    expect(found.waiting.map((one: { person: string }) => one.person)).toEqual(["P2", "P3", "P1"]);
    expect(found.leftOut.map((row: { table: string; row: number }) => `${row.table} ${row.row}`)).toEqual([
      ...["roster 3", "roster 5", "transactions 3", "transactions 4"],
    ]);
    expect(found.periods.map((one: { person: string }) => one.person)).toEqual(["P4"]);
    expectWaiting((await rewardlab(["payout", path, ...asked, "--format", "html", "--write", csv])).out);
    expectWaiting(readFileSync(csv, "utf8"));
    const sheets = sheetsOf(book);
    expect(sheets["rows left out"]).toEqual(leftOut.map((row) => expect.objectContaining(row)));
    expect(sheets["not paid"]!.map((row) => row.person)).toEqual(["P2", "P3", "P1"]);
    expectWaiting(JSON.stringify(sheets.payouts).replaceAll('\\"', '"'));
    expect(sheets.payouts!.filter((row) => "cash" in row).map((row) => [row.person, row.cash])).toEqual([["P4", 28]]);
  });

  test("of one person asked for: nothing, and why", async () => {
    const { code, out } = await rewardlab(["payout", path, ...asked, "--person", "P1"]);
    expect(code).toBe(1);
    expect(out).toContain("P1 under share: EUR 0.00");
    expect(out.replace(/\s+/g, " ")).toContain(reasons.P1);
  });

  test("backtest: the same, in every format", async () => {
    const book = join(folder, "backtest.xlsx");
    const ask = (...more: string[]) =>
      rewardlab(["backtest", path, ...asked, "--new", "more", "--no-break-even", "--resamples", "100", ...more]);
    const { code, out } = await ask("--write", book);
    expect(code).toBe(1);
    expect(out).toContain("1 of 1 people win");
    expectWaiting(out);
    const found = JSON.parse((await ask("--format", "json")).out);
    expect(found.waiting.map((one: { person: string }) => one.person)).toEqual(["P2", "P3", "P1"]);
    expectWaiting((await ask("--format", "csv")).out);
    expectWaiting((await ask("--format", "html")).out);
    const sheets = sheetsOf(book);
    expect(sheets["rows left out"]).toEqual(leftOut.map((row) => expect.objectContaining(row)));
    expect([...new Set(sheets["not paid"]!.map((row) => row.person))]).toEqual(["P2", "P3", "P1"]);
    expectWaiting(JSON.stringify(sheets["winners and losers"]).replaceAll('\\"', '"'));
  });

  test("where nobody is left they wait all the same: no refusal hides them", async () => {
    const none = file("none.csv", "date,person,amount\n2024-02-30,P1,1\n");
    const { code, out } = await rewardlab(["payout", path, "--roster", roster, "--transactions", none]);
    expect(code).toBe(1);
    expect(out).toContain("share: EUR 0.00 to 0 people");
    expect(out).toContain("Waiting: 3 people");
  });

  test("a row that does not say whose it is stands first; nobody waits for it alone; exit 1", async () => {
    const clean = file("clean.csv", "id,salary EUR\nP1,60000\n");
    const open = file("open.csv", "date,person,amount\n2024-02-10,P1,100\n2024-02-11,,5000\n");
    const { code, out } = await rewardlab(["payout", path, "--roster", clean, "--transactions", open]);
    expect(code).toBe(1);
    expect(out).toContain("share: EUR 4.00 to 1 person");
    expect(out).toContain("Left out, and not saying whose: 1 row");
    expect(out).toContain("open.csv row 3 column B (person): no identifier of the person");
  });

  test("rows that were left out go with the tables that are written: whoever waited waits on them too", async () => {
    const book = join(folder, "clean.xlsx");
    const { code } = await rewardlab(["tables", ...[roster, "--transactions", deals, "--write", book]]);
    expect(code).toBe(1);
    const again = await rewardlab(["payout", path, "--roster", book]);
    expect(again.code).toBe(1);
    expect(again.out).toContain("share: EUR 28.00 to 1 person");
    expectWaiting(again.out);
    expect((await rewardlab(["tables", book])).code).toBe(1);
  });
});
