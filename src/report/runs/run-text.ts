import { paragraph, type Sheet, title } from "../../foundation/text/sheet.js";
import { sheetText } from "../../foundation/text/sheet-text.js";
import { formatNumber, joinWords, plural } from "../../foundation/text/text.js";
import { payApart } from "../../scenario/payout-terms/payout-apart.js";
import type { Run } from "../../simulation/data.js";

import { worldsPerBlock } from "../../simulation/world/sampling.js";
import { horizonText, oneLine } from "../../wording/numbers.js";

/** What a run is of and how to repeat it, in a few lines; its findings are for `headline` and `compare` to say. */
export function runSheet(run: Run): Sheet {
  const designs = run.designs.filter((one) => one.role === "design").map((one) => oneLine(one.name));
  const yardsticks = run.designs.filter((one) => one.role !== "design").map((one) => one.name);
  const unmet = run.held.filter((one) => !one.isMet).length;
  const what = `${oneLine(run.title)}: ${plural(run.worlds, "world")} of ${plural(run.managers, "manager")} over ${horizonText(run.months)}, seed ${run.seed}, rewardlab ${run.version}, ${run.status}`;
  const lines = [
    `${plural(designs.length, "design")}: ${joinWords(designs)}; beside them ${joinWords(yardsticks)}`,
    `responses: ${joinWords(run.responses)}; the headline is ${run.response}`,
    `${plural(run.outcomes.length, "outcome")}, among them ${joinWords(run.outcomes.slice(0, 3).map((one) => one.name))}`,
    ...(run.shard === undefined
      ? []
      : [
          `part ${run.shard.index} of ${run.shard.of}: worlds ${run.shard.first} to ${run.shard.first + run.worlds - 1} of ${run.shard.worlds}; merge joins the parts`,
        ]),
    ...(run.lucksPerDraw === undefined
      ? []
      : [`every draw of the assumptions is played in ${run.lucksPerDraw} worlds: errors come from draws`]),
    ...(run.sampling === undefined
      ? []
      : [`drawn by ${run.sampling}: errors come from blocks of ${worldsPerBlock * (run.lucksPerDraw ?? 1)} worlds`]),
    ...(run.isComplete
      ? []
      : [`stopped early: ${formatNumber(run.worlds)} worlds were finished, fewer than asked for`]),
    ...(run.precision === undefined || run.precision.isMet
      ? []
      : [
          `precision not reached: differences are known to ± ${formatNumber(run.precision.reached, { digits: 0 })} ${run.currency}`,
        ]),
    ...apartLines(run),
    ...(unmet === 0 ? [] : [`${plural(unmet, "design")} could not be held equal: see held`]),
  ];
  return [[title(what), ...lines.map(paragraph)]];
}

function apartLines({ scenario }: Run): string[] {
  const apart = payApart(scenario.payout);
  return apart === undefined ? [] : [apart];
}

/** The same as text. */
export const runText = (run: Run): string => sheetText(runSheet(run));
