import { surveyReading } from "./state-reading.js";

export const customerSatisfaction = surveyReading({
  name: "customer satisfaction",
  summary: "Satisfaction of the customer (CSAT or NPS), surveyed once or twice a year.",
  references: ["survey cadence of six to twelve months: practice"],
  level: "customer",
  nature: "output",
  timing: "leading",
  what: "Satisfaction of the customers, mean of the accounts",
  how: "survey of people who work with the supplier",
  who: "an independent survey",
  when: "every survey in the period, usually every 6 months",
  column: "meanSatisfaction",
  gradient: { satisfaction: 1 },
  examples: [
    { why: "at rest the survey reads as target", gives: 1 },
    {
      why: "one account, index .1 above normal, one SD of noise of .15",
      lane: { meanSatisfaction: 0.1 },
      world: { surveyNoise: 0.15 },
      noise: 1,
      gives: 1.25,
    },
  ],
  laws: [{ rises: "meanSatisfaction" }],
});
