import { describe, expect, test } from "vitest";
import { rationalPlay } from "../../src/agency-theory/rational/rational-play.js";
import { payoutAt } from "../../src/model/curves/curve.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { drawBatch, type MonthObserver, outcomesFor, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import { trace } from "../../src/simulation/trace/trace.js";

const satisfaction = { measure: "customer satisfaction" };
const bonus = { kind: "cash bonus", "at target": "15000 EUR/year" };
const matrix = {
  ...satisfaction,
  rows: [
    { from: "85 %", curve: { kind: "linear", rate: 0.5 } },
    { from: "95 %", curve: { kind: "linear" } },
  ],
};

const designs = {
  plain: [bonus],
  idle: [
    {
      ...bonus,
      gate: { ...satisfaction, "at least": "0 %" },
      multiplier: [{ measure: "account retention", curve: { kind: "linear", base: 1, rate: 0 } }],
    },
  ],
  shut: [{ ...bonus, gate: { ...satisfaction, "at least": "1000 %" } }],
  gated: [{ ...bonus, gate: { ...satisfaction, "at least": "95 %", otherwise: "20 %" } }],
  table: [
    {
      ...bonus,
      matrix,
      multiplier: { measure: "profitability", for: "team", curve: { kind: "linear", base: 0.5, rate: 0.5 } },
    },
  ],
};

const scenario = makeScenario({
  rewardlab: 2,
  title: "linkages",
  horizon: "3 years",
  team: { managers: 3, quits: "20 %/year" },
  // measuring costs the same whatever is looked at, so that designs differ in what they pay alone
  measures: Object.fromEntries(
    ["account revenue", "executive access", "customer satisfaction", "account retention", "profitability"].map(
      (name) => [name, { cost: "0 EUR/year" }],
    ),
  ),
  designs: Object.fromEntries(
    Object.entries(designs).map(([name, rewards]) => [
      name,
      { period: "1 year", weights: { "account revenue": "70 %", "executive access": "30 %" }, rewards },
    ]),
  ),
});

const program = compile(scenario);
const worlds = 12;
const batchInputs = drawBatch(program, 0, worlds);
const outcomes = outcomesFor(program);
const responses = ["none", "look-ahead", "evidence"];

const play = (name: string, response: string, observer?: MonthObserver): Float64Array => {
  const design = program.designs.findIndex((one) => one.name === name);
  return runTask(batchInputs, { design, response, scale: 1, shift: 0 }, outcomes, observer);
};

const meanOf = (results: Float64Array, name: string): number => {
  const k = outcomes.findIndex((one) => one.name === name);
  return results.slice(k * worlds, (k + 1) * worlds).reduce((sum, one) => sum + one, 0) / worlds;
};

describe.each(responses)("under %s", (response) => {
  test("a gate at 0 % and a multiplier of 100 % change no outcome", () => {
    const [plain, idle] = ["plain", "idle"].map((name) => play(name, response));
    // the search of one card is made once, of several three times, each to 1e-11 of the stake: a thousand times that is allowed
    for (let k = 0; k < plain.length; k++) {
      const size = Math.max(1, Math.abs(plain[k]));
      expect(Math.abs(idle[k] - plain[k]) / size, outcomes[Math.floor(k / worlds)].name).toBeLessThan(1e-8);
    }
  });

  test("a gate nobody passes pays nothing, costs nothing and moves nobody", () => {
    let moved = 0;
    const shut = play("shut", response, ({ month, lanes }) => {
      // evidence knows of the amount alone, not of what it takes to get it
      if (response === "evidence") return;
      for (let a = 0; a < lanes.effort.length; a++)
        moved = Math.max(moved, Math.abs(lanes.effort[a] - lanes.natural[a]));
      expect(month).toBeLessThan(36);
    });
    expect(meanOf(shut, "reward cost")).toBe(0);
    expect(meanOf(shut, "reward pay")).toBe(0);
    expect(moved).toBe(0);
    expect(meanOf(play("plain", response), "reward cost")).toBeGreaterThan(5_000);
  });

  test("what is paid at a close is the curve of the row that holds, times every factor, for the months served", () => {
    let closes = 0;
    let halves = 0;
    play("table", response, ({ cards, lanes, closed }) => {
      const [main, ...looked] = cards;
      if (!closed[0]) return;
      const at = (name: string) => looked.find((one) => one.plan.slots[0].measure.name === name)?.score ?? main.score;
      for (let i = 0; i < lanes.lanes; i++) {
        const satisfied = at("customer satisfaction")[i];
        const row = satisfied >= 0.95 ? 1 : satisfied >= 0.85 ? 0.5 : 0;
        const whole = main.score[i] * row * (0.5 + 0.5 * at("profitability")[i]);
        // served months are cleared at the close: what is paid is a whole number of twelfths, all twelve for who stayed
        const served = whole === 0 ? 12 : (12 * main.rewards[0].payout[i]) / whole;
        if (whole === 0) expect(main.rewards[0].payout[i]).toBe(0);
        expect(Math.abs(served - Math.round(served))).toBeLessThan(1e-9);
        expect(served).toBeLessThan(12.5);
        const full = Math.round(served) === 12;
        if (full) closes += 1;
        if (full && row === 0.5) halves += 1;
      }
    });
    expect(closes).toBeGreaterThan(40);
    expect(halves).toBeGreaterThan(5);
  });
});

describe("managers who look ahead", () => {
  /** FTE. Mean effort on what satisfies customers in the first month. */
  const firstMonth = (name: string, response: string): number => {
    let effort = 0;
    const j = program.activities.findIndex((one) => one.name === "customer time");
    play(name, response, ({ month, lanes }) => {
      if (month > 0) return;
      for (let i = 0; i < lanes.lanes; i++) effort += lanes.effort[j * lanes.lanes + i] / lanes.lanes;
    });
    return effort;
  };

  test("work for what decides over their bonus", () => {
    expect(firstMonth("gated", "look-ahead")).toBeGreaterThan(1.1 * firstMonth("plain", "look-ahead"));
  });

  test("which neither evidence nor no reaction knows of", () => {
    for (const response of ["none", "evidence"])
      expect(firstMonth("gated", response)).toBe(firstMonth("plain", response));
  });

  test("value the whole at what every part is expected to be: utility is the product at the forecasts", () => {
    play("table", "look-ahead", ({ month, lanes, cards }) => {
      if (month !== 5) return;
      const [main] = cards;
      for (let i = 0; i < lanes.lanes; i++) {
        if (lanes.vacancy[i] > 0) continue;
        const expected = main.terms.reduce((sum, { reward, curve, factors }) => {
          const sizes = factors.map(({ card, form }) => meanPayout(form.plan.form, card.forecast[i], card.spread[i]));
          const own = meanPayout(curve.plan.form, main.forecast[i], main.spread[i]);
          return sum + reward.current[i] * sizes.reduce((all, one) => all * one, own);
        }, 0);
        // of the amount: three jumps, each misplaced by at most 1.6e-4 of its probability
        expect(Math.abs(lanes.rewardUtility[i] - expected) / main.rewards[0].current[i]).toBeLessThan(5e-4);
      }
    });
  });
});

/** Mean payout over a normal score by adding up slices: a jump within one of them is misplaced by half of it, 4e-4 SD, at a density of .4: 1.6e-4. */
function meanPayout(form: Parameters<typeof payoutAt>[0] | undefined, mean: number, sd: number): number {
  if (form === undefined) return 0;
  const slices = 20_000;
  let sum = 0;
  let weight = 0;
  for (let k = 0; k < slices; k++) {
    const z = -8 + (16 * (k + 0.5)) / slices;
    const density = Math.exp(-0.5 * z * z);
    sum += density * payoutAt(form, mean + sd * z);
    weight += density;
  }
  return sum / weight;
}

describe("what other analyses make of it", () => {
  test("a trace tells the linked score and what it did to the payout", async () => {
    const { months } = await trace(scenario, { design: "gated", world: 1, manager: 2 });
    const closes = months.flatMap(({ cards }) => cards.flatMap(({ close }) => close?.payouts ?? []));
    expect(closes).toHaveLength(3);
    for (const { factors } of closes) {
      expect(factors).toHaveLength(1);
      expect(factors[0]).toMatchObject({ linkage: "gate", measure: "customer satisfaction", row: undefined });
      expect(factors[0].factor).toBe(factors[0].score >= 0.95 ? 1 : 0.2);
    }
    const table = await trace(scenario, { design: "table", world: 1, manager: 2 });
    const rows = table.months.flatMap(({ cards }) => cards.flatMap(({ close }) => close?.payouts ?? []));
    for (const { factors } of rows) {
      const { score, row } = factors.find(({ linkage }) => linkage === "matrix")!;
      const from = score >= 0.95 ? "95 %" : score >= 0.85 ? "85 %" : undefined;
      expect(row).toBe(from && `from ${from} of customer satisfaction`);
    }
  });

  test("best play is not looked for on several scores at once, and says so", () => {
    expect(() => rationalPlay(scenario, { designs: ["gated"] })).toThrow(/"gated" pays on several scores at once/);
  });
});
