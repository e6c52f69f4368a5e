import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rewardlab, root, temporaryFolder } from "./command.js";

const team = (name: string): string => join(root, "data", "synthetic-team", `${name}.csv`);
const folder = temporaryFolder();

/** Writes a file into the folder of this test. */
function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("tables", () => {
  test("shows mapping, reconciliation and findings of the synthetic team", async () => {
    const { code, out, err } = await rewardlab([
      ...["tables", team("roster"), "--history", team("history"), "--accounts", team("accounts")],
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const words of ["24 people", "read = used + refused + blank", "E salary_eur_per_year", "no faults"]) {
      expect(out).toContain(words);
    }
  });

  test("ends with 1 where rows were left out, and 2 where a table cannot be read", async () => {
    const faulty = write("faulty.csv", "id,salary\nA,1\nB,x\n");
    const one = await rewardlab(["tables", faulty]);
    expect(one).toMatchObject({ code: 1, err: "" });
    expect(one.out).toContain('row 3 column B (salary): no number, got "x"');
    const two = await rewardlab(["tables", write("none.csv", "a,b\n1,2\n")]);
    expect(two).toMatchObject({ code: 2, out: "" });
    expect(two.err).toContain("no column for base salary");
    expect((await rewardlab(["tables", join(folder, "fault.csv")])).err).toContain("did you mean");
  });

  test("reads fiscal years as the command line or the plan says, and refuses them otherwise", async () => {
    const roster = write("people.csv", "id,salary EUR\nA,60000\n");
    const history = write("fiscal.csv", "person,period,account revenue target,account revenue\nA,FY 2025,100,90\n");
    const tables = ["tables", roster, "--history", history];
    const none = await rewardlab(tables);
    expect(none.code).toBe(1);
    expect(none.out.replace(/\s+/g, " ")).toContain("a fiscal year, and nothing says when it starts");
    const said = await rewardlab([...tables, "--fiscal-year", "April, named by its end"]);
    expect(said.code).toBe(0);
    expect(said.out).toContain("2024-04-01 to 2025-03-31");
    expect((await rewardlab([...tables, "--fiscal-year", "April"])).err).toContain(
      "does not say how the year is named",
    );
    const plan = write(
      "fiscal.yaml",
      "rewardlab: 2\ntitle: Fiscal\nhorizon: 1 year\nteam: { salary: 60 000 EUR/year, source: assumption }\ndesigns:\n  t: { period: 1 year, weights: { account revenue: 100 % }, rewards: [{ kind: cash bonus, at target: 10 % of base salary, curve: { kind: linear } }] }\npayout: { fiscal year: { starts: April, named by: end } }\n",
    );
    const payout = ["payout", plan, "--roster", roster, "--history", history];
    const paid = await rewardlab(payout);
    expect({ code: paid.code, err: paid.err }).toEqual({ code: 0, err: "" });
    expect(paid.out).toMatch(/A +2024-04-01 +2025-03-31 +90.00 % +5,400.00/);
    const other = await rewardlab([...payout, "--fiscal-year", "July, named by its end"]);
    expect(other).toMatchObject({ code: 2, out: "" });
    expect(other.err).toContain("the plan's fiscal year starts in April");
  });

  test("takes columns, marks and sheets, and writes a workbook it reads again", async () => {
    const german = write("german.csv", "Nr;Lohn;Start\nA;72.000;3/4/2024\n");
    const clean = join(folder, "clean.xlsx");
    const given = [
      "--column",
      "roster.salary=Lohn",
      "--column",
      "roster.joined=C",
      "--decimal",
      ",",
      "--dates",
      "day-first",
    ];
    expect(await rewardlab(["tables", german, ...given, "--write", clean])).toMatchObject({ code: 0, err: "" });
    expect(existsSync(clean)).toBe(true);
    const again = await rewardlab(["tables", clean, "--sheet", "roster=roster", "--format", "json"]);
    const { reconciliation, mapping } = JSON.parse(again.out);
    expect(reconciliation[0]).toMatchObject({ read: 1, used: 1 });
    expect(reconciliation[0].totals[0].used).toBe(72_000);
    expect(mapping[0].columns.find(({ key }: { key: string }) => key === "joined").example.read).toBe("2024-04-03");
  });

  test.each([
    [["--column", "salary"], '--column: cannot read "salary"; write roster.salary=Grundgehalt'],
    [["--column", "rooster.salary=X"], '--column: unknown table "rooster"; did you mean roster?'],
    [["--decimal", "x"], '--decimal: unknown mark "x"'],
    [["--dates", "year first"], '--dates: unknown order "year first"'],
    [["--currency", "gold"], '--currency: unknown currency "gold"'],
  ])("refuses %j", async (options, message) => {
    const { code, err } = await rewardlab(["tables", team("roster"), ...options]);
    expect({ code, isSaid: err.includes(message), err }).toEqual({ code: 2, isSaid: true, err });
  });
});
