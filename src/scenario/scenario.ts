import { hashText } from "../foundation/maths/random.js";
import { Problem, refuse } from "../foundation/text/problem.js";
import { sheetHtml } from "../foundation/text/sheet-html.js";
import { html, showing } from "../foundation/text/showing.js";
import { fileNameOf } from "../foundation/text/text.js";
import { rewards as standardRewards } from "../model/rewards/index.js";
import type { Reward } from "../model/rewards/reward.js";
import { check, type Finding } from "./check/check.js";
import { everyFault } from "./check/every-fault.js";
import { describe, describeSheet } from "./describe/describe.js";
import { documentFromData, readDocument, type ScenarioDocument } from "./document/document.js";
import type { DesignFile, OwnReward, ScenarioFile } from "./schema/file-types.js";
import { type Checked, fileVersion, scenarioSchema } from "./schema/schema.js";

/** A scenario that has passed every check: what was written, the numbers it means, and remarks on it. Prints itself. */
export class Scenario<Design extends string = string> {
  /** As written, plain JSON. */
  readonly file: ScenarioFile<Design>;
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
    this.file = document.data as ScenarioFile<Design>;
    this.checked = checked;
    this.findings = findings;
    this.hash = hashText(JSON.stringify(document.data));
    this.kinds = kinds;
  }

  toString(): string {
    return describe(this);
  }

  toJSON(): ScenarioFile<Design> {
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

/** A scenario from plain data, as a file would hold it: data of any type, as read from elsewhere. What is written in code, `defineScenario` knows by name. */
export const makeScenario = (data: unknown, options: ScenarioOptions = {}): Scenario =>
  new Scenario(documentFromData(data, options.name ?? "scenario"), options.rewards);

/**
 * A scenario written in code, as a file would hold it. Misspelt settings do not compile, and the names of its designs are known from here on:
 * `simulate`, `compare` and what follows take no others.
 */
export const defineScenario = <Design extends string, Weighting extends string = never>(
  file: ScenarioFile<Design, Weighting>,
  options: ScenarioOptions = {},
): Scenario<Design> => new Scenario<Design>(documentFromData(file, options.name ?? "scenario"), options.rewards);

/** Settings of a reward of your own, as a file has them: for scenarios that are told of its kind by the option `rewards`. */
export const ownReward = (settings: { readonly kind: string; readonly [setting: string]: unknown }): OwnReward =>
  settings as unknown as OwnReward;

/** Sections an edit finds present, empty where the file has none; what is still empty then is left out again. */
const sections = [
  ...(["sources", "team", "accounts", "activities", "measures", "weights", "assumptions"] as const),
  ...(["hypotheses", "payout", "run"] as const),
] as const;

/** A file while it is edited: every section that needs no setting is there. */
export type EditedFile<Design extends string = string> = ScenarioFile & {
  designs: Record<Design, DesignFile>;
} & { [Section in (typeof sections)[number]]: NonNullable<ScenarioFile[Section]> };

/** A changed copy: the function may edit the file's data as it likes; everything is checked again. */
export function edit<Design extends string>(
  scenario: Scenario<Design>,
  change: (file: EditedFile<Design>) => void,
): Scenario {
  const copy = structuredClone(scenario.file) as EditedFile<Design>;
  const added = sections.filter((section) => copy[section] === undefined);
  for (const section of added) copy[section] = {};
  change(copy);
  const isLeft = (section: keyof ScenarioFile): boolean =>
    (added as readonly string[]).includes(section) && Object.keys(copy[section] ?? {}).length === 0;
  const left = Object.entries(copy).filter(([section]) => !isLeft(section as keyof ScenarioFile));
  return new Scenario(documentFromData(Object.fromEntries(left), scenario.name), scenario.kinds);
}
