import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bridge } from "../../src/results/bridge.js";
import { type TinyDesign, tinyRun } from "./tiny-run.js";

const parts = (account: number[], spend: number[], other: number[]) => ({ account, spend, other });

function planned(still: ReturnType<typeof parts>, reacting: ReturnType<typeof parts>): TinyDesign {
  const both = (key: "account" | "spend" | "other") => ({ none: still[key], "look-ahead": reacting[key] });
  const net = ({ account, spend, other }: ReturnType<typeof parts>) =>
    account.map((one, w) => one - spend[w] - other[w]);
  return {
    outcomes: {
      "net value": { none: net(still), "look-ahead": net(reacting) },
      "account value": both("account"),
      "reward spend": both("spend"),
      "hiring and monitoring": both("other"),
    },
  };
}

const unpaid: TinyDesign = {
  ...planned(parts([100, 120], [0, 0], [8, 8]), parts([100, 120], [0, 0], [8, 8])),
  role: "no reward",
};

describe("a bridge", () => {
  const run = tinyRun({
    designs: {
      plan: planned(parts([105, 125], [10, 10], [5, 5]), parts([140, 150], [12, 10], [4, 6])),
      "no reward": unpaid,
    },
  });

  test("hand-worked: no reward 102, mechanics −2, behaviour +29, result 129", () => {
    const { netValue } = bridge(run);
    expect([netValue.base.mean, netValue.mechanics.mean, netValue.behaviour.mean, netValue.result.mean]).toEqual([
      102, -2, 29, 129,
    ]);
  });

  test("hand-worked: costs are negative in the parts", () => {
    const [account, spend, other] = bridge(run).parts;
    expect([account.base.mean, account.mechanics.mean, account.behaviour.mean]).toEqual([110, 5, 30]);
    expect([spend.base.mean, spend.mechanics.mean, spend.behaviour.mean]).toEqual([0, -10, -1]);
    expect([other.base.mean, other.mechanics.mean, other.behaviour.mean]).toEqual([-8, 3, 0]);
  });

  test("hand-worked: reward spend pays for effort, for risk and for the rest, and the lines add up to it", () => {
    const plan = planned(parts([105, 125], [10, 10], [5, 5]), parts([140, 150], [12, 10], [4, 6]));
    const paid = {
      "effort spend": { none: [0, 0], "look-ahead": [3, 5] },
      "risk spend": { none: [1, 1], "look-ahead": [2, 1] },
    };
    const nothing = {
      "effort spend": { none: [0, 0], "look-ahead": [0, 0] },
      "risk spend": { none: [0, 0], "look-ahead": [0, 0] },
    };
    const full = tinyRun({
      designs: {
        plan: { ...plan, outcomes: { ...plan.outcomes, ...paid } },
        "no reward": { ...unpaid, outcomes: { ...unpaid.outcomes, ...nothing } },
      },
    });
    const { spend, parts: lines } = bridge(full);
    expect(
      spend.map(({ name, mechanics, behaviour, result }) => [name, mechanics.mean, behaviour.mean, result.mean]),
    ).toEqual([
      ["cost of effort", 0, -4, -4],
      ["risk premium", -1, -0.5, -1.5],
      ["managers' gain, on-costs and the rest", -9, 3.5, -5.5],
    ]);
    expect(spend.reduce((sum, { result }) => sum + result.mean, 0)).toBeCloseTo(lines[1].result.mean, 12);
    expect(bridge(run).spend).toEqual([]);
  });

  test("under none behaviour adds exactly nothing", () => {
    expect(bridge(run, { response: "none" }).netValue.behaviour).toMatchObject({ mean: 0, low: 0, high: 0 });
  });

  test("it says what it lacks", () => {
    const alone = tinyRun({ designs: { plan: planned(parts([1], [1], [1]), parts([1], [1], [1])) } });
    expect(() => bridge(alone)).toThrow("no yardstick without reward");
    expect(() => bridge(run, { design: "plna" })).toThrow("did you mean plan?");
  });
});

test("steps add up and parts add up, to 1e-9 of the largest amount", () => {
  const list = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 3, maxLength: 3 });
  const some = fc.tuple(list, list, list).map(([a, b, c]) => parts(a, b, c));
  fc.assert(
    fc.property(some, some, some, (none, still, reacting) => {
      const nothing = { ...planned(none, none), role: "no reward" as const };
      const { netValue, parts: lines } = bridge(tinyRun({ designs: { plan: planned(still, reacting), nothing } }));
      for (const line of [netValue, ...lines]) {
        const total = line.base.mean + line.mechanics.mean + line.behaviour.mean;
        expect(Math.abs(total - line.result.mean)).toBeLessThan(1e-9 * 1e7);
      }
      for (const step of ["base", "mechanics", "behaviour", "result"] as const) {
        const total = lines.reduce((sum, line) => sum + line[step].mean, 0);
        expect(Math.abs(total - netValue[step].mean)).toBeLessThan(1e-9 * 1e7);
      }
    }),
    { numRuns: 40 },
  );
});
