import { type DataTable, tableOf, textColumn } from "../../foundation/tables/data-table.js";
import { aboutOf } from "../../results/basis/about.js";
import { lucksOf, perValue } from "../../results/basis/between-worlds.js";
import { setConfidence } from "../../results/best/best-set.js";
import { clearShare } from "../../results/statistics/verdict.js";
import type { Run } from "../../simulation/data.js";
import { equalityIn } from "../../wording/equal-words.js";

interface Setting {
  readonly setting: string;
  readonly value: string | number | boolean | undefined;
  readonly unit?: string;
  readonly meaning: string;
}

/** Settings every result depends on. */
function settingsOf(run: Run): readonly Setting[] {
  const about = aboutOf(run);
  const money = `${run.currency} per KAM over the horizon`;
  return [
    { setting: "scenario", value: about.scenario, meaning: "name of the file" },
    { setting: "title", value: about.title, meaning: "of the scenario" },
    { setting: "question", value: about.question, meaning: "what the scenario asks" },
    { setting: "status", value: about.status, meaning: "how far its numbers rest on data" },
    { setting: "version", value: run.version, meaning: "of the package that made the run" },
    { setting: "hash", value: run.hash, meaning: "content hash of the scenario" },
    { setting: "seed", value: run.seed, meaning: "of all luck" },
    { setting: "worlds", value: run.worlds, unit: "worlds", meaning: "in the run" },
    { setting: "first world", value: run.shard?.first ?? 0, meaning: "number of the first world of this part" },
    { setting: "lucks per draw", value: lucksOf(run), unit: "worlds", meaning: "that share a draw of the assumptions" },
    {
      setting: "worlds per value",
      value: perValue(run),
      unit: "worlds",
      meaning: "averaged into one independent value",
    },
    { setting: "sampling", value: run.sampling ?? "independent", meaning: "how worlds are drawn" },
    { setting: "months", value: run.months, unit: "months", meaning: "horizon" },
    { setting: "managers", value: run.managers, unit: "managers", meaning: "of a team" },
    { setting: "currency", value: run.currency, meaning: "of all money" },
    { setting: "baseline", value: run.baseline, meaning: "design others are compared with" },
    { setting: "response", value: run.response, meaning: "of the headline" },
    { setting: "smallest difference", value: run.smallestDifference, unit: money, meaning: "worth acting on" },
    {
      setting: "clear share",
      value: clearShare,
      unit: "share of draws",
      meaning: 'that must agree before "clearly" is said',
    },
    {
      setting: "set confidence",
      value: setConfidence,
      unit: "share of runs",
      meaning: "in which those that may be best hold the best",
    },
    {
      setting: "equal in",
      value: equalityIn(about),
      meaning: "outcome designs are held equal in; absent where none is",
    },
    { setting: "is complete", value: run.isComplete, meaning: "whether all worlds asked for were finished" },
    { setting: "precision asked", value: run.precision?.asked, unit: money, meaning: "largest half width wanted" },
    {
      setting: "precision reached",
      value: run.precision?.reached,
      unit: money,
      meaning: "largest half width there is",
    },
    { setting: "pay apart", value: about.payApart, meaning: "terms real people are paid by that were left out" },
  ];
}

/** What the run is, a row a setting. */
export const runTable = (run: Run): DataTable =>
  tableOf(
    "run",
    "What the run is and what repeats it: a row a setting.",
    settingsOf(run).filter(({ value }) => value !== undefined),
    [
      textColumn("setting", "name", (one) => one.setting),
      textColumn("value", "as text; numbers in full", (one) => String(one.value)),
      textColumn("unit", "what 1 is of", (one) => one.unit ?? ""),
      textColumn("meaning", "in words", (one) => one.meaning),
    ],
  );
