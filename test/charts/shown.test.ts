import { expect, test } from "vitest";
import { isOverlapping } from "../../src/charts/definition/shown.js";

test("intervals that touch have a number in common; those that do not touch are told apart", () => {
  const one = { low: 1, high: 2 };
  const overlaps = (low: number, high: number) => [
    isOverlapping(one, { low, high }),
    isOverlapping({ low, high }, one),
  ];
  expect(overlaps(2, 3)).toEqual([true, true]);
  expect(overlaps(2.01, 3)).toEqual([false, false]);
  expect(overlaps(0, 0.99)).toEqual([false, false]);
  expect(overlaps(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toEqual([true, true]);
});
