import { Problem, refuse } from "../foundation/problem.js";
import { hashText } from "../foundation/random.js";
import { sheetHtml } from "../foundation/sheet-html.js";
import { html, showing } from "../foundation/showing.js";
import { fileNameOf } from "../foundation/text.js";
import { rewards as standardRewards } from "../model/rewards/index.js";
import type { Reward } from "../model/rewards/reward.js";
import { check, type Finding } from "./check.js";
import { describe, describeSheet } from "./describe.js";
import { documentFromData, readDocument, type ScenarioDocument } from "./document.js";
import { everyFault } from "./every-fault.js";
import { type Checked, fileVersion, type ScenarioFile, scenarioSchema } from "./schema.js";

/** A scenario that has passed every check: what was written, the numbers it means, and remarks on it. Prints itself. */
export class Scenario {
  /** As written, plain JSON. */
  readonly file: ScenarioFile;
  /** As meant: numbers in base units. */
  readonly checked: Checked;
  readonly findings: readonly Finding[];
  /** Content hash of what was written: the same text of settings gives the same hash on every machine. */
  readonly hash: string;
  /** Name for messages; the file's path as it was given. */
  readonly name: string;
  /** The name without folders: what results carry, so that equal runs give equal bytes from anywhere. */
  readonly fileName: string;
  readonly kinds: readonly Reward[];

  constructor(document: ScenarioDocument, kinds: readonly Reward[] = standardRewards) {
    refuseOlder(document);
    const schema = scenarioSchema(kinds);
    const parsed = schema.safeParse(document.data);
    if (!parsed.success) throw new Problem(everyFault(parsed.error, document, schema));
    const { checked, findings } = check(parsed.data, document);
    this.name = document.name;
    this.fileName = fileNameOf(document.name);
    this.file = document.data as ScenarioFile;
    this.checked = checked;
    this.findings = findings;
    this.hash = hashText(JSON.stringify(document.data));
    this.kinds = kinds;
  }

  toString(): string {
    return describe(this);
  }

  toJSON(): ScenarioFile {
    return this.file;
  }
}

Object.defineProperties(Scenario.prototype, showing);
Object.defineProperty(Scenario.prototype, html, {
  value(this: Scenario) {
    return sheetHtml(describeSheet(this));
  },
});

/** Refuses a file of an older version, in one line: what else it says may have meant something else. */
function refuseOlder({ data, name, placeOf }: ScenarioDocument): void {
  const { rewardlab: written } = data as { readonly rewardlab?: unknown };
  if (typeof written !== "number" || !Number.isInteger(written) || written < 1 || written >= fileVersion) return;
  const file = /\.(ya?ml|json)$/i.test(name) ? name : "FILE";
  const fault = `the file is of version ${written}, whose cap and interpolated had two meanings; this is version ${fileVersion}`;
  refuse(placeOf(["rewardlab"]), fault, `run rewardlab migrate ${file}, which shows the payouts before and after`);
}

export interface ScenarioOptions {
  /** Name for messages; the file's path. */
  readonly name?: string | undefined;
  /** Rewards a scenario may use; the shipped ones unless given. Add your own to try a new reward. */
  readonly rewards?: readonly Reward[] | undefined;
}

/** A scenario from the text of a YAML or JSON file. Throws a Problem naming every fault with its place. */
export const parseScenario = (text: string, options: ScenarioOptions = {}): Scenario =>
  new Scenario(readDocument(text, options.name ?? "scenario"), options.rewards);

/** A scenario from plain data, as a file would hold it. */
export const makeScenario = (data: unknown, options: ScenarioOptions = {}): Scenario =>
  new Scenario(documentFromData(data, options.name ?? "scenario"), options.rewards);

/** A changed copy: the function may edit the file's data as it likes; everything is checked again. */
export function edit(
  scenario: Scenario,
  change: (file: ScenarioFile & { designs: Record<string, Record<string, unknown>> }) => void,
): Scenario {
  const copy = structuredClone(scenario.file) as ScenarioFile & { designs: Record<string, Record<string, unknown>> };
  change(copy);
  return new Scenario(documentFromData(copy, scenario.name), scenario.kinds);
}
