import { describe, expect, test } from "vitest";
import type { PeopleOptions } from "../../src/employee-data/read-people.js";
import { readTables } from "../../src/employee-data/read-people.js";
import type { RawCell, RawTable } from "../../src/foundation/tables/cell.js";
import { payout } from "../../src/payout/payout.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { faults, readTexts, refusal, remarks, tableOf } from "./made.js";

const roster = "id,salary EUR\nA,60000\nB,60000\nC,60000\n";

const byEnd: PeopleOptions = { fiscalYear: { starts: "April", "named by": "end" } };

const read = (history: string, options: PeopleOptions = {}) => readTexts({ roster, history }, options);

/** `A revenue 2024-01: 10 of 12` for every result, in order. */
const results = (history: string, options: PeopleOptions = {}): string[] => {
  const found = read(history, options);
  expect(faults(found)).toEqual([]);
  return found.data.results.map(
    (one) =>
      `${one.person} ${one.measure} ${one.from} ${one.to}: ${one.result}${one.target === undefined ? "" : ` of ${one.target}`}${one.paid === undefined ? "" : ` paid ${one.paid}`}`,
  );
};

const january = "A account revenue 2024-01-01 2024-01-31: 10";

describe("a column that says when", () => {
  test.each([
    ["month", "2024-01"],
    ["month", "Jan-24"],
    ["month", "2024-01-01"],
    ["Month", "31.01.2024"],
    ["Monat", "Januar 2024"],
    ["mois", "janv. 2024"],
    ["mes", "enero 2024"],
    ["period", "2024M01"],
    ["year month", "202401"],
  ])("%s %s is January", (header, cell) => {
    expect(results(`person,${header},account revenue\nA,${cell},10\n`)).toEqual([january]);
  });

  test("a quarter, and a day in a column of quarters or years", () => {
    const quarter = "A account revenue 2024-01-01 2024-03-31: 10";
    expect(results("person,quarter,account revenue\nA,Q1 2024,10\n")).toEqual([quarter]);
    expect(results("person,quarter,account revenue\nA,2024-01-01,10\n")).toEqual([quarter]);
    expect(results("person,year,account revenue\nA,2024-01-01,10\n")).toEqual([
      "A account revenue 2024-01-01 2024-12-31: 10",
    ]);
  });

  test("quarters and months by number are what their column calls them", () => {
    const rows = (header: string) => results(`person,year,${header},account revenue\nA,2024,3,10\n`);
    expect(rows("quarter")).toEqual(["A account revenue 2024-07-01 2024-09-30: 10"]);
    expect(rows("month")).toEqual(["A account revenue 2024-03-01 2024-03-31: 10"]);
  });

  test("halves of a year, by number or by name", () => {
    const half = ["A account revenue 2024-07-01 2024-12-31: 10"];
    for (const cell of ["2", "H2"])
      expect(results(`person,year,half-year,account revenue\nA,2024,${cell},10\n`)).toEqual(half);
  });

  test("of a quarter and a month the month counts", () => {
    expect(results("person,year,quarter,month,account revenue\nA,2024,Q1,Jan,10\n")).toEqual([january]);
  });

  test("a month that says another year than its row is a fault", () => {
    const found = read("person,year,month,account revenue\nA,2023,2024-01,10\n");
    expect(faults(found)).toEqual([expect.stringContaining("column C (month): not within the row's year")]);
  });

  test("a day in a column of periods is refused", () => {
    expect(faults(read("person,period,account revenue\nA,2024-01-01,10\n"))).toEqual([
      'history.csv row 2 column B (period): a day, where a period is wanted, got "2024-01-01"; expected a month such as 2024-03; or call the column month, quarter or year',
    ]);
  });
});

describe("fiscal years", () => {
  const history =
    "person,period,account revenue target,account revenue\nA,FY 2025,100,90\nB,FY25/26,100,95\nC,Q1 FY26,100,95\n";

  test("mean what the setting says", () => {
    const days = (named: "end" | "start") =>
      read(history, { fiscalYear: { starts: "April", "named by": named } }).data.results.map(
        ({ from, to }) => `${from} ${to}`,
      );
    expect(days("end")).toEqual(["2024-04-01 2025-03-31", "2025-04-01 2026-03-31", "2025-04-01 2025-06-30"]);
    expect(days("start")).toEqual(["2025-04-01 2026-03-31", "2025-04-01 2026-03-31", "2026-04-01 2026-06-30"]);
  });

  test("are refused without it, naming the settings, in cells and in headers", async () => {
    const found = faults(read(history));
    expect(found).toHaveLength(3);
    for (const text of found) {
      expect(text).toContain("a fiscal year, and nothing says when it starts");
      expect(text).toContain("fiscal year: { starts: April, named by: end }");
      expect(text).toContain("--fiscal-year");
    }
    expect(await refusal(() => read("person,FY 2024,FY 2025\nA,1,2\n"))).toMatch(
      /columns B \(FY 2024\) and C \(FY 2025\): a fiscal year, and/,
    );
    expect(faults(read("person,fiscal year,account revenue\nA,2025,90\n"))[0]).toContain(
      "a fiscal year, and nothing says",
    );
  });

  test("a column called fiscal year, or calendar year, settles what a plain year is", () => {
    const rows = (header: string) => results(`person,${header},account revenue\nA,2025,90\n`, byEnd);
    expect(rows("fiscal year")).toEqual(["A account revenue 2024-04-01 2025-03-31: 90"]);
    expect(rows("calendar year")).toEqual(["A account revenue 2025-01-01 2025-12-31: 90"]);
    expect(faults(read("person,year,account revenue\nA,2025,90\n", byEnd))).toEqual([
      expect.stringContaining("of the calendar year or of the fiscal year?"),
    ]);
  });

  test("count P01 from their first month, in cells, headers and columns beside the year", () => {
    const first = ["A account revenue 2024-04-01 2024-04-30: 10"];
    expect(results("person,period,account revenue\nA,P01 FY25,10\n", byEnd)).toEqual(first);
    expect(results("person,fiscal year,period,account revenue\nA,2025,1,10\n", byEnd)).toEqual(first);
    expect(results("person,measure,fiscal year,P01,P02\nA,account revenue,2025,10,\n", byEnd)).toEqual(first);
  });

  test("are years of accounts under the calendar year they end in", () => {
    const found = readTexts({ roster, accounts: "account,person,revenue FY24,revenue FY25\nK,A,5,6\n" }, byEnd);
    expect(found.data.accounts.map(({ year, revenue }) => [year, revenue])).toEqual([
      [2024, 5],
      [2025, 6],
    ]);
  });
});

describe("periods above columns", () => {
  const four = ["01-01 2024-03-31: 10", "04-01 2024-06-30: 20", "07-01 2024-09-30: 30", "10-01 2024-12-31: 40"];

  test("quarters beside a year are four periods of one measure", () => {
    expect(results("person,year,Q1,Q2,Q3,Q4\nA,2024,10,20,30,40\n")).toEqual(
      four.map((days) => `A result 2024-${days}`),
    );
  });

  test("months of the measure of the row", () => {
    expect(results("person,measure,Jan 2024,Feb 2024,Mar 2024\nA,account revenue,10,20,30\n")).toEqual([
      january,
      "A account revenue 2024-02-01 2024-02-29: 20",
      "A account revenue 2024-03-01 2024-03-31: 30",
    ]);
  });

  test("several measures, each with its periods", () => {
    const rows = results(
      "person,revenue Jan 24,revenue Feb 24,margin Jan 24,margin Feb 24,revenue target Jan 24,target revenue Feb 24\nA,1,2,3,4,5,6\n",
    );
    expect(rows).toEqual([
      "A revenue 2024-01-01 2024-01-31: 1 of 5",
      "A margin 2024-01-01 2024-01-31: 3",
      "A revenue 2024-02-01 2024-02-29: 2 of 6",
      "A margin 2024-02-01 2024-02-29: 4",
    ]);
  });

  test("years as columns", () => {
    expect(results("person,revenue 2023,revenue 2024\nA,1,2\n")).toEqual([
      "A revenue 2023-01-01 2023-12-31: 1",
      "A revenue 2024-01-01 2024-12-31: 2",
    ]);
  });

  test("days above columns are their months; three months apart they may be quarters", async () => {
    expect(results("person,measure,2024-01-01,2024-02-01\nA,account revenue,10,\n")).toEqual([january]);
    expect(results("person,measure,1/1/2024,2/1/2024,3/1/2024\nA,account revenue,10,,\n")).toEqual([january]);
    expect(results("person,measure,01.01.2024,01.02.2024\nA,account revenue,10,\n")).toEqual([january]);
    expect(results("person,measure,45292,45323\nA,account revenue,10,\n")).toEqual([january]);
    expect(await refusal(() => read("person,measure,2024-01-01,2024-04-01\nA,account revenue,10,\n"))).toContain(
      "days three or twelve months apart, which may be months, quarters or years",
    );
  });

  test("totals beside their parts are left alone and listed so", () => {
    const found = read(
      "person,measure,Jan 2024,Feb 2024,Mar 2024,Q1 2024,2024,Total,YTD 2024\nA,account revenue,10,20,30,60,60,60,60\n",
    );
    expect(found.data.results.map(({ result }) => result)).toEqual([10, 20, 30]);
    const unused = found.mapping[1]!.columns.filter(({ sureness }) => sureness === "not used");
    expect(unused.map(({ header }) => header.text)).toEqual(["Q1 2024", "2024", "Total", "YTD 2024"]);
  });

  test("blank cells of later months are no results, and a target ahead of its result is a remark", () => {
    const found = read("person,target Jan 2024,result Jan 2024,target Feb 2024,result Feb 2024\nA,12,10,12,\n");
    expect(faults(found)).toEqual([]);
    expect(found.data.results.map(({ target, result }) => [target, result])).toEqual([[12, 10]]);
    expect(remarks(found).join()).toContain("targets of periods that have no results yet, left out");
  });

  test("without a year are refused, and so is a target that says no period", async () => {
    expect(await refusal(() => read("person,Q1,Q2\nA,1,2\n"))).toContain("nothing says of which year Q1 and Q2 are");
    expect(await refusal(() => read("person,year,target,Q1,Q2\nA,2024,9,1,2\n"))).toContain(
      "column C (target) stands beside columns of periods and says no period",
    );
  });

  test("outside the period of the row are a fault", () => {
    expect(faults(read("person,year,Jan 2024\nA,2023,1\n"))).toEqual([
      expect.stringContaining("column C (Jan 2024): the header's period is not within that of the row"),
    ]);
  });

  test("two periods over each other are a fault of the row", () => {
    expect(faults(read("person,measure,Jan 2024,Q1 2024\nA,account revenue,10,60\n"))).toEqual([
      expect.stringContaining("the period overlaps another"),
    ]);
  });

  test("of accounts and rosters must be years", async () => {
    expect(await refusal(() => readTexts({ roster, accounts: "account,person,revenue Q1 2024\nK,A,5\n" }))).toContain(
      "column C (revenue Q1 2024): of a part of a year, and amounts of the accounts are by year",
    );
    expect(await refusal(() => readTexts({ roster: "id,salary,bonus Q1,bonus Q2\nA,1,2,3\n" }))).toContain(
      "of a part of a year, and amounts of the roster are by year",
    );
  });
});

describe("pay by year in a roster", () => {
  test("holds from the first day of its year", () => {
    const found = readTexts({ roster: "id,salary 2024,salary 2025,bonus 2025\nA,100000,110000,20 %\nB,,90000,5000\n" });
    expect(faults(found)).toEqual([]);
    expect(found.data.people).toMatchObject([
      {
        id: "A",
        salary: 110000,
        targetIncentive: 22000,
        salaries: [
          { from: "2024-01-01", salary: 100000 },
          { from: "2025-01-01", salary: 110000, targetIncentive: 22000 },
        ],
      },
      {
        id: "B",
        salary: 90000,
        targetIncentive: 5000,
        salaries: [{ from: "2025-01-01", salary: 90000, targetIncentive: 5000 }],
      },
    ]);
  });

  test("of one year holds from that year, and no earlier", () => {
    const found = readTexts({ roster: "id,salary FY25\nA,100000\n" }, byEnd);
    expect(found.data.people[0]).toMatchObject({ salaries: [{ from: "2024-04-01", salary: 100000 }] });
  });

  test("needs a salary wherever it has an incentive, and somebody once", () => {
    const found = readTexts({
      roster: "id,salary 2024,bonus 2024,salary 2025,bonus 2025\nA,1,2,,3\nB,,,,\nC,1,,1,\nC,1,,2,\n",
    });
    expect(faults(found).map((text) => /row \d+.*?: [^,;]*/.exec(text)?.[0])).toEqual([
      "row 2 column E (bonus 2025): an incentive of a year without its salary",
      "row 3: no base salary of any year",
      "row 5 column A (id): the person is on the roster already",
    ]);
  });
});

describe("headers of several rows", () => {
  test("groups above are read with what stands below", () => {
    const expected = ["A result 2024-01-01 2024-03-31: 10 of 12", "A result 2024-04-01 2024-06-30: 20 of 22"];
    expect(results(",Q1 2024,,Q2 2024,\nperson,target,actual,target,actual\nA,12,10,22,20\n")).toEqual(expected);
    expect(results("person,Q1 2024,,Q2 2024,\n,target,actual,target,actual\nA,12,10,22,20\n")).toEqual(expected);
    expect(results("person,Q1 2024,Q1 2024,Q2 2024,Q2 2024\n,target,actual,target,actual\nA,12,10,22,20\n")).toEqual(
      expected,
    );
  });

  test("a year over months, a measure over months, below titles and blank rows", () => {
    const two = [january.replace("account revenue", "result"), "A result 2024-02-01 2024-02-29: 20"];
    expect(results(",2024,\nperson,Jan,Feb\nA,10,20\n")).toEqual(two);
    expect(results("Sales report 2023,,\n,,\n,2024,\nperson,Jan,Feb\nA,10,20\n")).toEqual(two);
    expect(results("person,revenue,,margin,\n,Jan 24,Feb 24,Jan 24,Feb 24\nA,1,2,3,4\n")).toEqual([
      "A revenue 2024-01-01 2024-01-31: 1",
      "A margin 2024-01-01 2024-01-31: 3",
      "A revenue 2024-02-01 2024-02-29: 2",
      "A margin 2024-02-01 2024-02-29: 4",
    ]);
    expect(results(",2024,,,\n,revenue,,margin,\nperson,Jan,Feb,Jan,Feb\nA,1,2,3,4\n").length).toBe(4);
  });

  test("a title, or a header with a gap, groups nothing", () => {
    expect(results("Results Q1 2024,,\nperson,month,account revenue\nA,2024-01,10\n")).toEqual([january]);
    expect(results("person,month,,account revenue\nA,2024-01,5,10\n")).toEqual([january]);
  });

  test("merged cells say how far a group reaches", () => {
    const day = (month: number) => ({ day: `2024-0${month}-01`, serial: 45_000 });
    const rows: RawCell[][] = [
      ["Results 2023"],
      ["person", "revenue", undefined, "margin", undefined, "notes"],
      [undefined, day(1), day(2), day(1), day(2)],
      ["A", 1, 2, 3, 4, "x"],
    ];
    const merged = [
      { fromRow: 0, toRow: 0, fromColumn: 0, toColumn: 5 },
      { fromRow: 1, toRow: 2, fromColumn: 0, toColumn: 0 },
      { fromRow: 1, toRow: 1, fromColumn: 1, toColumn: 2 },
      { fromRow: 1, toRow: 1, fromColumn: 3, toColumn: 4 },
    ];
    const history: RawTable = { file: "x.xlsx", sheet: "History", rows, merged, remarks: [] };
    const found = readTables({ roster: tableOf(roster, "roster.csv"), history });
    expect(faults(found)).toEqual([]);
    expect(found.data.results.map(({ measure, from, result }) => `${measure} ${from} ${result}`)).toEqual([
      "revenue 2024-01-01 1",
      "margin 2024-01-01 3",
      "revenue 2024-02-01 2",
      "margin 2024-02-01 4",
    ]);
  });
});

describe("pivots", () => {
  test("labels that stand once are filled down, and totals are set aside", () => {
    const found = read(
      "person,month,account revenue\nA,Jan 2024,10\n,Feb 2024,20\nA Total,,30\nB,Jan 2024,1\n,Feb 2024,2\nB Total,,3\nGrand Total,,33\n",
    );
    expect(faults(found)).toEqual([]);
    expect(found.data.results.map(({ person, from, result }) => `${person} ${from} ${result}`)).toEqual([
      "A 2024-01-01 10",
      "A 2024-02-01 20",
      "B 2024-01-01 1",
      "B 2024-02-01 2",
    ]);
    expect(remarks(found).join()).toContain("a pivot: labels that stand once are filled down in 2 rows");
    expect(found.reconciliation[1]).toMatchObject({ read: 7, used: 4, refused: 0 });
  });

  test("of two levels, with periods above the columns", () => {
    const found = read("person,measure,Jan 2024,Feb 2024\nA,revenue,1,2\n,margin,3,4\nB,revenue,5,6\n,margin,7,8\n");
    expect(faults(found)).toEqual([]);
    expect(found.data.results).toHaveLength(8);
    expect(found.data.results.at(-1)).toMatchObject({ person: "B", measure: "margin", result: 8 });
  });

  test.each([
    ["a label that stands twice", "person,month,account revenue\nA,Jan 2024,10\nA,Feb 2024,20\n,Mar 2024,30\n"],
    ["a period twice under one label", "person,month,account revenue\nA,Jan 2024,10\n,Jan 2024,20\nB,Jan 2024,30\n"],
    ["one blank among many", "person,year,account revenue\nA,2023,10\n,2024,20\nB,2023,1\nC,2023,1\n"],
    ["nothing above the first", "person,month,account revenue\n,Jan 2024,10\nB,Jan 2024,30\n"],
  ])("with %s are none: the blank is a fault", (_, history) => {
    expect(faults(read(history)).join()).toContain("no identifier of the person");
  });
});

describe("results that name no measure", () => {
  const history = "person,year,Q1,Q2,Q3,Q4\nA,2024,0.8,0.9,1,1.1\n";
  const bonus = { kind: "cash bonus", "at target": "10000 EUR/year", curve: { kind: "linear" } };
  const plan = (weights: Record<string, string>) =>
    makeScenario({
      rewardlab: 2,
      title: "Plan",
      horizon: "1 year",
      team: { salary: "60000 EUR/year" },
      designs: { plan: { period: "3 months", weights, rewards: [bonus] } },
    });

  test("are those of the plan's only measure", () => {
    const { data } = readTexts({ roster: "id,salary\nA,60000\n", history });
    expect(data.reading?.unnamedResults).toBe("result");
    const paid = payout(plan({ "customer satisfaction": "100 %" }), "plan", data);
    expect(paid.periods.map(({ score }) => score)).toEqual([0.8, 0.9, 1, 1.1]);
  });

  test("are asked about where the plan has several", async () => {
    const { data } = readTexts({ roster: "id,salary\nA,60000\n", history });
    const several = plan({ "customer satisfaction": "50 %", "executive access": "50 %" });
    expect(await refusal(() => payout(several, "plan", data))).toBe(
      'history.csv: its results name no measure, and the plan has customer satisfaction and executive access; name a column "measure", or write measures: { customer satisfaction: result }',
    );
  });

  test("keep the name they have in a column or a header", () => {
    const { data } = readTexts({ roster: "id,salary\nA,60000\n", history: "person,month,revenue\nA,2024-01,5\n" });
    expect(data.reading?.unnamedResults).toBeUndefined();
  });
});
