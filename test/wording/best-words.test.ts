import { describe, expect, test } from "vitest";
import { bestSentence, bestWords, chanceText, tied } from "../../src/wording/best-words.js";

const among = (design: string) => ({ design, mayBeBest: true });
const behind = (design: string) => ({ design, mayBeBest: false });

describe("who is best, in words", () => {
  test("one alone in the set is best; two are a tie, and each may be best", () => {
    expect(bestWords([among("a"), behind("b"), behind("c")])).toEqual(["best", "behind the best", "behind the best"]);
    expect(bestWords([among("a"), among("b"), behind("c")])).toEqual(["may be best", "may be best", "behind the best"]);
    expect(bestSentence([among("a"), behind("b")])).toBe(
      '"a" is best: every other design is behind it by more than luck explains (95 %, all compared at once).',
    );
    expect(bestSentence([among("a"), among("b"), behind("c")])).toBe(
      'It is a tie: "a" and "b" cannot be told from the best with the worlds drawn.',
    );
  });

  test("of one design alone nothing is said", () => {
    expect(bestSentence([among("a")])).toBe("");
  });

  test("a tie of four is named one by one, of five by its number and its first", () => {
    expect(tied(["a", "b", "c", "d"])).toBe('"a", "b", "c" and "d" cannot be told from the best');
    expect(tied(["a", "b", "c", "d", "e"])).toBe('5 designs, "a" first, cannot be told from the best');
  });

  test("what no draw showed is rare, not impossible", () => {
    expect([0, 0.004, 0.2].map(chanceText)).toEqual(["< 1 %", "< 1 %", "20 %"]);
  });
});
