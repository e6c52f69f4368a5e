import { scaleOf } from "../../activities/activity.js";
import { addColumn } from "../../frame/lanes.js";
import { defineOutcome, type Outcome } from "../outcome.js";

/** Effort on one activity relative to normal: the effort mix of a design. */
export const effortOn = (name: string, j: number): Outcome =>
  defineOutcome({
    name: `effort: ${name}`,
    summary: `Effort on ${name} relative to normal.`,
    references: ["definition"],
    unit: { dimension: "number" },
    per: "mean index",
    direction: "neither",
    add(sum, { lanes }) {
      addColumn(sum, lanes.effort, j * lanes.lanes);
    },
    finish(sum, { activities, month }) {
      for (let i = 0; i < sum.length; i++) sum[i] /= scaleOf(activities[j]) * (month + 1);
    },
    examples: [{ why: "nothing done", months: 2, gives: 0 }],
  });
