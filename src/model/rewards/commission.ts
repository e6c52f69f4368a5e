import { z } from "zod";
import { one } from "../../foundation/values/decimal.js";
import { numberField, quantityField, sourced } from "../../foundation/values/field.js";
import { curveField } from "../curves/index.js";
import { linkageFields } from "../linkages/index.js";
import { defineReward } from "./reward.js";

const settings = z.strictObject({
  kind: z.literal("commission"),
  rate: quantityField(
    { dimension: "share", of: ["account revenue"], max: 1, label: "commission rate" },
    "share of account revenue paid as commission",
  ),
  curve: curveField.prefault({ kind: "linear" }).meta({
    description:
      "schedule of rates around a quota, in units of the rate at quota; the same rate for everything unless given",
    examples: [
      {
        kind: "rate schedule",
        tiers: [
          { from: "0 %", rate: 1 },
          { from: "100 %", rate: 1.5 },
        ],
        apply: "stepped",
      },
    ],
  }),
  period: numberField(
    { dimension: "duration", min: 1 },
    "how often it is settled and revenue is held against a quota, where that differs from the design's",
  ).optional(),
  ...linkageFields,
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** What ex-salespeople are used to: a share of revenue, without quota unless a schedule of rates brings one in. No numbers. */
export const commission = defineReward<Settings>({
  kind: "commission",
  title: "commission",
  summary:
    "A share of account revenue, without target, threshold or cap unless a schedule of rates says so; what ex-salespeople are used to.",
  references: ["kishore-2013", "lazear-2000"],
  form: "cash",
  settings: settings as z.ZodType<Settings>,
  pack: (s) => ({
    amount: { money: 0, ofSalary: 0, ofRevenue: s.rate.value },
    form: s.curve,
    isTeam: false,
    period: s.period,
    weights: { "account revenue": 1 },
    isRebased: false,
    hasOneTarget: true,
    isTightened: false,
    numbers: [],
  }),
  newcomer: "worth",
  worth({ unit, worth }) {
    worth.set(unit);
  },
  worthFormula: (_plan, unit) => unit,
  settle({ unit }, payout, lanes, world) {
    const { worlds, managers, paid, accrued, spent } = lanes;
    for (let w = 0, i = 0; w < worlds; w++) {
      const withOnCosts = 1 + world.onCosts[w];
      for (const end = i + managers; i < end; i++) {
        const earned = unit[i] * payout[i];
        const cost = earned * withOnCosts;
        paid[i] += earned;
        accrued[i] += cost;
        spent[i] += cost;
      }
    }
  },
  exact: () => ({ steps: [], parts: [{ form: "cash", share: one, after: 0, isForfeited: false }] }),
  examples: [
    {
      why: "1 % up to a quota of 500 000 and twice that beyond: at 120 % of it 5 000·(1 + 2·.2)",
      settings: {
        kind: "commission",
        rate: "1 % of account revenue",
        curve: {
          kind: "rate schedule",
          tiers: [
            { from: "0 %", rate: 1 },
            { from: "100 %", rate: 2 },
          ],
          apply: "stepped",
        },
      },
      lane: { target: 500_000 },
      world: { onCosts: 0 },
      months: 1,
      payout: 1.4,
      gives: { unit: 5_000, paid: 7_000 },
    },
    {
      why: ".4 % of 500 000 a month",
      settings: { kind: "commission", rate: "0.4 % of account revenue" },
      lane: { target: 500_000 },
      world: { onCosts: 0.2 },
      months: 1,
      payout: 1,
      gives: { unit: 2_000, worth: 2_000, paid: 2_000, accrued: 2_400 },
    },
  ],
});
