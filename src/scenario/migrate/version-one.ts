import { parseQuantity, plain, share } from "../../foundation/values/quantity.js";
import type { Curve } from "../../model/curves/curve.js";
import { curves } from "../../model/curves/index.js";

type Settings = Readonly<Record<string, unknown>>;

/** What is paid at a score. */
export type Pays = (score: number) => number;

const bare = (value: unknown): string | number =>
  (typeof value === "object" && value !== null && "value" in value ? value.value : value) as string | number;

const shareIn = (settings: Settings, key: string, usual: number): number =>
  settings[key] === undefined ? usual : parseQuantity(bare(settings[key]), share(), { currency: "EUR" }).value;

const numberIn = (settings: Settings, key: string, usual: number): number =>
  settings[key] === undefined ? usual : parseQuantity(bare(settings[key]), plain(), { currency: "EUR" }).value;

/** Whether a score has reached a boundary; a tie belongs to the higher side unless the file says the lower. */
const reaches = (settings: Settings, score: number, at: number): boolean =>
  settings.tie === "lower" ? score > at : score >= at;

/** Version 1: `cap` was the attainment from which no more is paid, 120 % unless given. */
function payTarget(settings: Settings): Pays {
  const threshold = shareIn(settings, "threshold", 0.9);
  const first = shareIn(settings, "pays at threshold", 0.5);
  const accelerator = numberIn(settings, "accelerator", 5);
  const excellence = shareIn(settings, "excellence", Number.POSITIVE_INFINITY);
  const decelerator = numberIn(settings, "decelerator", 1);
  const cap = settings.cap === "none" ? Number.POSITIVE_INFINITY : shareIn(settings, "cap", 1.2);
  return (attained) => {
    const score = Math.min(attained, cap);
    if (!reaches(settings, score, threshold)) return 0;
    if (score < 1) return first + ((1 - first) * (score - threshold)) / (1 - threshold);
    return 1 + accelerator * (Math.min(score, excellence) - 1) + decelerator * Math.max(0, score - excellence);
  };
}

/** Version 1: `interpolated` was the payout between tiers, `cap` an attainment. */
function paySchedule(settings: Settings): Pays {
  const tiers = (settings.tiers as readonly Settings[]).map((tier) => ({
    from: shareIn(tier, "from", 0),
    rate: numberIn(tier, "rate", 0),
  }));
  const cap = shareIn(settings, "cap", Number.POSITIVE_INFINITY);
  return (attained) => {
    const score = Math.min(attained, cap);
    let pays = 0;
    for (const [k, { from, rate }] of tiers.entries()) {
      if (!reaches(settings, score, from)) break;
      const next = tiers[k + 1];
      const end = Math.min(score, next?.from ?? score);
      if (settings.apply === "flat") pays = rate * score;
      else if (settings.apply === "stepped") pays += rate * (end - from);
      else {
        const slope = next === undefined ? rate : (next.rate * next.from - rate * from) / (next.from - from);
        pays = rate * from + slope * (end - from);
      }
    }
    return pays;
  };
}

/** What a curve of a file of version 1 pays, by the rules of that version. Throws a Problem where its settings cannot be read. */
export function payOne(settings: Settings): Pays {
  if (settings.kind === "target") return payTarget(settings);
  if (settings.kind === "rate schedule") return paySchedule(settings);
  return payNow(settings);
}

/** What a curve pays as this version reads it. Throws where its settings are none. */
export function payNow(settings: Settings): Pays {
  const curve = curves.find(({ kind }) => kind === settings.kind) as Curve | undefined;
  if (curve === undefined) return () => 0;
  const read = curve.settings.parse(settings);
  return (score) => curve.formula(read, score);
}
