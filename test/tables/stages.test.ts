import { describe, expect, test } from "vitest";
import { stageWords } from "../../src/employee-data/import/transactions/stage-words.js";
import { stageOf } from "../../src/employee-data/import/transactions/stages.js";
import { faults, readTexts, remarks } from "./made.js";

const roster = "id,salary EUR\nA,60000\n";
const deals = (text: string, options = {}) => readTexts({ roster, transactions: text }, options);
const amounts = (text: string): number[] => deals(text).data.transactions.map(({ amount }) => amount);

describe("a deal that is not won never counts", () => {
  test("closed lost is set aside, closed won counts, and what the column did is said", () => {
    const read = deals("person,Close Date,Amount,Stage\nA,2024-03-05,10,Closed Won\nA,2024-03-06,20,Closed Lost\n");
    expect(read.data.transactions.map(({ amount }) => amount)).toEqual([10]);
    expect(faults(read)).toEqual([]);
    expect(read.reconciliation[1]).toMatchObject({ read: 2, used: 1, aside: 1, refused: 0 });
    expect(read.reconciliation[1].totals[0]).toMatchObject({ read: 30, used: 10, aside: 20 });
    const said =
      'column D (Stage): deals that are not won do not count: "Closed Lost" (1 row, 20); counted: "Closed Won" (1 row, 10)';
    expect(remarks(read)).toContainEqual(expect.stringContaining(said));
    expect(read.data.reading?.notUsed).toContainEqual({ table: "transactions", text: `transactions.csv ${said}` });
  });

  test.each([
    ["Closed Won", "won"],
    ["6 - Closed Won (100 %)", "won"],
    ["closedwon", "won"],
    ["Gewonnen", "won"],
    ["Gagnée", "won"],
    ["Cerrada ganada", "won"],
    ["CLOSED LOST", "lost"],
    ["storniert", "lost"],
    ["Annulée", "lost"],
    ["Perdido", "lost"],
    ["Cancelled", "lost"],
    ["Negotiation/Review", "open"],
    ["Proposal", "open"],
    ["Verhandlung", "open"],
    ["Négociation", "open"],
    ["Propuesta", "open"],
    ["Closed", undefined],
    ["not won", undefined],
    ["Phase 3", undefined],
  ])("%s: %s", (word, stage) => {
    expect(stageOf(word)).toBe(stage);
  });

  test("no word of any language means two things", () => {
    const seen = new Map<string, string>();
    for (const line of Object.values(stageWords).flatMap((text) => text.trim().split("\n"))) {
      const [stage, words] = line.split(" = ") as [string, string];
      for (const word of words.split("; ")) {
        expect([word, seen.get(word) ?? stage]).toEqual([word, stage]);
        expect(stageOf(word)).toBe(stage);
        seen.set(word, stage);
      }
    }
    expect(seen.size).toBeGreaterThan(200);
  });

  test("a deal that is still open may lack a day and an amount: nobody waits for it", () => {
    const read = deals("person,date,amount,stage\nA,,,Negotiation\nA,2024-03-05,10,won\n");
    expect(faults(read)).toEqual([]);
    expect(read.data.transactions).toHaveLength(1);
  });

  test("an unknown word is refused by name, and its person waits", () => {
    const read = deals("person,date,amount,stage\nA,2024-03-05,10,Handshake\nA,2024-03-05,10,\n");
    expect(faults(read)).toEqual([
      'transactions.csv row 2 column D (stage): a stage that says neither won nor lost nor open, got "Handshake"; expected a word such as won, lost or open; or leave the column alone: ignore transactions=stage',
      "transactions.csv row 3 column D (stage): no stage of the deal: only what is won counts; a value in this cell",
    ]);
    expect(read.data.reading?.leftOut.map(({ waits }) => waits)).toEqual([["A"], ["A"]]);
    const alone = deals("person,date,amount,stage\nA,2024-03-05,10,Handshake\n", {
      ignored: { transactions: ["stage"] },
    });
    expect(alone.data.transactions).toHaveLength(1);
  });

  test("columns of yes and no say it as well", () => {
    expect(amounts("person,date,amount,won\nA,2024-01-01,1,yes\nA,2024-01-02,2,no\n")).toEqual([1]);
    expect(amounts("person,date,amount,cancelled\nA,2024-01-01,1,\nA,2024-01-02,2,x\n")).toEqual([1]);
  });
});

describe("what is given and not used is named", () => {
  test("a column of a roster that holds dates or amounts is a remark; others are listed", () => {
    const read = readTexts({
      roster: "id,salary EUR,Probe bis,Dienstwagen EUR,Stufe\nA,60000,2024-06-30,450,7\nB,60000,2024-07-31,450,8\n",
    });
    expect(remarks(read)).toEqual([
      "roster.csv column C (Probe bis): holds dates and is not used; say what it is, such as roster.left=C, or that it is to be left alone",
      "roster.csv column D (Dienstwagen EUR): holds amounts and is not used; say what it is, such as roster.targetIncentive=D, or that it is to be left alone",
    ]);
    expect(read.data.reading?.notUsed.map(({ text }) => text)).toEqual([
      "roster.csv: column C (Probe bis) holds dates and is not used",
      "roster.csv: column D (Dienstwagen EUR) holds amounts and is not used",
      "roster.csv: column Stufe",
    ]);
  });
});
