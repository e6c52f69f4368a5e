import type { RunAbout } from "../analysis/about.js";
import { formatNumber } from "../foundation/text.js";
import type { Scenario } from "../scenario/scenario.js";
import { version } from "../version.js";
import type { SourceText } from "./drawn.js";
import { horizonText, nameText, oneLine } from "./numbers.js";
import type { Theme } from "./theme.js";

/** Where a picture comes from: scenario, seed, worlds, version, status. A scenario that was not simulated has neither seed nor worlds. */
export function footerText(about: RunAbout | Scenario | SourceText, theme: Theme): string {
  const parts = "text" in about ? [about.text] : "checked" in about ? scenarioParts(about) : runParts(about);
  return [...parts, ...(theme.source === undefined ? [] : [oneLine(theme.source)])].join(" · ");
}

/** The file's name without its folders. */
const fileName = (path: string): string => nameText(path.split(/[\\/]/).at(-1) ?? path);

const runParts = (about: RunAbout): string[] => [
  `Scenario ${fileName(about.scenario)}`,
  `seed ${about.seed}`,
  `${formatNumber(about.worlds)} worlds${about.sampling === undefined ? "" : `, ${about.sampling}`}${about.isComplete ? "" : " (stopped early)"}`,
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
