/** A name of ours that a word of the trade may stand for; `when` where the word alone does not decide. */
interface Meaning {
  readonly name: string;
  readonly when?: string;
}

interface TradeWord {
  /** As people write it, in small letters. */
  readonly words: readonly string[];
  readonly means: readonly Meaning[];
  /** What else there is to say, as a remedy; alone where none of the names belongs there. */
  readonly also?: string;
}

/** Words of plan documents and what files say instead. One line a word: the next one is another line. */
const tradeWords: readonly TradeWord[] = [
  {
    words: ["cap", "capped", "maximum", "max", "payout maximum", "maximum payout"],
    means: [
      { name: "payout cap", when: "limits pay" },
      { name: "up to attainment", when: "limits the place on the curve" },
    ],
    also: "the last point or step of a curve is the most it pays",
  },
  {
    words: ["interpolated", "interpolate", "interpolation"],
    means: [{ name: "interpolated payout", when: "runs straight between what the tiers pay" }],
    also: "a rate that is itself interpolated between tiers is not possible yet",
  },
];

const bare = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, "");

/** What a word of the trade is called where these names are known, as a remedy; undefined for words that are none. */
export function tradeRemedy(word: string, names: readonly string[]): string | undefined {
  const found = tradeWords.find(({ words }) => words.some((one) => bare(one) === bare(word)));
  if (found === undefined) return undefined;
  const here = found.means.filter(({ name }) => names.includes(name));
  if (here.length === 0) return found.means.length === 0 || names.length === 0 ? found.also : undefined;
  if (here.length === 1 && found.means.length > 1) return `did you mean ${here[0]?.name}?`;
  if (here.length === 1 && found.also === undefined) return `did you mean ${here[0]?.name}?`;
  const choices = here.map(({ name, when }) => (when === undefined ? name : `${name} where it ${when}`));
  return `write ${choices.join(", ")}${here.length === 1 && found.also ? `; ${found.also}` : ""}`;
}
