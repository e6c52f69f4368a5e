import type { PlanAbout, RunAbout } from "../../results/basis/about.js";
import { nameText, oneLine } from "../../wording/numbers.js";
import type { SourceText } from "../drawing/drawn.js";

/** The source line of what was read off a run, or off a plan that was not simulated. */
export const planSource = (about: RunAbout | PlanAbout): RunAbout | SourceText =>
  "worlds" in about
    ? about
    : {
        text: `Scenario ${nameText(about.scenario.split(/[\\/]/).at(-1) ?? about.scenario)} · from the plan itself, nothing simulated · RewardLab ${about.version} · status: ${oneLine(about.status)}`,
      };
