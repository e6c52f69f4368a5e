import { expect, test } from "vitest";
import { haveSameBytes } from "./same-bytes.js";

test("columns with the same bits are equal without a look at each number; others are left to the runner", () => {
  const column = Float64Array.of(1, Number.NaN, -0);
  expect(haveSameBytes(column, column.slice())).toBe(true);
  expect(haveSameBytes(new Float64Array(4).subarray(1, 3), new Float64Array(2))).toBe(true);
  for (const other of [Float64Array.of(1, Number.NaN, 0), Float64Array.of(1), new Uint8Array(24), [1], "1"])
    expect(haveSameBytes(column, other)).toBeUndefined();
  expect(() => expect(column).toEqual(Float64Array.of(1, Number.NaN, 0))).toThrow();
  expect(() => expect({ column }).toEqual({ column: Float64Array.of(1, 2, 3) })).toThrow();
  expect({ column: [column] }).toEqual({ column: [column.slice()] });
});
