import type { Finding } from "../check/check.js";
import type { Checked, ScenarioFile } from "../schema/schema.js";

/** What a description needs of a scenario: what was written, what it means, and remarks on it. */
export interface ScenarioView {
  readonly name: string;
  /** As written, plain JSON. */
  readonly file: ScenarioFile;
  /** As meant: numbers in base units. */
  readonly checked: Checked;
  readonly findings: readonly Finding[];
}
