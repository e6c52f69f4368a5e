import type { RunHeader } from "../engine/run.js";
import { readable } from "./bare-steps.js";

/** Settings of a run that were probably meant otherwise, each in a line that begins with its place; none where the scenario cannot be read here. */
export const doubtsOf = (run: RunHeader): readonly string[] =>
  (readable(run)?.findings ?? []).flatMap(({ place, finding, isDoubtful }) =>
    isDoubtful ? [`${place}: ${finding}`] : [],
  );
