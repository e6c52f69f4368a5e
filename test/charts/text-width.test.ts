import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutText, textWidth, widestText, wrapText } from "../../src/charts/drawing/text-width.js";

describe("widths of text in the font of charts", () => {
  test("are the advance widths of DejaVu Sans: H 752, i 278, thousandths of the size", () => {
    expect(textWidth("Hi", 10)).toBeCloseTo((752 + 278) / 100, 9);
    expect(textWidth("H", 100, true)).toBeCloseTo(83.7, 1);
    expect(widestText(["H", "Hi"], 10)).toBe(textWidth("Hi", 10));
    expect(widestText([], 10)).toBe(0);
  });

  test("add up, letter by letter, whatever the letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        expect(textWidth(a + b, 11)).toBeCloseTo(textWidth(a, 11) + textWidth(b, 11), 9);
      }),
    );
  });

  test("wrapped lines fit, and no word is lost", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 90, max: 400 }),
        (words, width) => {
          const lines = wrapText(words.join(" "), width, 11);
          for (const line of lines) expect(textWidth(line, 11)).toBeLessThanOrEqual(width);
          expect(lines.join(" ")).toBe(words.join(" "));
        },
      ),
    );
  });

  test("a cut text fits and keeps both its ends", () => {
    const cut = cutText("Salary increase, 3 years, outputs", 120, 11);
    expect(textWidth(cut, 11)).toBeLessThanOrEqual(120);
    expect(cut).toMatch(/^Salary.*….*puts$/);
    expect(cutText("short", 120, 11)).toBe("short");
  });
});
