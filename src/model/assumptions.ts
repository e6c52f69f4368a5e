import { accounts } from "./accounts/index.js";
import { firm } from "./firm.js";
import { readingAssumptions } from "./measures/activity-reading.js";
import { surveyAssumptions } from "./measures/state-reading.js";
import type { Assumption } from "./part.js";
import { people } from "./people/index.js";
import { patience } from "./people/patience.js";
import { responseAssumptions } from "./responses/assumptions.js";
import { rewardAssumptions } from "./rewards/assumptions.js";

const stepAssumptions = Object.assign(
  {},
  ...[...Object.values(accounts), ...Object.values(people)].map((step) => step.assumptions),
);

/** Every uncertain number of the model by its name in code, in a fixed order. */
export const assumptions: Readonly<Record<string, Assumption>> = {
  ...firm,
  ...stepAssumptions,
  ...patience,
  ...readingAssumptions,
  ...surveyAssumptions,
  ...rewardAssumptions,
  ...responseAssumptions,
};

export const assumptionNames: readonly string[] = Object.keys(assumptions);
