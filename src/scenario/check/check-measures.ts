import { measures } from "../../model/measures/index.js";
import type { Measure } from "../../model/measures/measure.js";
import { usualSettings } from "../../model/measures/usual-settings.js";
import type { ParsedFile } from "../schema/schema.js";
import type { Add } from "./check-designs.js";

type Written = NonNullable<ParsedFile["measures"][string]>;

interface Rule {
  /** What stands there, or does no harm. */
  readonly usual: (written: Written) => boolean;
  readonly has: (measure: Measure) => boolean;
  readonly fault: (name: string) => string;
}

/** Settings that only some measures have a use for. */
const rules: Readonly<Record<string, Rule>> = {
  cadence: {
    usual: ({ cadence }) => cadence === usualSettings.cadence,
    has: ({ sampling }) => sampling === "survey",
    fault: (name) => `${name} is not asked in surveys, so nothing has a cadence`,
  },
  noise: {
    usual: ({ noise }) => noise === usualSettings.noise,
    has: ({ isNoisy }) => isNoisy,
    fault: (name) => `${name} is read without noise of its own: its luck is that of the accounts`,
  },
  target: {
    usual: ({ target }) => target === usualSettings.target,
    has: ({ scale }) => scale !== "index",
    fault: (name) => `${name} is an index, which is held against 1`,
  },
  rebased: {
    usual: ({ rebased }) => rebased !== true,
    has: ({ scale }) => scale !== "index",
    fault: (name) => `${name} is an index, which has no target that could follow results`,
  },
};

/** Refuses settings of measures that can change nothing. */
export function checkMeasures(parsed: ParsedFile, add: Add): void {
  for (const [name, written] of Object.entries(parsed.measures)) {
    const measure = measures.find((one) => one.name === name);
    if (measure === undefined || written === undefined) continue;
    for (const [key, { usual, has, fault }] of Object.entries(rules))
      if (!usual(written) && !has(measure)) add(["measures", name, key], fault(name), "leave it out");
  }
}
