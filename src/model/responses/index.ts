import { evidence } from "./evidence.js";
import { lookAhead } from "./look-ahead.js";
import { none } from "./none.js";
import { planner } from "./planner.js";

/** How managers may react; a comparison shows the first three side by side, the last is the yardstick. */
export const responses = [none, lookAhead, evidence, planner] as const;
