import type { Estimate } from "../../foundation/maths/summary.js";
import { refuse } from "../../foundation/text/problem.js";
import { differenceOf } from "../../foundation/values/quantity.js";
import type { Comparison, ComparisonRow } from "../../results/compare.js";
import type { RunOutcome } from "../../simulation/data.js";

import { edgeUnit, estimateColumn, halfWidth, nameText, placesFor, rounded, unitText } from "../../wording/numbers.js";
import { isOverlapping, shownOutcome } from "../definition/shown.js";

/** How a design lies: beaten by none on both, beaten by one it cannot be told from, beaten for certain. */
export const standings = ["on the frontier", "below it, not told apart", "dominated"] as const;

export interface FrontierDesign {
  readonly design: string;
  readonly title: string;
  readonly cost: Estimate;
  /** Against the baseline, paired by world; exactly 0 for the baseline. */
  readonly gain: Estimate;
  readonly standing: (typeof standings)[number];
}

/** The scenario's own designs, cheapest first, and how their numbers are written. */
export interface FrontierDesigns {
  readonly designs: readonly FrontierDesign[];
  readonly cost: RunOutcome;
  readonly value: RunOutcome;
  /** 1 where more of the value is better, −1 where less is. */
  readonly direction: 1 | -1;
  /** Whether cash cost stands in for a reward cost that is held equal. */
  readonly isInstead: boolean;
  readonly costFactor: number;
  readonly costLabel: string;
  readonly valueFactor: number;
  readonly valueUnit: string;
  readonly valueLabel: string;
}

const none: Estimate = { mean: 0, standardError: 0, low: 0, high: 0, count: 0 };

/** Designs by cost, each with its standing. Throws a Problem for unknown outcomes and where no design has both. */
export function frontierDesigns(
  comparison: Comparison,
  asked: { readonly cost?: string | undefined; readonly value?: string | undefined },
): FrontierDesigns {
  const { cost, isInstead } = costOf(comparison, asked.cost);
  const value = shownOutcome(comparison, asked.value, ["net value", "account value"], "value");
  const { currency } = comparison.about;
  const found = ownRows(comparison, value).flatMap(({ design, title, difference }) => {
    const spent = ownRows(comparison, cost).find((row) => row.design === design)?.mean;
    return spent === undefined ? [] : [{ design, title, cost: spent, gain: difference ?? none }];
  });
  if (found.length === 0) refuse("designs", "none has both a cost and a value", "compare a scenario with designs");
  const direction = value.direction === "lower" ? -1 : 1;
  const designs = found
    .map((one): FrontierDesign => ({ ...one, standing: standingOf(one, found, direction) }))
    .sort((a, b) => a.cost.mean - b.cost.mean || direction * (b.gain.mean - a.gain.mean));
  const costUnit = edgeUnit(
    cost.unit,
    currency,
    designs.map((one) => one.cost.mean),
  );
  const valueUnit = edgeUnit(
    differenceOf(value.unit),
    currency,
    designs.map((one) => one.gain.mean),
  );
  return {
    designs,
    cost,
    value,
    direction,
    isInstead,
    costFactor: costUnit.factor,
    costLabel: unitText(costUnit.label, cost.per),
    valueFactor: valueUnit.factor,
    valueUnit: valueUnit.label,
    valueLabel: unitText(valueUnit.label, value.per),
  };
}

const ownRows = ({ rows }: Comparison, { name }: RunOutcome): ComparisonRow[] =>
  rows.filter((row) => row.outcome === name && row.role === "design");

/** Reward cost; where designs are held at the same one it tells nothing, and cash cost stands in if the comparison has it. */
function costOf(comparison: Comparison, asked: string | undefined): { cost: RunOutcome; isInstead: boolean } {
  const cash = comparison.outcomes.find(({ name }) => name === "cash cost");
  if (asked === undefined && cash !== undefined && comparison.about.isEqualCost) return { cost: cash, isInstead: true };
  return { cost: shownOutcome(comparison, asked, ["reward cost", "cash cost"], "cost"), isInstead: false };
}

type Place = Pick<FrontierDesign, "design" | "cost" | "gain">;

/** On the frontier where no other design costs no more and brings no less; dominated where one that does is told apart from it. */
function standingOf(one: Place, all: readonly Place[], direction: number): FrontierDesign["standing"] {
  const better = all.filter((other) => {
    const less = one.cost.mean - other.cost.mean;
    const more = direction * (other.gain.mean - one.gain.mean);
    return other !== one && less >= 0 && more >= 0 && (less > 0 || more > 0);
  });
  if (better.length === 0) return standings[0];
  return better.some((other) => !isOverlapping(other.gain, one.gain)) ? standings[2] : standings[1];
}

const nameOf = ({ title }: FrontierDesign): string => `"${nameText(title)}"`;

/** What the frontier comes to: one design that beats all, or what the dearest one on it adds to the cheapest. */
export function frontierSaying(shown: FrontierDesigns, { baseline }: Comparison): string {
  const { designs, cost, value, isInstead } = shown;
  const at = isInstead ? "At equal reward cost " : "";
  const label = shown.valueUnit;
  const number = (one: FrontierDesign): string =>
    one.design === baseline ? "0 (the baseline)" : estimateColumn([one.gain], shown.valueFactor, { sign: true })[0];
  const gain = (one: FrontierDesign): string => `${number(one)} ${label}`.trimEnd();
  const best = designs.filter(({ standing }) => standing === standings[0]);
  const [first, last] = [best[0], best[best.length - 1]];
  if (designs.length === 1) return `${nameOf(first)} stands alone: ${costText(shown, first.cost.mean)} of ${cost.name}`;
  if (isAlike(designs)) {
    const [top, next] = [...designs].sort((a, b) => shown.direction * (b.gain.mean - a.gain.mean));
    const rest = isOverlapping(top.gain, next.gain) ? ", not told apart from the next" : "";
    return `Designs cannot be told apart by ${cost.name}; ${nameOf(top)} has most ${value.name}: ${gain(top)}${rest}`;
  }
  if (best.length === 1) {
    const beaten = designs.filter(({ standing }) => standing === standings[2]).length;
    return `${at}${nameOf(first)} has least ${cost.name} and best ${value.name}, ${gain(first)}: it dominates ${beaten} of ${designs.length - 1} others beyond Monte Carlo error`;
  }
  const more = `${costText(shown, last.cost.mean - first.cost.mean)} more ${cost.name}`;
  const buys = isOverlapping(first.gain, last.gain)
    ? `no ${value.name} that could be told apart`
    : `better ${value.name}`;
  return `${at}${more} buys ${buys}: ${nameOf(first)} ${number(first)}, ${nameOf(last)} ${gain(last)}`;
}

/** Whether every interval of cost has a number in common with every other. */
const isAlike = (designs: readonly FrontierDesign[]): boolean =>
  designs.every((a) => designs.every((b) => isOverlapping(a.cost, b.cost)));

/** A cost with its unit, as exact as the intervals of the costs allow. */
function costText({ designs, costFactor, costLabel }: FrontierDesigns, cost: number): string {
  const numbers = designs.map((one) => one.cost.mean * costFactor);
  const places = placesFor(
    designs.map((one) => halfWidth(one.cost) * costFactor),
    numbers,
  );
  return `${rounded(cost * costFactor, Math.min(1, places))} ${costLabel}`;
}
