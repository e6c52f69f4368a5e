import { formatNumber } from "../../foundation/text/text.js";
import { version } from "../../foundation/version.js";
import type { RunAbout } from "../../results/basis/about.js";
import type { Scenario } from "../../scenario/scenario.js";
import { horizonText, nameText, oneLine } from "../../wording/numbers.js";
import type { SourceText } from "./drawn.js";
import type { Theme } from "./theme.js";

/** Where a picture comes from: scenario, seed, worlds, version, status. A scenario that was not simulated has neither seed nor worlds. */
export function footerText(about: RunAbout | Scenario | SourceText, theme: Theme): string {
  const parts = "text" in about ? [about.text] : "checked" in about ? scenarioParts(about) : runParts(about);
  return [...parts, ...(theme.source === undefined ? [] : [oneLine(theme.source)])].join(" · ");
}

/** The file's name without its folders. */
const fileName = (path: string): string => nameText(path.split(/[\\/]/).at(-1) ?? path);

/** `280 worlds (140 draws), latin hypercube`: how many worlds there are, and of how many draws of the assumptions. */
export function worldsText({ worlds, lucksPerDraw = 1, sampling }: RunAbout): string {
  const draws = lucksPerDraw > 1 ? ` (${formatNumber(Math.floor(worlds / lucksPerDraw))} draws)` : "";
  return `${formatNumber(worlds)} worlds${draws}${sampling === undefined ? "" : `, ${sampling}`}`;
}

const runParts = (about: RunAbout): string[] => [
  `Scenario ${fileName(about.scenario)}`,
  `seed ${about.seed}`,
  `${worldsText(about)}${about.isComplete ? "" : " (stopped early)"}`,
  horizonText(about.months),
  `RewardLab ${about.version}`,
  `status: ${oneLine(about.status)}`,
];

const scenarioParts = ({ name, checked }: Scenario): string[] => [
  `Scenario ${fileName(name)}`,
  "from the plan itself, nothing simulated",
  `RewardLab ${version}`,
  `status: ${oneLine(checked.status)}`,
];
