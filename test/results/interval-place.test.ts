import { describe, expect, test } from "vitest";
import { intervalPlace, isSure, turned } from "../../src/results/statistics/interval-place.js";

const place = (low: number, high: number, smallest?: number) => intervalPlace({ low, high }, smallest);

describe("where an interval lies", () => {
  test("against a smallest difference of 10: a border that is reached is passed, and within is within on both sides", () => {
    expect(place(10, 30, 10)).toBe("above");
    expect(place(9.9, 30, 10)).toBe("across");
    expect(place(-9.9, 9.9, 10)).toBe("within");
    expect(place(-9.9, 10, 10)).toBe("across");
    expect(place(-30, -10, 10)).toBe("below");
    expect(place(-30, -9.9, 10)).toBe("across");
    expect(place(-30, 30, 10)).toBe("across");
  });

  test("against zero: which side it lies on, and nothing is sure where it reaches zero", () => {
    expect([place(1, 2), place(-2, -1), place(-1, 1)]).toEqual(["above", "below", "across"]);
    expect([place(0, 2), place(-2, 0), place(0, 0)]).toEqual(["across", "across", "within"]);
    expect([isSure({ low: 1, high: 2 }), isSure({ low: -2, high: -1 })]).toEqual([true, true]);
    expect([isSure({ low: 0, high: 2 }), isSure({ low: 0, high: 0 })]).toEqual([false, false]);
  });

  test("one value says nothing: infinite ends are across, as are ends that are no numbers", () => {
    expect(place(-Infinity, Infinity, 10)).toBe("across");
    expect(place(Number.NaN, Number.NaN)).toBe("across");
  });

  test("turned, above is below", () => {
    expect(turned({ low: 1, high: 3 })).toEqual({ low: -3, high: -1 });
    expect(intervalPlace(turned({ low: 10, high: 30 }), 10)).toBe("below");
  });
});
