import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { camelToWords, formatNumber } from "../../foundation/text/text.js";
import { isSettings, writtenDesign } from "../describe/design.js";
import { cited } from "../document/sources.js";
import { edit, type Scenario } from "../scenario.js";
import { factorsNamed } from "../schema/hypothesis.js";
import {
  calledInFull,
  type DesignChange,
  type DesignDraft,
  type LeverName,
  leverNames,
  placed,
  type RewardDraft,
  readLevel,
  weighsBoth,
} from "./levers.js";

/** Levels by name: alone where the name says what is meant, else with the value behind it. */
type Levels<Value> = readonly string[] | Readonly<Record<string, Value | DesignChange>>;

/**
 * Factors and their levels. `reward`: designs whose rewards are taken, kinds of reward, or lists of rewards; `period`; `inputWeight`:
 * what inputs weigh together; `weights`: weightings by name, or measures and weights; `curve`: kinds or settings. Any other name is a
 * lever of your own: each level a function that changes the design.
 */
export interface Factors {
  readonly reward?:
    | readonly (string | readonly RewardDraft[])[]
    | Readonly<Record<string, string | readonly RewardDraft[] | DesignChange>>;
  readonly period?: Levels<string>;
  readonly inputWeight?: Levels<string>;
  readonly weights?: Levels<string | Readonly<Record<string, string>>>;
  readonly curve?: Levels<string | Readonly<Record<string, unknown>>>;
  readonly [lever: string]: Factors["reward"] | Levels<unknown> | undefined;
}

/** Level by factor. */
export type Cell = Readonly<Record<string, string>>;

export interface CrossOptions {
  /** The design cells start from. The baseline unless given; with `inputWeight` the first design that weighs inputs and outputs, if the baseline does not. */
  readonly base?: string | undefined;
  /** Designs that stay beside the cells; the baseline stays in any case. */
  readonly keep?: readonly string[] | undefined;
  /** Name of the design in a cell; its levels, with commas, unless given. */
  readonly name?: ((cell: Cell) => string) | undefined;
  /** What levels stand for, where cells are listed one by one and a level's name does not say it. */
  readonly levels?: Factors | undefined;
}

/** More designs than this are refused: nobody reads them, and results would fill the memory. */
const mostCells = 2000;

interface Factor {
  readonly name: string;
  readonly levels: ReadonlyMap<string, DesignChange>;
}

/**
 * A scenario with one design for every combination of levels, the first factor changing slowest, or for the cells listed. Each design
 * remembers its cell, so that charts, `factorial` and hypotheses find it. Hypotheses about designs that do not stay, or about other factors, are left out.
 * Throws a Problem for unknown or repeated names, empty factors and more than 2,000 cells.
 */
export function cross(scenario: Scenario, factors: Factors | readonly Cell[], options: CrossOptions = {}): Scenario {
  const [turned, cells] = Array.isArray(factors)
    ? listed(factors as readonly Cell[], options.levels ?? {}, scenario)
    : crossed(factorsOf(factors as Factors, scenario));
  const base = baseOf(scenario, turned, options.base);
  const kept = [...new Set([scenario.checked.baseline, ...(options.keep ?? [])])];
  for (const name of kept) knownDesign(scenario, name, "keep");
  const designs: Record<string, DesignDraft> = {};
  for (const name of Object.keys(scenario.checked.designs)) {
    if (kept.includes(name)) designs[name] = writtenOut(scenario, name);
  }
  for (const cell of cells) {
    const name = (options.name ?? nameOf)(cell);
    if (Object.hasOwn(designs, name)) {
      refuse("cross", `two designs would be called "${name}"`, "tell them apart by the option name");
    }
    designs[name] = designOf(scenario, base, cell, turned);
  }
  return assembled(
    scenario,
    designs,
    turned.map(({ name }) => name),
  );
}

const nameOf = (cell: Cell): string => Object.values(cell).join(", ");

function knownDesign({ checked }: Scenario, name: string, option: string): string {
  if (Object.hasOwn(checked.designs, name)) return name;
  return refuse(`cross: ${option}`, `unknown design "${name}"`, didYouMean(name, Object.keys(checked.designs)));
}

/** Every combination, the first factor changing slowest. */
function crossed(factors: readonly Factor[]): readonly [readonly Factor[], readonly Cell[]] {
  checkCount(factors.reduce((count, { levels }) => count * levels.size, 1));
  const cells = factors.reduce<Cell[]>(
    (some, { name, levels }) => some.flatMap((cell) => [...levels.keys()].map((level) => ({ ...cell, [name]: level }))),
    [{}],
  );
  return [factors, cells];
}

function checkCount(count: number): void {
  if (count > mostCells) {
    refuse(
      "cross",
      `${formatNumber(count)} designs`,
      `cross fewer levels, at most ${formatNumber(mostCells)} together`,
    );
  }
}

/** Cells one by one: all with the same factors, none twice. */
function listed(
  cells: readonly Cell[],
  meanings: Factors,
  scenario: Scenario,
): readonly [readonly Factor[], readonly Cell[]] {
  checkCount(cells.length);
  if (cells.length === 0) refuse("cross", "no cells", "list at least one");
  const names = Object.keys(cells[0]);
  const seen = new Set<string>();
  for (const [k, cell] of cells.entries()) {
    const place = `cross: cell ${k + 1}`;
    const missing = names.find((name) => typeof cell[name] !== "string");
    if (missing !== undefined) refuse(place, `no level of ${missing}`, "give every cell a level of every factor");
    const extra = Object.keys(cell).find((name) => !names.includes(name));
    if (extra !== undefined) refuse(place, `a factor the first cell lacks: ${extra}`, didYouMean(extra, names));
    const key = JSON.stringify(names.map((name) => cell[name]));
    if (seen.has(key)) refuse(place, `${nameOf(cell)} is listed twice`, "leave one out");
    seen.add(key);
  }
  const factors = names.map((name) => {
    const levels = [...new Set(cells.map((cell) => cell[name]))];
    const given = meanings[name];
    if (given === undefined || Array.isArray(given)) return [name, levels] as const;
    const known = given as Readonly<Record<string, unknown>>;
    const unknown = levels.find((level) => !Object.hasOwn(known, level));
    if (unknown !== undefined)
      refuse(`cross: ${name}`, `unknown level "${unknown}"`, didYouMean(unknown, Object.keys(known)));
    return [name, Object.fromEntries(levels.map((level) => [level, known[level]]))] as const;
  });
  return [factorsOf(Object.fromEntries(factors), scenario, true), cells];
}

/** Factors in the order given, their levels read; those of listed cells keep the names the cells have. */
function factorsOf(factors: Factors, scenario: Scenario, isListed = false): readonly Factor[] {
  if (!isSettings(factors)) refuse("cross", `expected factors, got ${typeof factors}`, 'write { period: ["1 year"] }');
  const given = Object.entries(factors).filter(([, levels]) => levels !== undefined);
  if (given.length === 0) refuse("cross", "no factors", 'name at least one, as in { period: ["1 year", "3 years"] }');
  return given.map(([name, levels]) => {
    const place = `cross: ${name}`;
    const entries = levelEntries(levels, place);
    if (entries.length === 0) refuse(place, "no levels", "name at least one");
    const read = new Map<string, DesignChange>();
    for (const [written, value] of entries) {
      const at = `${place}: ${written}`;
      const level = isListed ? written : placed(at, () => calledInFull(name, written, value, scenario));
      if (read.has(level)) refuse(place, `the level "${level}" appears twice`, "leave one out");
      read.set(
        level,
        placed(at, () => changeOf(name, value, scenario)),
      );
    }
    return { name, levels: read };
  });
}

function levelEntries(levels: unknown, place: string): (readonly [level: string, value: unknown])[] {
  if (Array.isArray(levels))
    return levels.map((one) => [Array.isArray(one) ? kindsOf(one) : String(one), one] as const);
  if (isSettings(levels)) return Object.entries(levels);
  return refuse(place, `expected levels, got ${typeof levels}`, 'list them, as in ["1 year", "3 years"]');
}

const kindsOf = (rewards: readonly RewardDraft[]): string =>
  rewards.length === 0 ? "no reward" : rewards.map(({ kind }) => String(kind)).join(" + ");

function changeOf(factor: string, value: unknown, scenario: Scenario): DesignChange {
  if ((leverNames as readonly string[]).includes(factor)) return readLevel(factor as LeverName, value, scenario);
  if (typeof value === "function") return value as DesignChange;
  return refuse(
    "",
    `"${factor}" is no lever every scenario has`,
    `${didYouMean(factor, leverNames)} A lever of your own has a function for each level: { level: (design) => … }`,
  );
}

function baseOf(scenario: Scenario, factors: readonly Factor[], asked: string | undefined): string {
  const { designs, baseline } = scenario.checked;
  if (asked !== undefined) return knownDesign(scenario, asked, "base");
  const needsBoth =
    factors.some(({ name }) => name === "inputWeight") && !factors.some(({ name }) => name === "weights");
  if (!needsBoth || weighsBoth(designs[baseline].weights)) return baseline;
  return Object.keys(designs).find((name) => weighsBoth(designs[name].weights)) ?? baseline;
}

/** A design as the file has it, on its own: without `like`, and without the cell of an earlier crossing. */
function writtenOut(scenario: Scenario, name: string): DesignDraft {
  const { like: _like, title: _title, cell: _cell, ...rest } = writtenDesign(scenario, name);
  const { title } = scenario.checked.designs[name];
  return { ...(title === undefined ? {} : { title }), ...structuredClone(rest) };
}

/** Known levers in their own order, so that the share of inputs is that of the weights crossed; then one's own. */
function designOf(scenario: Scenario, base: string, cell: Cell, factors: readonly Factor[]): DesignDraft {
  const { title: _title, note: _note, ...design } = writtenOut(scenario, base);
  const place = (name: string): number => {
    const known = (leverNames as readonly string[]).indexOf(name);
    return known < 0 ? leverNames.length : known;
  };
  for (const { name, levels } of [...factors].sort((a, b) => place(a.name) - place(b.name))) {
    placed(`cross: ${name}: ${cell[name]}`, () => levels.get(cell[name])?.(design as DesignDraft));
  }
  const words = Object.entries(cell).map(([factor, level]) => `${camelToWords(factor)} ${level}`);
  return { note: `"${base}" with ${words.join(", ")}`, ...design, cell: { ...cell } };
}

/** The scenario with these designs; sources and hypotheses that lost what they are about go with it. */
function assembled(
  scenario: Scenario,
  designs: Readonly<Record<string, DesignDraft>>,
  factors: readonly string[],
): Scenario {
  return edit(scenario, (file) => {
    file.designs = designs as unknown as typeof file.designs;
    file.baseline = scenario.checked.baseline;
    const isKept = (name: string | undefined): boolean =>
      name === undefined || Object.hasOwn(designs, name) || !Object.hasOwn(scenario.checked.designs, name);
    if (file.hypotheses !== undefined) {
      file.hypotheses = Object.fromEntries(
        Object.entries(file.hypotheses).filter(
          ([, one]) =>
            isKept(one.design) && isKept(one.against) && factorsNamed(one).every((name) => factors.includes(name)),
        ),
      );
    }
    if (file.sources !== undefined) {
      const uses = new Set(cited(file).map(({ id }) => id));
      file.sources = Object.fromEntries(Object.entries(file.sources).filter(([id]) => uses.has(id)));
    }
  });
}
