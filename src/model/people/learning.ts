import type { WorldColumns } from "../frame/part.js";
import { payShare } from "../frame/pay-share.js";
import { defineLaw } from "../frame/step.js";

/** log. Ability stays within this of the average applicant's: a hundred and fifty times as able, or as little. */
export const mostAbility = 5;

/** log. An ability within the bounds of the model. */
export const ableAt = (lnAbility: number): number => Math.max(-mostAbility, Math.min(mostAbility, lnAbility));

/** Ability grows with development and fades back to what the manager brought along; time in the seat passes. */
export const learning = defineLaw({
  title: "learning",
  summary:
    "Mentoring and education raise ability with the square root of spending; what is not kept up fades by a fifth a year.",
  references: ["direction: practice; size: assumption"],
  assumptions: {
    training: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 1 },
      value: "0 to 0.04, most likely 0.015",
      meaning: "log ability gained a year when the development unit is spent",
      source: "assumption",
    },
    developmentUnit: {
      section: "assumptions",
      unit: { dimension: "money/year", min: 1, max: 1e12 },
      value: payShare(1, 24),
      meaning: "yearly spending on development at which the gain of training is stated",
      source: "assumption",
    },
  },
  kernel(
    lanes,
    { training, trainingSpend, developmentUnit }: WorldColumns<"training" | "trainingSpend" | "developmentUnit">,
  ) {
    const { lanes: count, managers, world, lnAbility, lnAbilityAtHire, tenure, vacancy } = lanes;
    // Read here: a constant of the module is looked up and checked wherever it is used.
    const most = +mostAbility;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const gained = training[w] * Math.sqrt(trainingSpend[w] / developmentUnit[w]);
      for (let i = first; i < first + managers; i++) {
        if (vacancy[i] > 0) continue;
        const grown = lnAbility[i] + (gained - 0.2 * (lnAbility[i] - lnAbilityAtHire[i])) / 12;
        lnAbility[i] = Math.max(-most, Math.min(most, grown));
        tenure[i] += 1;
      }
    }
  },
  formula({ lane, world }) {
    if (lane.vacancy > 0) return {};
    const gained = world.training * Math.sqrt(world.trainingSpend / world.developmentUnit);
    return {
      lane: {
        lnAbility: ableAt(lane.lnAbility + gained / 12 - (lane.lnAbility - lane.lnAbilityAtHire) / 60),
        tenure: lane.tenure + 1,
      },
    };
  },
  examples: [
    {
      why: "12 000 a year is twice the effect of 3 000: .02·2/12 a month",
      lane: { lnAbility: 0, lnAbilityAtHire: 0 },
      world: { training: 0.02, trainingSpend: 12_000, developmentUnit: 3_000 },
      gives: { lane: { lnAbility: 0.0033333333333333335 } },
    },
  ],
  laws: [
    {
      law: "without spending ability never moves away from what was brought along",
      holds: (before, after) =>
        before.world.trainingSpend > 0 ||
        Math.abs(after.lane.lnAbility - before.lane.lnAbilityAtHire) <=
          Math.abs(before.lane.lnAbility - before.lane.lnAbilityAtHire) + 1e-12,
    },
  ],
});
