import { z } from "zod";
import { quantityField, sourced } from "../../foundation/field.js";
import { linear } from "../curves/linear.js";
import { defineReward } from "./reward.js";

const settings = z.strictObject({
  kind: z.literal("commission"),
  rate: quantityField(
    { dimension: "share", of: ["account revenue"], max: 1, label: "commission rate" },
    "share of account revenue paid as commission every month",
  ),
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** What ex-salespeople are used to: a share of every month's revenue, without quota. No numbers. */
export const commission = defineReward<Settings>({
  kind: "commission",
  title: "commission",
  summary:
    "A fixed share of every month's account revenue, without target, threshold or cap; what ex-salespeople are used to.",
  references: ["kishore-2013", "lazear-2000"],
  form: "cash",
  settings: settings as z.ZodType<Settings>,
  pack: (s) => ({
    amount: { money: 0, ofSalary: 0, ofRevenue: s.rate.value },
    form: linear.form({ kind: "linear", base: 0, rate: 1 }),
    isTeam: false,
    period: 1,
    weights: { "account revenue": 1 },
    isRebased: false,
    isTightened: false,
    numbers: [],
  }),
  newcomer: "worth",
  worth({ unit, worth }) {
    worth.set(unit);
  },
  worthFormula: (_plan, unit) => unit,
  settle({ unit }, payout, lanes, world) {
    for (let i = 0; i < lanes.lanes; i++) {
      const earned = unit[i] * payout[i];
      const cost = earned * (1 + world.onCosts[lanes.world[i]]);
      lanes.paid[i] += earned;
      lanes.accrued[i] += cost;
      lanes.spent[i] += cost;
    }
  },
  examples: [
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
