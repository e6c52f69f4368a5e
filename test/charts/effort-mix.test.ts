import { describe, expect, test } from "vitest";
import { effortMix } from "../../src/charts/comparison/effort-mix.js";
import { type TinyDesign, tinyRun } from "../results/tiny-run.js";
import { expectClean, hostileNames } from "./painted.js";

const effort = (planning: number, push: number, role: TinyDesign["role"] = "design", net = 0): TinyDesign => {
  const of = (mean: number) => [mean - 0.01, mean + 0.01, mean];
  return {
    role,
    outcomes: { "effort: planning": of(planning), "effort: push": of(push), "net value": [net, net + 1, net + 2] },
  };
};

const designs = {
  today: effort(0.9, 1.4),
  plan: effort(1.2, 1.1, "design", 100),
  other: effort(1, 1),
  "no reward": effort(1, 1, "no reward", -100),
  "first best": effort(1.6, 0.7, "first best", 500),
};

const run = tinyRun({ designs });

describe("the effort mix", () => {
  test("effort less that without reward, in per cent of normal, for each activity and design", () => {
    const { rows } = effortMix(run);
    const found = rows
      .filter(({ activity }) => activity === "planning")
      .map(({ design, change }) => [design, Math.round(Number(change) * 1e6) / 1e6]);
    expect(found).toEqual([
      ["plan", 20],
      ["today", -10],
      ["other", 0],
      ["first best", 60],
    ]);
    expect(rows[0]).toMatchObject({ activity: "planning" });
  });

  test("the finding is about the design with most net value: what it neglects and overdoes against the first best", () => {
    expect(effortMix(run).title).toMatch(
      /^Against the first best "plan" neglects planning most: -40.* % of normal effort; it overdoes push most: \+40.* % of normal effort$/,
    );
  });

  test("another design gives another finding, and without a first best the change itself is told", () => {
    expect(effortMix(run, { designs: ["today"] }).title).toMatch(
      /"today" neglects planning most: -70.*overdoes push most: \+70/,
    );
    const { "first best": _, ...rest } = designs;
    expect(effortMix(tinyRun({ designs: rest }), { designs: ["today"] }).title).toMatch(
      /^Against "no reward" "today" cuts planning most: -10.*; it raises push most: \+40/,
    );
    expect(effortMix(tinyRun({ designs: { ...rest, today: effort(1, 1) } }), { designs: ["today"] }).title).toBe(
      '"today" moves effort on no activity by more than chance against "no reward"',
    );
  });

  test("against another design, changes are from that one", () => {
    const { rows, subtitle } = effortMix(run, { against: "today", designs: ["plan"] });
    expect(subtitle).toContain('less that under "today"');
    expect(rows.find(({ activity, design }) => activity === "push" && design === "plan")?.change).toBeCloseTo(-30, 9);
  });

  test("unknown names and runs without effort by activity are refused", () => {
    expect(() => effortMix(run, { designs: ["plam"] })).toThrow(
      'designs: "plam" is not in this run; did you mean plan?',
    );
    expect(() => effortMix(run, { against: "nobody" })).toThrow("against:");
    expect(() => effortMix(tinyRun({ designs: { a: { outcomes: { "net value": [1, 2] } } } }))).toThrow(
      "run: it holds no effort by activity",
    );
  });

  test("sixteen designs with hostile names are painted clean, one design and one world too", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 16 }, (_, k) => [
        `d${k}`,
        { ...effort(1 + k / 10, 1), title: hostileNames[k] ?? `Design ${k}` },
      ]),
    );
    const all = tinyRun({ designs: { ...many, "no reward": designs["no reward"] } });
    await expectClean((width) => effortMix(all, { width, designs: ["d0", "d1", "d2", "d3"] }));
    const lone = tinyRun({ designs: { only: { outcomes: { "effort: planning": [1.2] } } } });
    await expectClean((width) => effortMix(lone, { width }));
  });
});
