import type { Assumption } from "../frame/part.js";
import { type PayShare, payShare } from "../frame/pay-share.js";
import { defineMeasure, type Measure, type MeasureExample } from "./measure.js";

/** Assumptions of everything people judge or document. */
export const readingAssumptions = {
  compression: {
    section: "assumptions",
    unit: { dimension: "number", min: 0.01, max: 2 },
    value: "0.2 to 0.7, most likely 0.4",
    meaning:
      "score points per relative point of a judged input: raters bunch scores (c); centrality bias, Bol 2011, size assumed",
    source: "assumption",
  },
  boxTicking: {
    section: "assumptions",
    unit: { dimension: "number", min: 0, max: 5 },
    value: "0.02 to 0.2, most likely 0.08",
    meaning: "reading gained by doubling activity reporting",
    source: "assumption",
  },
  readingNoise: {
    section: "assumptions",
    unit: { dimension: "number", min: 0, max: 10 },
    value: "0.15 to 0.7, most likely 0.35",
    meaning: "SD of one monthly reading of an input, relative to normal (τ)",
    source: "assumption",
  },
} as const satisfies Record<string, Assumption>;

/** What a measure of activity says about itself; the rest is common to all of them. */
export interface ActivityReading
  extends Pick<Measure, "name" | "summary" | "references" | "what" | "how" | "who" | "when" | "reads" | "laws"> {
  readonly monitoring?: PayShare;
  readonly examples: readonly MeasureExample[];
}

/** A measure that reads what the manager does: a weighted reading of activities, with noise, compressed by the rater. */
export const activityReading = (about: ActivityReading): Measure =>
  defineMeasure({
    level: "interaction",
    nature: "input",
    timing: "leading",
    judged: true,
    rebased: false,
    sampling: "monthly",
    scale: "index",
    monitoring: payShare(1, 240),
    assumptions: readingAssumptions,
    inLevel: [],
    sees: "end",
    isNoisy: true,
    gradient: () => ({}),
    growth: () => 0,
    luck: ({ compression, readingNoise }, w) => (compression[w] * readingNoise[w]) ** 2,
    ...about,
    kernel(out, slot, lanes, { compression, boxTicking, readingNoise }, _draws, month) {
      const { lanes: count, worlds, managers, effort } = lanes;
      const { loads, reporting, activities, noise, readings } = slot;
      const start = month * count;
      out.fill(-1);
      // The last activity that is read is added together with the rest: mostly it is the only one.
      let last = loads.length - 1;
      while (last > 0 && loads[last] === 0) last--;
      for (let j = 0; j < last; j++) {
        const load = loads[j];
        if (load === 0) continue;
        for (let i = 0, a = j * count; i < count; i++, a++) out[i] += load * effort[a];
      }
      const load = loads[last];
      const normal = reporting < 0 ? 1 : activities[reporting].normal;
      for (let w = 0, i = 0; w < worlds; w++) {
        const bunched = compression[w];
        const ticking = boxTicking[w];
        const spread = noise * readingNoise[w];
        for (const end = i + managers; i < end; i++) {
          const read = out[i] + load * effort[last * count + i];
          const ticked = reporting < 0 ? 0 : effort[reporting * count + i] / normal - 1;
          const luck = readings === undefined ? 0 : spread * readings[start + i];
          out[i] = 1 + bunched * (read + ticking * ticked + luck);
        }
      }
    },
    formula({ activities, settings, world }, slot, noise) {
      const reading = settings.reduce(
        (sum, one, j) => sum + ((about.reads[one.name] ?? 0) * activities[j].effort) / (one.normal || 1),
        0,
      );
      const reporting = settings.findIndex((one) => one.reporting && one.normal > 0);
      const ticked = reporting < 0 ? 0 : activities[reporting].effort / settings[reporting].normal - 1;
      return (
        1 + world.compression * (reading - 1 + world.boxTicking * ticked + slot.noise * world.readingNoise * noise)
      );
    },
  });
