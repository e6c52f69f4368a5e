import { shownLine } from "./text.js";
import { bareWord as bare, tradeRemedy } from "./trade-words.js";

/** One thing wrong with what a person wrote: where, what, and what to do about it. All lower case, one line each. */
export interface Fault {
  /** Where it stands, for example `scenarios/kam.yaml:6:17 rewards[0].curve`; "" when the caller will say. */
  readonly place: string;
  readonly fault: string;
  readonly remedy: string;
}

/** The only error thrown on purpose: one or more faults, printed a line each as `place: fault; remedy`. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly faults: readonly Fault[];

  /** `cause`: the error of the system it stands for, where there is one. */
  constructor(faults: Fault | readonly Fault[], options?: ErrorOptions) {
    const list: readonly Fault[] = "fault" in faults ? [faults] : [...faults];
    super(list.map(line).join("\n"), options);
    this.faults = list;
  }
}

const line = ({ place, fault, remedy }: Fault): string =>
  shownLine(`${place === "" ? "" : `${place}: `}${fault}${remedy === "" ? "" : `; ${remedy}`}`);

/** Throws a Problem with one fault. */
export function refuse(place: string, fault: string, remedy: string): never {
  throw new Problem({ place, fault, remedy });
}

/** Does everything asked for, and throws one Problem with every fault of all. */
export function refuseTogether(acts: readonly (() => void)[]): void {
  const faults = acts.flatMap((act) => {
    try {
      act();
      return [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.faults;
    }
  });
  if (faults.length > 0) throw new Problem(faults);
}

/** How many names a message lists. Every list of words that files may hold is shorter; ids of people are not. */
const LISTED = 80;
/** How many of a longer list it names: the nearest. */
const NEAREST = 8;

/**
 * The candidate a person most likely meant, or undefined when none is near. Case, spaces, hyphens and underscores do not
 * count; otherwise at most one slip (wrong, missing, extra or swapped letters) in every three letters. The first wins a tie.
 */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined =>
  allNearest(word, candidates)[0];

/** Every candidate that is as near as the nearest; none where none is near. */
export function allNearest(word: string, candidates: Iterable<string>): string[] {
  const wanted = bare(word);
  if (wanted === "") return [];
  let best: string[] = [];
  let fewest = Math.floor(wanted.length / 3);
  for (const candidate of candidates) {
    const name = bare(candidate);
    if (name === "" || Math.abs(name.length - wanted.length) > fewest) continue;
    const slips = editDistance(wanted, name);
    if (slips > fewest) continue;
    if (slips < fewest) best = [];
    fewest = slips;
    best.push(candidate);
  }
  return best;
}

/** The names a message lists: all of them, of very many the nearest to the word and how many others there are. */
export function listOf(word: string, names: readonly string[]): string {
  if (names.length <= LISTED) return names.join(", ");
  const wanted = bare(word);
  const far = new Map(names.map((name) => [name, editDistance(wanted, bare(name))]));
  const near = [...names].sort((a, b) => far.get(a)! - far.get(b)!).slice(0, NEAREST);
  return `${near.join(", ")} and ${names.length - NEAREST} others`;
}

/** A remedy for an unknown word: what the trade's word is called here, `did you mean X?`, or else the names that would do. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const names = [...candidates];
  const ofTrade = names.some((name) => bare(name) === bare(word)) ? undefined : tradeRemedy(word, names);
  if (ofTrade !== undefined) return ofTrade;
  const near = nearest(word, names);
  if (near !== undefined) return `did you mean ${near}?`;
  if (names.length === 0) return "remove it";
  if (names.length === 1) return `expected ${names[0]}`;
  return `expected one of ${listOf(word, names)}`;
}

/** Damerau's distance in its optimal string alignment form: insertions, deletions, changes and swaps of neighbours. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length]!;
}
