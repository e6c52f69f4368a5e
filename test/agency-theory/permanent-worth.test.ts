import { expect, test } from "vitest";
import { permanentWorth } from "../../src/agency-theory/ideal/theory.js";

test("a yearly amount that keeps nine tenths a year is worth ten of it for good; one that keeps half 1.75 over three years", () => {
  expect(permanentWorth(0.9)).toBeCloseTo(10, 12);
  expect(permanentWorth(1)).toBe(Number.POSITIVE_INFINITY);
  expect(permanentWorth(0.5, 3)).toBe(1.75);
});
