import { describe, expect, test } from "vitest";
import type { SalaryFrom } from "../../src/employee-data/data.js";
import type { PayoutTermsInput } from "../../src/scenario/payout-terms/payout-terms.js";
import { faults, readTexts, remarks } from "../tables/made.js";
import { alone, bonus, dataOf, linesOf, paid, person, planOf, result } from "./plans.js";

const plan = planOf(bonus({ "at target": "20 % of base salary" }));
const salaries: readonly SalaryFrom[] = [{ salary: 60_000 }, { from: "2024-07-01", salary: 66_000 }];
const raised = (terms: PayoutTermsInput = {}, more: object = {}) =>
  alone(plan, 100, { terms }, { salary: 66_000, salaries, ...more });

describe("a salary that changes within a period", () => {
  // 60,000 · 182 + 66,000 · 184 over 366 is 63,016.39344…; 20 % is 12,603.28
  test.each([
    ["by days", 1_260_328, "(60,000.00 × 182 + 66,000.00 × 184) ÷ 366 × 20 %"],
    ["at its end", 1_320_000, "66,000.00 × 20 %"],
    ["at its start", 1_200_000, "60,000.00 × 20 %"],
  ] as const)("%s: %s cents", (basis, cents, arithmetic) => {
    const found = raised({ "salary of a period": basis });
    expect(found.cash).toBe(cents);
    expect(linesOf(found)[2]).toBe(
      `cash bonus, a year on target: share of base salary | ${arithmetic} = ${["12,603.28", "13,200.00", "12,000.00"].find((text) => text.replace(/[,.]/g, "") === String(cents))}`,
    );
  });

  test("only days served count: from 1 June 30 days of 60,000 and 184 of 66,000, for 214 of 366 days", () => {
    // (1,800,000 + 12,144,000)/214 = 65,158.8785; 20 % is 13,031.78; · 214/366 = 7,619.6747
    expect(raised({}, { joined: "2024-06-01" }).cash).toBe(761_967);
    expect(raised({}, { joined: "2024-08-01" }).cash).toBe(551_803); // 13,200 · 153/366
  });

  test("a change to the same salary is none; a day before the first known salary is refused", () => {
    const same = [{ salary: 60_000 }, { from: "2024-07-01", salary: 60_000 }];
    expect(linesOf(raised({}, { salary: 60_000, salaries: same }))[2]).toContain("| 60,000.00 × 20 % = 12,000.00");
    const late = [{ from: "2024-03-01", salary: 60_000 }];
    expect(raised({}, { salaries: late }).refused[0].fault).toBe("no salary of A is known before 2024-03-01");
    expect(raised({}, { salaries: late, joined: "2024-03-01" }).refused).toEqual([]);
  });

  test("the incentive of the roster changes with it, and so does what a cap is a share of", () => {
    const own = [
      { salary: 1, targetIncentive: 10_000 },
      { from: "2024-07-01", salary: 1, targetIncentive: 20_000 },
    ];
    const terms = { "target incentive": "roster", "payout cap": "100 % of target incentive" } as const;
    const found = alone(plan, 120, { terms }, { salary: 1, salaries: own });
    // (10,000 · 182 + 20,000 · 184)/366 = 15,027.3224
    expect(found.cash).toBe(1_502_732);
    const none = [
      { salary: 1, targetIncentive: 10_000 },
      { from: "2024-07-01", salary: 1 },
    ];
    expect(alone(plan, 120, { terms }, { salary: 1, salaries: none }).refused[0].fault).toMatch(
      /no incentive at target/,
    );
  });

  test("raises and their budget are of the salary at the end", () => {
    const merit = planOf({ rewards: [{ kind: "salary increase", "at target": "3 % of base salary" }] });
    const terms = { midpoint: "66000 EUR/year", "merit budget": { share: "2 % of base salary", "if over": "report" } };
    const found = alone(merit, 100, { terms: terms as PayoutTermsInput }, { salary: 66_000, salaries });
    // on the midpoint the matrix's factor is that of 66,000 for 66,000: 1
    expect([found.raise, found.merit[0].budget]).toEqual([198_000, 132_000]);
  });

  test("two halves of a year at one salary each are the year, to a cent a line", () => {
    const [first, second] = [
      alone(plan, 104, {}, { salary: 60_000, left: "2024-06-30" }),
      alone(plan, 104, {}, { salary: 66_000, joined: "2024-07-01" }),
    ];
    const whole = alone(plan, 104, {}, { salary: 66_000, salaries });
    expect(Math.abs(first.cash + second.cash - whole.cash)).toBeLessThanOrEqual(1);
  });

  test("over several years each period has its own", () => {
    const rows = [result("A", 100, 100), result("A", 100, 100, { from: "2025-01-01", to: "2025-12-31" })];
    const found = paid(plan, dataOf([person("A", { salary: 66_000, salaries })], rows));
    expect(found.periods.map(({ cash }) => cash)).toEqual([1_260_328, 1_320_000]);
  });
});

describe("a roster with a row for each salary", () => {
  const text = [
    "person,team,salary,target incentive,salary from,joined",
    "A,north,66000,20 %,2024-07-01,",
    "B,south,50000,5000,,",
    "A,north,60000,10000,,2020-05-01",
  ].join("\n");

  test("makes one person, in order of days; the last salary is the one that holds", () => {
    const read = readTexts({ roster: text });
    expect(faults(read)).toEqual([]);
    expect(read.data.people.map(({ id, salary, salaries: own, joined }) => ({ id, salary, own, joined }))).toEqual([
      {
        id: "A",
        salary: 66_000,
        own: [
          { from: undefined, salary: 60_000, targetIncentive: 10_000 },
          { from: "2024-07-01", salary: 66_000, targetIncentive: 13_200 },
        ],
        joined: "2020-05-01",
      },
      { id: "B", salary: 50_000, own: undefined, joined: undefined },
    ]);
    expect(read.reconciliation[0]).toMatchObject({ read: 3, used: 3, made: 2 });
  });

  test("two from one day, and rows that disagree on joining, are faults; another team is a remark", () => {
    const head = "person,team,salary,salary from,joined\n";
    const of = (...rows: string[]) => readTexts({ roster: head + rows.join("\n") });
    expect(faults(of("A,n,1,2024-01-01,", "A,n,2,2024-01-01,"))[0]).toMatch(
      /a second salary from the same day, got "2024-01-01"; expected one row a person and day; the first is row 2/,
    );
    expect(faults(of("A,n,1,,2020-01-01", "A,n,2,2024-01-01,2021-01-01"))[0]).toMatch(
      /another first day than in an earlier row.*expected 2020-01-01, or blank/,
    );
    const moved = of("A,n,1,,", "A,s,2,2024-01-01,");
    expect([faults(moved), moved.data.people[0].team]).toEqual([[], "s"]);
    expect(remarks(moved)[0]).toContain("the last holds throughout");
  });

  test("without such a column a second row is a fault, as ever", () => {
    expect(faults(readTexts({ roster: "person,salary\nA,1\nA,2\n" }))[0]).toContain(
      "the person is on the roster already",
    );
  });
});
