import { z } from "zod";
import { power } from "../../foundation/maths/exponential.js";
import { one } from "../../foundation/values/decimal.js";
import { numberField } from "../../foundation/values/field.js";
import { curveField } from "../curves/index.js";
import { awardField, basisField, cardFields, rewardAmount } from "./fields.js";
import { defineReward, type Reward } from "./reward.js";

/** Awards pay in steps around target unless the file says otherwise. */
const awardSteps = {
  kind: "steps",
  steps: [
    { at: "90 %", pays: "50 %" },
    { at: "100 %", pays: "100 %" },
    { at: "115 %", pays: "150 %" },
  ],
};

const settingsOf = (kind: string, basis: "personal" | "team") =>
  z.strictObject({
    kind: z.literal(kind),
    "at target": awardField,
    curve: curveField.prefault(awardSteps),
    for: basisField.prefault(basis),
    appeal: numberField(
      { dimension: "number", min: 0, max: 10 },
      "how much more (or less) than other awards it is appreciated",
    ).prefault(1),
    ...cardFields,
  });

type Settings = z.output<ReturnType<typeof settingsOf>>;

export interface AwardAbout {
  readonly kind: string;
  readonly summary: string;
  readonly references: readonly string[];
  readonly basis: "personal" | "team";
}

/**
 * A non-cash award: its perceived value grows less than its cost (F₀·(y/F₀)^power), fades as it becomes a habit,
 * and costs the firm what it costs. Numbers: appeal.
 */
export const award = ({ kind, summary, references, basis }: AwardAbout): Reward =>
  defineReward<Settings>({
    kind,
    title: kind,
    summary,
    references,
    form: "award",
    settings: settingsOf(kind, basis) as unknown as z.ZodType<Settings>,
    pack: (s) => ({
      amount: rewardAmount(s["at target"]),
      form: s.curve,
      isTeam: s.for === "team",
      period: s.period,
      interval: s["targets every"],
      weights: s.weights,
      numbers: [s.appeal],
    }),
    newcomer: "worth",
    worth({ plan, unit, worth }, lanes, { perceived, valueFloor, awardPower }, months) {
      const years = months / 12;
      const { worlds, managers, freshness } = lanes;
      const [appeal] = plan.numbers;
      for (let w = 0, i = 0; w < worlds; w++) {
        const floor = valueFloor[w];
        // Managers of a world mostly have the same award before them: its value is worked out once.
        let yearly = 0;
        let value = 0;
        for (const end = i + managers; i < end; i++) {
          const offered = unit[i] > 0 ? unit[i] / years : 0;
          if (offered !== yearly) value = offered > 0 ? floor * power(offered / floor, awardPower[w]) : 0;
          yearly = offered;
          worth[i] = appeal * freshness[i] * perceived[w] * value * years;
        }
      }
    },
    worthFormula(plan, unit, lane, world, months) {
      if (unit <= 0) return 0;
      const yearly = unit / (months / 12);
      return (
        plan.numbers[0] *
        lane.freshness *
        world.perceived *
        world.valueFloor *
        (yearly / world.valueFloor) ** world.awardPower *
        (months / 12)
      );
    },
    settle({ unit, worth }, payout, lanes, { habituation }) {
      for (let i = 0; i < lanes.lanes; i++) {
        const cost = unit[i] * payout[i];
        lanes.accrued[i] += cost;
        lanes.spent[i] += cost;
        lanes.enjoyed[i] += worth[i] * payout[i];
        // An award of no size is no award: nobody gets used to it.
        if (unit[i] > 0) lanes.freshness[i] *= 1 - habituation[lanes.world[i]] * Math.min(1, payout[i]);
      }
    },
    exact: () => ({ steps: [], parts: [{ form: "value", share: one, after: 0, isForfeited: false }] }),
    examples: [
      {
        why: "2 000 a year at the value floor, fresh, is worth 1.1 times its cost; a full award takes a fifth of freshness",
        settings: { kind, "at target": "2000 EUR/year" },
        lane: { freshness: 1 },
        world: { perceived: 1.1, valueFloor: 2_000, awardPower: 0.6, habituation: 0.2 },
        payout: 1,
        gives: { unit: 2_000, worth: 2_200, accrued: 2_000, enjoyed: 2_200, freshness: 0.8, paid: 0 },
      },
      {
        why: "an award of no size gives, costs and wears nothing",
        settings: { kind, "at target": "0 EUR/year" },
        lane: { freshness: 0.5 },
        payout: 1,
        gives: { worth: 0, accrued: 0, enjoyed: 0, freshness: 0.5 },
      },
      {
        why: "four times the floor is worth twice as much when value grows with the square root",
        settings: { kind, "at target": "8000 EUR/year" },
        lane: { freshness: 0.5 },
        world: { perceived: 1, valueFloor: 2_000, awardPower: 0.5 },
        payout: 0.5,
        gives: { worth: 2_000, accrued: 4_000, enjoyed: 1_000 },
      },
    ],
  });
