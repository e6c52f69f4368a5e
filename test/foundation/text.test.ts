import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  camelToWords,
  formatNumber,
  joinWords,
  plural,
  pluralOf,
  significant,
  singularOf,
  textTable,
  wordsToCamel,
  wrap,
} from "../../src/foundation/text/text.js";

describe("names", () => {
  test.each([
    ["relationFade", "relation fade"],
    ["meanNPS", "mean NPS"],
    ["KAMTurnover", "KAM turnover"],
    ["cap", "cap"],
    ["year2Target", "year2 target"],
  ])("%s reads %s, and back", (camel, words) => {
    expect(camelToWords(camel)).toBe(words);
    expect(wordsToCamel(words)).toBe(camel);
  });

  test("capitals, hyphens and spaces do not matter to a name", () => {
    expect(wordsToCamel("Relation-fade ")).toBe("relationFade");
  });

  test("words survive the way to a name and back", () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        expect(camelToWords(wordsToCamel(words.join(" ")))).toBe(words.join(" "));
      }),
    );
  });
});

describe("numbers", () => {
  test.each([
    [1234567.891, {}, "1,234,567.891"],
    [-1234.5, { digits: 0 }, "-1,235"],
    [999, {}, "999"],
    [1000, { grouping: false, digits: 2 }, "1000.00"],
    [5, { sign: true }, "+5"],
    [0, { sign: true }, "0"],
    [-0.001, { digits: 1 }, "0.0"],
    [-0, {}, "0"],
    [1e21, {}, "1e+21"],
    [0.123456, {}, "0.123456"],
    [Number.NaN, {}, "not a number"],
    [-Infinity, {}, "-infinity"],
  ])("%d with %o is %s", (value, format, written) => {
    expect(formatNumber(value, format)).toBe(written);
  });

  test("without its commas a formatted number is the number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(formatNumber(value).replaceAll(",", ""))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test("significant digits", () => {
    expect(significant(1234.5, 2)).toBe(1200);
    expect(significant(0.0012345, 3)).toBe(0.00123);
    expect(significant(0, 3)).toBe(0);
  });
});

describe("words", () => {
  test("plurals", () => {
    expect(plural(1, "world")).toBe("1 world");
    expect(plural(0, "world")).toBe("0 worlds");
    expect(plural(2000, "world")).toBe("2,000 worlds");
    expect(plural(2, "analysis", "analyses")).toBe("2 analyses");
  });

  test.each([
    ["account", "accounts"],
    ["company", "companies"],
    ["bonus", "bonuses"],
    ["person", "people"],
    ["day", "days"],
  ])("%s, %s", (one, many) => {
    expect(pluralOf(one)).toBe(many);
  });

  test.each(["account", "company", "class", "person", "day", "match"])("%s comes back from its plural", (one) => {
    expect(singularOf(pluralOf(one))).toBe(one);
    expect(singularOf(one)).toBe(one);
  });

  test("lists", () => {
    expect(joinWords([])).toBe("");
    expect(joinWords(["a"])).toBe("a");
    expect(joinWords(["a", "b"])).toBe("a and b");
    expect(joinWords(["a", "b", "c"])).toBe("a, b and c");
    expect(joinWords(["a", "b"], "or")).toBe("a or b");
  });
});

describe("layout", () => {
  test("a table aligns its columns", () => {
    const rows = [["design", "cost"], ["none", "0"], ["target bonus", "14,400"], ["short"]];
    expect(textTable(rows, { align: ["left", "right"], header: true, indent: 2 })).toBe(
      [
        "  design          cost",
        "  ────────────  ──────",
        "  none               0",
        "  target bonus  14,400",
        "  short",
      ].join("\n"),
    );
    expect(textTable([])).toBe("");
  });

  test("wrapping keeps words whole and paragraphs apart", () => {
    expect(wrap("one two three", 9, 2)).toBe("  one two\n  three");
    expect(wrap("a extraordinarily b\n\nc", 5)).toBe("a\nextraordinarily\nb\n\nc");
  });

  test("wrapping keeps every word in order, and lines within the width unless one word fills them", () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 3, max: 30 }), (words, wide) => {
        const lines = wrap(words.join(" "), wide, 2).split("\n");
        expect(lines.flatMap((line) => line.trim().split(" "))).toEqual(words);
        for (const line of lines) expect(line.length <= wide || !line.trim().includes(" ")).toBe(true);
      }),
    );
  });
});
