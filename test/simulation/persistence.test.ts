import { describe, expect, test } from "vitest";
import { leftOfShock, transitoryMonth } from "../../src/model/accounts/growth.js";
import { at } from "../../src/model/scorecard/outlook/outlook.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { DesignSimulation } from "../../src/simulation/batch/design-simulation.js";
import { compile } from "../../src/simulation/compile.js";
import { type BatchInputs, drawBatch } from "../../src/simulation/world/batch-inputs.js";
import type { Program } from "../../src/simulation/world/program.js";

interface Settings {
  readonly permanent?: string;
  readonly halfLife?: string;
  readonly months?: number;
  readonly team?: number;
  readonly targets?: string;
  readonly measure?: string;
  readonly accounts?: Readonly<Record<string, string>>;
}

const [account, order] = [0.1, 0.05];
/** Seats, each with luck of its own: eight worlds of 500 managers without a market in common. */
const [worlds, managers] = [8, 500];
const seats = worlds * managers;

/** Managers with one account each, paid on one measure, in a business moved by luck of demand alone. */
function lottery({ permanent = "100 %", halfLife = "6 months", months = 12, team = 1, ...more }: Settings): Program {
  const scenario = makeScenario({
    rewardlab: 2,
    title: "Luck alone",
    horizon: `${months} months`,
    team: { managers: team, quits: "0 %/year", "ex sales": "0 %", "ability spread": 0 },
    accounts: {
      "per manager": 1,
      drift: "0 %/year",
      churn: "0 %/year",
      "market luck": 0,
      "account luck": account,
      "order luck": order,
      "permanent share": permanent,
      "shock half life": halfLife,
      ...more.accounts,
    },
    assumptions: { "relation yield": 0, "adoption yield": 0, rebase: "50 %" },
    designs: {
      bonus: {
        period: `${months} months`,
        ...(more.targets === undefined ? {} : { "targets every": more.targets }),
        weights: { [more.measure ?? "account revenue"]: "100 %" },
        rewards: [{ kind: "cash bonus", "at target": "10 % of base salary" }],
      },
    },
  });
  return compile(scenario);
}

/** Standard errors at which one of the comparisons of this file fails by chance less than once in 1,000 runs. */
const most = 4.2;

interface Forecasts {
  /** Score at the close less forecast, in forecast SDs: its mean and its variance. */
  readonly mean: number;
  readonly variance: number;
  readonly spread: number;
}

/** How the score at the close scatters around what was foreseen in a month. */
function foreseen(batchInputs: BatchInputs, month: number): Forecasts {
  const play = new DesignSimulation(batchInputs, { design: 0, response: "none", scale: 1, shift: 0 });
  let base = new Float64Array(worlds);
  let spread = new Float64Array(worlds);
  for (let t = 0; t < batchInputs.program.months; t++) {
    play.month(t);
    if (t === month) [base, spread] = [play.cards[0].base.slice(), play.cards[0].spread.slice()];
    play.endMonth(t);
  }
  const gaps = Array.from(play.cards[0].score, (score, i) => (score - base[i]) / spread[i]);
  const mean = gaps.reduce((sum, one) => sum + one, 0) / seats;
  const variance = gaps.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (seats - 1);
  return { mean, variance, spread: spread[0] };
}

const noise = (program: Program): number => {
  const { outlooks } = drawBatch(program, 0, 1);
  const [{ table, rowOf }] = [...outlooks.values()];
  const row = rowOf[0] * at.size;
  return Math.sqrt(table[row + at.market] + table[row + at.accounts] + table[row + at.reading]);
};

/** What a shock adds, month by month. */
const left = (permanent: number, halfLife: number) => (age: number) =>
  leftOfShock(permanent, transitoryMonth(halfLife) ** age);

describe("demand on the random draws", () => {
  test.each([
    ["100 %", "6 months", 1, 6],
    ["40 %", "3 months", 0.4, 3],
    ["0 %", "0 months", 0, 0],
    ["0 %", "12 months", 0, 12],
  ])(
    "permanent share %s, half-life %s: luck has mean one, and the variance of what is left of every shock",
    (...row) => {
      const [permanent, halfLife, share, life] = row;
      const program = lottery({ permanent, halfLife, months: 24, team: managers, accounts: { "account luck": "0.5" } });
      const { randomDraws } = drawBatch(program, 0, worlds);
      const level = new Float64Array(seats);
      for (let t = 0; t < 24; t++) for (let i = 0; i < seats; i++) level[i] += randomDraws.growth[t * seats + i];
      const fading = Array.from(level, (_, i) => randomDraws.transitory[23 * seats + i] ?? 0);
      const square = 0.25 / 12;
      const ages = Array.from({ length: 24 }, (_, age) => left(share, life)(age));
      const variance = square * ages.reduce((sum, one) => sum + one * one, 0);
      const mean = (of: (i: number) => number) => level.reduce((sum, _, i) => sum + of(i), 0) / seats;
      const centre = mean((i) => level[i]);
      // the variance of a log-normal variable with mean one is exp(variance) − 1
      const error = Math.sqrt(Math.expm1(variance) / seats);
      expect(Math.abs(mean((i) => Math.exp(level[i])) - 1)).toBeLessThan(most * error);
      expect(Math.abs(mean((i) => Math.exp(level[i] - fading[i])) - 1)).toBeLessThan(
        most * Math.sqrt(Math.expm1(24 * square * share ** 2) / seats) + 1e-6,
      );
      const found = mean((i) => (level[i] - centre) ** 2);
      expect(Math.abs(found / variance - 1)).toBeLessThan(most * Math.sqrt(2 / seats));
    },
  );

  test("where all luck is permanent nothing fades, whatever the half-life, and the random draws hold no column for it", () => {
    const [one, other] = ["1 month", "60 months"].map((halfLife) => drawBatch(lottery({ halfLife }), 0, 3).randomDraws);
    expect(one.growth).toEqual(other.growth);
    expect(one.transitory.length + other.transitory.length).toBe(0);
  });

  test("worlds do not depend on their batch", () => {
    const program = lottery({ permanent: "20 % to 90 %, evenly", halfLife: "2 months to 9 months, evenly" });
    const [all, last] = [drawBatch(program, 0, 5).randomDraws, drawBatch(program, 4, 1).randomDraws];
    for (let t = 0; t < 12; t++) {
      expect(last.growth[t]).toBe(all.growth[5 * t + 4]);
      expect(last.transitory[t]).toBe(all.transitory[5 * t + 4]);
    }
  });
});

describe("noise of a result over a window of T months, as it is foreseen at its start", () => {
  const months = [6, 12, 24, 36, 60];
  const alone = (sd: number) => ({ "market luck": "0", "account luck": String(sd), "order luck": "0" });

  test("independent shocks: σ/√12·√(T − 1)/T, so it falls as 1/√T", () => {
    const found = months.map((T) =>
      noise(lottery({ permanent: "0 %", halfLife: "0 months", months: T, accounts: alone(0.3) })),
    );
    months.forEach((T, k) => {
      expect(found[k]).toBeCloseTo(((0.3 / Math.sqrt(12)) * Math.sqrt(T - 1)) / T, 12);
      // of the first month nothing is left to know: the factor is √(1 − 1/T)
      expect(found[k] * Math.sqrt(T)).toBeCloseTo((0.3 / Math.sqrt(12)) * Math.sqrt(1 - 1 / T), 12);
    });
    expect([...found].sort((a, b) => b - a)).toEqual(found);
  });

  test("orders of the months: √(e^σ_O² − 1)/√T exactly", () => {
    const orders = { "market luck": "0", "account luck": "0", "order luck": "0.2" };
    for (const T of months) {
      const variance = noise(lottery({ months: T, accounts: orders })) ** 2;
      // the variance of one month's orders
      expect(variance * T).toBeCloseTo(Math.expm1(0.2 ** 2), 12);
    }
    const [short, long] = [12, 48].map((T) => noise(lottery({ months: T, accounts: orders })));
    expect(short / long).toBeCloseTo(2, 9);
  });

  test("permanent shocks: σ/√12·√((T − 1)(2T − 1)/(6T)), so it rises as √(T/36)·σ", () => {
    for (const T of months) {
      const stated = (0.3 / Math.sqrt(12)) * Math.sqrt(((T - 1) * (2 * T - 1)) / (6 * T));
      expect(noise(lottery({ months: T, accounts: alone(0.3) }))).toBeCloseTo(stated, 12);
    }
    expect(noise(lottery({ months: 240, accounts: alone(0.3) }))).toBeCloseTo(0.3 * Math.sqrt(240 / 36), 2);
  });

  test("in between: what is left of every shock in every later month, by hand for three months", () => {
    // half is permanent and the rest halves every month: a shock counts 1, then .75; after the first month 1.75, after the second 1
    const found = noise(lottery({ permanent: "50 %", halfLife: "1 month", months: 3, accounts: alone(0.3) }));
    expect(found).toBeCloseTo(Math.sqrt((0.09 / 12) * (1.75 ** 2 + 1)) / 3, 12);
  });

  test("lost accounts are independent events: the yearly rate kept scatters by 12·c·√(churn/(12·K·T)), which falls as 1/√T", () => {
    const of = (T: number) =>
      noise(lottery({ months: T, measure: "account retention", accounts: { churn: "12 %/year" } }));
    const { worlds: drawn } = drawBatch(lottery({ measure: "account retention" }), 0, 1);
    for (const T of months) expect(of(T)).toBeCloseTo(12 * drawn.compression[0] * Math.sqrt(0.12 / (12 * T)), 12);
    expect(of(12) / of(48)).toBeCloseTo(2, 12);
  });
});

describe("forecasts and what comes of them of 4,000 managers agree in mean and variance", () => {
  const cases: readonly (readonly [string, string, number, string | undefined])[] = [
    ["100 %", "6 months", 12, undefined],
    ["0 %", "0 months", 12, undefined],
    ["0 %", "0 months", 36, undefined],
    ["40 %", "4 months", 36, undefined],
    ["0 %", "12 months", 24, undefined],
    ["100 %", "6 months", 36, "12 months"],
    ["30 %", "6 months", 36, "12 months"],
  ];
  test.each(cases)(
    "permanent %s, half-life %s, %i months, targets every %s",
    (permanent, halfLife, months, targets) => {
      const program = lottery({
        permanent,
        halfLife,
        months,
        team: managers,
        ...(targets === undefined ? {} : { targets }),
      });
      const batchInputs = drawBatch(program, 0, worlds);
      for (const month of [0, Math.floor(months / 2) + 2]) {
        const { mean, variance } = foreseen(batchInputs, month);
        // besides chance: forecasts are lines around the present level and target, which costs a twentieth of an SD at most here
        expect(Math.abs(mean), `mean, month ${month}`).toBeLessThan(most / Math.sqrt(seats) + 0.05);
        expect(Math.abs(variance - 1), `variance, month ${month}`).toBeLessThan(most * Math.sqrt(2 / seats) + 0.04);
      }
    },
  );

  test("and would not at another persistence: permanent luck foreseen as independent is foreseen far too small", () => {
    const [lasting, passing] = ["100 %", "0 %"].map((permanent) =>
      foreseen(drawBatch(lottery({ permanent, halfLife: "0 months", months: 36, team: managers }), 0, worlds), 0),
    );
    expect(lasting.spread / passing.spread).toBeGreaterThan(5);
  });
});
