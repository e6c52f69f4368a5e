import { z } from "zod";
import { power } from "../../foundation/maths/exponential.js";
import { decimal, one } from "../../foundation/values/decimal.js";
import { numberField } from "../../foundation/values/field.js";
import { curveField } from "../curves/index.js";
import { amountField, basisField, cardFields, rewardAmount } from "./fields.js";
import { defineReward } from "./reward.js";

const settings = z.strictObject({
  kind: z.literal("cash bonus"),
  "at target": amountField,
  curve: curveField.prefault({ kind: "target" }),
  for: basisField.prefault("personal"),
  "paid after": numberField({ dimension: "duration", max: 60 }, "time from the close to payment").prefault("0 months"),
  deferred: numberField({ dimension: "share", max: 1 }, "share of the bonus that is deferred").prefault("0 %"),
  "vests after": numberField(
    { dimension: "duration", max: 120 },
    "time from the close until the deferred part vests; forfeited on leaving",
  ).prefault("0 months"),
  ...cardFields,
});

type Settings = z.output<typeof settings>;

/** Of a factor a month, over some months; mostly none. */
const powerOr1 = (kept: number, months: number): number => (months === 0 ? 1 : power(kept, months));

/** Numbers: share deferred, months to payment, months to vesting. */
export const cashBonus = defineReward<Settings>({
  kind: "cash bonus",
  title: "cash bonus",
  short: "bonus",
  summary:
    "Cash paid on the score of a period: quarterly, annual or over several years; part of it may be deferred and vests only for those who stay.",
  references: ["garbers-konradt-2014", "chung-2014", "pwc-2024-deferral"],
  form: "cash",
  settings: settings as z.ZodType<Settings>,
  check(s) {
    if (s.deferred > 0 && s["vests after"] === 0)
      return { fault: "part is deferred but nothing says until when", remedy: "add vests after, such as 24 months" };
    if (s.deferred === 0 && s["vests after"] > 0)
      return { fault: "nothing is deferred that could vest", remedy: "add deferred, such as 40 %" };
    if (s.deferred === 1 && s["paid after"] > 0)
      return { fault: "all of it is deferred, so nothing is paid sooner", remedy: "leave paid after out" };
    return undefined;
  },
  pack: (s) => ({
    amount: rewardAmount(s["at target"]),
    form: s.curve,
    isTeam: s.for === "team",
    period: s.period,
    interval: s["targets every"],
    weights: s.weights,
    numbers: [s.deferred, Math.round(s["paid after"]), Math.round(s["vests after"])],
  }),
  newcomer: "worth",
  worth({ plan, unit, worth }, lanes, { keepMonth }) {
    const [deferred, delay, vesting] = plan.numbers;
    const { worlds, managers } = lanes;
    for (let w = 0, i = 0; w < worlds; w++) {
      const kept = (1 - deferred) * powerOr1(keepMonth[w], delay) + deferred * powerOr1(keepMonth[w], vesting);
      for (const end = i + managers; i < end; i++) worth[i] = unit[i] * kept;
    }
  },
  worthFormula(plan, unit, _lane, world) {
    const [deferred, delay, vesting] = plan.numbers;
    return unit * (1 - deferred) * world.keepMonth ** delay + unit * deferred * world.keepMonth ** vesting;
  },
  settle({ plan, unit, pending, owed, ring }, payout, lanes, world, month) {
    const [deferred, delay, vesting] = plan.numbers;
    const { lanes: count, paid, accrued, spent } = lanes;
    for (let i = 0; i < count; i++) {
      const w = lanes.world[i];
      const earned = unit[i] * payout[i];
      const onCosts = 1 + world.onCosts[w];
      const now = (1 - deferred) * earned;
      accrued[i] +=
        onCosts *
        (now * power(world.firmMonth[w], delay) +
          deferred * earned * power(world.stayMonth[w] * world.firmMonth[w], vesting));
      if (delay === 0) {
        paid[i] += now;
        spent[i] += now * onCosts;
      } else owed[((month + delay) % ring) * count + i] += now;
      if (deferred > 0) pending[((month + vesting) % ring) * count + i] += deferred * earned;
    }
  },
  exact({ numbers: [deferred, delay, vesting] }) {
    const later = decimal(deferred);
    const now = { form: "cash", share: one.minus(later), after: delay, isForfeited: false } as const;
    const rest = { form: "cash", share: later, after: vesting, isForfeited: true } as const;
    return { steps: [], parts: deferred > 0 ? [now, rest] : [now] };
  },
  examples: [
    {
      why: "18 000 at target, on target, on-costs 21 %",
      settings: { kind: "cash bonus", "at target": "18000 EUR/year" },
      world: { onCosts: 0.21 },
      payout: 1,
      gives: { unit: 18_000, worth: 18_000, paid: 18_000, accrued: 21_780 },
    },
    {
      why: "20 % of a salary of 72 000 over a quarter",
      settings: { kind: "cash bonus", "at target": "20 % of base salary" },
      world: { salary: 72_000 },
      months: 3,
      payout: 1,
      gives: { unit: 3_600, paid: 3_600 },
    },
    {
      why: "half deferred two years: kept at .99 a month the deferred half is worth .99²⁴ of itself; nothing of it is paid now",
      settings: { kind: "cash bonus", "at target": "10000 EUR/year", deferred: "50 %", "vests after": "2 years" },
      world: { keepMonth: 0.99, stayMonth: 1, firmMonth: 1, onCosts: 0.2 },
      payout: 1,
      gives: { worth: 8_928.390704, paid: 5_000, accrued: 12_000 },
    },
  ],
});
