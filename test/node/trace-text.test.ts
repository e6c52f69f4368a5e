import { expect, test } from "vitest";
import { traceText } from "../../src/report/runs/trace-text.js";
import type { Trace, TraceMonth } from "../../src/simulation/trace/trace.js";

const month: TraceMonth = {
  month: 12,
  isVacant: false,
  effort: { "executive access": 1.5, "selling push": 0.8, "customer time": 1 },
  totalEffort: 1.02,
  motive: 0.9,
  ability: 1,
  revenue: 123_456,
  push: 0,
  relationship: 1.1,
  satisfaction: 1,
  lost: 2,
  cards: [
    {
      period: 12,
      left: 1,
      forecast: 1.05,
      spread: 0.04,
      tenth: 900,
      measures: [
        { name: "account revenue", weight: 0.6, sample: 1.07, attainment: 1.1234 },
        { name: "customer contact", weight: 0.4, sample: 1, attainment: 1.1 },
      ],
      targets: [],
      close: {
        score: 1.07404,
        raterError: 0.01,
        tightening: 0.05,
        team: [],
        payouts: [
          {
            ...{
              reward: "cash bonus",
              form: "cash",
              unit: 8_000,
              share: 0.6,
              pays: 1.2,
              served: 6,
              months: 12,
              factors: [],
            },
            parts: [
              { form: "cash", share: 0.5, after: 0, isForfeited: false },
              { form: "cash", share: 0.5, after: 24, isForfeited: true },
            ],
          },
        ],
      },
    },
  ],
  paid: 12_000,
  paidBy: [{ reward: "cash bonus", paid: 12_000 }],
  accrued: 14_400,
  raise: 0,
  utility: 70_000,
  outside: 75_000,
  hasLeft: true,
};

const trace: Trace = {
  title: "Small",
  design: "today",
  designTitle: "Today's scheme",
  response: "look-ahead",
  world: 3,
  manager: 1,
  seed: 5,
  currency: "EUR",
  scale: 0.8,
  shift: 0.05,
  rewards: [
    {
      ...{ reward: "cash bonus", period: 12, rows: [] },
      curve: {
        ...{ winners: 0, below: 0, slope: 0, paysLower: false },
        places: [
          { at: 0.8, before: 0, pays: 0.5 },
          { at: 1, before: 1, pays: 1 },
          { at: 1.05, before: 1.1, pays: 1.2 },
        ],
      },
    },
  ],
  months: [month],
};

test("a diary tells what a close pays, what was lost and who left, in words and numbers", () => {
  const lines = traceText(trace).split("\n");
  expect(lines[0]).toBe(`Small: manager 1 in world 3 under "today" (Today's scheme), response look-ahead, seed 5`);
  expect(lines[1]).toBe("Held equal: amounts × 0.800, targets 0.050 of score harder than written.");
  expect(lines.join(" ")).toContain(
    "cash bonus of 1 year pays by score: 0 % below 80 %, 50 % at 80 %, 100 % at 100 %, 110 % and then 120 % at 105 %, no more above; straight between.",
  );
  const row = lines.findIndex((line) => /^ +12 /.test(line));
  expect(lines[row].trim().split(/ {2,}/)).toEqual([
    "12",
    "1.02",
    "0.90",
    "123,456",
    "1.10",
    "1.00",
    "12,000",
    "14,400",
    "1.05",
    "0.04",
    "900",
  ]);
  const words = lines
    .slice(row + 1)
    .map((line) => line.trim())
    .join(" ");
  expect(words).toBe(
    "2 accounts lost close of 1 year: score 107.4 % = 60 % × 112.34 % account revenue + 40 % × 110 % customer contact " +
      "+ 1 % error of raters − 5 % for harder targets; cash bonus pays 120 % at 107.4 % × 6/12 months served " +
      "= 60 % of 8,000 EUR = 4,800 EUR: 2,400 EUR now and 2,400 EUR after 2 years to who is still here " +
      "effort against normal: executive access 1.50, selling push 0.80 and customer time 1.00 " +
      "the manager leaves: staying is worth 70,000 EUR/year, the best job elsewhere 75,000",
  );
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
});

test("without a scorecard it shows no expectations, and an empty seat is said", () => {
  const text = traceText({
    ...trace,
    scale: 1,
    shift: 0,
    months: [{ ...month, cards: [], lost: 0, hasLeft: false, isVacant: true }],
  });
  expect(text).not.toContain("Held equal");
  expect(text).not.toMatch(/expects {2}/);
  expect(text.trimEnd().split("\n").at(-1)).toBe("       the seat is empty");
});
