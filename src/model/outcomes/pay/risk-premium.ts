import { defineOutcome, presentValue, yearlyMean } from "../outcome.js";

export const riskPremium = defineOutcome({
  name: "risk premium",
  summary:
    "What bearing the risk of pay costs the managers, a year: half their risk aversion times the variance of what a period pays, as they foresee it when it opens.",
  references: ["Pratt 1964", "Holmström & Milgrom 1987"],
  unit: { dimension: "money/year" },
  per: "per KAM-year",
  direction: "lower",
  ...yearlyMean("riskPremium"),
  examples: [{ why: "50 a month for a year", months: 12, lane: { riskPremium: 50 }, gives: 600 }],
});

export const riskSpend = defineOutcome({
  name: "risk spend",
  summary: "Present value of the risk premium over the horizon.",
  references: ["definition"],
  unit: { dimension: "money" },
  per: "per KAM over the horizon",
  direction: "lower",
  ...presentValue("riskPremium"),
  examples: [
    {
      why: "100 a month, of which the firm keeps .9 a month",
      months: 3,
      lane: { riskPremium: 100 },
      world: { firmMonth: 0.9 },
      gives: 271,
    },
  ],
});
