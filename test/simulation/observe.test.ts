import { describe, expect, test } from "vitest";
import { makeScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";
import type { Run } from "../../src/simulation/data.js";
import type { Observations, ObservedDesign } from "../../src/simulation/observation/data.js";
import { observe } from "../../src/simulation/observation/observe.js";
import { otherLuck } from "../../src/simulation/observation/other-luck.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";
import { decodeRun, encodeRun } from "../../src/simulation/storage/run-bytes.js";
import { trace } from "../../src/simulation/trace/trace.js";
import { drawBatch } from "../../src/simulation/world/batch-inputs.js";

const weights = { "account revenue": "60 %", "executive access": "40 %" };
const bonus = { kind: "cash bonus", "at target": "12000 EUR/year" };

const scenario = (changes: Record<string, unknown>) =>
  makeScenario({
    rewardlab: 2,
    title: "Small",
    horizon: "2 years",
    team: { managers: 3, "on costs": "21 %" },
    accounts: { "per manager": 2 },
    designs: { plain: { period: "1 year", weights, rewards: [bonus] } },
    run: { worlds: 20, seed: 7 },
    ...changes,
  });

/** Everything money can do: later, deferred, twice raised, monthly, for the team, in kind, whatever the score. */
const everything = () =>
  scenario({
    horizon: "30 months",
    remainder: "close early",
    team: { managers: 3, quits: "40 %/year", "pay growth": "2 %/year", "on costs": "21 %" },
    designs: {
      later: {
        period: "6 months",
        weights,
        rewards: [{ ...bonus, "paid after": "3 months", deferred: "40 %", "vests after": "12 months" }],
      },
      raises: {
        period: "1 year",
        weights,
        rewards: [
          { kind: "salary increase", "at target": "2400 EUR/year" },
          { kind: "salary increase", "at target": "1200 EUR/year", period: "6 months" },
        ],
      },
      mixed: {
        period: "1 year",
        weights,
        rewards: [
          bonus,
          { kind: "commission", rate: "0.1 % of account revenue" },
          { kind: "team event", "at target": "1500 EUR/year" },
          { kind: "development", amount: "3000 EUR/year" },
          { kind: "salary top-up", amount: "2000 EUR/year" },
        ],
      },
    },
  });

/** Held equal, one manager, a horizon that cuts a period. */
const held = () =>
  scenario({
    horizon: "16 months",
    remainder: "close early",
    team: { managers: 1 },
    hold: { "reward cost": "15000 EUR/year", "at target": "65 %" },
    designs: {
      plain: { period: "1 year", weights, rewards: [bonus] },
      short: {
        period: "6 months",
        weights: { "account revenue": "100 %" },
        rewards: [bonus],
      },
    },
    run: { worlds: 6, seed: 3 },
  });

/** Their runs, which no test changes. */
const once = <Value>(make: () => Value): (() => Value) => {
  let value: Value | undefined;
  return () => (value ??= make());
};
const everythingRun = once(() => simulate(everything()));
const heldRun = once(() => simulate(held()));

/** Outcome by quantity kept by month, with how many months one unit of the outcome covers. */
const monthly: readonly (readonly [quantity: string, outcome: string, months: number])[] = [
  ["revenue", "revenue", 12],
  ["margin", "margin", 12],
  ["reward cost", "reward cost", 12],
  ["cash cost", "cash cost", 12],
  ["reward pay", "reward pay", 12],
  ["leavers", "leavers", 12],
  ["relationship", "relationship", 1],
  ["satisfaction", "customer satisfaction", 1],
  ["adoption", "adoption", 1],
  ["motivation", "motivation", 1],
  ["ability", "ability", 1],
  ["effort", "effort", 1],
  ["effort: executive access", "effort: executive access", 1],
  ["effort: selling push", "effort: selling push", 1],
];

/** Rounding of sums in another order: 1e-12 relative, and of what cancels to zero, of one. */
const close = (value: number, expected: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));

const totalOf = (values: Float64Array, from: number, length: number): number => {
  let total = 0;
  for (let at = from; at < from + length; at++) total += values[at];
  return total;
};

const named = (seen: Observations, name: string): ObservedDesign =>
  seen.designs.find((one) => one.name === name) as ObservedDesign;

/** Sum over rows of a world. */
const ofWorld = (values: Float64Array, rows: Int32Array, w: number): number =>
  values.reduce((sum, value, at) => sum + (rows[at] === w ? value : 0), 0);

function agree(run: Run, seen: Observations): void {
  const { months, managers } = run;
  for (const design of seen.designs) {
    for (let w = 0; w < seen.worlds; w++) {
      const outcome = (name: string): number => column(run, design.name, name, seen.response)[w];
      for (const [quantity, name, each] of monthly) {
        close((each * totalOf(design.months[quantity], w * months, months)) / months, outcome(name));
      }
      const money = (kind: "accrued" | "spent" | "paid"): number =>
        design.timeline.reduce((sum, one) => sum + totalOf(one[kind], w * months, months), 0);
      close((12 * money("accrued")) / months, outcome("reward cost"));
      close((12 * money("spent")) / months, outcome("cash cost"));
      close((12 * money("paid")) / months, outcome("reward pay"));
      const { years, cards } = design;
      close((12 * ofWorld(years.pay, years.world, w)) / (months * managers), outcome("earnings"));
      close((12 * ofWorld(years.enjoyed, years.world, w)) / (months * managers), outcome("non-cash value"));
      const share = (test: (score: number) => boolean): number => {
        const { attainment, world } = cards[0].closes;
        const own = [...attainment].filter((_, at) => world[at] === w);
        return own.filter(test).length / own.length;
      };
      if (cards.length === 0) continue;
      close(
        share((score) => score >= 1),
        outcome("at target"),
      );
      close(
        share((score) => score >= (cards[0].threshold ?? -Infinity)),
        outcome("above threshold"),
      );
    }
  }
}

describe("what is observed is what the run says", () => {
  test.each([
    ["everything money can do", everything],
    ["held equal, with a period cut short", held],
  ])("%s: means by world are the run's outcomes", async (_, make) => {
    const run = await simulate(make());
    for (const response of run.responses) agree(run, await observe(run, { response, otherLuck: false }));
  });

  test("a run read from a file is observed alike", async () => {
    const run = await heldRun();
    expect(await observe(decodeRun(encodeRun(run)))).toEqual(await observe(run));
  });

  test("without discount the value so far ends at margin less all costs", async () => {
    const run = await simulate(scenario({ accounts: { "per manager": 2, "firm discount": "0 %/year" } }));
    const seen = await observe(run, { designs: ["plain"], otherLuck: false });
    for (let w = 0; w < run.worlds; w++) {
      const of = (name: string): number => column(run, "plain", name)[w];
      const last = named(seen, "plain").months["value so far"][w * run.months + run.months - 1];
      close(last, 2 * (of("margin") - of("reward cost")) - of("hiring and monitoring"));
    }
  });

  test("closes are those a trace shows", async () => {
    const made = everything();
    const run = await simulate(made);
    const seen = await observe(run, { designs: ["raises"], otherLuck: false });
    const told = await trace(made, { design: "raises", world: 4, manager: 2 });
    for (const [c, card] of named(seen, "raises").cards.entries()) {
      const { closes } = card;
      const rows = [...closes.world.keys()].filter((at) => closes.world[at] === 4 && closes.manager[at] === 2);
      expect(rows.map((at) => closes.month[at])).toEqual(c === 0 ? [12, 24, 30] : [6, 12, 18, 24, 30]);
      for (const at of rows) {
        const month = told.months[closes.month[at] - 1];
        const opening = told.months[closes.month[at] - card.period] ?? told.months[24];
        expect(closes.attainment[at]).toBe(month.cards[c].close?.score);
        expect(closes.payouts[0].payout[at]).toBe(month.cards[c].close?.payouts[0].share);
        expect(closes.foreseen[at]).toBe((closes.month[at] === 30 ? told.months[24] : opening).cards[c].forecast);
      }
    }
  });

  test("a close is cut short exactly where somebody left or nobody sat in the period", async () => {
    const made = everything();
    const seen = await observe(await simulate(made), { designs: ["mixed"], worlds: 3, otherLuck: false });
    const { closes } = named(seen, "mixed").cards[0];
    let cut = 0;
    for (let seat = 0; seat < 9; seat++) {
      const told = await trace(made, { design: "mixed", world: Math.floor(seat / 3), manager: seat % 3 });
      for (const [k, end] of [12, 24, 30].entries()) {
        const period = told.months.slice(12 * k, end);
        const gone = period.findIndex((one) => one.isVacant || one.hasLeft);
        // Who leaves in the month of the close is paid first.
        const isCut = gone >= 0 && (gone < period.length - 1 || period[gone].isVacant);
        expect(closes.isTruncated[3 * seat + k]).toBe(isCut ? 1 : 0);
        cut += closes.isTruncated[3 * seat + k];
      }
    }
    expect(cut).toBeGreaterThan(2);
    expect(cut).toBeLessThan(closes.month.length);
  });
});

describe("money is earned once", () => {
  test("what work earned is what closes awarded, at face value", async () => {
    const run = await everythingRun();
    const { cards, timeline, rewards } = named(await observe(run, { otherLuck: false }), "later");
    const [close0] = cards;
    const awarded = close0.closes.payouts[0].amount.reduce((sum, one) => sum + one, 0);
    const earned = timeline[0].earned.reduce((sum, one) => sum + one, 0);
    expect(rewards).toEqual([{ title: "cash bonus", form: "cash", card: 0 }]);
    expect(awarded).toBeGreaterThan(0);
    close(earned * run.managers, awarded);
  });

  test("half a year's bonus is earned month by month, booked at the close and paid three months later", async () => {
    const quiet = scenario({
      team: { managers: 1, quits: "0 %/year", "on costs": "25 %" },
      designs: {
        plain: { period: "6 months", weights, rewards: [{ ...bonus, "paid after": "3 months" }] },
      },
      accounts: { "per manager": 2, "firm discount": "0 %/year" },
    });
    const run = await simulate(quiet);
    const { timeline, cards } = named(await observe(run, { otherLuck: false }), "plain");
    const [{ earned, accrued, spent, paid }] = timeline;
    const [amount] = cards[0].closes.payouts[0].amount;
    expect(amount).toBeGreaterThan(0);
    for (let m = 0; m < 6; m++) close(earned[m], amount / 6);
    expect([...accrued.slice(0, 6)]).toEqual([0, 0, 0, 0, 0, 1.25 * amount]);
    expect([...paid.slice(0, 9)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, amount]);
    close(spent[8], 1.25 * amount);
  });

  test("two kinds of raise share what raises pay as they share the raise", async () => {
    const run = await everythingRun();
    const { years, cards } = named(await observe(run, { otherLuck: false }), "raises");
    const [yearly, halfYearly] = cards.map(({ closes }) => closes);
    // A seat whose founder stays: the second year pays twelve months of the first year's raises, and six of the half-year's.
    const at = [...years.year.keys()].find(
      (row) => years.year[row] === 2 && years.holder[row] === 1 && years.isWhole[row],
    ) as number;
    const rowOf = (closes: typeof yearly, month: number): number =>
      [...closes.month.keys()].find(
        (row) =>
          closes.month[row] === month &&
          closes.world[row] === years.world[at] &&
          closes.manager[row] === years.manager[at],
      ) as number;
    const growth = (months: number): number => 1.02 ** (months / 12);
    const annual = (first: number, from: number, months: number): number =>
      Array.from({ length: months }, (_, m) => (first / 12) * growth(from + m)).reduce((a, b) => a + b, 0);
    const granted = (closes: typeof yearly, month: number): number => closes.payouts[0].amount[rowOf(closes, month)];
    expect(years.rewards[0].paid[at]).toBeCloseTo(annual(granted(yearly, 12), 0, 12), 6);
    const others =
      annual(granted(halfYearly, 6), 6, 12) +
      annual(granted(halfYearly, 12), 0, 12) +
      annual(granted(halfYearly, 18), 0, 6);
    expect(years.rewards[1].paid[at]).toBeCloseTo(others, 6);
  });

  test("a raise earns what it accrues, without on-costs", async () => {
    const { timeline } = named(await observe(await everythingRun(), { otherLuck: false }), "raises");
    for (const { earned, accrued } of timeline) {
      const total = accrued.reduce((sum, one) => sum + one, 0);
      expect(total).toBeGreaterThan(0);
      close(1.21 * earned.reduce((sum, one) => sum + one, 0), total);
    }
  });

  test("the first best pays for effort, as a line of its own", async () => {
    const run = await everythingRun();
    const best = named(await observe(run, { otherLuck: false }), "first best");
    expect(best.response).toBe("planner");
    expect(best.rewards.map(({ form }) => form)).toEqual(["salary", "effort"]);
    const { paid } = best.timeline[1];
    close(
      (12 * paid.reduce((sum, one) => sum + one, 0)) / run.months,
      column(run, "first best", "effort cost").reduce((sum, one) => sum + one, 0),
    );
  });
});

describe("years", () => {
  test("attainment less what was foreseen is luck, and its months are those of the periods", async () => {
    const run = await everythingRun();
    const { years, cards } = named(await observe(run, { otherLuck: false }), "later");
    const { closes } = cards[0];
    // Periods of six months: a year's attainment is the mean of its two closes; the last half year stands alone.
    expect(years.attainment?.[0]).toBeCloseTo((closes.attainment[0] + closes.attainment[1]) / 2, 12);
    expect(years.attainment?.[2]).toBeCloseTo(closes.attainment[4], 12);
    expect([...years.length.slice(0, 3)]).toEqual([12, 12, 6]);
    expect(years.luck?.[0]).toBe((years.attainment as Float64Array)[0] - (years.foreseen as Float64Array)[0]);
  });

  test("what managers foresee is right on average: luck has mean zero", async () => {
    const run = await simulate(scenario({ horizon: "1 year", run: { worlds: 300, seed: 1 } }));
    const { years } = named(await observe(run, { worlds: 300, designs: ["plain"], otherLuck: false }), "plain");
    const luck = years.luck as Float64Array;
    const byWorld = Array.from({ length: 300 }, (_, w) => totalOf(luck, 3 * w, 3) / 3);
    const mean = byWorld.reduce((a, b) => a + b, 0) / 300;
    const error = Math.sqrt(byWorld.reduce((a, b) => a + (b - mean) ** 2, 0) / 299 / 300);
    // Three standard errors (one false alarm in 370), and a point for what managers simplify.
    expect(Math.abs(mean)).toBeLessThan(3 * error + 0.01);
    expect(error).toBeLessThan(0.02);
  });

  test("with other luck the founders are the same people and their results are not", async () => {
    const run = await simulate(
      scenario({
        team: { managers: 3, quits: "0 %/year" },
        designs: { plain: { period: "1 year", weights, rewards: [{ ...bonus }] } },
      }),
    );
    const { years } = named(await observe(run, { designs: ["plain"] }), "plain");
    const other = years.otherLuck as NonNullable<typeof years.otherLuck>;
    expect([...other.isSame].every((one) => one === 1)).toBe(true);
    const same = [...other.attainment].filter((score, at) => score === years.attainment?.[at]);
    expect(same).toEqual([]);
    const none = named(await observe(run, { designs: ["flat top-up"] }), "flat top-up");
    expect(none.years.otherLuck).toBeUndefined();
    expect(none.years.attainment).toBeUndefined();
  });

  test("other luck keeps the assumptions and the people and draws the rest anew", () => {
    const batchInputs = drawBatch(compile(everything()), 2, 3);
    const other = otherLuck(batchInputs);
    expect(other.worlds).toBe(batchInputs.worlds);
    expect(other.randomDraws.talent).toBe(batchInputs.randomDraws.talent);
    expect(other.randomDraws.background).toBe(batchInputs.randomDraws.background);
    for (const name of ["growth", "orders", "rapport", "survey", "rater", "startSize"] as const)
      expect(other.randomDraws[name][4]).not.toBe(batchInputs.randomDraws[name][4]);
    // The same address gives the same luck again, whatever the batch.
    const alone = otherLuck(drawBatch(compile(everything()), 4, 1));
    expect(alone.randomDraws.rater[0]).toBe(other.randomDraws.rater[6]);
  });

  test("where readings are exact nothing is left to luck: the same people attain the same", async () => {
    const made = scenario({
      team: { managers: 2, quits: "0 %/year" },
      accounts: { "per manager": 2, churn: "0 %/year", "market luck": 0, "account luck": 0, "order luck": 0 },
      designs: { plain: { period: "1 year", weights: { "executive access": "100 %" }, rewards: [bonus] } },
      assumptions: { "reading noise": 0, "rater noise": 0 },
    });
    const { years } = named(await observe(await simulate(made), { designs: ["plain"] }), "plain");
    const { attainment } = years.otherLuck as NonNullable<typeof years.otherLuck>;
    const off = attainment.map((score, at) => Math.abs(score - (years.attainment as Float64Array)[at]));
    // What is left is how the accounts' luck moves effort on them: far below the noise of one reading, about .1.
    expect(Math.max(...off)).toBeLessThan(0.005);
    expect(Math.max(...attainment) - Math.min(...attainment)).toBeGreaterThan(0.05);
  });
});

describe("the same bits", () => {
  test("more worlds never change the first ones", async () => {
    const run = await simulate(scenario({ run: { worlds: 70, seed: 7 } }));
    const few = named(await observe(run, { designs: ["plain"], worlds: 5 }), "plain");
    const many = named(await observe(run, { designs: ["plain"], worlds: 70 }), "plain");
    const begins = (a: unknown, b: unknown): number => {
      if (ArrayBuffer.isView(a)) {
        expect([...(b as Float64Array).slice(0, (a as Float64Array).length)]).toEqual([...(a as Float64Array)]);
        return 1;
      }
      if (typeof a !== "object" || a === null) return 0;
      return Object.keys(a).reduce((sum, key) => sum + begins(a[key as never], (b as typeof a)[key as never]), 0);
    };
    expect(begins(few, many)).toBeGreaterThan(50);
    expect(many.years.world.length).toBe(14 * few.years.world.length);
  });

  test("which designs are asked for changes none of them", async () => {
    const run = await everythingRun();
    const all = await observe(run, { worlds: 3 });
    const one = await observe(run, { worlds: 3, designs: ["mixed"] });
    expect(one.designs).toEqual([named(all, "mixed")]);
  });

  test("months kept are the first of all months", async () => {
    const run = await heldRun();
    const whole = named(await observe(run), "plain");
    const part = named(await observe(run, { months: 5 }), "plain");
    const { revenue } = whole.months;
    expect([...part.months.revenue]).toEqual(
      Array.from({ length: run.worlds }, (_, w) => [...revenue.slice(16 * w, 16 * w + 5)]).flat(),
    );
    expect(part.timeline[0].earned.length).toBe(5 * run.worlds);
    expect(part.years).toEqual(whole.years);
  });
});

describe("what cannot be meant is refused", () => {
  test("unknown names, with the near one; worlds and months the run has not", async () => {
    const run = await heldRun();
    await expect(observe(run, { designs: ["plan"] })).rejects.toThrow("did you mean plain?");
    await expect(observe(run, { response: "look ahed" as never })).rejects.toThrow("did you mean look-ahead?");
    await expect(observe(run, { worlds: 7 })).rejects.toThrow("worlds: the run has 6 worlds, not 7");
    await expect(observe(run, { months: 0 })).rejects.toThrow("ask for a whole number from 1 to 16");
    await expect(observe(run, { designs: [] })).rejects.toThrow("none was asked for");
  });

  test("a run the replay does not give", async () => {
    const run = await heldRun();
    const columns = new Map([...run.columns].map(([name, values]) => [name, values.map((value) => 1.001 * value)]));
    await expect(observe({ ...run, columns })).rejects.toThrow("simulate again");
  });

  test("an aborted observation, with the reason; progress is told by world", async () => {
    const run = await heldRun();
    const told: number[] = [];
    await observe(run, { onProgress: ({ done, total }) => told.push(done, total) });
    expect(told).toEqual([6, 6]);
    await expect(observe(run, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
  });
});
