import { expect, test } from "vitest";
import { payoutTimeline } from "../../src/results/people/payout-timeline.js";
import { tinyObservations } from "./tiny-observations.js";

/** Two worlds, two months: a bonus earned over both and paid in the second, and an award. */
const seen = tinyObservations({
  months: 2,
  rewards: [
    { title: "bonus", form: "cash", card: 0 },
    { title: "award", form: "award", card: 0 },
  ],
  timeline: [
    { earned: [100, 100, 200, 200], accrued: [0, 240, 0, 480], spent: [0, 240, 0, 480], paid: [0, 200, 0, 400] },
    { earned: [10, 10, 10, 10], accrued: [0, 20, 0, 20], spent: [0, 20, 0, 20], paid: [0, 0, 0, 0] },
  ],
});

test("by month, all rewards together", () => {
  const { points } = payoutTimeline(seen, { design: "a" });
  expect(points.map(({ month }) => month)).toEqual([1, 2]);
  expect(points.map(({ earned }) => earned.mean)).toEqual([160, 160]);
  expect(points.map(({ accrued }) => accrued.mean)).toEqual([0, 380]);
  expect(points.map(({ paid }) => paid.mean)).toEqual([0, 300]);
  // 110 and 210: SD 70.71, of the mean 50.
  expect(points[0].earned.standardError).toBeCloseTo(50, 12);
});

test("all months together", () => {
  const { total } = payoutTimeline(seen);
  expect([total.earned.mean, total.accrued.mean, total.spent.mean, total.paid.mean]).toEqual([320, 380, 380, 300]);
});

test("each reward alone", () => {
  const { rewards } = payoutTimeline(seen);
  expect(rewards.map(({ title, form }) => [title, form])).toEqual([
    ["bonus", "cash"],
    ["award", "award"],
  ]);
  expect([...rewards[0].earned]).toEqual([150, 150]);
  expect([...rewards[1].spent]).toEqual([0, 20]);
});

test("a design that pays nothing has a timeline of zeros", () => {
  const { points, total } = payoutTimeline(tinyObservations({ months: 1 }));
  expect([points[0].earned.mean, total.paid.mean]).toEqual([0, 0]);
});
