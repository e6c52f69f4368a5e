import type { LaneName } from "../frame/lanes.js";
import { payShare } from "../frame/pay-share.js";
import { defineMeasure, type Measure, type MeasureExample, type MeasureLaw } from "./measure.js";

export interface LevelReading
  extends Pick<
    Measure,
    | "name"
    | "summary"
    | "references"
    | "what"
    | "how"
    | "who"
    | "when"
    | "scale"
    | "inLevel"
    | "gradient"
    | "growth"
    | "renewal"
    | "lossSize"
  > {
  /** The booked column compared with the target. */
  readonly column: LaneName;
  readonly sampling?: Measure["sampling"];
  readonly luck?: Measure["luck"];
  readonly examples: readonly MeasureExample[];
  readonly laws: readonly MeasureLaw[];
}

/** A result in money against its target, taken from the books: no noise of its own, only the luck of the business. */
export const levelReading = ({ column, ...about }: LevelReading): Measure =>
  defineMeasure({
    level: "supplier",
    nature: "output",
    timing: "lagging",
    judged: false,
    rebased: true,
    sampling: "monthly",
    monitoring: payShare(0),
    reads: {},
    assumptions: {},
    luck: "flow",
    sees: about.sampling === "close" ? "end" : "start",
    isNoisy: false,
    ...about,
    kernel(out, slot, lanes) {
      const booked = lanes[column];
      const { target } = slot;
      for (let i = 0; i < out.length; i++) out[i] = booked[i] / target[i];
    },
    formula: ({ lane }, slot) => lane[column] / slot.target,
  });
