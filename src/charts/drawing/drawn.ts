import type { RunAbout } from "../../results/basis/about.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Theme } from "./theme.js";
import type { Row, VegaLite, ViewColumn } from "./view.js";

/** Where a chart draws. */
export interface Space {
  /** px. Of the plotting area, between the room kept on both sides. */
  readonly width: number;
  /** px. Room kept on the left for axis labels. */
  readonly left: number;
  /** px. Room kept on the right. */
  readonly right: number;
  readonly theme: Theme;
}

/** A source line in words, for charts of neither a run nor a scenario. */
export interface SourceText {
  readonly text: string;
}

/** A chart before it is framed. */
export interface UnframedChart {
  /** The finding, computed from the data: a sentence without a full stop. */
  readonly title: string;
  /** What is shown: quantity, unit, setting, what bars and bands mean. */
  readonly subtitle: string;
  /** Where it comes from: a run's source line, or a scenario that was not simulated. */
  readonly about: RunAbout | Scenario | SourceText;
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly Row[];
  /** Longest texts on the left of the plotting area, so that room is kept for them; they are cut where they would take over half. */
  readonly left: readonly string[];
  /** Longest texts that stand out on the right. */
  readonly right?: readonly string[] | undefined;
  /** The panel, without title, data of its own included; its width is the space's. */
  readonly panel: (space: Space) => VegaLite;
}
