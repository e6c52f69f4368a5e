import { camelToWords, significant } from "../foundation/text/text.js";
import { formatQuantity, smallest, type Unit } from "../foundation/values/quantity.js";
import { assumptions } from "../model/assumptions.js";
import { amountOfPay, payShareText } from "../model/frame/pay-share.js";
import type { Scenario } from "../scenario/scenario.js";
import { baseSalary } from "../scenario/schema/usual.js";
import type { FittedSetting, Ranged, RefusedSetting } from "./data.js";

/** Where an assumption stands in a file, by its name in code. */
export const settingPath = (name: string): readonly [string, string] => [assumptions[name].section, camelToWords(name)];

/** Digits that are written: more would promise what no such interval keeps. */
const digits = 3;

/** What a setting rests on and how it was worked out, in words. */
export interface SettingGrounds {
  readonly rests: string;
  readonly method: string;
}

/** A counted or estimated number as the scenario writes it: one number, or a 90 % range within the bounds of its unit. */
export function settingRangeText({ estimate, low, high }: Ranged, unit: Unit, currency: string): string {
  const written = (value: number): string => formatQuantity(value, unit, currency);
  const [from, to] = [low, high].map((end) => significant(within(end, unit), digits));
  return from < to ? `${written(from)} to ${written(to)}` : written(within(estimate, unit));
}

const within = (value: number, unit: Unit): number =>
  Math.min(Math.max(value, smallest(unit)), unit.max ?? Number.POSITIVE_INFINITY);

/** A setting that was found, by its name in code. */
export const assumptionFound = (
  scenario: Scenario,
  name: string,
  found: Ranged,
  grounds: SettingGrounds,
): FittedSetting => settingFound(scenario, settingPath(name), assumptions[name].unit, found, grounds);

/** A setting that was found, wherever it stands. */
export function settingFound(
  scenario: Scenario,
  place: readonly string[],
  unit: Unit,
  found: Ranged,
  grounds: SettingGrounds,
): FittedSetting {
  const text = settingRangeText(found, unit, scenario.checked.currency);
  return { place, unit, text, was: writtenAt(scenario, place), ...found, ...grounds };
}

export const assumptionRefused = (scenario: Scenario, name: string, why: string): RefusedSetting =>
  settingRefused(scenario, settingPath(name), why);

/** A setting the tables do not tell. What the scenario says, or else the model's default, stays. */
export const settingRefused = (scenario: Scenario, place: readonly string[], why: string): RefusedSetting => ({
  place,
  why,
  kept: writtenAt(scenario, place) ?? defaultOf(scenario, place),
});

/** The model's default, as a file would write it; of an amount what it comes to at the scenario's base salary. */
function defaultOf({ checked }: Scenario, place: readonly string[]): string | undefined {
  const name = Object.keys(assumptions).find((one) => settingPath(one).join() === place.join());
  if (name === undefined) return undefined;
  const { value, unit } = assumptions[name];
  if (typeof value !== "object") return String(value);
  const salary = baseSalary(checked);
  return salary === undefined
    ? payShareText(value)
    : formatQuantity(amountOfPay(value, salary), unit, checked.currency);
}

/** What a scenario's file says at a place, without source and note. */
function writtenAt({ file }: Scenario, place: readonly string[]): string | undefined {
  let at: unknown = file;
  for (const key of place)
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  if (typeof at === "object" && at !== null && "value" in at) at = (at as { value: unknown }).value;
  return typeof at === "string" || typeof at === "number" ? String(at) : undefined;
}

/** A number that was counted: it has no error of sampling. */
export const counted = (value: number): Ranged => ({ estimate: value, low: value, high: value });
