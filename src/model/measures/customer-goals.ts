import { surveyReading } from "./state-reading.js";

export const customerGoals = surveyReading({
  name: "customer goals reached",
  summary: "How far the customer's own goals were reached with what was co-created.",
  references: ["survey cadence of six to twelve months: practice"],
  level: "customer",
  nature: "output",
  timing: "leading",
  what: "Goals in the joint plan that the customer says were reached",
  how: "structured interview with the customer's sponsor",
  who: "the customer's sponsor",
  when: "every survey in the period, usually every 6 months",
  column: "meanAdoption",
  gradient: { adoption: 1 },
  examples: [
    { why: "at rest the survey reads as target", gives: 1 },
    {
      why: "one account, index .1 above normal, one SD of noise of .15",
      lane: { meanAdoption: 0.1 },
      world: { surveyNoise: 0.15 },
      noise: 1,
      gives: 1.25,
    },
  ],
  laws: [{ rises: "meanAdoption" }],
});
