import { expect, test } from "vitest";
import { fan } from "../../src/results/people/fan.js";
import { tinyObservations } from "./tiny-observations.js";

/** Two months, five worlds: revenue 10, 20, 30, 40, 50 in the first month and twice that in the second. */
const seen = tinyObservations({
  worlds: 5,
  months: 2,
  quantities: { revenue: [10, 20, 20, 40, 30, 60, 40, 80, 50, 100], "reward cost": Array(10).fill(7) },
});

test("quantiles are over worlds, month by month", () => {
  const { points, quantity, design, title, about } = fan(seen, { design: "a", quantity: "revenue" });
  expect([design, title, quantity.name, about.worlds]).toEqual(["a", "Design A", "revenue", 5]);
  expect(points.map(({ month }) => month)).toEqual([1, 2]);
  const [first, second] = points;
  // Type 7 of five values: P10 is four tenths of the way from the first to the second.
  expect([first.p10, first.p25, first.p50, first.p75, first.p90].map(({ value }) => value)).toEqual([
    14, 20, 30, 40, 46,
  ]);
  expect(second.p50.value).toBe(60);
  expect(first.mean.mean).toBe(30);
  // SD √250, of the mean √50.
  expect(first.mean.standardError).toBeCloseTo(Math.sqrt(50), 12);
});

test("five worlds are too few for an interval of a quantile, and it says so", () => {
  const [{ p50 }] = fan(seen, { quantity: "revenue" }).points;
  expect([p50.low, p50.high]).toEqual([-Infinity, Infinity]);
});

test("what never varies has no spread", () => {
  const [{ p10, p90, mean }] = fan(seen, { quantity: "reward cost" }).points;
  expect([p10.value, p90.value, mean.low, mean.high]).toEqual([7, 7, 7, 7]);
});

test("unknown names are refused with the near one", () => {
  expect(() => fan(seen, { quantity: "revenu" })).toThrow("did you mean revenue?");
  expect(() => fan(seen, { design: "b", quantity: "revenue" })).toThrow('design: "b" was not observed');
});
