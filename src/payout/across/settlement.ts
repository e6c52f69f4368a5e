import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import type { PayableReward } from "../scores/payout-context.js";
import { type PerformancePeriod, periodsOf, type Whole } from "../scores/service.js";

/** Rewards of one period that are settled together at its close. */
export interface Settlement {
  readonly paying: readonly PayableReward[];
  readonly period: PerformancePeriod;
  /** The period caps and guarantees hold over: the longest of the design it lies in; the year to date where periods are cumulative. */
  readonly window: PerformancePeriod;
  /** The shortest period that closes with it: what a draw is advanced for. */
  readonly step: PerformancePeriod;
  /** Whether its rewards are those of the longest period, with which SPIFFs, guarantees, banks and clawbacks are settled. */
  readonly isLongest: boolean;
}

/** All settlements of a design in order of their closes; of those that close together the shorter come first. */
export function settlementsOf(paying: readonly PayableReward[], whole: Whole, terms: PayoutTerms): Settlement[] {
  const isCumulative = terms.periods === "cumulative";
  const lengths = [...new Set(paying.map(({ months }) => months))].sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  const windows = periodsOf(whole, longest, false);
  const steps = lengths.length === 0 ? [] : periodsOf(whole, lengths[0]!, false);
  const all = lengths.flatMap((months) =>
    periodsOf(whole, months, isCumulative).map(
      (period): Settlement => ({
        paying: paying.filter((one) => one.months === months),
        period,
        window: isCumulative ? period : (windows.find(({ to }) => to >= period.to) ?? period),
        step: steps.find(({ to }) => to === period.to) ?? period,
        isLongest: months === longest,
      }),
    ),
  );
  return all.sort(
    (a, b) => compare(a.period.to, b.period.to) || (a.paying[0]?.months ?? 0) - (b.paying[0]?.months ?? 0),
  );
}

/** A last period that the time paid for cuts short, in words: nobody should take part of a year for the year. */
export function cutShort(paying: readonly PayableReward[], whole: Whole): string[] {
  const months = Math.max(0, ...paying.map((one) => one.months));
  const last = months > 0 ? periodsOf(whole, months, false).at(-1) : undefined;
  if (last === undefined || last.months.over >= months * last.months.under) return [];
  const { from, to } = last;
  return [
    `a period of ${months} months began on ${from} and is closed on ${to}, where the time paid for ends: it pays for ${bare(last.months.text)} of its months`,
  ];
}

/** `6 + 16 ÷ 31`: a length as a sentence has it. */
const bare = (text: string): string => text.replace(/^\((.*)\)$/, "$1");

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
