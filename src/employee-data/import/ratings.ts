import { trimmed, type Value } from "../../foundation/tables/cell.js";
import type { Values } from "../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../foundation/tables/row-reader.js";

/** share. What a word of a rating counts, by measure and word: `{ "customer satisfaction": { meets: 1 } }`. */
export type Ratings = Readonly<Record<string, Readonly<Record<string, number>>>>;

const plain = (text: string): string => trimmed(text).toLowerCase();

const wordsOf = (ratings: Ratings, measure: string): [word: string, value: number][] =>
  Object.entries(ratings)
    .filter(([name]) => plain(name) === plain(measure))
    .flatMap(([, words]) => Object.entries(words).map(([word, value]): [string, number] => [plain(word), value]));

/** All words of ratings, lower case. */
export const wordsOfRatings = (ratings: Ratings = {}): ReadonlySet<string> =>
  new Set(Object.values(ratings).flatMap((words) => Object.keys(words).map((word) => word.toLowerCase())));

const ofMeasure = /^(?:result|target)(?: of (.*))?$/s;

/** The values of a row with words of ratings as what they count. Refuses words of another measure. */
export function withRatings(values: Values, ratings: Ratings | undefined, row: RowInHand): Values {
  if (ratings === undefined || Object.keys(ratings).length === 0) return values;
  const rated = Object.entries(values).map(([key, value]): [string, Value] => {
    const name = ofMeasure.exec(key);
    if (typeof value !== "string" || name === null) return [key, value];
    const measure = name[1] ?? String(values.measure ?? "");
    const words = wordsOf(ratings, measure);
    const found = words.find(([word]) => word === value)?.[1];
    if (found !== undefined) return [key, found];
    const expected = words.length === 0 ? "a number" : `one of ${words.map(([word]) => word).join(", ")}`;
    row.refuse({ reason: `no rating of ${measure}`, expected, key });
    return [key, undefined];
  });
  return Object.fromEntries(rated);
}
