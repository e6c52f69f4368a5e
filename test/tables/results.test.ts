import { expect, test } from "vitest";
import { peopleTables } from "../../src/employee-data/out.js";
import { type PeopleOptions, readTables } from "../../src/employee-data/read-people.js";
import { tableCsvText } from "../../src/wording/table-csv.js";
import { tableOf } from "./made.js";

const texts = {
  roster: "id,salary,start of career\nA1,70000,2001-05-01\nB2,tbc,2002-06-01\nC3,58,2003-01-01\n",
  accounts: "account,person,fiscal year,revenue\nK1,A1,2024,500000\nK1,A1,2025,550000\n",
  history: "person,period,account revenue\nA1,FY 2025,90\nX9,FY 2025,1\n",
  transactions: "id,date,person,amount,stage\nT1,2024-05-06,A1,10,lost\nT2,2024-02-30,A1,10,won\n",
};
const options: PeopleOptions = { fiscalYear: { starts: "April", "named by": "end" } };

const readFrom = (folder: string, given: Readonly<Record<string, string>> = texts) =>
  readTables(
    Object.fromEntries(
      Object.entries(given).map(([name, text]) => [name, tableOf(text, `${folder}${name}.csv`)]),
    ) as unknown as Parameters<typeof readTables>[0],
    options,
  );

test("what is read says nothing of the folders of its tables: equal tables give equal results from anywhere", () => {
  const here = JSON.stringify(readFrom("").data);
  expect(here).toContain("roster.csv");
  expect(JSON.parse(here).reading.leftOut.length).toBeGreaterThan(2);
  expect(JSON.parse(here).reading.notUsed.length).toBeGreaterThan(1);
  for (const folder of ["clients/of ours/", "../", "/home/somebody/", "C:\\Users\\somebody\\"])
    expect(JSON.stringify(readFrom(folder).data), folder).toBe(here);
});

test("accounts of fiscal years are written as such, and read again without a loss", () => {
  const { data } = readFrom("");
  expect(data.accounts.map(({ year }) => year)).toEqual([2024, 2025]);
  const written = Object.fromEntries(
    peopleTables(data)
      .filter(({ name }) => name === "roster" || name === "accounts")
      .map((table) => [table.name, tableCsvText(table)]),
  );
  expect(written.accounts).toContain("fiscal year");
  expect(readFrom("", written).data.accounts).toEqual(data.accounts);
});
