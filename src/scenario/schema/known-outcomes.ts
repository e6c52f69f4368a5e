import { activities } from "../../model/activities/index.js";
import { outcomes } from "../../model/outcomes/index.js";
import { effortOn } from "../../model/outcomes/people/effort-on.js";

/** Every outcome any scenario may have by world: the general ones, and effort on each activity a scenario may name. */
export const knownOutcomes: readonly string[] = [
  ...outcomes.map(({ name }) => name),
  ...activities.map(({ name }, j) => effortOn(name, j).name),
];
