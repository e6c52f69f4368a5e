import { defineOutcome } from "../outcome.js";

export const lifetimeValueOutcome = defineOutcome({
  name: "customer lifetime value",
  summary: "Lifetime value of the manager's accounts at the horizon, given their satisfaction then.",
  references: ["lifetime value m·r/(1 + i − r): Gupta & Lehmann 2003"],
  unit: { dimension: "money" },
  per: "per KAM at the horizon",
  direction: "higher",
  add: () => undefined,
  finish(sum, { lanes }) {
    sum.set(lanes.lifetimeValue);
  },
  examples: [{ why: "what the last month says", months: 3, lane: { lifetimeValue: 5_000_000 }, gives: 5_000_000 }],
});
