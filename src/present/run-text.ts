import type { Run } from "../engine/run.js";
import { formatNumber, joinWords, plural, wrap } from "../foundation/text.js";
import { horizonText, oneLine } from "./numbers.js";
import { pageWidth } from "./tables.js";

/** What a run is of and how to repeat it, in a few lines; its findings are for `headline` and `compare` to say. */
export function runText(run: Run): string {
  const designs = run.designs.filter((one) => one.role === "design").map((one) => oneLine(one.name));
  const yardsticks = run.designs.filter((one) => one.role !== "design").map((one) => one.name);
  const unmet = run.held.filter((one) => !one.isMet).length;
  const lines = [
    `${oneLine(run.title)}: ${plural(run.worlds, "world")} of ${plural(run.managers, "manager")} over ${horizonText(run.months)}, seed ${run.seed}, rewardlab ${run.version}, ${run.status}`,
    `${plural(designs.length, "design")}: ${joinWords(designs)}; beside them ${joinWords(yardsticks)}`,
    `responses: ${joinWords(run.responses)}; the headline is ${run.response}`,
    `${plural(run.outcomes.length, "outcome")}, among them ${joinWords(run.outcomes.slice(0, 3).map((one) => one.name))}`,
    ...(run.isComplete
      ? []
      : [`stopped early: ${formatNumber(run.worlds)} worlds were finished, fewer than asked for`]),
    ...(unmet === 0 ? [] : [`${plural(unmet, "design")} could not be held equal: see held`]),
  ];
  return lines.map((line) => wrap(line, pageWidth)).join("\n");
}
