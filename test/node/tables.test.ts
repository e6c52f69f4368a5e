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
