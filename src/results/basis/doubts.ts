import type { RunHeader } from "../../simulation/data.js";

import { readable } from "./scenario-of.js";

/** Settings of a run that were probably meant otherwise, and levels and designs that differ in more than they are named for, each in a line that begins with its place; none where the scenario cannot be read here. */
export const doubtsOf = (run: RunHeader): readonly string[] => [
  ...(run.held.some(({ isMet, scale, slopes }) => isMet && scale > 0 && slopes.length === 0) ? [olderHold] : []),
  ...(readable(run)?.findings ?? []).flatMap(({ place, finding, isDoubtful }) =>
    isDoubtful ? [`${place}: ${finding}`] : [],
  ),
];

const olderHold =
  "hold: this run was saved by a version whose ± leaves out how well plans are known: designs are equal only to a few per cent; run it again";
