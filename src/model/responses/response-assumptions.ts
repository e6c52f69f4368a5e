import type { Assumption } from "../frame/part.js";

/** Uplifts the evidence response draws, from published effect sizes. */
export const responseAssumptions = {
  cashUplift: {
    section: "assumptions",
    unit: { dimension: "number", min: 0, max: 2 },
    value: "0.06 to 0.20, evenly",
    meaning: "rise of effort when a quarter of salary is contingent: effect .34 SD times an SD of output of .20 to .48",
    source: "garbers-konradt-2014",
  },
  awardUplift: {
    section: "assumptions",
    unit: { dimension: "number", min: 0, max: 2 },
    value: "0.03 to 0.15, evenly",
    meaning: "rise of effort under fresh recognition",
    source: "kosfeld-neckermann-2011",
  },
} as const satisfies Record<string, Assumption>;
