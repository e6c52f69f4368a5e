import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { waitingPeople } from "../../src/employee-data/waiting.js";
import { readTexts, remarks } from "./made.js";

const team = "id,salary\nKAM-01,70000\nKAM-02,60000\nKAM-11,65000\n";

/** Who waits, and for which rows. */
const waits = (texts: Parameters<typeof readTexts>[0], options = {}) =>
  Object.fromEntries(
    waitingPeople(readTexts({ roster: team, ...texts }, options).data).map(({ person, rows }) => [
      person,
      rows.map(({ table, row }) => `${table} ${row}`),
    ]),
  );

describe("a row that was left out keeps its person waiting", () => {
  test.each<[what: string, texts: Parameters<typeof readTexts>[0], who: Readonly<Record<string, string[]>>]>([
    ["a salary that cannot be read", { roster: "id,salary\nA,tbc\nB,1\n" }, { A: ["roster 2"] }],
    ["two rows that disagree", { roster: "id,salary\nA,1\nA,2\nB,1\n" }, { A: ["roster 3"] }],
    [
      "somebody who joined again",
      { roster: "id,salary,salary from,joined\nA,1,2020-01-01,2020-01-01\nA,2,2024-01-01,2024-01-01\n" },
      { A: ["roster 3"] },
    ],
    [
      "a result of a person whose own row was left out",
      { roster: "id,salary\nA,tbc\nB,1\n", history: "person,year,revenue\nA,2024,1\nB,2024,1\n" },
      { A: ["roster 2", "history 2"] },
    ],
    ["a period twice", { history: "person,year,revenue\nKAM-01,2024,1\nKAM-01,2024,2\n" }, { "KAM-01": ["history 3"] }],
    [
      "a day no calendar has",
      { transactions: "date,person,amount\n2024-02-30,KAM-01,1\n2024-02-01,KAM-02,1\n" },
      { "KAM-01": ["transactions 2"] },
    ],
    [
      "another currency",
      { transactions: "date,person,amount\n2024-02-01,KAM-02,€ 1\n2024-02-01,KAM-01,$ 1\n" },
      { "KAM-01": ["transactions 3"] },
    ],
    [
      "one sale that two have: both",
      { transactions: "id,date,person,amount\nT,2024-02-01,KAM-01,1\nT,2024-02-01,KAM-02,1\n" },
      { "KAM-01": ["transactions 3"], "KAM-02": ["transactions 3"] },
    ],
    [
      "an account that two have in a year: both",
      { accounts: "account,person,year,revenue\nX,KAM-01,2024,1\nX,KAM-02,2024,1\n" },
      { "KAM-01": ["accounts 3"], "KAM-02": ["accounts 3"] },
    ],
    [
      "an id that is nearly one: it and all it may be",
      { transactions: "date,person,amount\n2024-02-01,kam 1,1\n2024-02-01,KAM-21,1\n" },
      {
        "kam 1": ["transactions 2"],
        "KAM-01": ["transactions 2", "transactions 3"],
        "KAM-11": ["transactions 2", "transactions 3"],
        "KAM-21": ["transactions 3"],
      },
    ],
    [
      "an id like nobody's: only itself",
      { transactions: "date,person,amount\n2024-02-01,somebody else,1\n" },
      { "somebody else": ["transactions 2"] },
    ],
    [
      "cells that may stand in wrong columns: everybody whose id is among them",
      { transactions: "date,amount,person\n2024-02-01,1,000,KAM-01\n" },
      { "KAM-01": ["transactions 2"] },
    ],
    ["nobody's id: nobody", { transactions: "date,person,amount\n2024-02-01,,1\n" }, {}],
  ])("%s", (_, texts, who) => {
    expect(waits(texts)).toEqual(who);
  });

  test("an account whose row was left out is still an account: its sales are read", () => {
    const accounts = "account,person,year,revenue\nX,KAM-01,2024,\n";
    const { data } = readTexts({
      roster: team,
      accounts,
      transactions: "date,person,account,amount\n2024-02-01,KAM-02,X,1\n",
    });
    expect(data.transactions).toHaveLength(1);
    expect(waitingPeople(data).map(({ person }) => person)).toEqual(["KAM-01"]);
  });

  test("a row of totals is a remark; nobody waits for it", () => {
    const read = readTexts({
      roster: `${team}Total,195000\n`,
      history: "person,year,revenue\nKAM-01,2024,5\nSumme,,5\n",
    });
    expect(read.data.reading?.leftOut).toEqual([]);
    expect(remarks(read).filter((text) => text.includes("a total"))).toEqual([
      "roster.csv row 5: a total, not a row of its own: it does not count",
      "history.csv row 3: a total, not a row of its own: it does not count",
    ]);
    expect(read.reconciliation.map(({ aside, refused }) => [aside, refused])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  test("of any table: each row is read, left out with its person waiting, set aside or blank", () => {
    const person = fc.constantFrom("KAM-01", "KAM-02", "KAM-11", "KAM-1", "Z", "");
    const day = fc.constantFrom("2024-01-10", "2024-02-30", "", "2024-03-01");
    const amount = fc.constantFrom("5", "abc", "", "-7.5", "$ 3");
    const rows = fc.array(fc.tuple(person, day, amount), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, (cells) => {
        const text = `date,person,amount EUR\n${cells.map(([who, when, what]) => `${when},${who},${what}`).join("\n")}\n`;
        const { data } = readTexts({ roster: team, transactions: text });
        const left = new Map(data.reading?.leftOut.map((row) => [row.row, row]));
        let used = 0;
        for (const [k, [who, when, what]] of cells.entries()) {
          const row = left.get(k + 2);
          const isGood = who.length === 6 && /-(10|01)$/.test(when) && /^-?[\d.]+$/.test(what);
          expect(row === undefined).toBe(isGood || (who === "" && when === "" && what === ""));
          if (row === undefined) used += isGood ? 1 : 0;
          else expect(row.waits.includes(who)).toBe(who !== "");
        }
        expect(data.transactions).toHaveLength(used);
      }),
      { numRuns: 300 },
    );
  });
});
