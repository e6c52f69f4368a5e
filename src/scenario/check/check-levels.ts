import { joinWords, plural } from "../../foundation/text/text.js";
import { againstText, areMixed, aspectsText, differencesOf, profileOf } from "../designs/design-aspects.js";
import { byLevels, type Crossed, isNothing, type Named, type Pair, pairsOf } from "../designs/level-pairs.js";
import { isOfLever } from "../designs/lever-aspects.js";
import { contentText, kindsNamed, unnamedContent } from "../designs/reward-words.js";
import type { KeyPath } from "../document/place.js";
import { type FactorLevels, factorLevels } from "../schema/hypothesis.js";
import type { Checked } from "../schema/schema.js";
import type { Find } from "./check-designs.js";

/** Where the file writes a design, and its settings there by their path, `like` followed. */
export interface WrittenDesigns {
  readonly placeOf: (design: string) => KeyPath;
  readonly leavesOf: (design: string) => ReadonlyMap<string, string>;
}

/** Levels that differ in more than their factor, factors and levels that change nothing, and designs that are the same but for their name. */
export function checkLevels({ designs }: Checked, written: WrittenDesigns, find: Find): void {
  const all = Object.entries(designs).map(([name, design]) => ({ name, design, profile: profileOf(design) }));
  const crossed = all.flatMap((one) =>
    one.design.cell === undefined ? [] : [{ ...one, cell: one.design.cell, leaves: written.leavesOf(one.name) }],
  );
  const factors = factorLevels(crossed.map(({ cell }) => cell));
  const pairs = pairsOf(crossed, factors);
  const explained = checkIdle(factors, pairs, find);
  checkPairs(pairs, find);
  checkTwins(all, explained, find);
  checkNames(
    all.filter(({ design }) => design.cell === undefined),
    written,
    find,
  );
}

const cellOf = ({ name }: Crossed, factor: string): KeyPath => ["designs", name, "cell", factor];

/** Factors that change nothing, and two levels between which nothing changes. Gives the designs this explains, by the name of the second. */
function checkIdle(factors: FactorLevels, pairs: readonly Pair[], find: Find): ReadonlySet<string> {
  const explained = new Set<string>();
  for (const factor of factors.keys()) {
    const own = byLevels(pairs.filter((one) => one.factor === factor));
    const idle = own.filter((some) => some.every(isNothing));
    if (idle.length === 0) continue;
    for (const some of idle) for (const { one, other } of some) explained.add(JSON.stringify([one.name, other.name]));
    if (idle.length === own.length) {
      find(
        cellOf(idle[0][0].other, factor),
        `${factor} changes nothing: at each of its levels the designs are the same`,
        true,
      );
      continue;
    }
    for (const [{ levels, other }] of idle)
      find(cellOf(other, factor), `levels "${levels[0]}" and "${levels[1]}" of ${factor} give the same designs`, true);
  }
  return explained;
}

/** Levels that differ in more than their factor. Said once for two levels, whatever the other factors. */
function checkPairs(pairs: readonly Pair[], find: Find): void {
  const turned = new Map<string, Set<string>>();
  for (const { factor, leaves } of pairs) {
    const known = turned.get(factor) ?? new Set();
    for (const one of leaves) known.add(one);
    turned.set(factor, known);
  }
  for (const some of byLevels(pairs)) {
    const [first] = some;
    const mixed = some.find((one) => areMixed(one.differences) || isHalfNamed(one));
    const others = new Set([...turned].flatMap(([factor, leaves]) => (factor === first.factor ? [] : [...leaves])));
    const aspects = [...new Set(some.flatMap((one) => beyond(one, others)))];
    const said = [
      ...(mixed === undefined ? [] : [`pay ${againstText(mixed.one.profile, mixed.other.profile)}`]),
      ...(aspects.length === 0 ? [] : [`also differ in ${aspectsText(aspects)}`]),
    ];
    if (said.length === 0) continue;
    // a level that is called all it pays says so itself
    const isSaid = aspects.length === 0 && !some.some(isHalfNamed) && some.every(isFullyNamed);
    const remedy = `let them differ in that only${isSaid ? "" : ", or call them what they are"}`;
    find(
      cellOf(first.other, first.factor),
      `levels "${first.levels[0]}" and "${first.levels[1]}" of ${first.factor} ${joinWords(said)}; what they differ by is not ${first.factor}'s alone: ${remedy}`,
      !isSaid,
    );
  }
}

/** Whether a level adds several rewards and its name speaks of some of them only. */
const isHalfNamed = ({ differences: { only }, levels }: Pair): boolean =>
  only.some((added, side) => {
    const named = kindsNamed(levels[side], added).length;
    return named > 0 && named < added.length;
  });

/** Whether each level that pays several rewards has a name that speaks of all of them. */
const isFullyNamed = ({ one, other, levels }: Pair): boolean =>
  [one, other].every(({ profile: { kinds } }, side) => {
    return kinds.length < 2 || kindsNamed(levels[side], kinds).length === kinds.length;
  });

/** What differs between two levels and is none of their factor's: a known lever turns one thing; one's own is about whatever no other factor turns. */
function beyond({ factor, differences, leaves, isCurveSaid }: Pair, others: ReadonlySet<string>): readonly string[] {
  const isOwn = isOfLever(factor, differences);
  if (isOwn === undefined) return leaves.filter((one) => others.has(one));
  return differences.aspects.filter((one) => !isOwn(one) && (isCurveSaid || one !== "curve"));
}

/** Designs that are the same but for their name. A cell may be what the scenario had before. */
function checkTwins(all: readonly Named[], explained: ReadonlySet<string>, find: Find): void {
  const seen = new Map<string, Named>();
  for (const one of all) {
    const twin = seen.get(one.profile.key);
    if (twin === undefined) seen.set(one.profile.key, one);
    else if (!explained.has(JSON.stringify([twin.name, one.name]))) {
      const areLike = (twin.design.cell === undefined) === (one.design.cell === undefined);
      find(["designs", one.name], `the same design as "${twin.name}" but for its name`, areLike);
    }
  }
}

/** Designs named for some of the rewards they pay, where a design to compare them with pays others. Said once for those that share a list of rewards. */
function checkNames(plain: readonly Named[], { placeOf }: WrittenDesigns, find: Find): void {
  const found = new Map<string, { readonly names: string[]; readonly path: KeyPath; readonly text: string }>();
  for (const one of plain) {
    const content = unnamedContent(`${one.name} ${one.design.title ?? ""}`, one.design);
    const against = content === undefined ? undefined : nearestMixed(one, plain);
    if (content === undefined || against === undefined) continue;
    const path = placeOf(one.name);
    const key = JSON.stringify([path, content]);
    const text = `${content}, against ${contentText(against.profile.kinds)} of "${against.name}"`;
    const group = found.get(key) ?? { names: [], path, text };
    group.names.push(one.name);
    found.set(key, group);
  }
  for (const { names, path, text } of found.values()) {
    const [first, ...rest] = names;
    const others = plural(rest.length, "other design", "other designs");
    const [which, pays] = rest.length === 0 ? [`"${first}" is`, "pays"] : [`"${first}" and ${others} are`, "pay"];
    find(
      path,
      `${which} named for one reward and ${pays} ${text}: what they differ by is not one reward's alone; call them what they pay, or pay the rest in every design`,
      true,
    );
  }
}

/** Of the designs that pay another reward in place of several, or several in place of one, the one most like it. */
function nearestMixed({ profile }: Named, plain: readonly Named[]): Named | undefined {
  const [nearest] = plain
    .flatMap((one) => {
      const differences = differencesOf(one.profile, profile);
      return areMixed(differences) ? [{ one, apart: differences.aspects.length }] : [];
    })
    .sort((a, b) => a.apart - b.apart);
  return nearest?.one;
}
