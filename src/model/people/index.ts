import { capacity } from "./capacity.js";
import { effortChoice } from "./effort.js";
import { learning } from "./learning.js";
import { motivation } from "./motivation.js";
import { returns } from "./returns.js";
import { staying } from "./staying.js";
import { succession } from "./succession.js";
import { work } from "./work.js";

/** Laws of motion of the people, in the order of the month. */
export const people = {
  capacity,
  returns,
  effort: effortChoice,
  work,
  learning,
  motivation,
  staying,
  succession,
} as const;
