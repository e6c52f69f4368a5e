import type { Result } from "../../employee-data/data.js";
import type { Ratings } from "../../employee-data/import/ratings.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { formatNumber } from "../../foundation/text/text.js";
import { type Decimal, decimal, decimalText } from "../../foundation/values/decimal.js";
import { groupBy } from "../../foundation/values/groups.js";
import { formatQuantity, share } from "../../foundation/values/unit.js";
import { measures } from "../../model/measures/index.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";

/** Whether results of a measure are of an index, which is averaged and not added up. */
export const isIndex = (measure: string): boolean =>
  measures.some((one) => one.name === measure && one.scale === "index");

/** share. Results of an index around 1 lie below it, and some of them reach 1: what stays below may as well be a share of something. */
const mostOfIndex = 2;

/** The measures whose results without a target are, taken together, those of an index around 1. */
export function aroundOne(results: readonly Result[]): ReadonlySet<string> {
  const bare = groupBy(
    results.filter(({ measure, target }) => target === undefined && isIndex(measure)),
    ({ measure }) => measure,
    ({ result }) => result,
  );
  const isAround = (values: readonly number[]): boolean =>
    values.every((value) => value >= 0 && value <= mostOfIndex) && values.some((value) => value >= 1);
  return new Set([...bare].filter(([, values]) => isAround(values)).map(([measure]) => measure));
}

/** The target of a scale, for rows without one. */
export function scaleTarget(measure: string, { scales }: PayoutTerms): Decimal | undefined {
  const scale = scales[measure];
  return typeof scale === "object" && "from" in scale && scale.target !== undefined ? decimal(scale.target) : undefined;
}

/** Refuses results and targets of an index that are not on its scale and, without scale and target, those that may be on any. */
export function expectOnScale(
  rows: readonly Result[],
  measure: string,
  terms: PayoutTerms,
  around: ReadonlySet<string>,
): void {
  const scale = terms.scales[measure];
  for (const { result, target } of rows) {
    if (scale === undefined) {
      if (target === undefined && !around.has(measure)) refuseUnscaled(measure, result, terms);
    } else if (scale !== "index") {
      for (const value of [result, target]) expectIn(measure, value, scale);
      if (target === undefined && "from" in scale && scale.target === undefined)
        refuse("", `${measure} has a scale and no target`, "add one to its rows, or to its scale: target");
    }
  }
}

type Scale = Exclude<PayoutTerms["scales"][string], "index">;

function expectIn(measure: string, value: number | undefined, scale: Scale): void {
  if (value === undefined) return;
  if ("from" in scale) {
    if (value < scale.from || value > scale.to)
      refuse(
        "",
        `${measure} of ${decimalText(decimal(value))} lies outside its scale, ${scale.from} to ${scale.to}`,
        "correct the row or the scale",
      );
  } else if (!Object.values(scale.words).includes(value))
    refuse(
      "",
      `${measure} of ${decimalText(decimal(value))} is no word of its scale`,
      `write one of ${Object.keys(scale.words).join(", ")}`,
    );
}

function refuseUnscaled(measure: string, result: number, { measures: names }: PayoutTerms): never {
  const [from, to, target] = result < 0 ? [-100, 100, 40] : result <= 1 || result > 5 ? [0, 100, 80] : [1, 5, 4];
  const isShare = result >= 0 && result <= mostOfIndex;
  const index = isShare ? `, or ${measure}: index where 1 is normal` : "";
  return refuse(
    "",
    `${measure} is ${decimalText(decimal(result))} without target and scale: ${isShare ? "its results may be of an index around 1 or shares" : "no index around 1"}`,
    `add a column "${names[measure] ?? measure} target", or write scales: { ${measure}: { from: ${from}, to: ${to}, target: ${target} } }${index}`,
  );
}

/** Refuses scales of what is no index. */
export function checkScales({ scales }: PayoutTerms): void {
  for (const measure of Object.keys(scales)) {
    const place = `payout.scales.${measure}`;
    if (isIndex(measure)) continue;
    if (measures.some(({ name }) => name === measure))
      refuse(
        place,
        "is no index: its results are amounts against a target",
        "add a column of targets, and leave the scale out",
      );
    const indices = measures.filter(({ name }) => isIndex(name)).map(({ name }) => name);
    refuse(place, `unknown measure "${measure}"`, didYouMean(measure, indices));
  }
}

/** What words of ratings count, by the name a measure has in the data. */
export const ratingsOf = ({ scales, measures: names }: Pick<PayoutTerms, "scales" | "measures">): Ratings =>
  Object.fromEntries(
    Object.entries(scales).flatMap(([measure, scale]) =>
      typeof scale === "object" && "words" in scale ? [[names[measure] ?? measure, scale.words]] : [],
    ),
  );

/** What each scale says, in words. */
export const scaleTexts = ({ scales }: PayoutTerms): string[] =>
  Object.entries(scales).map(([measure, scale]) => {
    if (scale === "index") return `results of ${measure} are an index of which 1 is normal`;
    if ("words" in scale) {
      const words = Object.entries(scale.words).map(([word, value]) => `${word} ${formatQuantity(value, share(), "")}`);
      return `results of ${measure} are words: ${words.join(", ")}`;
    }
    const { from, to, target } = scale;
    const goal = target === undefined ? "" : `, ${formatNumber(target)} counting 100 % where a row has no target`;
    return `results of ${measure} lie between ${formatNumber(from)} and ${formatNumber(to)}${goal}`;
  });
