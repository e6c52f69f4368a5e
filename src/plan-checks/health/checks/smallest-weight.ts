import { exactly, type HealthCheck } from "../check.js";

export const smallestWeight: HealthCheck = {
  name: "smallest weight",
  quantity: "smallest weight of a measure",
  rule: "No measure weighs under 15 to 20 %: below 15 % it is too light to be worked for.",
  sources: ["practice: none under 15 to 20 %"],
  needs: "scenario",
  unit: { dimension: "share" },
  limits: { low: 0.15, high: 1 },
  aim: { low: 0.2, high: 1 },
  read({ plan }) {
    const slots = plan.cards.flatMap((card) => card.slots);
    if (slots.length === 0) return "does not apply";
    const lightest = slots.reduce((least, slot) => (slot.weight < least.weight ? slot : least));
    return exactly(lightest.weight, lightest.measure.name);
  },
};
