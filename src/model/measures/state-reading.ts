import type { LaneName } from "../frame/lanes.js";
import type { Assumption } from "../frame/part.js";
import { type PayShare, payShare } from "../frame/pay-share.js";
import { defineMeasure, type Gradient, type Measure, type MeasureExample, type MeasureLaw } from "./measure.js";

/** Assumption of everything customers are asked. */
export const surveyAssumptions = {
  surveyNoise: {
    section: "assumptions",
    unit: { dimension: "number", min: 0, max: 5 },
    value: "0.08 to 0.3, most likely 0.15",
    meaning: "SD of one account's survey answer (τ_s)",
    source: "assumption",
  },
} as const satisfies Record<string, Assumption>;

export interface SurveyReading
  extends Pick<
    Measure,
    "name" | "summary" | "references" | "what" | "how" | "who" | "when" | "level" | "nature" | "timing"
  > {
  /** The column asked about, as deviation from normal. */
  readonly column: LaneName;
  readonly gradient: Gradient;
  readonly examples: readonly MeasureExample[];
  readonly laws: readonly MeasureLaw[];
}

/** A measure read from a survey of the customers once or twice a year: the mean over accounts, with sampling noise. */
export const surveyReading = ({ column, gradient, ...about }: SurveyReading): Measure =>
  defineMeasure({
    judged: false,
    rebased: false,
    sampling: "survey",
    scale: "index",
    monitoring: payShare(1, 180),
    reads: {},
    assumptions: surveyAssumptions,
    inLevel: [],
    sees: "end",
    isNoisy: true,
    gradient: () => gradient,
    growth: () => 0,
    luck: ({ surveyNoise }, w, accounts) => surveyNoise[w] ** 2 / accounts,
    ...about,
    kernel(out, slot, lanes, { surveyNoise }, draws, month) {
      const { lanes: count, accounts, world } = lanes;
      const state = lanes[column];
      const start = month * count;
      const root = slot.noise / Math.sqrt(accounts);
      for (let i = 0; i < count; i++) out[i] = 1 + state[i] + root * surveyNoise[world[i]] * draws.survey[start + i];
    },
    formula: ({ lane, accounts, world }, slot, noise) =>
      1 + lane[column] + (slot.noise * world.surveyNoise * noise) / Math.sqrt(accounts.length),
  });

export interface MonthlyReading extends SurveyReading {
  readonly monitoring: PayShare;
}

/** A measure that judges a state of the relationship every month: compressed and noisy like any judged input. */
export const monthlyReading = ({ column, gradient, ...about }: MonthlyReading): Measure =>
  defineMeasure({
    judged: true,
    rebased: false,
    sampling: "monthly",
    scale: "index",
    reads: {},
    assumptions: {},
    inLevel: [],
    sees: "end",
    isNoisy: true,
    gradient: ({ compression }, w) =>
      Object.fromEntries(Object.entries(gradient).map(([state, per]) => [state, per * compression[w]])),
    growth: () => 0,
    luck: ({ compression, readingNoise }, w) => (compression[w] * readingNoise[w]) ** 2,
    ...about,
    kernel(out, slot, lanes, { compression, readingNoise }, _draws, month) {
      const { lanes: count, world } = lanes;
      const { readings, noise } = slot;
      const state = lanes[column];
      const start = month * count;
      for (let i = 0; i < count; i++) {
        const w = world[i];
        const luck = readings === undefined ? 0 : noise * readingNoise[w] * readings[start + i];
        out[i] = 1 + compression[w] * (state[i] + luck);
      }
    },
    formula: ({ lane, world }, slot, noise) =>
      1 + world.compression * (lane[column] + slot.noise * world.readingNoise * noise),
  });
