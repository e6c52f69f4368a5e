import { z } from "zod";
import { power } from "../../foundation/maths/exponential.js";
import { refuse } from "../../foundation/text/problem.js";
import { type Decimal, decimal, decimalText, roundTo } from "../../foundation/values/decimal.js";
import { numberField } from "../../foundation/values/field.js";
import { curveField } from "../curves/index.js";
import type { ExactPerson, ExactRule } from "./exact-rule.js";
import { amountField, cardFields, rewardAmount } from "./fields.js";
import { defineReward, type RewardPlan } from "./reward.js";

const settings = z.strictObject({
  kind: z.literal("salary increase"),
  "at target": amountField,
  curve: curveField.prefault({ kind: "target" }).meta({ description: "rating: how the raise depends on the score" }),
  midpoint: numberField(
    { dimension: "share", of: ["base salary"], min: 0.1 },
    "midpoint of the pay range in simulations; real people are paid by the midpoint of the roster or of the terms of payout",
  ).prefault("100 % of base salary"),
  positions: z
    .array(
      z.strictObject({
        "compa-ratio from": numberField({ dimension: "share" }, "salary ÷ midpoint from which the factor holds"),
        factor: numberField({ dimension: "share" }, "factor on the raise at that position"),
      }),
    )
    .prefault([
      { "compa-ratio from": "0 %", factor: "120 %" },
      { "compa-ratio from": "90 %", factor: "100 %" },
      { "compa-ratio from": "115 %", factor: "70 %" },
    ])
    .meta({
      description: "merit matrix: factor on the raise by position in the pay range, lowest first",
      examples: [
        [
          { "compa-ratio from": "0 %", factor: "120 %" },
          { "compa-ratio from": "100 %", factor: "80 %" },
        ],
      ],
    }),
  ...cardFields,
});

type Settings = z.output<typeof settings>;

/** Factor of the merit matrix at a compa-ratio: the last band whose lower end it reaches. Numbers: midpoint, then pairs (from, factor). */
export function positionFactor(numbers: readonly number[], compaRatio: number): number {
  let factor = numbers.length > 2 ? numbers[2] : 1;
  for (let k = 1; k + 1 < numbers.length; k += 2) if (compaRatio >= numbers[k]) factor = numbers[k + 1];
  return factor;
}

/** Decimals to which a compa-ratio is rounded before it is held against the bands. */
const ratioDecimals = 8;

/** The factor of a matrix that is the same at every position, if it is. */
function onlyFactor([, ...bands]: readonly number[]): number | undefined {
  const factors = bands.filter((_, k) => k % 2 === 1);
  return factors.every((factor) => factor === factors[0]) ? (factors[0] ?? 1) : undefined;
}

/** The raise by merit matrix in decimals. Refuses a person whose midpoint nobody knows: that of the team is one of the simulation. */
function exactRaise({ numbers }: RewardPlan, { salary, midpoint }: ExactPerson): ExactRule {
  const part = (factor: Decimal) => ({ form: "raise", share: factor, after: 0, isForfeited: false }) as const;
  const matrix = "factor of the merit matrix";
  const only = onlyFactor(numbers);
  if (only !== undefined) {
    const factor = decimal(only);
    const rule = `${matrix}, the same at every position`;
    return {
      steps: only === 1 ? [] : [{ rule, arithmetic: decimalText(factor), result: factor }],
      parts: [part(factor)],
    };
  }
  if (midpoint === undefined || !midpoint.gt(0))
    return refuse(
      "",
      "the merit matrix needs the midpoint of the pay range, and the roster has none",
      "add a column midpoint to the roster, or write payout: { midpoint: 72 000 EUR/year }",
    );
  const compa = roundTo(salary.div(midpoint), ratioDecimals);
  const factor = decimal(positionFactor(numbers, Number(compa.toFixed())));
  const rule = "position in the pay range (compa-ratio): salary ÷ midpoint";
  const arithmetic = `${decimalText(salary, 2)} ÷ ${decimalText(midpoint, 2)}`;
  return {
    steps: [
      { rule, arithmetic, result: compa },
      { rule: `${matrix} there`, arithmetic: decimalText(factor), result: factor },
    ],
    parts: [part(factor)],
  };
}

/** Permanent raises by merit matrix: rating (the curve) × position in range; compounding through the horizon. */
export const salaryIncrease = defineReward<Settings>({
  kind: "salary increase",
  title: "salary increase",
  short: "merit",
  summary:
    "A permanent raise by merit matrix: the score gives the rating, the position in the pay range (compa-ratio) a factor. It is paid every later month the manager stays, with on-costs.",
  references: ["merit-raises-2010", "nyberg-2016", "salamin-hom-2005"],
  form: "raise",
  settings: settings as z.ZodType<Settings>,
  check(s) {
    for (let k = 1; k < s.positions.length; k++) {
      if (s.positions[k]["compa-ratio from"] <= s.positions[k - 1]["compa-ratio from"])
        return { fault: "positions are not in rising order", remedy: "sort them by compa-ratio from" };
    }
    return undefined;
  },
  pack: (s) => ({
    amount: rewardAmount(s["at target"]),
    form: s.curve,
    isTeam: false,
    period: s.period,
    interval: s["targets every"],
    weights: s.weights,
    numbers: [s.midpoint, ...s.positions.flatMap((band) => [band["compa-ratio from"], band.factor])],
  }),
  newcomer: "three years",
  worth({ plan, unit, worth }, lanes, { keepMonth, payGrowth, salary }) {
    const { worlds, managers, raise } = lanes;
    const { numbers } = plan;
    for (let w = 0, i = 0; w < worlds; w++) {
      const later = keepMonth[w] * power(1 + payGrowth[w], 1 / 12);
      const middle = numbers[0] * salary[w];
      for (const end = i + managers; i < end; i++) {
        const compa = (salary[w] + raise[i]) / middle;
        worth[i] = (unit[i] * positionFactor(numbers, compa)) / 12 / (1 - later);
      }
    }
  },
  worthFormula(plan, unit, lane, world) {
    const compa = (world.salary + lane.raise) / (plan.numbers[0] * world.salary);
    return (
      (unit * positionFactor(plan.numbers, compa)) / (12 * (1 - world.keepMonth * (1 + world.payGrowth) ** (1 / 12)))
    );
  },
  settle({ plan, unit }, payout, lanes, { onCosts, salary, stayMonth, firmMonth, payGrowth }) {
    for (let i = 0; i < lanes.lanes; i++) {
      const w = lanes.world[i];
      const compa = (salary[w] + lanes.raise[i]) / (plan.numbers[0] * salary[w]);
      const later = firmMonth[w] * stayMonth[w] * power(1 + payGrowth[w], 1 / 12);
      const raise = unit[i] * payout[i] * positionFactor(plan.numbers, compa);
      lanes.raise[i] += raise;
      lanes.accrued[i] += ((raise / 12) * (1 + onCosts[w])) / (1 - later);
    }
  },
  exact: exactRaise,
  needsMidpoint: ({ numbers }) => onlyFactor(numbers) === undefined,
  examples: [
    {
      why: "3 % of 80 000 kept .88 a year at 8 % discount and 2.5 % growth is worth 2 400 ÷ 12 for every month: perpetuity",
      settings: { kind: "salary increase", "at target": "2400 EUR/year" },
      world: { salary: 80_000, keepMonth: 0.98, payGrowth: 0 },
      lane: { raise: 0 },
      payout: 1,
      gives: { unit: 2_400, worth: 10_000, raise: 2_400, paid: 0 },
    },
    {
      why: "20 % above the midpoint the matrix gives 70 %",
      settings: { kind: "salary increase", "at target": "1000 EUR/year" },
      world: { salary: 80_000 },
      lane: { raise: 16_000 },
      payout: 1,
      gives: { raise: 16_700 },
    },
  ],
});
