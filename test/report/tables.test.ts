import { describe, expect, test } from "vitest";
import { comparisonTable } from "../../src/report/comparison/tables.js";
import { longComparison } from "../../src/report/data-tables/comparison.js";
import { compare } from "../../src/results/compare.js";
import { csv, resultJson } from "../../src/wording/csv.js";
import { printable } from "../../src/wording/printable.js";
import { tableCsvText } from "../../src/wording/table-csv.js";
import { tinyRun } from "../results/tiny-run.js";

const run = tinyRun({
  designs: {
    today: { outcomes: { "net value": [100_000, 200_000], leavers: [0.1, 0.2] } },
    '=1+1,"x"': { title: "@SUM(A1)", outcomes: { "net value": [110_000, 230_000], leavers: [0.1, 0.1] } },
  },
});

describe("comma-separated text", () => {
  test("quotes what needs it, ends lines with CRLF", () => {
    expect(
      csv([
        ["a", 'say "x"', "b,c"],
        [1.5, undefined, "two\nlines"],
      ]),
    ).toBe('a,"say ""x""","b,c"\r\n1.5,,"two\nlines"\r\n');
  });

  test("text that a spreadsheet would run is disarmed, numbers are not touched", () => {
    for (const text of ["=1+1", "+cmd", "-cmd|x", "@SUM(A1)", " =1", "\t=1"]) {
      expect(
        csv([[text]])
          .replaceAll('"', "")
          .startsWith("'"),
        text,
      ).toBe(true);
    }
    expect(csv([["-12.5", "+3e-2", "plain", -7]])).toBe("-12.5,+3e-2,plain,-7\r\n");
    expect(csv([[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]])).toBe("infinity,'-infinity\r\n");
  });

  test("a comparison has one row an outcome, design and response, all of one width", () => {
    const lines = tableCsvText(longComparison(compare(run)))
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(1 + 2 * 2 * 2);
    const plain = lines.filter((line) => !line.includes('"'));
    expect(plain).toHaveLength(5);
    const header = plain[0].split(",");
    for (const line of plain) expect(line.split(",")).toHaveLength(header.length);
    const cells = plain[1].split(",");
    expect(cells[header.indexOf("mean")]).toBe("150000");
    expect(cells[header.indexOf("unit")]).toBe("EUR");
    expect(cells[header.indexOf("hash")]).toBe("0123456789abcdef");
  });

  test("hostile names of designs arrive disarmed and whole", () => {
    expect(tableCsvText(longComparison(compare(run)))).toContain(`"'=1+1,""x""",'@SUM(A1),design,today`);
  });
});

test("JSON keeps every number and writes infinite limits as words", () => {
  const single = tinyRun({ designs: { a: { outcomes: { "net value": [5] } } } });
  const parsed = JSON.parse(resultJson(compare(single)));
  expect(parsed.rows[0].mean).toMatchObject({ mean: 5, low: "-infinity", high: "infinity" });
});

describe("a comparison as a table", () => {
  const text = comparisonTable(compare(run));

  test("hand-worked: +20 ± 127 thousand is written +20 ± 130, the interval's two digits decide", () => {
    expect(text).toContain("net value, thousand EUR per KAM over the horizon (higher is better)");
    expect(text).toMatch(/=1\+1,"x".*\+20 ± 130/);
  });

  test("says the year once and shares in per cent", () => {
    expect(text).toContain("leavers, % per seat and year (lower is better)");
  });

  test("hand-worked: two designs whose difference has SD 20 000 take h²s²/2δ² = 2.7055·4 worlds to tell 10 000 apart", () => {
    const shaken = tinyRun({
      smallest: 10_000,
      designs: {
        a: { outcomes: { "net value": [20_000, -20_000, 20_000, -20_000, 0] } },
        b: { outcomes: { "net value": [0, 0, 0, 0, 0] } },
      },
    });
    expect(comparisonTable(compare(shaken)).replaceAll("\n", " ")).toContain(
      "To name the best of 2 in 95 % of runs when it is 10 thousand EUR ahead takes about 11 worlds; this run has 5.",
    );
    expect(text).not.toContain("To name the best");
  });

  test("no line is wider than 100 characters, however long names are", () => {
    const long = "a-very-long-name-of-a-design-".repeat(6);
    const wide = tinyRun({
      responses: ["look-ahead", "none", "evidence"],
      designs: {
        [`${long}1`]: { outcomes: { "net value": [1.23e7, 2e7] } },
        [`${long}2`]: { outcomes: { "net value": [1e7, 3e7] } },
      },
    });
    for (const line of comparisonTable(compare(wide)).split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  });
});

test("printing is not part of the data", () => {
  const shown = printable({ a: 1 }, ({ a }) => `a is ${a}`);
  expect(String(shown)).toBe("a is 1");
  expect((shown as never as Record<symbol, () => string>)[Symbol.for("nodejs.util.inspect.custom")]()).toBe("a is 1");
  expect(JSON.stringify(shown)).toBe('{"a":1}');
  expect(Object.keys(shown)).toEqual(["a"]);
});
