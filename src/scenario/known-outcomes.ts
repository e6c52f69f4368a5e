import { activities } from "../model/activities/index.js";
import { effortOn } from "../model/outcomes/effort-on.js";
import { outcomes } from "../model/outcomes/index.js";

/** Every outcome any scenario may have by world: the general ones, and effort on each activity a scenario may name. */
export const knownOutcomes: readonly string[] = [
  ...outcomes.map(({ name }) => name),
  ...activities.map(({ name }, j) => effortOn(name, j).name),
];
