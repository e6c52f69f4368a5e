import { tradeWords } from "../../foundation/text/trade-words.js";
import type { Reward } from "../../model/rewards/reward.js";
import type { CheckedDesign } from "../schema/schema.js";

/** Words within the name of a kind that also name other things of a plan. */
const general = new Set(["salary", "team", "top", "up"]);

/** What people call a kind of reward: its own names, their telling words, and words of the trade for it alone. */
function wordsFor({ kind, title, short }: Reward): readonly string[] {
  const own = [kind, title, ...(short === undefined ? [] : [short])];
  const parts = own.flatMap((one) => one.split(/\W+/)).filter((word) => word.length > 2 && !general.has(word));
  const trade = tradeWords.flatMap(({ words, means }) => (means.length === 1 && means[0] === kind ? words : []));
  return [...new Set([...own, ...parts, ...trade])].filter((word) => word !== "and");
}

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** The kinds among these that a name speaks of. */
export function kindsNamed(name: string, kinds: readonly Reward[]): readonly string[] {
  const text = plain(name);
  return kinds.filter((one) => wordsFor(one).some((word) => text.includes(plain(word)))).map(({ kind }) => kind);
}

type Paying = Pick<CheckedDesign, "rewards">;

/** The kinds of reward a design pays, each once, in its own order. */
export const kindsPaid = ({ rewards }: Paying): readonly Reward[] => [
  ...new Map(rewards.map(({ reward }) => [reward.kind, reward])).values(),
];

/** `recognition + development`. */
export const contentText = (kinds: readonly Reward[]): string =>
  kinds.length === 0 ? "no reward" : kinds.map(({ kind }) => kind).join(" + ");

/** Everything a design pays, where its name speaks of some of it only; undefined where the name speaks of all of it or of none. */
export function unnamedContent(name: string, design: Paying): string | undefined {
  const paid = kindsPaid(design);
  const named = kindsNamed(name, paid).length;
  return named > 0 && named < paid.length ? contentText(paid) : undefined;
}

/** A name, and beside it everything that is paid where the name speaks of some of it only; instead of it, where it is one reward's name and no more. */
export function fullName(name: string, design: Paying): string {
  const content = unnamedContent(name, design);
  if (content === undefined) return name;
  const isOneReward = kindsPaid(design).some((one) => wordsFor(one).some((word) => plain(word) === plain(name)));
  return isOneReward ? content : `${name} (${content})`;
}

/** What people read for a design: its title, or its name with everything it pays. */
export const titleOf = (name: string, design: Pick<CheckedDesign, "title" | "rewards">): string =>
  design.title ?? fullName(name, design);
