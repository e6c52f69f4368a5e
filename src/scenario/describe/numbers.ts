import { describeDistribution, isRange } from "../../foundation/maths/distribution.js";
import { camelToWords, joinWords, plural } from "../../foundation/text/text.js";
import { formatQuantity, type Unit } from "../../foundation/values/quantity.js";
import { assumptions, usualRange } from "../../model/assumptions.js";
import { evidenceBase } from "../../model/evidence-base.js";
import { usualSalary } from "../../model/frame/firm.js";
import { pathText } from "../document/place.js";
import { type Numbered, numbersOf } from "../document/sources.js";
import { assumptionRange } from "../schema/usual.js";
import type { ScenarioView } from "./view.js";

/** How many gaps are listed before the rest are only counted. */
const mostGaps = 12;

/** What the numbers of the file rest on: how many on what, with the studies named. */
export function fileSourcesText(scenario: ScenarioView): string {
  const numbers = numbersOf(scenario.file);
  const known = new Set([...Object.keys(scenario.checked.sources), ...evidenceBase.map((one) => one.id)]);
  const cited = numbers.filter(({ source }) => source !== undefined && known.has(source));
  const assumed = numbers.filter(({ source }) => source === "assumption");
  const noted = numbers.filter(({ source }) => source !== undefined && source !== "assumption" && !known.has(source));
  const parts = [
    ...(assumed.length > 0
      ? [`${assumed.length} ${assumed.length === 1 ? "is an assumption" : "are assumptions"}`]
      : []),
    ...(noted.length > 0
      ? [
          `${noted.length} ${noted.length === 1 ? "has a note" : "have a note"} beside ${noted.length === 1 ? "it" : "them"}`,
        ]
      : []),
    ...(cited.length > 0 ? [`${cited.length} ${cited.length === 1 ? "cites" : "cite"} a source`] : []),
  ];
  const count = `Of ${plural(numbers.length, "number")} in the file ${parts.length > 0 ? joinWords(parts) : "none says where it comes from"}`;
  const all =
    numbers.length > 0 && assumed.length + noted.length + cited.length === numbers.length
      ? " Each says where it comes from."
      : "";
  return `${count}.${all} ${defaultsText(scenario)}`;
}

/** The sources that are cited, a line each, with how much of a study was read. */
export function citedTexts(scenario: ScenarioView): string[] {
  const { sources } = scenario.checked;
  const ids = new Set(allCited(scenario.file));
  const own = Object.entries(sources).map(([id, source]) => {
    if (typeof source === "string") return `${id}: ${source}`;
    return `${id}: ${source.title}${source.link === undefined ? "" : `, ${source.link}`}`;
  });
  const studies = evidenceBase
    .filter(({ id }) => ids.has(id) && !Object.hasOwn(sources, id))
    .map(({ id, study, read }) => `${id}: ${study} (read: ${read})`);
  return [...own, ...studies];
}

function allCited(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(allCited);
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key === "source" && typeof value === "string" ? [value] : allCited(value),
  );
}

function defaultsText({ checked }: ScenarioView): string {
  const left = Object.entries(assumptions).filter(([name]) => checked.assumptions[camelToWords(name)] === undefined);
  if (left.length === 0) return "No assumption of the model keeps its default.";
  const studied = left.filter(([, one]) => one.source !== "assumption").length;
  const leaning =
    studied === 0
      ? "none of them leans on a study"
      : `${studied} of them ${studied === 1 ? "leans on a study" : "lean on studies"}`;
  const rest = left.length - studied;
  const others = rest === 0 ? "" : `, ${rest === 1 ? "one is" : `${rest} are`} set by judgement`;
  return `${plural(left.length, "assumption")} of the model ${left.length === 1 ? "keeps its default" : "keep their defaults"}: ${leaning}${others}.`;
}

/** Numbers that say nothing about where they come from. */
export function gapTexts(scenario: ScenarioView): string[] {
  const gaps = numbersOf(scenario.file).filter(({ source }) => source === undefined);
  if (gaps.length === 0) return [];
  const head = `${plural(gaps.length, "number")} ${gaps.length === 1 ? "has" : "have"} neither source nor note:`;
  const shown = gaps.slice(0, mostGaps).map((gap) => `  ${gapText(gap)}`);
  const more = gaps.length - shown.length;
  return [head, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])];
}

const gapText = ({ path, text }: Numbered): string => `${pathText(path)}: ${text}`;

/** Assumptions the file fixes although the model knows them only as a range; empty when there are none. */
export function fixedText(scenario: ScenarioView): string {
  const fixed = Object.entries(assumptions).flatMap(([name, assumption]) => {
    const given = scenario.checked.assumptions[camelToWords(name)];
    return given !== undefined && !isRange(given) && isRange(usualRange(assumption, usualSalary))
      ? [`${camelToWords(name)} ${assumptionText(scenario, name)}`]
      : [];
  });
  if (fixed.length === 0) return "";
  return `Fixed without a range, so that results look surer than they are: ${joinWords(fixed)}.`;
}

/** One assumption as the scenario has it, or its default: `10 % a year (7 % to 14 %)`. */
export function assumptionText({ checked }: ScenarioView, name: string): string {
  const { unit } = assumptions[name];
  const d = assumptionRange(checked, name);
  if (d === undefined) return "not written";
  const [dimension, period] = unit.dimension.split("/") as [Unit["dimension"], string | undefined];
  const bare = (number: number): string => formatQuantity(number, { dimension }, checked.currency);
  const per = period === undefined ? "" : ` a ${period}`;
  if (d.kind === "triangular") return `${bare(d.mode)}${per} (${bare(d.low)} to ${bare(d.high)})`;
  return `${describeDistribution(d, bare)}${per}`;
}
