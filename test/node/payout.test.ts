import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as xlsx from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { rewardlab, root, studyFolder } from "./command.js";

const plan = `rewardlab: 2
title: Small
horizon: 12 months
designs:
  today: { period: 1 year, weights: { account revenue: 100 % }, rewards: [{ kind: cash bonus, at target: 20 % of base salary }] }
payout: { measures: { account revenue: revenue } }
`;
const { folder, path } = studyFolder(plan);
const team = join(root, "data", "synthetic-team");
const files = ["--roster", join(team, "roster.csv"), "--history", join(team, "history.csv")];

describe("payout", () => {
  test("pays the synthetic team, 72 person-years: 955,429.43", async () => {
    const { code, out, err } = await rewardlab(["payout", path, ...files]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("today: EUR 955,429.43 to 24 people");
  });

  test("explains one person, in text and as JSON", async () => {
    const one = ["payout", path, ...files, "--person", "SYN-M02", "--to", "2023-12-31"];
    // 100 % + (200 % − 100 %) · 7.859676/20 of 16,200; later years lie beyond what is paid for
    expect((await rewardlab(one)).out.replace(/\s+/g, " ")).toContain(
      "16,200.00 × (7,100,000 + 5 × (7,658,037 − 7,100,000)) ÷ 7,100,000 = 22,566.34",
    );
    const found = JSON.parse((await rewardlab([...one, "--format", "json"])).out);
    expect(found.cash).toBe(2_256_634);
    expect(found.periods[0].lines[0].arithmetic).toBe("7,658,037 ÷ 7,100,000");
  });

  test("says who could not be paid, with exit code 1", async () => {
    const roster = join(folder, "roster.csv");
    writeFileSync(roster, "person,salary\nA,50000\nB,60000\n");
    const history = join(folder, "history.csv");
    writeFileSync(history, "person,year,revenue target,revenue\nA,2024,100,100\nB,2024,0,100\n");
    const { code, out } = await rewardlab(["payout", path, "--roster", roster, "--history", history]);
    expect(code).toBe(1);
    expect(out).toContain("EUR 10,000.00 to 1 person");
    expect(out).toContain("B, 2024-01-01 to 2024-12-31: account revenue has a target of 0");
  });

  test("a plan that changes is paid by both, each for its days; what is no change is bad input", async () => {
    const { path: changing } = studyFolder(
      plan.replace(
        "payout:",
        "  none: { like: today, rewards: [{ kind: cash bonus, at target: 0 % of base salary }] }\npayout:",
      ),
    );
    const roster = join(folder, "one.csv");
    writeFileSync(roster, "person,salary\nA,50000\n");
    const history = join(folder, "one-history.csv");
    writeFileSync(history, "person,year,revenue target,revenue\nA,2024,100,100\n");
    const asked = ["payout", changing, "--roster", roster, "--history", history, "--change"];
    // 10,000 · 182/366
    expect((await rewardlab([...asked, "2024-07-01=none"])).out).toContain(
      "today, then none: EUR 4,972.68 to 1 person",
    );
    const { code, err } = await rewardlab([...asked, "July=none"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: '--change: cannot read "July=none"; write a day and a design, such as 2024-07-01=new\n',
    });
  });

  test("writes a workbook of everything, a .csv of payouts or of one person's lines, and a page", async () => {
    const book = join(folder, "payouts.xlsx");
    await rewardlab(["payout", path, ...files, "--to", "2023-12-31", "--write", book]);
    const { Sheets, SheetNames } = xlsx.read(readFileSync(book));
    expect(SheetNames).toEqual(["payouts", "lines", "due", "given and not used", "terms"]);
    const rows = xlsx.utils.sheet_to_json<Record<string, string | number>>(Sheets.payouts!);
    expect(rows).toHaveLength(24);
    expect(rows.find((row) => row.person === "SYN-M02")?.cash).toBe(22_566.34);
    const csv = join(folder, "one.csv");
    const one = ["payout", path, ...files, "--person", "SYN-M02", "--to", "2023-12-31"];
    await rewardlab([...one, "--write", csv]);
    const lines = readFileSync(csv, "utf8").trim().split("\r\n");
    expect(lines[0]).toBe("person,from,to,line,what it is,arithmetic,result,number,unit,adds to");
    expect(lines.at(-1)).toContain(
      '"16,200.00 × (7,100,000 + 5 × (7,658,037 − 7,100,000)) ÷ 7,100,000","22,566.34",22566.34,money,cash',
    );
    const { out } = await rewardlab([...one, "--format", "html"]);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out.replaceAll("\u00a0", " ")).toContain(
      "16,200.00 × (7,100,000 + 5 × (7,658,037 − 7,100,000)) ÷ 7,100,000 = 22,566.34",
    );
    const odd = await rewardlab([...one, "--write", join(folder, "one.txt")]);
    expect([odd.code, odd.err]).toEqual([2, expect.stringContaining('unknown ending ".txt"; expected .xlsx or .csv')]);
  });

  test("bad names are bad input", async () => {
    const { code, err } = await rewardlab(["payout", path, ...files, "--measure", "account revenue=revenu"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'payout.measures.account revenue: the data have no "revenu"; did you mean revenue?\n',
    });
  });
});
