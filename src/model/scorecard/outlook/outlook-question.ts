import type { WorldColumns } from "../../frame/part.js";
import type { Measure, MeasureWorld } from "../../measures/measure.js";
import type { ImpulseWorld } from "./impulses.js";

export type OutlookWorld = ImpulseWorld &
  MeasureWorld &
  WorldColumns<
    "marketLuck" | "accountLuck" | "orderLuck" | "permanentShare" | "impatience" | "quits" | "foresight" | "rebase"
  >;

/** Start, end and length of the period a month belongs to; the horizon closes the last one early. */
export function periodAt(
  month: number,
  period: number,
  months: number,
): { readonly start: number; readonly end: number } {
  const start = month - (month % period);
  return { start, end: Math.min(start + period, months) };
}

export interface Question {
  readonly measure: Measure;
  /** months. Length of the period, and how often targets are set within it. */
  readonly period: number;
  readonly interval: number;
  readonly cadence: number;
  readonly noise: number;
  readonly isRebased: boolean;
}

/** Whether targets are set anew after this month of a period that ends at `end`: the next year of a longer period begins. */
export const setsTargets = (month: number, end: number, interval: number): boolean =>
  month === end - 1 || (month + 1) % interval === 0;

export const isSampled = (
  { measure, cadence, interval }: Pick<Question, "measure" | "cadence" | "interval">,
  month: number,
  end: number,
): boolean => {
  if (measure.sampling === "monthly") return true;
  return measure.sampling === "close" ? setsTargets(month, end, interval) : (month + 1) % cadence === 0;
};

/** A month's place in its period. */
export interface Situation {
  readonly month: number;
  readonly start: number;
  readonly end: number;
}

/** months. Flows answer to the states at the start of the month, readings to those after it. */
export const lateOf = (measure: Measure): number => (measure.sees === "start" ? 0 : 1);
