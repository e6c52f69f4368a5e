import { DataFrame } from "danfojs-node";
import { compare, parseScenario, simulate } from "rewardlab";
import { sampleCorrelation } from "simple-statistics";
import { expect, test } from "vitest";
import { fromFrame, toFrame } from "../../notebooks/tools/frames.js";
import { small } from "../node/command.js";

const run = await simulate(parseScenario(small), { replications: 16, workers: 1 });

test("a run is a row for each response, design and world", () => {
  const frame = toFrame(run);
  expect(frame.shape).toEqual([run.responses.length * run.designs.length * 16, 4 + run.outcomes.length]);
  const rows = fromFrame(toFrame(run, { response: "none", outcomes: ["net value"] }));
  const today = rows.filter((row) => row.design === "today").map((row) => row["net value"]);
  expect(today).toEqual([...(run.columns.get("none|today|net value") ?? [])]);
});

test("a long frame has the same numbers, a row each", () => {
  const outcomes = ["net value", "reward cost"] as const;
  const wide = fromFrame(toFrame(run, { outcomes, response: "none" }));
  const long = fromFrame(toFrame(run, { outcomes, response: "none", form: "long" }));
  expect(long.length).toBe(2 * wide.length);
  for (const name of outcomes)
    expect(long.filter((row) => row.outcome === name).map((row) => row.value)).toEqual(wide.map((row) => row[name]));
});

test("a comparison is a row for each outcome and design, with its estimates in columns of their own", () => {
  const better = compare(run, { outcomes: ["net value", "leavers"] });
  const rows = fromFrame(toFrame(better));
  expect(rows.length).toBe(better.rows.length);
  for (const [k, row] of rows.entries()) {
    expect(row["mean mean"]).toBe(better.rows[k].mean.mean);
    expect(row["difference high"]).toBe(better.rows[k].difference?.high ?? null);
    expect(row.responses).toBeUndefined();
  }
});

test("columns without a value are left out; missing numbers are NaN in the frame and null outside", () => {
  const frame = toFrame([
    { name: "a", value: 1.5, other: undefined, mixed: 1 },
    { name: undefined, value: Number.NaN, mixed: "x" },
    { name: "c", value: null },
  ]);
  expect(frame.columns).toEqual(["name", "value", "mixed"]);
  expect(frame.dtypes).toEqual(["string", "float32", "string"]);
  expect(frame.column("value").values).toEqual([1.5, Number.NaN, Number.NaN]);
  expect(frame.column("value").dropNa().mean()).toBe(1.5);
  expect(fromFrame(frame)).toEqual([
    { name: "a", value: 1.5, mixed: "1" },
    { name: null, value: null, mixed: "x" },
    { name: "c", value: null, mixed: null },
  ]);
});

test("numbers keep all their digits there and back, however many rows come first without one", () => {
  const rows = [...Array.from({ length: 40 }, (_, k) => ({ k, x: null, text: null })), { k: 40, x: 1 / 3, text: "t" }];
  const frame = toFrame(rows);
  expect(frame.dtypes).toEqual(["float32", "float32", "string"]);
  expect(fromFrame(frame)).toEqual(rows);
});

test("frames of one's own come back as rows, and group", () => {
  const own = new DataFrame([
    { region: "north", pay: 10 },
    { region: "south", pay: 20 },
    { region: "north", pay: 40 },
  ]);
  expect(fromFrame(own.groupby(["region"]).col(["pay"]).mean())).toEqual([
    { region: "north", pay_mean: 25 },
    { region: "south", pay_mean: 20 },
  ]);
});

test("columns feed simple-statistics", () => {
  const frame = toFrame(run, { response: "none", outcomes: ["margin", "revenue"] });
  const [margin, revenue] = ["margin", "revenue"].map((name) => frame.column(name).values as number[]);
  // margin is a share of revenue, so they rise and fall together
  expect(sampleCorrelation(margin, revenue)).toBeGreaterThan(0.9);
});

test("what is no table is refused", () => {
  expect(() => toFrame({ a: 1 })).toThrow("not a table");
  expect(() => toFrame([])).toThrow("nothing");
});
