import type { Interval } from "../../foundation/maths/summary.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import type { Comparison } from "../../results/compare.js";
import type { RunOutcome } from "../../simulation/data.js";

import { oneLine, rounded } from "../../wording/numbers.js";
import type { Theme } from "../drawing/theme.js";
import type { VegaLite } from "../drawing/view.js";
import type { Space } from "./chart.js";
import { along } from "./marks.js";

/** What charts of comparisons share: which outcome, which names, which limits. */

/** The outcome asked for, or else the first of the usual ones that the comparison has, or else its first. Refuses unknown names. */
export function shownOutcome(
  { outcomes }: Pick<Comparison, "outcomes">,
  asked: string | undefined,
  usual: readonly string[],
  place = "outcome",
): RunOutcome {
  const known: readonly string[] = outcomes.map(({ name }) => name);
  const name = asked ?? usual.find((one) => known.includes(one)) ?? known[0] ?? "";
  const found = outcomes.find((one) => one.name === name);
  return found ?? refuse(place, `"${name}" is not in this comparison`, didYouMean(name, known));
}

/** One line of text for each design, no two alike: those that share a title have their names beside it. */
export function designLabels(designs: readonly { readonly design: string; readonly title: string }[]): string[] {
  const titles = designs.map(({ title }) => oneLine(title));
  return titles.map((title, k) =>
    titles.filter((one) => one === title).length > 1 ? `${title} (${oneLine(designs[k].design)})` : title,
  );
}

/** `net value` at the start of a sentence. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** An interval in display units; both limits null where there are too few values to tell. */
export const limits = ({ low, high }: Interval, factor: number): { low: number | null; high: number | null } =>
  Number.isFinite(low) && Number.isFinite(high)
    ? { low: low * factor, high: high * factor }
    : { low: null, high: null };

/** ` (6.5 to 7.2)`, or nothing where there are too few values to tell. */
export const intervalText = ({ low, high }: Interval, factor: number, places: number): string =>
  Number.isFinite(low) && Number.isFinite(high)
    ? ` (${rounded(low * factor, places)} to ${rounded(high * factor, places)})`
    : "";

/** Whether two intervals have a number in common; unknown ones may. */
export const isOverlapping = (a: Interval, b: Interval): boolean => !(a.low > b.high || b.low > a.high);

/** Per cent, without what adding up in binary leaves behind. */
export const percentNumber = (share: number): number => Number((share * 100).toPrecision(12));

/** A level axis of months from the first to the last, labelled at whole years where there are any. */
export function alongMonths(space: Space, months: number, title = "month"): VegaLite {
  const axis = along("x", "month", { title, domain: [1, Math.max(2, months)], format: "~f" }, space);
  const most = Math.max(2, Math.floor(space.width / 45));
  const step = 12 * Math.max(1, Math.ceil(months / 12 / most));
  const whole = Array.from({ length: Math.floor(months / step) }, (_, k) => (k + 1) * step);
  return whole.length < 2 ? axis : { ...axis, axis: { ...(axis.axis as object), values: whole } };
}

/** Colour of the line or group of this index; colours come round where there are more groups than colours. */
export const colourOf = ({ colours }: Theme, k: number): string => colours.categories[k % colours.categories.length];
