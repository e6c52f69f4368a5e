import { describe, expect, test } from "vitest";
import { fitEffort } from "../../src/validation/people.js";
import type { ValidationInputs } from "../../src/validation/row.js";
import { rowWhere, tableRows } from "../../src/validation/table.js";
import { evidenceFor, validate } from "../../src/validation/validate.js";
import { shipped } from "./inputs.js";

const inputs = (text: string, evidenceFolder?: string): ValidationInputs => ({
  ...shipped,
  evidence: { table: text },
  evidenceFolder,
});
const rows = (text: string) => tableRows(inputs(text), "table");

describe("a table", () => {
  test("is read with or without quotes, a byte order mark, Windows line ends, blank lines and spaces", () => {
    const text = '\uFEFFname , people\r\n"a, ""b""",12\r\n\r\n  c , 1.5e3 \r\n';
    const [first, second] = rows(text);
    expect([first.text("name"), first.number("people")]).toEqual(['a, "b"', 12]);
    expect([second.text("name"), second.number("people"), second.place]).toEqual(["c", 1500, "table.csv:4"]);
  });

  test.each([
    ["", "table.csv:1: the file is empty; give a table with a header row"],
    ["a,b\n", "table.csv:1: no rows under the header; give the table with its rows"],
    ["a;b\n1;2\n", "table.csv:1: columns are parted by ;; save it with commas"],
    ["a,b,a\n1,2,3\n", 'table.csv:1: column "a" stands there twice; keep one of them'],
    [
      "a,b\n1,2\n1,2,3\n",
      "table.csv:3: expected 2 cells as in the header, got 3; put a cell that holds a comma in quotes",
    ],
    ["a,b\n1\n", "table.csv:2: expected 2 cells as in the header, got 1; put a cell that holds a comma in quotes"],
    ["a,b\n1,\0PNG\n", "table.csv:2: not a text file: binary content; save it as CSV in UTF-8"],
    ["a,b\nPr\uFFFDmie,1\n", "table.csv:2: not UTF-8: unreadable character; save it as CSV in UTF-8"],
  ])("%j is refused", (text, message) => {
    expect(() => rows(text)).toThrow(message);
  });

  test("says which column is missing, what it has, and what was meant", () => {
    expect(() => rows("rating,persons\n5,1\n")[0].text("person")).toThrow(
      'table.csv:1: no column "person", only rating, persons; did you mean persons?',
    );
  });

  test.each([
    ["", "table.csv:2 share: expected a number, got an empty cell; write a number such as 0.25"],
    ["many", 'table.csv:2 share: expected a number, got "many"; write a number such as 0.25'],
    ['"0,25"', 'table.csv:2 share: expected a number, got "0,25"; write a point, not a comma'],
    ["20 %", 'table.csv:2 share: expected a number, got "20 %"; write a number such as 0.25'],
    ["0x10", 'table.csv:2 share: expected a number, got "0x10"; write a number such as 0.25'],
    ["1e999", 'table.csv:2 share: expected a number, got "1e999"; write a number such as 0.25'],
    ["1.2", "table.csv:2 share: expected a number from 0 to 1, got 1.2; correct it"],
  ])("refuses %j where a share is wanted", (cell, message) => {
    expect(() => rows(`name,share\na,${cell}\n`)[0].number("share", { min: 0, max: 1 })).toThrow(message);
  });

  test("names the folder it came from", () => {
    const from = (folder: string) => () => tableRows(inputs("a;b\n", folder), "table");
    expect(from("my/evidence")).toThrow("my/evidence/table.csv:1: columns");
    expect(from("my/evidence/")).toThrow("my/evidence/table.csv:1: columns");
    expect(() => tableRows(shipped, "table")).toThrow("table.csv: it was not given; pass the text of that table");
  });

  test("has one row of a name", () => {
    const found = rows("arm,n\nranking,1\nno payment,2\nranking,3\n");
    expect(rowWhere(found, "arm", "no payment").number("n")).toBe(2);
    expect(() => rowWhere(found, "arm", "no paymnt")).toThrow(
      'table.csv: no row with arm "no paymnt"; did you mean no payment?',
    );
    expect(() => rowWhere(found, "arm", "ranking")).toThrow('table.csv:4: a second row with arm "ranking"; keep one');
  });
});

describe("the evidence that results read", () => {
  const changed = (name: string, from: string | RegExp, to: string, ids: readonly string[]) => {
    const text = shipped.evidence[name].replace(from, to);
    expect(text).not.toBe(shipped.evidence[name]);
    return () => validate({ ...shipped, evidence: { ...shipped.evidence, [name]: text }, ids });
  };

  test("is asked for by result: the tables of R1 and R2, none of E1", () => {
    expect(evidenceFor(["R1", "R2"])).toEqual(["real-effort-experiment-2018", "turnover-by-rating"]);
    expect(evidenceFor(["E1"])).toEqual([]);
    expect(evidenceFor()).toEqual(["real-effort-experiment-2018", "turnover-by-rating"]);
  });

  test.each([
    [
      "a column",
      "turnover-by-rating",
      "people",
      "staff",
      'turnover-by-rating.csv:1: no column "people", only rating, staff',
    ],
    ["a share", "turnover-by-rating", "0.21", "21", "expected a number from 0 to 1, got 21"],
    ["an arm", "real-effort-experiment-2018", "no payment", "nothing", 'no row with arm "no payment"'],
    ["a number", "real-effort-experiment-2018", "1848.37", "n/a", 'mean_effort: expected a number, got "n/a"'],
  ])("with %s that is off is refused by name", (_, name, from, to, message) => {
    expect(changed(name, from, to, name.startsWith("turn") ? ["R2"] : ["R1"])).toThrow(message);
  });

  test("no law of effort goes through effort that falls with pay, or rises faster than it", () => {
    expect(() => fitEffort(1500, 1400, 2000)).toThrow(
      "no law of effort fits 1500 without pay, 1400 at 0.01 and 2000 at 0.1 cents a press; effort has to rise",
    );
    expect(() => fitEffort(1500, 1600, 1550)).toThrow("no law of effort fits");
    expect(() => fitEffort(1500, 1510, 1700)).toThrow("no law of effort fits");
  });
});
