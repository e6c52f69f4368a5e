import { z } from "zod";
import { one } from "../../foundation/values/decimal.js";
import { sourced } from "../../foundation/values/field.js";
import { amountField, rewardAmount } from "./fields.js";
import { defineReward, type Reward } from "./reward.js";

const settingsOf = (kind: string) => z.strictObject({ kind: z.literal(kind), amount: amountField, ...sourced });

type Settings = z.output<ReturnType<typeof settingsOf>>;

interface FixedAbout {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly references: readonly string[];
  readonly form: "development" | "salary";
}

/** Spending that depends on no score: it changes pay level or ability, never the marginal reward. No numbers. */
export const fixedSpending = ({ kind, title, summary, references, form }: FixedAbout): Reward =>
  defineReward<Settings>({
    kind,
    title,
    summary,
    references,
    form,
    settings: settingsOf(kind) as unknown as z.ZodType<Settings>,
    pack: (s) => ({ amount: rewardAmount(s.amount), form: undefined, isTeam: false, numbers: [] }),
    newcomer: "worth",
    worth({ unit, worth }) {
      const share = form === "salary" ? 1 : 0.5;
      for (let i = 0; i < worth.length; i++) worth[i] = share * unit[i];
    },
    worthFormula: (_plan, unit) => (form === "salary" ? unit : unit / 2),
    settle({ unit }, payout, lanes, { onCosts }) {
      const { worlds, managers, paid, enjoyed, accrued, spent } = lanes;
      const isSalary = form === "salary";
      for (let w = 0, i = 0; w < worlds; w++) {
        const withOnCosts = 1 + onCosts[w];
        for (const end = i + managers; i < end; i++) {
          const amount = unit[i] * payout[i];
          const cost = isSalary ? amount * withOnCosts : amount;
          if (isSalary) paid[i] += amount;
          else enjoyed[i] += 0.5 * amount;
          accrued[i] += cost;
          spent[i] += cost;
        }
      }
    },
    exact: () => ({
      steps: [],
      parts: [{ form: form === "salary" ? "cash" : "value", share: one, after: 0, isForfeited: false }],
    }),
    examples: [
      form === "salary"
        ? {
            why: "a twelfth of 12 000 a month, with on-costs",
            settings: { kind, amount: "12000 EUR/year" },
            world: { onCosts: 0.2 },
            months: 1,
            payout: 1,
            gives: { unit: 1_000, worth: 1_000, paid: 1_000, accrued: 1_200 },
          }
        : {
            why: "a twelfth of 3 000 a month, half of it felt as a benefit",
            settings: { kind, amount: "3000 EUR/year" },
            months: 1,
            payout: 1,
            gives: { unit: 250, worth: 125, paid: 0, accrued: 250, enjoyed: 125 },
          },
    ],
  });
