import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPeople } from "../../src/node/spreadsheets/tables.js";
import { rewardlab, root, studyFolder } from "./command.js";

const plan = `rewardlab: 2
title: Small
horizon: 12 months
designs:
  today: { period: 1 year, weights: { account revenue: 100 % }, rewards: [{ kind: cash bonus, at target: 20 % of base salary }] }
  balanced: { like: today, weights: { account revenue: 60 %, customer satisfaction: 40 % } }
payout: { measures: { account revenue: revenue } }
`;
const { folder, path } = studyFolder(plan);
const team = join(root, "data", "synthetic-team");
const files = ["--roster", join(team, "roster.csv"), "--history", join(team, "history.csv")];
const ask = (...more: string[]) => rewardlab(["backtest", path, ...files, ...more]);

describe("backtest", () => {
  test("costs the baseline alone", async () => {
    const { code, out, err } = await ask("--resamples", "100");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain('"today" pays EUR 955,429 to 24 people, 18.5 % of base salary');
  });

  test("compares plans, of another file as well, and writes a workbook and charts", async () => {
    const other = join(folder, "other.yaml");
    writeFileSync(other, plan.replace("20 % of base salary", "22 % of base salary"));
    const [book, picture] = [join(folder, "backtest.xlsx"), join(folder, "winners.svg")];
    const { code, out, err } = await ask(
      ...["--new", `${other}#today`, "--no-break-even", "--resamples", "100"],
      ...["--write", book, "--chart", picture, "--chart", `quartiles=${join(folder, "q.png")}`],
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    // 22 ÷ 20 of 955,429.43 to within the cents of 72 roundings
    expect(out).toContain('"other.yaml#today" pays EUR 95,543 (10.0 %) more than "today": 24 of 24 people win, 0 lose');
    expect(existsSync(join(folder, "q.png"))).toBe(true);
    expect(readFileSync(picture, "utf8")).toContain("<svg");
    const sheet = { roster: { file: book, sheet: "winners and losers" } };
    const { data } = await readPeople(sheet, { columns: { roster: { salary: "new pay" } } });
    // 22 ÷ 20 of 12,078.58 in 2023 and nothing later
    expect([data.people.length, data.people[0].id, data.people[0].salary]).toEqual([24, "SYN-M01", 13_286.44]);
  });

  test("JSON has cents, CSV a row a person, a page its charts", async () => {
    const quick = ["--new", "balanced", "--no-break-even", "--resamples", "100"];
    const found = JSON.parse((await ask(...quick, "--format", "json")).out);
    expect(found.changes[0].new).toBe(95_830_099);
    const rows = (await ask(...quick, "--format", "csv")).out.trim().split(/\r?\n/);
    expect(rows).toHaveLength(25);
    expect(rows[1]).toMatch(/^balanced,history,SYN-M01,SYN-M01,12078.58,21618.89,9540.31,0.78985\d+,$/);
    const page = (await ask(...quick, "--format", "html")).out;
    expect(page.match(/<svg/g)).toHaveLength(2);
    expect(page).toContain("performance is held constant");
  });

  test("says who could not be paid, with exit code 1", async () => {
    const roster = join(folder, "roster.csv");
    writeFileSync(roster, "person,salary\nA,50000\nB,60000\n");
    const history = join(folder, "history.csv");
    writeFileSync(history, "person,year,revenue target,revenue\nA,2024,100,100\nB,2024,0,100\n");
    const { code, out } = await rewardlab(["backtest", path, "--roster", roster, "--history", history]);
    expect(code).toBe(1);
    expect(out).toContain('"today" pays EUR 10,000 to 1 person, 20.0 % of base salary');
    expect(out).toContain("B, 2024-01-01 to 2024-12-31: account revenue has a target of 0");
    expect(out).toContain("No intervals: 1 person");
  });

  test.each([
    [["--new", "balancd"], '--new: unknown design "balancd"; did you mean balanced?\n'],
    [["--old", "todey"], '--old: unknown design "todey"; did you mean today?\n'],
    [["--new", "today"], 'plans: two are called "today"; give each a name of its own\n'],
    [["--seed", "x"], '--seed: cannot read "x"; write a number\n'],
    [["--also", "x.csv"], '--also: cannot read "x.csv"; write bad=bad.csv\n'],
    [
      ["--chart", "winers=x.svg"],
      '--chart: unknown chart "winers"; expected one of winners-losers, break-even, quartiles\n',
    ],
    [
      ["--chart", join(folder, "x.svg")],
      "chart: a backtest of one plan has nothing to compare; backtest two plans or more\n",
    ],
    [["--format", "xml"], '--format: unknown format "xml"; expected one of table, json, csv, html\n'],
  ])("%j is bad input", async (more, message) => {
    expect(await ask(...more)).toMatchObject({ code: 2, out: "", err: message });
  });
});
