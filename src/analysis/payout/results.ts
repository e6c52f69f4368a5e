import { dayAfter, daysFrom } from "../../foundation/calendar.js";
import { type Decimal, decimal, decimalText, one, sumOf, zero } from "../../foundation/decimal.js";
import { refuse } from "../../foundation/problem.js";
import { measures } from "../../model/measures/index.js";
import type { PayoutTerms } from "../../scenario/payout-terms.js";
import type { Result } from "../people/people-data.js";
import { creditedSum } from "./credit.js";
import { type Ledger, shareText, writeNumber, writeShare } from "./ledger.js";
import type { Ratcheted } from "./ratchet.js";
import { keyOf, noteUse, type Rows, transactionsIn } from "./rows.js";
import { overlap, type Period, type Served, type Span } from "./service.js";

/** What one person reached on one measure in one period, from the rows of the data. */
export interface Reached {
  readonly result: Decimal;
  /** Undefined where none was set: results of an index are shares of normal already. */
  readonly target: Decimal | undefined;
  /** How both came about, where they are sums: `1,200 + 1,300`. */
  readonly resultText: string;
  readonly targetText: string;
  /** Targets that follow from earlier results. */
  readonly ratcheted: readonly Ratcheted[];
}

const isIndex = (measure: string): boolean => measures.some((one) => one.name === measure && one.scale === "index");

const sumText = (values: readonly Decimal[]): string => {
  const text = values.map((value) =>
    value.lt(0) && values.length > 1 ? `(${decimalText(value)})` : decimalText(value),
  );
  return text.length > 1 ? `(${text.join(" + ")})` : text[0];
};

/** The rows of a measure within a period. Refuses rows that reach beyond it, overlap or leave served days out. */
function rowsWithin(rows: readonly Result[], measure: string, period: Period, service: Span): readonly Result[] {
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
  readonly period: Period;
  readonly service: Span;
  readonly terms: PayoutTerms;
}

/** What was reached on one measure; undefined where the data have nothing. */
export function reachedOf({ rows, person, measure, period, service, terms }: Wanted): Reached | undefined {
  const key = keyOf(person, measure);
  const found = rowsWithin(rows.results.get(key) ?? [], measure, period, service);
  const targets = found.map((row) => rows.ratcheted.get(row)?.target ?? exactly(row.target));
  const ratcheted = found.flatMap((row) => rows.ratcheted.get(row) ?? []);
  noteUse(rows, measure, found);
  if (rows.summed.has(measure)) {
    const inside = transactionsIn(rows, key, { from: period.since, to: period.to }, terms);
    if (inside.length === 0 && found.length === 0) return undefined;
    return { ...creditedSum(inside), ...targetOf(targets, measure), ratcheted };
  }
  if (found.length === 0) return undefined;
  if (isIndex(measure)) return { ...meanIndex(found, targets), ratcheted };
  const results = found.map(({ result }) => decimal(result));
  return { result: sumOf(results), resultText: sumText(results), ...targetOf(targets, measure), ratcheted };
}

const exactly = (target: number | undefined): Decimal | undefined =>
  target === undefined ? undefined : decimal(target);

type Target = Pick<Reached, "target" | "targetText">;

function targetOf(targets: readonly (Decimal | undefined)[], measure: string): Target {
  const known = targets.filter((target) => target !== undefined);
  if (known.length === 0) return { target: undefined, targetText: "" };
  if (known.length < targets.length)
    refuse("", `${measure} has a target in some rows of the period only`, "add the others");
  return { target: sumOf(known), targetText: sumText(known) };
}

/** An index is averaged over its rows, by days; one with targets is held against them first. */
function meanIndex(rows: readonly Result[], targets: readonly (Decimal | undefined)[]): Omit<Reached, "ratcheted"> {
  const { target, targetText } = targetOf(targets, rows[0].measure);
  if (rows.length === 1)
    return { result: decimal(rows[0].result), resultText: sumText([decimal(rows[0].result)]), target, targetText };
  const days = rows.map((row) => daysFrom(row.from, row.to));
  const weigh = (values: readonly Decimal[]) => ({
    value: sumOf(values.map((value, k) => value.times(days[k]))).div(sumOf(days.map(decimal))),
    text: `((${values.map((value, k) => `${decimalText(value)} × ${days[k]}`).join(" + ")}) ÷ ${days.reduce((sum, n) => sum + n, 0)})`,
  });
  const result = weigh(rows.map((row) => decimal(row.result)));
  const goal = target && weigh(targets.flatMap((one) => one ?? []));
  return { result: result.value, resultText: result.text, target: goal?.value, targetText: goal?.text ?? "" };
}

/** A result, with the terms' answer where it is below zero. */
export function resultOf(
  { terms }: Ledger,
  measure: string,
  { result, resultText }: Reached,
): { readonly result: Decimal; readonly text: string } {
  if (!result.lt(0) || terms["negative result"] === "as it is") return { result, text: resultText };
  if (terms["negative result"] === "as zero") return { result: zero, text: "0" };
  const remedy = "write negative result: as zero, or as it is";
  return refuse("", `${measure} has a result below zero, ${decimalText(result)}`, remedy);
}

/** Attainment of one measure: result ÷ target. Refuses what the terms do not decide. */
export function attainmentOf(ledger: Ledger, measure: string, reached: Reached, served: Served): Decimal {
  const rule = `attainment of ${measure}`;
  const { result, text } = resultOf(ledger, measure, reached);
  for (const { target, ...step } of reached.ratcheted) writeNumber(ledger, step, target);
  if (reached.target === undefined) {
    if (!isIndex(measure)) refuse("", `${measure} has no target`, "add one to its rows");
    return writeShare(ledger, { rule: `${rule}: the index as measured`, arithmetic: `${text} ÷ 1` }, result);
  }
  if (!reached.target.gt(0)) return withoutTarget(ledger, measure, reached.target);
  const isPart = ledger.terms["targets of part periods"] === "prorated" && served.over < served.under;
  if (!isPart)
    return writeShare(
      ledger,
      { rule: `${rule}: result ÷ target`, arithmetic: `${text} ÷ ${reached.targetText}` },
      result.div(reached.target),
    );
  if (served.over === 0) return withoutTarget(ledger, measure, zero);
  // one quotient: result ÷ (target × served ÷ whole) = result × whole ÷ (target × served)
  const exact = result.times(served.under).div(reached.target.times(served.over));
  const arithmetic = `${text} ÷ (${reached.targetText} × ${served.over} ÷ ${served.under})`;
  return writeShare(ledger, { rule: `${rule}: result ÷ target of the ${served.unit} served`, arithmetic }, exact);
}

/** What the terms make of a target of zero or less. */
function withoutTarget(ledger: Ledger, measure: string, target: Decimal): Decimal {
  const choice = ledger.terms["zero target"];
  if (choice === "refuse")
    return refuse("", `${measure} has a target of ${decimalText(target)}`, "write zero target: as zero, or as target");
  const value = choice === "as zero" ? zero : one;
  const rule = `attainment of ${measure}: no target, as ${shareText(value)}`;
  return writeShare(ledger, { rule, arithmetic: shareText(value) }, value);
}
