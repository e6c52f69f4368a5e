import { describe, expect, test } from "vitest";
import { headline } from "../../src/results/headline.js";
import { type TinyOptions, tinyHeld, tinyRun, valued } from "./tiny-run.js";

const zero = [0, 0, 0, 0];
const cost = { "reward cost": [18, 19, 20, 19] };
const plain = (account: number[]) => {
  const one = valued(account, zero, zero);
  return { ...one, outcomes: { ...one.outcomes, ...cost } };
};
const options: TinyOptions = {
  smallest: 5,
  designs: {
    today: plain([10, 20, 30, 40]),
    good: plain([40, 50, 62, 70]),
    near: plain([41, 49, 61, 69]),
    "no reward": { ...plain([0, 10, 20, 30]), role: "no reward" },
    "flat top-up": { ...plain([5, 15, 25, 35]), role: "flat top-up" },
    "first best": { ...plain([99, 99, 99, 99]), role: "first best" },
  },
};

describe("a headline", () => {
  const found = headline(tinyRun(options));

  test("names the best of the scenario's designs, not a yardstick", () => {
    expect(found.best.design).toBe("good");
    expect(found.runnerUp?.design).toBe("near");
  });

  test("hand-worked: 30.5 over the baseline, 40.5 over no reward, 35.5 over the flat top-up", () => {
    expect(found.baseline).toMatchObject({ verdict: "probably better", difference: { mean: 30.5 } });
    expect(found.noReward?.difference.mean).toBe(40.5);
    expect(found.flatTopUp?.difference.mean).toBe(35.5);
  });

  test("lists designs that cannot be told apart from it", () => {
    expect(found.runnerUp?.verdict).toBe("practically equal");
    expect(found.rivals.map(({ design }) => design)).toEqual(["near"]);
  });

  test("has no difference to the baseline when that is the best", () => {
    const lone = headline(tinyRun({ ...options, baseline: "good" }));
    expect(lone.baseline).toBeUndefined();
    expect(lone.effort).toEqual([]);
  });

  test("says when responses name different designs, and what the wrong one costs", () => {
    const { near, ...others } = options.designs;
    const account = { "look-ahead": [41, 49, 61, 69], none: [60, 70, 82, 90] };
    const split = { outcomes: { ...near.outcomes, "net value": account, "account value": account } };
    const two = headline(tinyRun({ ...options, designs: { ...others, near: split } }));
    expect(two.responsesAgree).toBe(false);
    expect(two.responses[1]).toMatchObject({
      best: "near",
      isSame: false,
      missed: { mean: 20 },
      verdict: "probably better",
    });
    expect(found.responsesAgree).toBe(true);
    expect(found.responses[1]).toMatchObject({ isSame: true, missed: { mean: 0 } });
  });

  test("carries unmet holds, and what was done to each design", () => {
    const slopes = [{ worlds: 48, byScale: { "reward cost": 19, "net value": 38 }, byShift: {}, errors: {} }];
    const run = tinyRun({
      ...options,
      held: [
        tinyHeld("today", { scale: 1.1 }),
        tinyHeld("good", { scale: 2, to: { outcome: "reward cost", value: 20, atTarget: undefined }, slopes }),
        tinyHeld("near", { isMet: false, remark: "cost 9 % off" }),
      ],
    });
    const { unmet, plans } = headline(run);
    expect(unmet.map(({ design }) => design)).toEqual(["near"]);
    const [today, good] = plans;
    expect(today).toMatchObject({ design: "today", factor: { mean: 1.1, standardError: 0 } });
    // it cost 19 where 20 was asked: amounts are to be larger by 1/19 of ln(scale)
    expect(good.amount).toMatchObject({ asked: 20, miss: { mean: -1 } });
    expect(good.factor.mean).toBeCloseTo(2 * Math.exp(1 / 19), 12);
    // and 1 of cost is worth 38/19 of net value
    expect(headline(run).best.mean.mean).toBeCloseTo(headline(tinyRun(options)).best.mean.mean + 2, 9);
  });

  test("effort moved against the baseline comes largest first", () => {
    const effort = (a: number, b: number) => ({
      "effort: planning": zero.map(() => a),
      "effort: selling": zero.map(() => b),
    });
    const designs = Object.fromEntries(
      Object.entries(options.designs).map(([name, one]) => [
        name,
        { ...one, outcomes: { ...one.outcomes, ...(name === "good" ? effort(1.1, 0.7) : effort(1, 1)) } },
      ]),
    );
    const moved = headline(tinyRun({ ...options, designs })).effort;
    expect(moved.map(({ activity }) => activity)).toEqual(["selling", "planning"]);
    expect(moved[0].change.mean).toBeCloseTo(-0.3, 12);
  });

  test("a scenario with one design has no runner-up; with none it is refused", () => {
    const { today } = options.designs;
    const unpaid = options.designs["no reward"];
    expect(headline(tinyRun({ ...options, designs: { today, "no reward": unpaid } })).runnerUp).toBeUndefined();
    expect(() => headline(tinyRun({ ...options, designs: { "no reward": unpaid } }))).toThrow("no designs of its own");
  });
});
