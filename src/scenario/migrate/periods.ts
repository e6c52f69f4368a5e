import type { KeyPath } from "../document/place.js";
import { valueAt } from "../schema/schema-keys.js";
import { type Entry, entryOf, inserted, type Move, type WrittenMapping, wordOf } from "./entries.js";

type Settings = Readonly<Record<string, unknown>>;

const isSettings = (value: unknown): value is Settings =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a commission pays in proportion to revenue, whatever else is measured. */
function isStraight({ curve, ...reward }: Settings): boolean {
  const isLinked = ["gate", "multiplier", "matrix"].some((name) => name in reward);
  return !isLinked && (curve === undefined || (isSettings(curve) && curve.kind === "linear" && !("base" in curve)));
}

/** Whether a design says its period, itself or through the one it is like. */
function saysPeriod(data: unknown, name: unknown, most = 100): boolean {
  const design = valueAt(data, ["designs", String(name)]);
  if (!isSettings(design)) return false;
  return "period" in design || (most > 0 && "like" in design && saysPeriod(data, design.like, most - 1));
}

/**
 * Periods of commissions. Version 1 took the month for one around a quota, or linked, that said none; one straight on revenue it paid to people
 * by the design's period, a year where there was none, and by the month in simulations.
 */
export function periodMoves(entries: readonly Entry[], path: KeyPath, data: unknown, written: WrittenMapping): Move[] {
  const settings = valueAt(data, path);
  if (path[0] !== "designs" || !isSettings(settings)) return [];
  const commissions = (Array.isArray(settings.rewards) ? settings.rewards : []).filter(
    (one): one is Settings => isSettings(one) && one.kind === "commission" && isStraight(one) && !("period" in one),
  );
  if (path.length === 2 && commissions.length > 0 && !saysPeriod(data, path[1]))
    return [
      inserted([...path], entries, "period: 1 year", written, "as people were paid; simulations paid it by the month"),
    ];
  if (wordOf(entryOf(entries, "kind")?.value) !== "commission" || path[2] !== "rewards") return [];
  if (!isStraight(settings)) {
    if ("period" in settings) return [];
    return [inserted([...path], entries, "period: 1 month", written, "which version 1 took where none was written")];
  }
  if (!("period" in settings) && !saysPeriod(data, path[1])) return [];
  const words =
    "period" in settings
      ? "is paid by its own period; people were paid it by the design's, simulations as now"
      : "is paid by the design's period, as people were; simulations paid it by the month";
  return [{ path: [...path], words, edit: undefined }];
}
