import { type Distribution, quantile } from "../../foundation/maths/distribution.js";
import { formatNumber, significant } from "../../foundation/text/text.js";
import { activityNumbers } from "../../model/activities/activity.js";
import { activities } from "../../model/activities/index.js";
import type { Checked } from "../schema/schema.js";
import { assumptionRange } from "../schema/usual.js";
import type { Add } from "./check-designs.js";
import { leastDraw } from "./check-raises.js";

/** share. What effort on all activities together costs at least, of what each alone would: below, the model has no best effort. */
const leastCost = 0.05;

/**
 * Effort on all activities together costs 1 + χ·Σ room times what it would cost on each alone. Where some draw of χ leaves nothing of it,
 * managers would work without end: refused.
 */
export function checkEffort(checked: Checked, chosen: readonly string[], add: Add): void {
  const settings = checked.activities ?? {};
  const room = activities
    .filter(({ name }) => chosen.includes(name))
    .reduce((sum, one) => sum + activityNumbers(one, given(settings[one.name])).room, 0);
  const least = quantile(assumptionRange(checked, "substitution") as Distribution, leastDraw);
  if (room === 0 || 1 + least * room >= leastCost) return;
  const bound = Math.ceil(((leastCost - 1) / room) * 1000) / 1000;
  add(
    ["assumptions", "substitution"],
    `at ${formatNumber(significant(least, 3))} activities help each other so much that effort on all of them together (room ${formatNumber(significant(room, 3))}) would cost nothing`,
    `let it start at ${bound === 0 ? 0 : bound} or above`,
  );
}

const given = (settings: Readonly<Record<string, number | undefined>> = {}) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => typeof value === "number"));
