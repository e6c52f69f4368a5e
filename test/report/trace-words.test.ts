import { beforeAll, expect, test } from "vitest";
import { traceText } from "../../src/report/runs/trace-text.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import type { Trace } from "../../src/simulation/trace/trace.js";
import { trace } from "../../src/simulation/trace/trace.js";
import { smallFile } from "../simulation/small.js";

let found: Trace;
beforeAll(async () => {
  found = await trace(makeScenario(smallFile()), { design: "revenue" });
});

/** The diary with something else in its months. */
const said = (change: (month: Trace["months"][number]) => Trace["months"][number]): string =>
  traceText({ ...found, months: found.months.map(change) }).replace(/\s+/g, " ");

test("months are counted from 1", () => {
  expect(found.months.map(({ month }) => month)).toEqual(Array.from({ length: 24 }, (_, m) => m + 1));
});

test("one account lost in a month is said", () => {
  expect(said((one) => ({ ...one, lost: one.month === 3 ? 1 : 0 }))).toContain("1 account lost");
  expect(said((one) => ({ ...one, lost: 0 }))).not.toContain("lost");
});

test("tighter targets take from the score and are harder, eased ones add to it and are easier", () => {
  const tightened = (tightening: number) =>
    said((one) => ({
      ...one,
      cards: one.cards.map((card) => (card.close ? { ...card, close: { ...card.close, tightening } } : card)),
    }));
  expect(tightened(0.05)).toMatch(/− 5(?:\.0+)? % for harder targets/);
  expect(tightened(-0.05)).toMatch(/\+ 5(?:\.0+)? % for easier targets/);
});
