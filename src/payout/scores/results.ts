import type { Result } from "../../employee-data/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { type DayRange, dayAfter, daysFrom } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, decimalText, one, sumOfDecimals, zero } from "../../foundation/values/decimal.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import { exactShareText, type PayoutLines, writeNumberLine, writeShare } from "../lines/payout-lines.js";
import { divisor, type Product, product, quotient, times } from "../lines/product.js";
import { creditedSum } from "./credit.js";
import type { Ratcheted } from "./ratchet.js";
import { attainedIn, noTarget, type Ratio, readingOf, type ScoreReading } from "./reading.js";
import { noteUse, type Rows, resultKey, transactionsIn } from "./rows.js";
import { expectOnScale, isIndex, scaleTarget } from "./scales.js";
import { overlap, type PerformancePeriod, type Served } from "./service.js";

/** What one person reached on one measure in one period, from the rows of the data. */
export interface Reached {
  /** With how it came about, where it is a sum: `1,200 + 1,300`. */
  readonly result: Product;
  /** Undefined where none was set: results of an index are shares of normal already. */
  readonly target: Product | undefined;
  /** Targets that follow from earlier results. */
  readonly ratcheted: readonly Ratcheted[];
}

const inBrackets = (value: Decimal): string => (value.lt(0) ? `(${decimalText(value)})` : decimalText(value));

/** Numbers added up, written out where they are several. */
const summed = (values: readonly Decimal[]): Product =>
  values.length === 1
    ? product(values[0], decimalText(values[0]))
    : product(sumOfDecimals(values), `(${values.map(inBrackets).join(" + ")})`);

/** The rows of a measure within a period. Refuses rows that reach beyond it, overlap or leave served days out. */
function rowsWithin(
  rows: readonly Result[],
  measure: string,
  period: PerformancePeriod,
  service: DayRange,
): readonly Result[] {
  const whole = { from: period.since, to: period.to };
  const inside = rows.filter((row) => overlap(row, whole) !== undefined);
  let next = service.from;
  for (const row of inside) {
    if (row.from < whole.from || row.to > whole.to)
      refuse(
        "",
        `${measure} is known for ${row.from} to ${row.to}, which is not within the period ${whole.from} to ${whole.to}`,
        "bring results by period, or start the periods on another day (from)",
      );
    if (inside.some((other) => other !== row && overlap(other, row)))
      refuse("", `${measure} has two rows for days of ${row.from} to ${row.to}`, "keep one of them");
    if (row.from > next) break;
    if (row.to >= next) next = dayAfter(row.to);
  }
  if (inside.length > 0 && next <= service.to)
    refuse(
      "",
      `${measure} has no row for ${next}, though the person was there`,
      "add a row for every part of the period, or say where the year starts (fiscal year, or from)",
    );
  return inside;
}

interface Wanted {
  readonly rows: Rows;
  readonly person: string;
  readonly measure: string;
  readonly period: PerformancePeriod;
  readonly service: DayRange;
  readonly terms: PayoutTerms;
  /** Whether nothing is held against a target, so that some rows may have one and others none. */
  readonly isTargetIdle?: boolean;
}

/** What was reached on one measure; undefined where the data have nothing. */
export function reachedOf({
  rows,
  person,
  measure,
  period,
  service,
  terms,
  isTargetIdle,
}: Wanted): Reached | undefined {
  const key = resultKey(person, measure);
  const found = rowsWithin(rows.results.get(key) ?? [], measure, period, service);
  const known = found.map((row) => rows.ratcheted.get(row)?.target ?? exactly(row.target));
  const targets = isTargetIdle && known.includes(undefined) ? known.map(() => undefined) : known;
  const ratcheted = found.flatMap((row) => rows.ratcheted.get(row) ?? []);
  noteUse(rows, measure, found);
  if (rows.summed.has(measure)) {
    const inside = transactionsIn(rows, key, { from: period.since, to: period.to }, terms);
    if (inside.length === 0 && found.length === 0) return undefined;
    if (isIndex(measure) && targets.every((target) => target === undefined))
      refuse(
        "",
        `${measure} is an index, and a sum of transactions is none`,
        "add a target, or leave it out of the transactions",
      );
    return { result: creditedSum(inside), target: targetOf(targets, measure), ratcheted };
  }
  if (found.length === 0) return undefined;
  if (isIndex(measure)) {
    if (rows.around !== undefined) expectOnScale(found, measure, terms, rows.around);
    const goal = scaleTarget(measure, terms);
    return {
      ...meanIndex(
        found,
        targets.map((target) => target ?? goal),
      ),
      ratcheted,
    };
  }
  const results = found.map(({ result }) => decimal(result));
  return { result: summed(results), target: targetOf(targets, measure), ratcheted };
}

const exactly = (target: number | undefined): Decimal | undefined =>
  target === undefined ? undefined : decimal(target);

function targetOf(targets: readonly (Decimal | undefined)[], measure: string): Product | undefined {
  const known = targets.filter((target) => target !== undefined);
  if (known.length === 0) return undefined;
  if (known.length < targets.length)
    refuse("", `${measure} has a target in some rows of the period only`, "add the others");
  return summed(known);
}

/** An index is averaged over its rows, by days; one with targets is held against them first. */
function meanIndex(rows: readonly Result[], targets: readonly (Decimal | undefined)[]): Omit<Reached, "ratcheted"> {
  const target = targetOf(targets, rows[0].measure);
  if (rows.length === 1) return { result: summed([decimal(rows[0].result)]), target };
  const days = rows.map((row) => daysFrom(row.from, row.to));
  const all = days.reduce((sum, count) => sum + count, 0);
  const weigh = (values: readonly Decimal[]): Product => ({
    over: sumOfDecimals(values.map((value, k) => value.times(days[k]))),
    under: decimal(all),
    text: `((${values.map((value, k) => `${inBrackets(value)} × ${days[k]}`).join(" + ")}) ÷ ${all})`,
  });
  return {
    result: weigh(rows.map((row) => decimal(row.result))),
    target: target && weigh(targets.flatMap((one) => one ?? [])),
  };
}

/** A result, with the terms' answer where it is below zero. */
export function resultOf({ terms }: PayoutLines, measure: string, { result }: Reached): Product {
  if (!result.over.lt(0) || terms["negative result"] === "as it is") return result;
  if (terms["negative result"] === "as zero") return product(zero, "0");
  const remedy = "write negative result: as zero, or as it is";
  return refuse("", `${measure} has a result below zero, ${decimalText(quotient(result))}`, remedy);
}

/** A target of the part served, where the terms prorate those of the data. */
export function targetServed({ terms }: PayoutLines, target: Product, served: Served): Product {
  const isPart = terms["targets of part periods"] === "prorated" && served.over < served.under;
  return isPart ? times(target, served.over, ` × ${served.over} ÷ ${served.under}`, served.under) : target;
}

/** Attainment of one measure: result ÷ target. Refuses what the terms do not decide. */
export function attainmentOf(ledger: PayoutLines, measure: string, reached: Reached, served: Served): ScoreReading {
  const rule = `attainment of ${measure}`;
  const result = resultOf(ledger, measure, reached);
  for (const { target, ...step } of reached.ratcheted) writeNumberLine(ledger, step, target);
  if (reached.target === undefined) {
    if (!isIndex(measure)) refuse("", `${measure} has no target`, "add one to its rows");
    return reading(ledger, `${rule}: the index as measured`, { measure, result, target: noTarget });
  }
  if (!reached.target.over.gt(0)) return withoutTarget(ledger, measure, quotient(reached.target));
  const target = targetServed(ledger, reached.target, served);
  if (target.over.eq(0)) return withoutTarget(ledger, measure, zero);
  const whose = target === reached.target ? "" : ` of the ${served.unit} served`;
  return reading(ledger, `${rule}: result ÷ target${whose}`, { measure, result, target });
}

/** Writes the line of an attainment. */
function reading(ledger: PayoutLines, rule: string, ratio: Ratio): ScoreReading {
  const { result, target } = ratio;
  const exact = attainedIn(ratio);
  const score = writeShare(ledger, { rule, arithmetic: `${result.text} ÷ ${divisor(target)}` }, exact);
  return ledger.terms["share decimals"] === undefined ? { score, ratio, exact } : readingOf(score);
}

/** What the terms make of a target of zero or less. */
function withoutTarget(ledger: PayoutLines, measure: string, target: Decimal): ScoreReading {
  const choice = ledger.terms["zero target"];
  const fault = `${measure} has a target of ${decimalText(target)}`;
  if (choice === "refuse")
    return refuse("", fault, "write zero target: as zero, as target, or, for a commission, base rate");
  if (choice === "base rate")
    return refuse("", `${fault}, and only a commission has a base rate`, "write zero target: as zero, or as target");
  const value = choice === "as zero" ? zero : one;
  const rule = `attainment of ${measure}: no target, as ${exactShareText(value)}`;
  return readingOf(writeShare(ledger, { rule, arithmetic: exactShareText(value) }, value));
}
