import { fullName } from "../../scenario/designs/reward-words.js";
import type { Run } from "../../simulation/data.js";

import { readable } from "./scenario-of.js";

/** What people read for designs and for levels of factors: their names, and all that is paid where a name speaks of some of it only. */
export interface FullNames {
  readonly ofDesign: (name: string) => string;
  readonly ofLevel: (factor: string, level: string) => string;
}

/** The full names of a run's designs and levels; the bare ones where its scenario cannot be read here. */
export function fullNamesIn(run: Run): FullNames {
  const designs = readable(run)?.checked.designs ?? {};
  return {
    ofDesign: (name) => (Object.hasOwn(designs, name) ? fullName(name, designs[name]) : name),
    ofLevel: (factor, level) => {
      const cells = run.designs.filter(({ cell }) => cell?.[factor] === level);
      const labels = new Set(cells.flatMap(({ name }) => (designs[name] ? [fullName(level, designs[name])] : [])));
      return labels.size === 1 ? [...labels].join() : level;
    },
  };
}
