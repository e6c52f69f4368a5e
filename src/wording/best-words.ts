import { joinWords, plural } from "../foundation/text/text.js";
import { setConfidence } from "../results/best/best-set.js";
import type { Ranked } from "../results/best/ranking.js";
import { nameText, percent } from "./numbers.js";

/** Most designs of a tie that are named one by one. */
const mostNamed = 4;

/** Who cannot be told from the best, in order of expected value; of many how many, and the first. */
export function tied(names: readonly string[]): string {
  const quoted = names.map((one) => `"${nameText(one)}"`);
  const who =
    quoted.length <= mostNamed ? joinWords(quoted) : `${plural(quoted.length, "design")}, ${quoted[0]} first,`;
  return `${who} cannot be told from the best`;
}

/** Said of a best design that is told from all others. */
export const toldFromAll = `every other design is behind it by more than luck explains (${percent(setConfidence)}, all compared at once)`;

/** What the set of those that may be best says of each design. */
export function bestWords(designs: readonly Pick<Ranked, "mayBeBest">[]): string[] {
  const isTie = designs.filter((one) => one.mayBeBest).length > 1;
  return designs.map(({ mayBeBest }) => (mayBeBest ? (isTie ? "may be best" : "best") : "behind the best"));
}

/** Chances are counted in some thousand draws: never there is rare, not impossible. */
export const chanceText = (probability: number): string => (probability === 0 ? "< 1 %" : percent(probability));

/** Who is best in one sentence, or that it is a tie; nothing of one design alone. */
export function bestSentence(designs: readonly Pick<Ranked, "design" | "mayBeBest">[]): string {
  const contenders = designs.filter((one) => one.mayBeBest).map(({ design }) => design);
  if (designs.length < 2) return "";
  if (contenders.length > 1) return `It is a tie: ${tied(contenders)} with the worlds drawn.`;
  return `"${nameText(contenders[0])}" is best: ${toldFromAll}.`;
}
