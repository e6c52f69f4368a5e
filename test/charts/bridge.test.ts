import { describe, expect, test } from "vitest";
import { bridgeChart } from "../../src/charts/comparison/bridge.js";
import { bridge as bridgeOf } from "../../src/results/bridge.js";
import { type TinyDesign, tinyRun } from "../results/tiny-run.js";
import { expectClean, hostileNames } from "./painted.js";

type Numbers = readonly [account: readonly number[], spend: readonly number[], other: readonly number[]];

function planned(still: Numbers, reacting: Numbers): TinyDesign {
  const both = (k: 0 | 1 | 2) => ({ none: still[k], "look-ahead": reacting[k] });
  const net = ([account, spend, other]: Numbers) => account.map((one, w) => one - spend[w] - other[w]);
  return {
    outcomes: {
      "net value": { none: net(still), "look-ahead": net(reacting) },
      "account value": both(0),
      "reward spend": both(1),
      "hiring and monitoring": both(2),
    },
  };
}

const unpaid: Numbers = [
  [100, 120],
  [0, 0],
  [8, 8],
];

const bridging = (still: Numbers, reacting: Numbers, title = "Plan") =>
  bridgeOf(
    tinyRun({
      designs: {
        plan: { ...planned(still, reacting), title },
        "no reward": { ...planned(unpaid, unpaid), role: "no reward" },
      },
    }),
  );

/** Mechanics −2 and −2, behaviour +29 and +29. */
const steady = bridging(
  [
    [105, 125],
    [10, 10],
    [5, 5],
  ],
  [
    [134, 154],
    [10, 10],
    [5, 5],
  ],
);

describe("a bridge", () => {
  test("hand-worked: mechanics from 0 to −2, behaviour from −2 to 27, result 27 beyond no reward", () => {
    const view = bridgeChart(steady);
    expect(view.rows.map(({ kind }) => kind)).toEqual(["takes away", "adds", "total"]);
    expect(view.rows.map(({ step, change, from, to }) => [step, change, from, to])).toEqual([
      ["mechanics", -2, 0, -2],
      ["behaviour", 29, -2, 27],
      ["result", 27, 0, 27],
    ]);
    expect(view.subtitle).toContain("without reward it is 100 ± 130 EUR");
  });

  test("split, the parts follow each other and end at the same result", () => {
    const { rows } = bridgeChart(steady, { parts: true });
    expect(rows.map(({ step, from, to }) => [step, from, to])).toEqual([
      ["mechanics: account value", 0, 5],
      ["mechanics: reward spend", 5, -5],
      ["mechanics: hiring and monitoring", -5, -2],
      ["behaviour: account value", -2, 27],
      ["behaviour: reward spend", 27, 27],
      ["behaviour: hiring and monitoring", 27, 27],
      ["result", 0, 27],
    ]);
  });

  test("the title names worth and steps with their signs, and turns with them", () => {
    expect(bridgeChart(steady).title).toMatch(
      /^"Plan" is worth 27.* EUR per KAM more than no reward: behaviour \+29.*, mechanics -2/,
    );
    const harmful = bridging(
      [
        [105, 125],
        [10, 10],
        [5, 5],
      ],
      [
        [95, 115],
        [10, 10],
        [5, 5],
      ],
    );
    expect(bridgeChart(harmful).title).toMatch(
      /^"Plan" is worth 12.* less than no reward: behaviour -10.*, mechanics -2/,
    );
  });

  test("a step whose interval holds zero is not told from nothing", () => {
    const noisy = bridging(
      [
        [105, 125],
        [10, 10],
        [5, 5],
      ],
      [
        [150, 115],
        [10, 10],
        [5, 5],
      ],
    );
    expect(bridgeChart(noisy).title).toContain("cannot be told from no reward");
    expect(bridgeChart(noisy).title).toContain("behaviour cannot be told from nothing");
  });

  test("hostile titles and one world are painted clean", async () => {
    for (const title of hostileNames) {
      const view = bridging(
        [
          [105, 125],
          [10, 10],
          [5, 5],
        ],
        [
          [134, 154],
          [10, 11],
          [5, 5],
        ],
        title,
      );
      await expectClean((width) => bridgeChart(view, { width, parts: true }));
    }
    const one = bridging([[105], [10], [5]], [[134], [10], [5]]);
    await expectClean((width) => bridgeChart(one, { width }));
  });
});
