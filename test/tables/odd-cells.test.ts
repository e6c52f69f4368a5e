import { describe, expect, test } from "vitest";
import { readTables } from "../../src/employee-data/read-people.js";
import { readPeople } from "../../src/node/spreadsheets/tables.js";
import { openWorkbook } from "../../src/node/spreadsheets/workbook.js";
import { archive } from "../../src/node/spreadsheets/zip.js";
import { faults, fileOf, refusal, remarks, tableOf } from "./made.js";
import { partsOfBook, type RawBook, rawBook, rowOf } from "./raw-book.js";

const open = (book: RawBook) => openWorkbook("x.xlsx", rawBook(book)).table("People");

/** The second cell of a row whose first is text. */
const cell = (xml: string, book: RawBook = {}) =>
  open({ texts: "<si><t>first</t></si>", ...book, cells: rowOf(1, ["id", xml]) }).rows[0]?.[1];

describe("a cell with content is a value or a fault, never a blank and never another value", () => {
  test.each([
    ['<c t="s"><v></v></c>', "nothing", "a cell that names no text"],
    ['<c t="s"><v>first</v></c>', "first", "a cell that names no text"],
    ['<c t="s"><v>-1</v></c>', "-1", "a cell that names no text"],
    ['<c t="s"><v>0.5</v></c>', "0.5", "a cell that names no text"],
    ['<c t="inlineStr"/>', "nothing", "a text cell without its text"],
    ['<c t="inlineStr"></c>', "nothing", "a text cell without its text"],
    ['<c t="inlineStr"><is/></c>', "nothing", "a text cell without its text"],
    ['<c t="inlineStr"><is><r><rPr><b/></rPr></r></is></c>', "nothing", "a text cell without its text"],
    ['<c t="inlineStr"><v>5</v></c>', "5", "a text cell with another value"],
    ["<c><is><t>50000</t></is></c>", "50000", "a text in a cell that is not one of text"],
    ['<c t="n"><is><t>50000</t></is><v>7</v></c>', "50000", "a text in a cell that is not one of text"],
    ["<c><v>0x1F</v></c>", "0x1F", "a value that is no number"],
    ["<c><v>0b11</v></c>", "0b11", "a value that is no number"],
    ["<c><v>nan</v></c>", "nan", "a value that is no number"],
    ["<c><v>Infinity</v></c>", "Infinity", "a value that is no number"],
    ["<c><v>60,000</v></c>", "60,000", "a value that is no number"],
    ["<c><v>1 000</v></c>", "1 000", "a value that is no number"],
    ["<c><v>1_000</v></c>", "1_000", "a value that is no number"],
    ["<c><v>5 EUR</v></c>", "5 EUR", "a value that is no number"],
    ["<c><v>1e400</v></c>", "1e400", "a number too large"],
    ["<c><v>-1e400</v></c>", "-1e400", "a number too large"],
    ["<c><v>9007199254740993</v></c>", "9007199254740993", "a number of more digits than a workbook can keep"],
    [
      "<c><v>1.2345678901234568E+16</v></c>",
      "1.2345678901234568E+16",
      "a number of more digits than a workbook can keep",
    ],
    ['<c t="b"><v>2</v></c>', "2", "neither true nor false"],
    ['<c t="b"><v></v></c>', "nothing", "neither true nor false"],
    ['<c t="d"><v>2023-02-29</v></c>', "2023-02-29", "no day of any calendar"],
    ['<c t="d"><v>soon</v></c>', "soon", "no day of any calendar"],
    ['<c t="e"><v></v></c>', "nothing", "an error without a name"],
    ['<c t="q"><v>1</v></c>', "1", "a cell of a kind that is not known, q"],
    ["<c><f>A1*2</f></c>", "=A1*2", "a formula without a stored value"],
    ["<c><f>A1*2</f><v/></c>", "=A1*2", "a formula without a stored value"],
    ["<c><f>A1*2</f><v></v></c>", "=A1*2", "a formula without a stored value"],
    ['<c s="1"><f>1/3</f><v></v></c>', "=1/3", "a formula without a stored value"],
    ['<c t="s"><f>B9</f><v/></c>', "=B9", "a formula without a stored value"],
    ['<c t="str"><f>B9</f></c>', "=B9", "a formula without a stored value"],
    ['<c><f t="shared" si="0"/></c>', "=", "a formula without a stored value"],
    ["<c><f>A1&amp;&quot;x&quot;</f></c>", '=A1&"x"', "a formula without a stored value"],
  ])("%s", (xml, error, fault) => {
    expect(cell(xml)).toMatchObject({ error, fault });
  });

  test.each(["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"])(
    "%s is a fault that names it",
    async (name) => {
      const cells = rowOf(1, ["id", "salary"]) + rowOf(2, ["A", `<c t="e"><f>B9</f><v>${name}</v></c>`]);
      const read = readTables({ roster: open({ cells }) });
      expect(faults(read)).toEqual([expect.stringContaining(`the formula failed: ${name}, got "${name}"`)]);
    },
  );

  test.each<[string, unknown]>([
    ["<c><v>1250.5</v></c>", 1250.5],
    ["<c><v> 7 </v></c>", 7],
    ["<c><v>-1.5E-3</v></c>", -0.0015],
    ["<c><v>.5</v></c>", 0.5],
    ["<c><v>9007199254740991</v></c>", 9_007_199_254_740_991],
    ["<c><f>1/2</f><v>0.5</v></c>", 0.5],
    ["<c><v><![CDATA[12]]></v></c>", 12],
    ["<c><v>1<!-- a remark -->2</v></c>", 12],
    ['<c s="1"><v>0.25</v></c>', { share: 0.25 }],
    ['<c s="2"><v>45292</v></c>', { day: "2024-01-01", serial: 45_292 }],
    ['<c t="d"><v>2024-02-29T00:00:00</v></c>', { day: "2024-02-29", serial: 0 }],
    ['<c t="b"><v>true</v></c>', true],
    ['<c t="s"><v>0</v></c>', "first"],
    ['<c t="str"><f>""</f><v></v></c>', ""],
    ['<c t="str"><v>a &lt; b</v></c>', "a < b"],
    ['<c t="inlineStr"><is><t></t></is></c>', ""],
    ['<c t="inlineStr"><is><t xml:space="preserve"> a_x000A_b </t></is></c>', " a\nb "],
    ['<c t="inlineStr"><is><r><t>a</t></r><r><rPr/><t>b</t></r><rPh><t>no</t></rPh></is></c>', "ab"],
    ["<c><v></v></c>", undefined],
    ['<c s="1"/>', undefined],
  ])("%s is read", (xml, value) => {
    expect(cell(xml)).toEqual(value);
  });

  test("a person of a row with such a cell is not paid on the rest of it", async () => {
    const cells = [
      rowOf(1, ["person", "year", "revenue target", "revenue", "satisfaction"]),
      rowOf(2, ["A", 2024, 100, 105, "<c><f>4.5/5</f><v/></c>"]),
      rowOf(3, ["B", 2024, 100, 105, 0.9]),
    ].join("");
    const history = fileOf("formula.xlsx", rawBook({ cells }));
    const read = await readPeople({ roster: fileOf("two.csv", "id,salary\nA,50000\nB,60000\n"), history });
    expect(read.data.results.map(({ person }) => person)).toEqual(["B", "B"]);
    expect(faults(read)).toEqual([
      expect.stringMatching(
        /row 2 column E \(satisfaction\): a formula without a stored value, got "=4.5\/5"; expected a value; open/,
      ),
    ]);
  });
});

describe("one notation in a column of a workbook", () => {
  const cells = (header: string, ...values: (string | number)[]) =>
    rowOf(1, ["person", "year", header]) + values.map((value, k) => rowOf(k + 2, ["A", 2020 + k, value])).join("");
  const read = (header: string, ...values: (string | number)[]) =>
    readTables({ roster: tableOf("id,salary\nA,1\n"), history: open({ cells: cells(header, ...values) }) });
  const percent = (share: number): string => `<c s="1"><v>${share}</v></c>`;

  test("a cell that lost its per cent format is a fault, with and without per cent in the header", () => {
    for (const header of ["attainment %", "attainment"]) {
      const found = read(header, percent(1.05), percent(0.9), 1.1);
      expect(faults(found)).toEqual([expect.stringMatching(/row 4 column C \(attainment.*per cent/)]);
      expect(found.data.results.map(({ result }) => result)).toEqual([1.05, 0.9]);
    }
  });

  test("zero is zero either way, and one notation throughout is read", () => {
    expect(read("attainment %", percent(1.05), 0).data.results.map(({ result }) => result)).toEqual([1.05, 0]);
    expect(read("attainment %", 105, 90).data.results.map(({ result }) => result)).toEqual([1.05, 0.9]);
    expect(read("attainment %", percent(1.05), percent(0.9)).data.results).toHaveLength(2);
  });
});

test("a text file's number that no computer keeps is a fault, not another number", () => {
  for (const number of ["9007199254740993", "1e400", "-12345678901234567890"]) {
    const found = readTables({ roster: tableOf(`id,salary\nA,${number}\n`) });
    expect(faults(found)).toEqual([expect.stringContaining("a number too large")]);
  }
});

test("a day that no calendar has is no blank in a column of text", () => {
  const cells = rowOf(1, ["id", "salary", "team"]) + rowOf(2, ["A", 1, '<c s="2"><v>60</v></c>']);
  expect(readTables({ roster: open({ cells }) }).data.people[0]?.team).toBe("60");
});

const two = rowOf(1, ["id", "salary"]) + rowOf(2, ["A", 50_000]);

describe("a part that is not whole refuses the workbook", () => {
  test.each<[string, RawBook, string]>([
    ["a tag that is not closed", { cells: two.replace("</c>", "") }, "is not closed"],
    ["tags that cross", { cells: "<row><c><v>1</c></v></row>" }, "is not closed"],
    ["an unknown entity", { cells: rowOf(1, ["a&nbsp;b"]) }, "an entity that is not known, &nbsp;"],
    ["a lone &", { cells: rowOf(1, ["a & b"]) }, "an & that begins no entity"],
    ["a character XML does not know", { cells: rowOf(1, ["a&#0;b"]) }, "a character that XML does not know"],
    ["a control character", { cells: rowOf(1, ["a\u0001b"]) }, "it holds a control character"],
    ["an attribute twice", { cells: '<row r="1" r="2"/>' }, "r stands twice in a tag"],
    ["an attribute without quotes", { cells: "<row r=1/>" }, "an attribute stands without quotes"],
    ["a text beside cells", { cells: "<row r='1'>7</row>" }, "something stands between its cells"],
    ["CDATA beside cells", { cells: "<row r='1'><![CDATA[7]]></row>" }, "something stands between its cells"],
    ["a value beside its tags", { cells: "<row r='1'><c>7</c></row>" }, "something stands in a cell outside its tags"],
    ["a cell with two values", { cells: "<row r='1'><c><v>1</v><v>2</v></c></row>" }, "a cell holds two values"],
    ["a cell of another row", { cells: '<row r="1"><c r="A2"><v>1</v></c></row>' }, "cell A2 stands in row 1"],
    ["a cell at no place", { cells: '<row r="1"><c r="1A"><v>1</v></c></row>' }, '"1A" is no place of a cell'],
    ["a text that is not there", { cells: '<row r="1"><c t="s"><v>4</v></c></row>' }, "a text that is not there"],
    ["a format that is not there", { cells: '<row r="1"><c s="9"><v>4</v></c></row>' }, "a format that is not there"],
    ["cells in two places", { cells: two, after: "<sheetData/>" }, "two sets of cells"],
    ["no list of texts", { parts: { "xl/sharedStrings.xml": undefined } }, "xl/sharedStrings.xml is missing"],
    ["no list of formats", { parts: { "xl/styles.xml": undefined } }, "xl/styles.xml is missing"],
    ["no sheet", { parts: { "xl/worksheets/sheet1.xml": undefined } }, "sheet People is not in the workbook"],
    ["no relations", { parts: { "xl/_rels/workbook.xml.rels": undefined } }, "sheet People is not in the workbook"],
    ["no list of sheets", { parts: { "xl/workbook.xml": undefined } }, "it has no list of sheets"],
    [
      "another encoding",
      { parts: { "xl/sharedStrings.xml": '<?xml version="1.0" encoding="ISO-8859-1"?><sst/>' } },
      "it is written in ISO-8859-1",
    ],
    [
      "a document type",
      { parts: { "xl/sharedStrings.xml": '<!DOCTYPE sst [<!ENTITY a "b">]><sst/>' } },
      "it has a document type",
    ],
    [
      "merged cells over each other",
      { cells: two, after: '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:B3"/></mergeCells>' },
      "lie over each other",
    ],
    [
      "merged cells nowhere",
      { cells: two, after: '<mergeCells><mergeCell ref="A1-B2"/></mergeCells>' },
      '"A1-B2" is no range of cells',
    ],
  ])("%s", async (_, book, message) => {
    expect(await refusal(() => open(book))).toContain(message);
  });

  test("bytes that are not UTF-8", async () => {
    const parts = partsOfBook({ cells: rowOf(1, ["Müller"]) });
    const bytes = Buffer.from(archive(parts.map((one) => ({ ...one, text: one.text.replace("ü", "??") }))));
    expect(openWorkbook("x.xlsx", bytes).table("People").rows[0]?.[0]).toBe("M??ller");
    const latin = parts.map((one) => ({ ...one, text: Buffer.from(one.text.replace("ü", "\xfc"), "latin1") }));
    expect(await refusal(() => openWorkbook("x.xlsx", archive(latin as never)).table("People"))).toContain(
      "not written in UTF-8",
    );
  });

  test("two parts of one name, whatever their case", async () => {
    for (const name of ["xl/worksheets/sheet1.xml", "xl/worksheets/Sheet1.XML"]) {
      const parts = partsOfBook({ cells: two });
      const second = { name, text: parts.at(-1)!.text.replace("50000", "90000") };
      expect(await refusal(() => openWorkbook("x.xlsx", archive([...parts, second])))).toContain("two parts called");
    }
  });

  test("two sheets of one name", async () => {
    const sheets =
      '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/><sheet name="A" r:id="r1"/></sheets></workbook>';
    expect(await refusal(() => open({ parts: { "xl/workbook.xml": sheets } }))).toContain("two sheets are called A");
  });
});

describe("what a sheet does not show is said", () => {
  const cells = rowOf(1, ["id", "salary", "team"]) + rowOf(2, ["A", 1, "x"], 'hidden="1"') + rowOf(3, ["B", 2, "y"]);

  test("rows, columns and sheets that are hidden, one remark each", () => {
    const before = '<cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="9" hidden="1"/></cols>';
    const table = open({ cells, before, sheet: 'state="veryHidden"' });
    expect(remarks(readTables({ roster: table })).filter((one) => one.includes("hidden"))).toEqual([
      "x.xlsx, sheet People: the sheet is hidden; it is read like any other",
      "x.xlsx, sheet People: row 2 is hidden; it is read like any other",
      "x.xlsx, sheet People: columns B to C are hidden; they are read like all others",
    ]);
    expect(readTables({ roster: table }).data.people).toHaveLength(2);
  });

  test("rows without height, and blank ones that nobody misses", () => {
    const flat = cells.replace('hidden="1"', 'ht="0" customHeight="1"');
    const blank = '<row r="4" hidden="1"><c r="A4" s="1"/></row>';
    expect(open({ cells: flat + blank }).remarks).toEqual(["row 2 is hidden; it is read like any other"]);
  });

  test("a filter of the sheet, or of a table in it", () => {
    const filter = '<autoFilter ref="A1:C3"><filterColumn colId="0"><filters/></filterColumn></autoFilter>';
    expect(open({ cells, after: filter }).remarks).toEqual(["a filter hides row 2; it is read like any other"]);
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels":
        '<Relationships><Relationship Id="t" Type="x/table" Target="../tables/table1.xml"/></Relationships>',
      "xl/tables/table1.xml": `<table ref="A1:C3">${filter}<tableColumns/></table>`,
    };
    expect(open({ cells, parts }).remarks).toEqual(["a filter hides row 2; it is read like any other"]);
    expect(open({ cells: cells.replace('hidden="1"', ""), after: filter }).remarks).toEqual([]);
  });
});

describe("merged cells", () => {
  const merge = (ref: string) => `<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>`;
  const cells =
    rowOf(1, ["People"]) + rowOf(2, ["id", "salary", "team"]) + rowOf(3, ["A", 1, "x"]) + rowOf(4, ["B", 2]);

  test("of labels hold for all the rows they span, which is said", () => {
    const read = readTables({ roster: open({ cells, after: merge("C3:C4") }) });
    expect(read.data.people.map(({ id, team }) => [id, team])).toEqual([
      ["A", "x"],
      ["B", "x"],
    ]);
    expect(remarks(read).join("\n")).toContain("labels in merged cells hold for all the rows they span");
  });

  test("of numbers are a fault of the rows that lack the value", () => {
    const read = readTables({ roster: open({ cells, after: merge("B3:B4") }) });
    expect(faults(read)).toEqual([
      'x.xlsx, sheet People row 4 column B (salary): a cell merged with another, which alone holds a value, got "2"; expected unmerge B3:B4 and fill every cell',
    ]);
    expect(read.data.people.map(({ id }) => id)).toEqual(["A"]);
  });

  test("of titles and headers are none, and are handed on", () => {
    const table = open({ cells, after: merge("A1:C1") });
    expect(table.merged).toEqual([{ fromRow: 0, toRow: 0, fromColumn: 0, toColumn: 2 }]);
    expect(faults(readTables({ roster: table }))).toEqual([]);
  });
});
