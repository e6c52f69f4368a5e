import { describe, expect, test } from "vitest";
import { headerNames } from "../../src/employee-data/import/headers.js";
import { layOutAs } from "../../src/employee-data/import/open-table.js";
import { tableKinds } from "../../src/employee-data/read-people.js";
import { readHeader } from "../../src/foundation/tables/header.js";
import { payout } from "../../src/payout/payout.js";
import { planOf } from "../payout/plans.js";
import { faults, readTexts, refusal, remarks, tableOf } from "./made.js";

/** Fields of a table with all their headers, those of people and of currencies among them. */
const fieldsOf = (table: string): [field: string, names: readonly string[]][] =>
  [...headerNames]
    .map(([key, { synonyms, weak }]): [string, string[]] => [key, [...synonyms, ...weak]])
    .filter(
      ([key]) => key.startsWith(`${table}.`) || key.startsWith("any.") || (key === "person" && table !== "roster"),
    )
    .map(([key, names]) => [key.split(".").at(-1)!, names]);

describe("headers by language", () => {
  test.each(tableKinds.map(({ name }) => name))("no header of the %s means two things", (table) => {
    const known = new Map<string, string>();
    for (const [field, names] of fieldsOf(table))
      for (const name of names) {
        const letters = name.replaceAll(" ", "");
        expect([name, known.get(letters) ?? field]).toEqual([name, field]);
        known.set(letters, field);
      }
    expect(known.size).toBeGreaterThan(100);
  });

  test.each(tableKinds.map((kind) => [kind.name, kind] as const))(
    "every header of the %s is read as its field",
    (table, kind) => {
      for (const [field, names] of fieldsOf(table))
        for (const name of names)
          for (const written of [name, name.toUpperCase(), name.replaceAll(" ", "_"), inMoney(name)]) {
            const { layout } = layOutAs({ ...kind, widen: undefined }, tableOf(`${written},zzz\na,b\n`), {});
            const column = layout?.columns[0];
            expect([written, column?.spec?.field, column?.sureness]).toEqual([written, field, "sure"]);
          }
    },
  );

  test("every line of the tables of words is of a field that a table has", () => {
    const fields = new Set(tableKinds.flatMap(({ name, specs }) => specs.map(({ field }) => `${name}.${field}`)));
    for (const key of headerNames.keys())
      expect([key, key === "person" || /^(word|any)\./.test(key) || fields.has(key)]).toEqual([key, true]);
  });
});

/** With a currency, where it can have one. */
const inMoney = (name: string): string => (readHeader(name).isPercent ? name : `${name} (EUR)`);

const fields = (table: "roster" | "history" | "transactions", header: string) => {
  const kind = tableKinds.find(({ name }) => name === table)!;
  const { layout } = layOutAs(kind, tableOf(`${header}\n${"1,".repeat(header.split(",").length)}\n`), {});
  return layout!.columns.slice(0, header.split(",").length).map(({ spec }) => spec?.field);
};

describe("headers as systems export them", () => {
  test.each([
    [
      "Employee ID,Worker,Hire Date,Original Hire Date,Base Salary,Target Bonus %,Cost Center,Manager",
      "id,name?,joined,,salary,targetIncentive,costCentre,",
    ],
    [
      "Personalnummer,Nachname,Vorname,Eintrittsdatum,Austrittsdatum,Jahresgrundgehalt,Zielbonus,Kostenstelle",
      "id,lastName,firstName,joined,left,salary,targetIncentive,costCentre",
    ],
    ["EmployeeNo,Name,DateofHire,Last Working Day,Annual Salary,OTE", "id,name,joined,left,salary,targetPay"],
    [
      "matricule,nom,prénom,date d'embauche,salaire de base,bonus cible",
      "id,lastName,firstName,joined,salary,targetIncentive",
    ],
    [
      "número de empleado,apellidos,nombre,fecha de alta,salario base,bonus objetivo",
      "id,lastName,firstName,joined,salary,targetIncentive",
    ],
    ["Associate ID,STI target,LTI target,Base pay,FTE,Grade,Midpoint", "id,targetIncentive,,salary,fte,grade,midpoint"],
    ["id,salary,salary grade,bonus paid last year,salary review date,Salary Currency", "id,salary,grade,,,currency"],
  ])("%s", (header, expected) => {
    const found = fields("roster", header).map((field) => field ?? "");
    expect(found).toEqual(expected.split(",").map((one, k) => (one === "name?" ? found[k] : one)));
  });

  test("customers' systems", () => {
    expect(fields("transactions", "Opportunity ID,Opportunity Owner,Account Name,ACV,Close Date")).toEqual([
      ...["id", "person", "account", "amount", "date"],
    ]);
    expect(fields("transactions", "Deal Name,Owner Email,TCV,Closed Date")).toEqual(["id", "person", "amount", "date"]);
  });

  test("two columns that may be one thing are refused with what would help", async () => {
    const message = await refusal(() =>
      readTexts({ transactions: "id,owner,close date,ACV,TCV\n1,A1,2024-01-01,1,2\n" }),
    );
    expect(message).toContain("amount may be ACV (column D) or TCV (column E); say which it is: transactions.amount=");
  });

  test("dates of joining and leaving under the headers people use: half a year of 20,000 is 10,000.00", () => {
    const read = readTexts({
      roster: "id,salary EUR,DateofHire,Last Working Day\nP1,60000,2024-04-01,2024-09-30\n",
      history: "person,year,account revenue target,account revenue\nP1,2024,100,100\n",
    });
    const plan = planOf({
      rewards: [{ kind: "cash bonus", "at target": "20 000 EUR/year", curve: { kind: "linear" } }],
    });
    expect(payout(plan, "plan", read.data).cash).toBe(1_000_000);
  });
});

describe("pay on target", () => {
  test("is salary and incentive: what is left of it is the incentive, said", () => {
    const read = readTexts({ roster: "id,base salary,OTE\nA,60000,80000\n" });
    expect(read.data.people).toMatchObject([{ salary: 60_000, targetIncentive: 20_000 }]);
    expect(remarks(read)).toContainEqual(expect.stringContaining("pay on target − base salary"));
  });

  test("beside another incentive, or below the salary, is refused", () => {
    const read = readTexts({
      roster:
        "id,base salary,target bonus,OTE\nA,60000,20000,80000\nB,60000,25 %,75000\nC,60000,20000,90000\nD,60000,,50000\n",
    });
    expect(read.data.people.map(({ id, targetIncentive }) => [id, targetIncentive])).toEqual([
      ["A", 20_000],
      ["B", 15_000],
    ]);
    expect(faults(read)).toEqual([
      expect.stringContaining("row 4 column D (OTE): pay on target is not base salary + incentive at target"),
      expect.stringContaining("row 5 column D (OTE): pay on target below base salary"),
    ]);
  });

  test("amounts of a month, week or quarter are refused: a year has 12, 13 or 14 months of pay", async () => {
    for (const header of ["id,salary,monthly bonus target", "id,weekly salary", "id,salary,OTE per month"])
      expect(await refusal(() => readTexts({ roster: `${header}\nA,1,1\n` }))).toContain("12, 13 or 14 times");
  });
});

describe("people are called by id, e-mail address or name", () => {
  const roster =
    "Employee No,Name,E-mail,salary\n007,Änne Müller,anne@firm.example,70000\n8,Bo Ek,bo@firm.example,60000\n9,Bo Ek,,60000\n";
  const people = (persons: readonly string[], header = "Employee No") => {
    const rows = persons.map((one, k) => `"${one}",${2001 + k},5`);
    return readTexts({ roster, history: `${header},year,sales\n${rows.join("\n")}\n` });
  };

  test("the roster's own header names people in every table", () => {
    const own = readTexts(
      {
        roster: "Kennung ZX,salary\nA,70000\n",
        history: "Kennung ZX,year,sales\nA,2024,5\n",
      },
      { columns: { roster: { id: "Kennung ZX" } } },
    );
    expect(own.data.results.map(({ person }) => person)).toEqual(["A"]);
  });

  test("a name, an e-mail address or an id without its zeros is its only owner, said", () => {
    const read = people(["007", "Änne Müller", "A\u0308nne  müller", "Müller, Änne", "Anne@Firm.example", "7", "0008"]);
    expect(faults(read)).toEqual([]);
    expect(read.data.results.map(({ person }) => person)).toEqual(["007", "007", "007", "007", "007", "007", "8"]);
    for (const by of ["name", "e-mail address", "id apart from leading zeros"])
      expect(remarks(read)).toContainEqual(expect.stringContaining(`people are called by ${by}`));
  });

  test("a name of two people is refused and names both", () => {
    expect(faults(people(["Bo Ek"]))).toEqual([
      expect.stringContaining('2 people have that name, got "Bo Ek"; expected the id of one of them: 8 or 9'),
    ]);
    expect(faults(people(["Cy"]))).toEqual([expect.stringContaining("no such person on the roster")]);
  });

  test("forms of one id are one person", () => {
    const read = readTexts({
      roster: "id,salary\nMü\u00a01,70000\nK\u200b2,60000\n",
      history: "person,year,sales\nMu\u0308 1,2024,5\n\ufeffK2\u00a0,2024,6\n",
    });
    expect(read.data.results.map(({ person }) => person)).toEqual(["Mü 1", "K2"]);
    const twins = readTexts({ roster: "id,salary\nMü,70000\nMu\u0308,60000\n" });
    expect(faults(twins)).toEqual([expect.stringContaining("the person is on the roster already")]);
  });

  test("a roster without ids has its people's addresses or names", () => {
    const read = readTexts({ roster: "Name,salary\nAnn,70000\n", history: "employee name,year,sales\nAnn,2024,5\n" });
    expect(read.data.results.map(({ person }) => person)).toEqual(["Ann"]);
  });
});

describe("several people on one sale", () => {
  const shares = (text: string) => readTexts({ transactions: text });
  const credits = ({ data }: ReturnType<typeof shares>) =>
    data.transactions.map(({ id, person, amount, share }) => [id, person, amount, share]);

  test("side by side with their shares", () => {
    const read = shares(
      "id,date,Rep 1,Rep 1 %,Rep 2,Rep 2 %,amount\nD1,2024-01-01,A1,60,B2,40,1000\nD2,2024-01-02,A1,100,,,500\nD3,2024-01-03,B2,,,,10\n",
    );
    expect(faults(read)).toEqual([]);
    expect(credits(read)).toEqual([
      ["D1", "A1", 1000, 0.6],
      ["D1", "B2", 1000, 0.4],
      ["D2", "A1", 500, 1],
      ["D3", "B2", 10, undefined],
    ]);
  });

  test("a share that is missing, of nobody, or of one person twice is refused; so are columns without shares", async () => {
    const read = shares(
      "id,date,Rep 1,Split 1,Rep 2,Split 2,amount\nD1,2024-01-01,A1,60 %,B2,,1\nD2,2024-01-01,A1,60 %,,40 %,1\nD3,2024-01-01,A1,60 %,A1,40 %,1\nD4,2024-01-01,,,,,1\n",
    );
    expect(faults(read).map((one) => /row \d.*?: ([^,;]*)/.exec(one)?.[1])).toEqual([
      ...["no share of one of several people", "a share of nobody", "one person twice", "no person"],
    ]);
    expect(await refusal(() => shares("id,date,Rep 1,Rep 2,amount\nD1,2024-01-01,A1,B2,5\n"))).toContain(
      'no shares of Rep 1 and Rep 2; add a column such as "Rep 1 %"',
    );
  });

  test("credited amounts count as they stand, a row each", () => {
    const read = shares(
      "id,date,rep,amount,credited amount\nD1,2024-01-01,A1,1000,600\nD1,2024-01-01,B2,1000,400\nD2,2024-01-01,B2,50,50\n",
    );
    expect(faults(read)).toEqual([]);
    expect(credits(read)).toEqual([
      ["D1", "A1", 600, undefined],
      ["D1", "B2", 400, undefined],
      ["D2", "B2", 50, undefined],
    ]);
    const odd = shares("id,date,rep,amount,share,credited amount\nD1,2024-01-01,A1,1000,60 %,500\n");
    expect(faults(odd)).toEqual([expect.stringContaining("the credited amount is not amount × share")]);
  });
});

describe("what can hardly be meant is a remark", () => {
  test("salaries of a month or in thousands, and far from the others", () => {
    expect(remarks(readTexts({ roster: "id,salary\nA,58\n" }))).toContainEqual(
      expect.stringContaining("a salary of a year below the pay of a month; is it in thousands: 58 for A"),
    );
    const read = readTexts({ roster: "id,salary,target bonus\nA,58000,1\nB,61000,1\nC,620000,1\nD,60000,200000\n" });
    expect(remarks(read)).toContainEqual(expect.stringContaining("ten times above or below the others"));
    expect(remarks(read)).toContainEqual(expect.stringContaining("above three salaries: 200,000 for D"));
    expect(remarks(readTexts({ roster: "id,salary\nA,5800000\n" }, { currency: "JPY" }))).toEqual([]);
  });

  test("attainment above 300 %, targets in another unit, dates outside the data", () => {
    const read = readTexts({
      roster: "id,salary,joined,left\nA,70000,2031-01-01,\nB,70000,2001-01-01,2003-01-01\n",
      history: "person,year,sales target,sales\nA,2024,100,301\nB,2024,1200000,1100\n",
      transactions: "date,person,amount\n2042-01-01,A,5\n2024-02-02,A,5\n",
    });
    const all = remarks(read).join("\n");
    for (const words of [
      "attainment above 300 %: 301 of 100 in sales of A from 2024-01-01",
      "a result below a hundredth of its target; are both in one unit: 1,100 of 1,200,000",
      "joined after all the data (2024-01-01 to 2024-12-31): A on 2031-01-01",
      "left before all the data (2024-01-01 to 2024-12-31): B on 2003-01-01",
      "a date outside the history (2024-01-01 to 2024-12-31): row 2 on 2042-01-01",
    ])
      expect(all).toContain(words);
  });

  test("a column taken by a guess is said", () => {
    expect(remarks(readTexts({ roster: "id,sallary\nA,58000\n" }))).toContainEqual(
      "roster.csv column B (sallary): taken as base salary a year by a guess; say which it is: roster.salary=<header or letter>",
    );
  });
});

describe("whoever a left-out row names waits, by whatever name", () => {
  const waits = (read: ReturnType<typeof readTexts>) => read.data.reading?.leftOut.map(({ waits: ids }) => ids);

  test("a name of two people makes both wait; one of a person whose own row was left out is not another's", () => {
    const twins = readTexts({
      roster: "id,name,salary\n8,Bo Ek,60000\n9,Bo Ek,60000\n",
      history: "name,year,sales\nBo Ek,2024,5\n",
    });
    expect(waits(twins)).toEqual([["8", "9"]]);
    const lost = readTexts({
      roster: "id,name,salary\n8,Bo Ek,60000\n9,Bo Ek,none\n",
      history: "name,year,sales\nBo Ek,2024,5\n",
    });
    expect(lost.data.results).toEqual([]);
    expect(waits(lost)).toEqual([["9"], ["8", "9"]]);
  });

  test("everybody on a sale side by side waits for its row", () => {
    const read = readTexts({ transactions: "id,date,Rep 1,Rep 1 %,Rep 2,Rep 2 %,amount\nD1,soon,A1,60,B2,40,1000\n" });
    expect(waits(read)).toEqual([["A1", "B2"]]);
  });
});

test("what can hardly be meant stands beside the money", () => {
  const read = readTexts({
    roster: "id,salary,FTE\nA,58,1\nB,60000,50 %\n",
    history: "person,year,account revenue target,account revenue\nA,2024,100,310\nB,2024,100,100\n",
  });
  const doubts = payout(
    planOf({ rewards: [{ kind: "cash bonus", "at target": "20 % of base salary" }] }),
    "plan",
    read.data,
  )
    .notUsed.filter(({ isDoubt }) => isDoubt)
    .map(({ text }) => text);
  expect(doubts).toEqual([
    expect.stringContaining("part time is not worked out"),
    expect.stringContaining("a salary of a year below the pay of a month; is it in thousands: 58 for A"),
    expect.stringContaining("attainment above 300 %: 310 of 100"),
  ]);
});
