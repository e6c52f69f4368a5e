import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at } from "../../src/model/scorecard/outlook/outlook.js";
import { builtIn, sampleWeights } from "../../src/model/scorecard/outlook/sample-weights.js";
import { designTexts } from "../../src/scenario/describe/design.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { DesignSimulation } from "../../src/simulation/batch/design-simulation.js";
import { compile } from "../../src/simulation/compile.js";
import { trace } from "../../src/simulation/trace/trace.js";
import { drawBatch } from "../../src/simulation/world/batch-inputs.js";

const bonus = { kind: "cash bonus", "at target": "10 % of base salary" };

interface Written {
  readonly design?: Readonly<Record<string, unknown>>;
  readonly weights?: Readonly<Record<string, string>>;
  readonly rewards?: readonly Readonly<Record<string, unknown>>[];
  readonly rebase?: string;
}

/** A business that grows by a tenth a year and knows no luck, over six years. */
const file = ({
  design = {},
  weights = { "account revenue": "100 %" },
  rewards = [bonus],
  rebase = "50 %",
}: Written) => ({
  rewardlab: 2,
  title: "Targets within a period",
  horizon: "6 years",
  team: { managers: 1, quits: "0 %/year", "ex sales": "0 %", "ability spread": 0 },
  accounts: {
    ...{ "per manager": 1, drift: "10 %/year", churn: "0 %/year" },
    ...{ "market luck": 0, "account luck": 0, "order luck": 0 },
  },
  assumptions: { "relation yield": 0, "adoption yield": 0, rebase },
  designs: { plan: { period: "3 years", weights, rewards, ...design } },
});

const yearly = { "targets every": "1 year" };

/** What a manager who reacts to nothing scores at the first close, and what was foreseen of it in each month. */
function played(written: Written) {
  const batchInputs = drawBatch(compile(makeScenario(file(written))), 0, 1);
  const play = new DesignSimulation(batchInputs, { design: 0, response: "none", scale: 1, shift: 0 });
  const [card] = play.cards;
  const targets: number[] = [];
  const bases: number[] = [];
  for (let t = 0; t < 36; t++) {
    play.month(t);
    bases.push(card.base[0]);
    targets.push(card.slots[0].target[0]);
    play.endMonth(t);
  }
  return { score: card.score[0], bases, targets, revenue: play.lanes.size[0] / 12 };
}

/** Relative to the first month: sales of a year that begins after so many months. */
const yearFrom = (month: number): number =>
  Array.from({ length: 12 }, (_, q) => Math.exp((0.1 * (month + q)) / 12)).reduce((sum, one) => sum + one, 0) / 12;

describe("a three-year plan whose targets are set every year", () => {
  test("by hand: the first target is the level of mid-year, each next one a tenth higher and half of what was gained or lost", () => {
    const { score, targets, revenue } = played({ design: yearly });
    const first = 1 + 0.05;
    const years = [0, 12, 24].map(yearFrom);
    const one = years[0] / first;
    const second = first * (1 + 0.5 * (one - 1)) * 1.1;
    const two = years[1] / second;
    const third = second * (1 + 0.5 * (two - 1)) * 1.1;
    const three = years[2] / third;
    expect(targets[0] / revenue).toBeCloseTo(first, 12);
    expect(targets[11] / revenue).toBeCloseTo(second, 6);
    expect(targets[23] / revenue).toBeCloseTo(third, 6);
    expect(score).toBeCloseTo((one + two + three) / 3, 6);
  });

  test("set once, the target stands at the level of the middle of three years", () => {
    const { score, targets, revenue } = played({});
    expect(targets[30] / revenue).toBeCloseTo(1.15, 12);
    expect(score).toBeCloseTo([0, 12, 24].map(yearFrom).reduce((sum, one) => sum + one / 3, 0) / 1.15, 6);
  });

  test("what is foreseen comes true from the first month to the last, but for lines instead of curves", () => {
    // growth is foreseen along a line: 1.3 after three years where it is e^.3 = 1.35
    for (const rebase of ["0 %", "50 %", "100 %"]) {
      const { score, bases } = played({ design: yearly, rebase });
      for (const [month, base] of bases.entries())
        expect(Math.abs(base - score), `month ${month}, rebase ${rebase}`).toBeLessThan(0.02);
      expect(bases[35]).toBeCloseTo(score, 3);
    }
  });

  test("value of accounts held is read at the end of every year, each against its own target", () => {
    const value = { "customer lifetime value": "100 %" };
    const [once, often] = [{}, yearly].map((design) => {
      const { outlooks } = drawBatch(compile(makeScenario(file({ design, weights: value }))), 0, 1);
      return [...outlooks.values()][0].samples[0];
    });
    expect([once, often]).toEqual([1, 3]);
  });
});

describe("what a sample counts where targets follow results within the period", () => {
  test("by hand: of three years with half of a result built into the next target, a quarter, a half and all", () => {
    expect(sampleWeights([12, 12, 12], 0.5)).toEqual([0.25, 0.5, 1]);
    expect(sampleWeights([12, 12, 12], 1)).toEqual([0, 0, 1]);
    expect(sampleWeights([12, 12, 12], 0)).toEqual([1, 1, 1]);
    // the last part is half as long: it takes back half as much
    expect(sampleWeights([12, 6], 0.5)).toEqual([0.75, 1]);
  });

  test("law: it is the slope of the score, with targets set as they are, for whoever is on target", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (taken, learnt) => {
        const all = taken.reduce((sum, one) => sum + one, 0);
        const score = (reached: readonly number[]): number => {
          let target = 1;
          let sum = 0;
          for (const [k, one] of reached.entries()) {
            const attained = one / target;
            sum += (taken[k] / all) * attained;
            target *= 1 + learnt * (attained - 1);
          }
          return sum;
        };
        const step = 1e-5;
        const moved = (k: number, by: number) => score(taken.map((_, j) => (j === k ? 1 + by : 1)));
        const found = taken.map((_, k) => (moved(k, step) - moved(k, -step)) / (2 * step));
        sampleWeights(taken, learnt).forEach((weight, k) => {
          expect((weight * taken[k]) / all).toBeCloseTo(found[k], 7);
        });
      }),
    );
  });

  test("foresight: effort counts that much in the period, and 1 − (1 − ℓ)³ of a result is built into the targets after it", () => {
    const row = (written: Written) => {
      const { outlooks, worlds } = drawBatch(compile(makeScenario(file(written))), 0, 1);
      const [{ table, rowOf }] = [...outlooks.values()];
      const d = worlds.keepMonth[0] ** 36;
      const ratchet = (built: number) => 1 - (worlds.foresight[0] * d * built) / (1 - d * (1 - built));
      return { read: (month: number, offset: number) => table[rowOf[month] * at.size + offset], ratchet };
    };
    const [once, often] = [row({}), row({ design: yearly })];
    expect(once.read(0, at.rest)).toBe(1);
    expect(often.read(0, at.rest)).toBeCloseTo((0.25 + 0.5 + 1) / 3, 12);
    // a push moves its own month fully; in the last month of a year nothing else of the period but what it borrows
    const push = (of: typeof often, month: number) => of.read(month, at.now + 2);
    expect(push(often, 35) / push(once, 35)).toBeCloseTo(often.ratchet(0.875) / once.ratchet(0.5), 12);
    expect(often.read(12, at.less)).toBeCloseTo((1 - 0.5) / 36, 12);
  });

  test("by hand: half of a year's result is built into the next year's target, so 1 − 1/8 of three years' into the next three", () => {
    expect(builtIn(0.5, { period: 36, interval: 12 })).toBe(0.875);
    expect(builtIn(0.3, { period: 12, interval: 12 })).toBe(0.3);
  });

  test("without results in targets nothing but their growth differs: a push counts the same", () => {
    const rows = [{}, yearly].map((design) => {
      const { outlooks } = drawBatch(compile(makeScenario(file({ design, rebase: "0 %" }))), 0, 1);
      const [{ table, rowOf }] = [...outlooks.values()];
      return [at.now, at.now + 2, at.held, at.later, at.rest, at.market, at.accounts].map(
        (offset) => table[rowOf[5] * at.size + offset],
      );
    });
    expect(rows[0]).toEqual(rows[1]);
  });
});

describe("a file that sets targets within a period", () => {
  const fault = (written: Written): string => {
    try {
      makeScenario(file(written));
    } catch (thrown) {
      return String((thrown as Error).message);
    }
    return "";
  };

  test.each<readonly [string, Written, RegExp]>([
    [
      "a part that does not divide",
      { design: { "targets every": "10 months" } },
      /10 months do not divide a period of 36 months; write 9 months/,
    ],
    [
      "longer than the period",
      { design: { "targets every": "4 years" } },
      /48 months do not divide a period of 36 months/,
    ],
    ["the period itself", { design: { "targets every": "3 years" } }, /every 36 months anyway.*leave it out/],
    [
      "indices alone",
      { design: yearly, weights: { "customer satisfaction": "100 %" } },
      /nothing paid on this period is held against a target/,
    ],
    [
      "a reward with a period of its own is not meant",
      { design: yearly, rewards: [{ ...bonus, period: "1 year" }] },
      /nothing paid on this period is held against a target/,
    ],
    [
      "nor is a commission",
      { design: yearly, rewards: [{ kind: "commission", rate: "1 % of account revenue" }] },
      /nothing paid on this period is held against a target/,
    ],
    [
      "a reward's own",
      { rewards: [{ ...bonus, period: "2 years", "targets every": "5 months" }] },
      /rewards\[0\]\.targets every.*5 months do not divide a period of 24 months; write 4 months/,
    ],
  ])("%s is refused", (_what, written, message) => {
    expect(fault(written)).toMatch(message);
  });

  test("is described, and a trace says when targets were set and on what", async () => {
    const scenario = makeScenario(file({ design: yearly }));
    expect(designTexts(scenario)[0]).toContain("every 3 years, with targets set every year");
    const { months } = await trace(scenario, { response: "none" });
    const set = months.flatMap(({ month, cards }) =>
      cards.flatMap(({ targets }) => targets.map((one) => ({ month, ...one }))),
    );
    expect(set.map(({ month }) => month)).toEqual([12, 24, 48, 60]);
    expect(set[0].reached).toBeCloseTo(yearFrom(0) / 1.05, 6);
  });

  test("moves what people earn and do: it is not inert", () => {
    const outcome = (design: Readonly<Record<string, unknown>>): number => {
      const batchInputs = drawBatch(compile(makeScenario(file({ design }))), 0, 1);
      const play = new DesignSimulation(batchInputs, { design: 0, response: "look-ahead", scale: 1, shift: 0 });
      play.month(0);
      return play.lanes.effortCost[0];
    };
    expect(outcome(yearly)).toBeLessThan(outcome({}));
  });
});
