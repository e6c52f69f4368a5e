import { describe, expect, test } from "vitest";
import { faults, readTexts, refusal, remarks, tableOf } from "./made.js";

const salaries = (text: string, options = {}) =>
  readTexts({ roster: text }, options).data.people.map(({ salary }) => salary);

describe("the roster", () => {
  test("a German file: semicolons, decimal commas, umlauts, dates with dots, a currency, a title above, blank rows", () => {
    const text = [
      "Mitarbeiterliste;;;;;",
      ";;;;;",
      "Personalnummer;Mitarbeitername;Abteilung;Eintrittsdatum;Grundgehalt (EUR);Zieltantieme",
      '0017;"Müller; Änne";Süd;1.4.2019;72.000,50 €;20 %',
      ";;;;;",
      "0018;Ünal;Nord;15.10.2021;65.000,00 €;9.750,25 €",
    ].join("\n");
    const read = readTexts({ roster: text });
    expect(read.data.people).toEqual([
      {
        id: "0017",
        name: "Müller; Änne",
        team: "Süd",
        joined: "2019-04-01",
        salary: 72_000.5,
        targetIncentive: 14_400.1,
      },
      { id: "0018", name: "Ünal", team: "Nord", joined: "2021-10-15", salary: 65_000, targetIncentive: 9_750.25 },
    ]);
    expect(read.currency).toBe("EUR");
    expect(read.reconciliation[0]).toMatchObject({ above: 2, read: 3, used: 2, refused: 0, blank: 1, made: 2 });
    expect(read.mapping[0].columns[4].notes).toContain("decimal comma");
    expect(remarks(read)).toContainEqual(expect.stringContaining("a percentage, taken of base salary"));
  });

  test("every fault names file, row, column, header, what it got and what was expected; its row is left out and counted", () => {
    const text =
      "id,salary,joined,left\nA,70000,2020-01-01,\nB,abc,,\nA,1000,,\nC,-5,,\n,60000,,\nD,50000,2020-05-01,2020-04-01\nTotal,131000,,\n";
    const read = readTexts({ roster: text });
    expect(faults(read)).toEqual([
      'roster.csv row 3 column B (salary): no number, got "abc"; expected an amount of money such as 72000 or 72 000.50',
      'roster.csv row 4 column A (id): the person is on the roster already, got "A"; expected one row a person; the first is row 2',
      'roster.csv row 5 column B (salary): a salary below zero, got "-5"; expected zero or more',
      "roster.csv row 6 column A (id): no identifier of the person; a value in this cell",
      'roster.csv row 7 column D (left): a last day before the first, got "2020-04-01"; expected a day from 2020-05-01 on',
    ]);
    const [counts] = read.reconciliation;
    expect(counts).toMatchObject({ read: 7, used: 1, refused: 5, aside: 1, blank: 0 });
    expect(counts.totals[0]).toMatchObject({
      read: 311_995,
      used: 70_000,
      refused: 110_995,
      aside: 131_000,
      unreadable: 1,
    });
    expect(counts.reasons.reduce((sum, { rows }) => sum + rows, 0)).toBe(5);
  });

  test("marks before three digits: decided by the column, the table or the kind of file, and said; otherwise refused", () => {
    expect(salaries('id,salary\nA,"72,000"\nB,"1,234.50"\n')).toEqual([72_000, 1234.5]);
    expect(salaries("id;salary\nA;72.000\nB;81.500\n")).toEqual([72_000, 81_500]);
    expect(salaries("id;salary;bonus\nA;72.000;1,5\n")).toEqual([72_000]);
    expect(salaries("id;salary;bonus\nA;72,000;1,5\n")).toEqual([]);
    expect(salaries("id;salary;bonus\nA;72,000;1,5\n", { decimal: "." })).toEqual([72_000]);
    const mixed = readTexts({ roster: 'id,salary\nA,"1,5"\nB,1.5\nC,"72,000"\n' });
    expect(mixed.data.people.map(({ salary }) => salary)).toEqual([1.5, 1.5]);
    expect(faults(mixed)[0]).toContain("decimal mark or thousands?");
    expect(mixed.mapping[0].columns[1].notes).toContain("decimal points and decimal commas are mixed");
  });

  test("an amount parted by the file's own separator is refused, not cut", () => {
    const read = readTexts({ roster: "id,salary\nA,72,000.50\nB,60000\n" });
    expect(faults(read)).toEqual([expect.stringContaining("more cells than the header has")]);
    expect(read.data.people.map(({ id }) => id)).toEqual(["B"]);
  });

  test("slashes: the column as a whole says which is the day; where it does not, dates are refused until it is said", () => {
    const joined = (text: string, options = {}) =>
      readTexts({ roster: text }, options).data.people.map((one) => one.joined);
    expect(joined("id,salary,joined\nA,1,3/4/2024\nB,1,25/4/2024\n")).toEqual(["2024-04-03", "2024-04-25"]);
    expect(joined("id,salary,joined\nA,1,3/4/2024\nB,1,4/25/2024\n")).toEqual(["2024-03-04", "2024-04-25"]);
    const open = readTexts({ roster: "id,salary,joined\nA,1,3/4/2024\n" });
    expect(faults(open)[0]).toContain("day first or month first?");
    expect(joined("id,salary,joined\nA,1,3/4/2024\n", { dates: "month first" })).toEqual(["2024-03-04"]);
    expect(joined("id,salary,joined\nA,1,25/4/2024\nB,1,4/25/2024\nC,1,3/4/2024\n")).toEqual([
      "2024-04-25",
      "2024-04-25",
    ]);
  });

  test("a year alone is its first or last day; five digits are a workbook's day", () => {
    const [one] = readTexts({ roster: "id,salary,joined,left\nA,1,2018,2020\n" }).data.people;
    expect(one).toMatchObject({ joined: "2018-01-01", left: "2020-12-31" });
    expect(readTexts({ roster: "id,salary,joined\nA,1,45292\n" }).data.people[0].joined).toBe("2024-01-01");
  });

  test("thousands in the header are multiplied, other currencies refused", () => {
    expect(salaries("id;Gehalt (TEUR)\nA;72,5\n")).toEqual([72_500]);
    const read = readTexts({ roster: "id,salary\nA,€ 70000\nB,$ 70000\n" });
    expect(faults(read)).toEqual([
      expect.stringContaining('another currency: USD, got "$ 70000"; expected an amount in EUR'),
    ]);
    const column = readTexts({ roster: "id,salary,currency\nA,70000,EUR\nB,70000,USD\n" });
    expect(faults(column)).toEqual([expect.stringContaining("another currency: USD")]);
  });

  test("a table that cannot be read is refused with what would help", async () => {
    expect(await refusal(() => readTexts({ roster: "id,pay grade,city\nA,1,x\n" }))).toBe(
      'roster.csv row 1: no column for base salary a year; found id, pay grade, city; name one "salary", or say which it is: roster.salary=<header or letter>',
    );
    expect(await refusal(() => readTexts({ roster: "id,salary,salary\nA,1,2\n" }))).toContain(
      "salary may be salary (column B) or salary (column C)",
    );
    expect(await refusal(() => readTexts({ roster: "id,monthly salary\nA,5000\n" }))).toContain(
      "seems to hold monthly salaries",
    );
    expect(await refusal(() => readTexts({ roster: "id,salary eur,bonus usd\nA,1,1\n" }))).toContain(
      "is in USD, not in EUR",
    );
    expect(await refusal(() => readTexts({ roster: ",,\n,,\n" }))).toContain("the table is empty");
    expect(await refusal(() => tableOf('id,salary\n"A,1\nB,2\n'))).toContain("a quote is opened and never closed");
    expect(await refusal(() => tableOf('id,salary\n"A"x,1\n'))).toContain("quote");
  });

  test("columns are given by header or letter, or left alone", async () => {
    const text = "nr,x1,Grundlohn\nA,5,70000\n";
    expect(salaries(text, { columns: { roster: { salary: "Grundlohn" } } })).toEqual([70_000]);
    expect(salaries(text, { columns: { roster: { salary: "B" } } })).toEqual([5]);
    expect(await refusal(() => salaries(text, { columns: { roster: { salary: "Z" } } }))).toContain('no column "Z"');
    expect(await refusal(() => salaries(text, { columns: { roster: { sallary: "B" } } }))).toContain("no such column");
    expect(await refusal(() => salaries("id,salary\nA,1\n", { ignored: { roster: ["salary"] } }))).toContain(
      "no column for base salary",
    );
  });

  test("names that only nearly fit are shown as a guess, unused columns as unused", () => {
    const { columns } = readTexts({ roster: "personel number,sallary,shoe size\nA,1,44\n" }).mapping[0];
    expect(columns.map(({ sureness, spec }) => [spec?.field, sureness])).toEqual([
      ["id", "guess"],
      ["salary", "guess"],
      [undefined, "not used"],
    ]);
  });

  test("strict reading refuses everything for one fault", async () => {
    const text = "id,salary\nA,1\nB,x\n";
    expect(await refusal(() => readTexts({ roster: text }, { isStrict: true }))).toContain(
      "roster.csv row 3 column B (salary)",
    );
    expect(readTexts({ roster: "id,salary\nA,1\n" }, { isStrict: true }).data.people).toHaveLength(1);
  });

  test("a midpoint of the pay range, which may change with the salary", () => {
    const text =
      "id,salary EUR,range midpoint,salary from\nA,60000,62000,\nA,63000,64000,2024-07-01\nB,50000,,\nC,50000,0,\n";
    const read = readTexts({ roster: text });
    const [first, second] = read.data.people;
    expect(first).toMatchObject({ midpoint: 64_000, salaries: [{ midpoint: 62_000 }, { midpoint: 64_000 }] });
    expect([second?.midpoint, read.data.people.length]).toEqual([undefined, 2]);
    expect(faults(read)).toEqual([expect.stringContaining("a midpoint of zero or less")]);
  });

  test("ids of objects' own names are ids like others", () => {
    const read = readTexts({
      roster: "id,salary\n__proto__,1\nconstructor,2\n",
      history: "person,year,revenue\n__proto__,2024,5\n",
    });
    expect(read.data.people.map(({ id }) => id)).toEqual(["__proto__", "constructor"]);
    expect(read.data.results).toHaveLength(1);
  });
});

describe("the history", () => {
  const long = (rows: string, header = "person,measure,year,target,result,paid") =>
    readTexts({ history: `${header}\n${rows}` });

  test("one row a measure", () => {
    const read = long("A1,revenue,2024,100,110,5\nA1,retention,2024,,0.9,\nB2,revenue,2024-Q1,50,40,\n");
    expect(read.data.results).toEqual([
      { person: "A1", measure: "revenue", from: "2024-01-01", to: "2024-12-31", target: 100, result: 110, paid: 5 },
      { person: "A1", measure: "retention", from: "2024-01-01", to: "2024-12-31", result: 0.9 },
      { person: "B2", measure: "revenue", from: "2024-01-01", to: "2024-03-31", target: 50, result: 40 },
    ]);
  });

  test("one column a measure: goals by name, what was paid with the measure that has a goal", () => {
    const read = readTexts({
      history: "person,year,NPS,Umsatz Ziel EUR,Umsatz EUR,Auszahlung\nA1,2024,41,100,110,5\n",
    });
    expect(read.data.results).toEqual([
      { person: "A1", measure: "nps", from: "2024-01-01", to: "2024-12-31", result: 41 },
      { person: "A1", measure: "umsatz", from: "2024-01-01", to: "2024-12-31", target: 100, result: 110, paid: 5 },
    ]);
    expect(read.reconciliation[1]).toMatchObject({ read: 1, used: 1, made: 2 });
  });

  test("what is to be reached is called target, whatever the column says", () => {
    const read = readTexts({ history: "person,year,sales,sales goal,visits quota\nA1,2024,5,6,7\n" });
    const { columns } = read.mapping.find(({ table }) => table === "history") ?? { columns: [] };
    expect(columns[3]).toMatchObject({ qualifier: "sales", spec: { field: "target", meaning: "target" } });
    expect(columns[4]).toMatchObject({ sureness: "not used", notes: ["a target of no measure in the table"] });
  });

  test("two columns of one measure are refused, since one would cover the other", async () => {
    const message = await refusal(() => readTexts({ history: "person,year,revenue,revenue_eur\nA1,2024,5,6\n" }));
    expect(message).toContain("result of revenue may be revenue (column C) or revenue_eur (column D)");
    const one = readTexts(
      { history: "person,year,revenue,revenue_eur\nA1,2024,5,6\n" },
      { ignored: { history: ["D"] } },
    );
    expect(one.data.results.map(({ result }) => result)).toEqual([5]);
  });

  test("a column of numbers stays a measure with a faulty cell; a column of words is none", () => {
    const read = readTexts({ history: "person,year,sales,note\nA1,2023,1,good\nA1,2024,x,good\nB2,2024,3,bad\n" });
    expect(faults(read)).toEqual([expect.stringMatching(/row 3 column C \(sales\): no number, got "x"/)]);
    expect(read.data.results.map(({ measure }) => measure)).toEqual(["sales", "sales"]);
  });

  test("attainment alone is a result of target 1; beside result and target it is checked", () => {
    const alone = readTexts({ history: "person,year,Zielerreichung\nA1,2024,105 %\n" });
    expect(alone.data.results).toMatchObject([{ measure: "attainment", target: 1, result: 1.05 }]);
    const beside = readTexts({
      history: "person,year,sales target,sales,attainment\nA1,2024,100,110,1.1\nB2,2024,100,110,0.9\n",
    });
    expect(remarks(beside)).toContainEqual(
      expect.stringContaining("row 3 column E (attainment): an attainment that is not result ÷ target"),
    );
    expect(beside.data.results).toHaveLength(2);
    expect(faults(readTexts({ history: "person,year,attainment\nA1,2024,105\n" }))[0]).toContain("too large without %");
    const header = readTexts({ history: "person,year,attainment %\nA1,2024,105\n" });
    expect(header.data.results[0].result).toBe(1.05);
  });

  test("unknown people, twins, overlaps, backward periods and halves are refused", () => {
    const read = long(
      "A1,r,2024,1,1,\nA1,r,2024,1,2,\nA1,r,2024-Q2,1,1,\nZ9,r,2024,1,1,\na1,r,2023,1,1,\nB2,r,2024,-1,1,\nB2,r,2023,5,,\nB2,r,2022,,,7\n",
    );
    expect(faults(read).map((one) => one.replace(/^history.csv /, ""))).toEqual([
      "row 3: the period stands there already; one row for A1, r and each day; row 2 has 2024-01-01 to 2024-12-31",
      "row 4: the period overlaps another; one row for A1, r and each day; row 2 has 2024-01-01 to 2024-12-31",
      'row 5 column A (person): no such person on the roster, got "Z9"; expected one of A1, B2',
      'row 6 column A (person): no such person on the roster, got "a1"; did you mean A1?',
      'row 7 column D (target): a target below zero, got "-1"; expected zero or more',
      'row 8 column D (target): a target without a result, got "5"; expected a result as well, or neither',
      "row 9: no result; a number such as 1250000",
    ]);
    const dates = readTexts({ history: "person,from,to,sales\nA1,2024-06-01,2024-01-01,5\n" });
    expect(faults(dates)).toEqual([expect.stringContaining("the period ends before it begins")]);
  });

  test("periods that share one day overlap; those that follow each other leave no gap", () => {
    const rows = "A1,2024-01-01,2024-06-30,5\nA1,2024-06-30,2024-07-31,5\nA1,2024-07-01,2024-12-31,5\n";
    const read = readTexts({ history: `person,from,to,sales\n${rows}B2,2024-01-01,2024-12-31,1\n` });
    expect(faults(read)).toEqual([expect.stringContaining("row 3: the period overlaps another")]);
    expect(read.data.results).toHaveLength(3);
    expect(remarks(read)).toEqual([]);
  });

  test("gaps, targets of zero, periods outside employment and people without rows are remarks", () => {
    const people = "id,salary,joined,left\nA1,1,2021-01-01,2023-12-31\nB2,1,,\n";
    const read = readTexts({
      roster: people,
      history: "person,year,sales target,sales\nA1,2020,1,1\nA1,2022,0,1\nA1,2024,1,1\n",
    });
    expect(faults(read)).toEqual([]);
    const all = remarks(read).join("\n");
    for (const words of [
      "a gap: nothing for A1 from 2021-01-01 to 2021-12-31",
      "a gap: nothing for A1 from 2023-01-01 to 2023-12-31",
      "a target of zero",
      "before the person joined",
      "after the person left",
      "nothing about 1 of 2 people on the roster: B2",
    ]) {
      expect(all).toContain(words);
    }
  });

  test("years and quarters in columns of their own", () => {
    const read = readTexts({ history: "person,year,quarter,sales\nA1,2024,Q1,5\nA1,2024,Q2,6\nA1,2024,,7\n" });
    expect(read.data.results.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2024-01-01 2024-03-31",
      "2024-04-01 2024-06-30",
    ]);
    expect(faults(read)).toEqual([expect.stringContaining("row 4: the period overlaps another")]);
  });

  test("words for nothing known are blanks and said so", () => {
    const read = readTexts({ history: "person,year,sales,csat\nA1,2024,n/a,0.9\nB2,2024,-,k.A.\n" });
    expect(read.data.results).toHaveLength(1);
    expect(remarks(read).join("\n")).toContain('taken as blank, got "n/a" (2 times; this is the first)');
    expect(faults(read)).toEqual(["history.csv row 3: no result; a number such as 1250000"]);
  });
});

describe("the accounts", () => {
  test("one row a year, and one column a year, are the same", () => {
    const long = readTexts({
      accounts: "account,manager,year,revenue,margin,lost\nK1,A1,2023,100,25 %,no\nK1,A1,2024,90,25 %,yes\n",
    });
    const wide = readTexts({
      accounts: "Kunde,Manager,Marge %,Umsatz 2023,Umsatz 2024,lost years\nK1,A1,25,100,90,2024\n",
    });
    expect(long.data.accounts).toEqual([
      { account: "K1", person: "A1", year: 2023, revenue: 100, margin: 0.25, isLost: false },
      { account: "K1", person: "A1", year: 2024, revenue: 90, margin: 0.25, isLost: true },
    ]);
    expect(wide.data.accounts).toEqual(long.data.accounts);
  });

  test("a blank year is no row, and a gap between two is said", () => {
    const read = readTexts({ accounts: "account,person,revenue 2022,revenue 2023,revenue 2024\nK1,A1,5,,7\n" });
    expect(read.data.accounts.map(({ year }) => year)).toEqual([2022, 2024]);
    expect(remarks(read).join("\n")).toContain("a gap: nothing about account K1 for 2023");
  });

  test("unknown managers, twins, years that say half and margins that are no share are refused", () => {
    const read = readTexts({
      accounts:
        "account,person,revenue 2023,satisfaction 2023,revenue 2024,margin,lost years\nK1,Z9,5,1,,0.2,\nK2,A1,5,1,6,0.2,\nK2,B2,,,7,0.2,\nK3,A1,,1,6,0.2,\nK4,A1,5,,6,20,\nK5,A1,,,,0.2,\nK6,A1,1,,,0.2,soon\n",
    });
    expect(faults(read).map((one) => /row \d+.*?: ([^,;]*)/.exec(one)?.[1])).toEqual([
      "no such person on the roster",
      "the account has that year already",
      "a year without revenue",
      "too large without %",
      "no revenue in any year",
      "no list of years",
    ]);
    expect(read.reconciliation[1]).toMatchObject({ read: 7, used: 1, refused: 6, made: 2 });
  });

  test("satisfaction on another scale than an index around 1 is refused", () => {
    const text = "account,person,year,revenue,satisfaction\nK1,A1,2024,5,4.3\nK2,A1,2024,5,1.1\n";
    expect(faults(readTexts({ accounts: text }))).toEqual([
      'accounts.csv row 2 column E (satisfaction): no satisfaction around 1, got "4.3"; expected an index of which 1 is normal: the score divided by its target',
    ]);
  });

  test("years must be somewhere", async () => {
    expect(await refusal(() => readTexts({ accounts: "account,person,revenue\nK,A1,5\n" }))).toContain("no year");
  });
});

describe("transactions", () => {
  test("with and without ids, and a measure named by the header", () => {
    const read = readTexts({ transactions: "date,person,sales (EUR)\n2024-03-01,A1,10\n2024-03-02,B2,-5\n" });
    expect(read.data.transactions).toEqual([
      { id: "row 2", date: "2024-03-01", person: "A1", measure: "sales", amount: 10 },
      { id: "row 3", date: "2024-03-02", person: "B2", measure: "sales", amount: -5 },
    ]);
    expect(remarks(read)).toEqual([expect.stringContaining("an amount below zero")]);
  });

  test("twins, unknown accounts and missing amounts are refused", () => {
    const read = readTexts({
      accounts: "account,person,year,revenue\nK1,A1,2024,5\n",
      transactions:
        "id,date,person,account,measure,amount\n1,2024-01-01,A1,K1,m,5\n1,2024-01-02,A1,K1,m,5\n2,2024-01-01,A1,K7,m,5\n3,2024-01-01,A1,K1,m,\n4,soon,A1,,m,1\n",
    });
    expect(faults(read).map((one) => /row \d+.*?: ([^,;]*)/.exec(one)?.[1])).toEqual([
      "the transaction stands there already",
      "no such account",
      "no amount",
      "no date",
    ]);
    expect(read.data.transactions).toHaveLength(1);
  });
});
