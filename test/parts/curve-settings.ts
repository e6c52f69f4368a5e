import fc from "fast-check";
import type { Curve, CurveForm } from "../../src/model/curves/curve.js";
import { curves as registered } from "../../src/model/curves/index.js";

/** The registered curves with their settings forgotten: what they have in common. */
export const curves = registered as unknown as readonly Curve[];

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Two to five rising scores, each paying at least as much as the one before. */
const rising = fc
  .array(fc.record({ gap: number(0.01, 0.2), more: number(0, 0.8).map((more) => Math.round(more * 1e6) / 1e6) }), {
    minLength: 2,
    maxLength: 5,
  })
  .map((parts) => {
    let at = 0.5;
    let pays = 0;
    return parts.map(({ gap, more }) => {
      at += gap;
      pays += more;
      return { at, pays };
    });
  });

const tie = fc.constantFrom("higher", "lower");

/** Rising rates never let a schedule fall, whichever way they apply. */
const ratesSettings = fc
  .tuple(rising, fc.constantFrom("flat", "stepped", "interpolated"), tie, fc.option(number(0.01, 0.5)))
  .map(([places, apply, side, room]) => ({
    kind: "rate schedule",
    tiers: places.map(({ at, pays }) => ({ from: at, rate: pays })),
    apply,
    tie: side,
    ...(room === null ? {} : { cap: places[places.length - 1]!.at + room }),
  }));

const targetSettings = fc
  .record({
    threshold: number(0.3, 0.99),
    "pays at threshold": number(0, 1),
    accelerator: number(0, 8),
    excess: number(0.01, 0.3),
    hasExcellence: fc.boolean(),
    decelerator: number(0, 3),
    room: number(0, 0.3),
    isOpen: fc.boolean(),
    tie,
  })
  .map(({ excess, hasExcellence, room, isOpen, ...rest }) => ({
    kind: "target",
    ...rest,
    ...(hasExcellence ? { excellence: 1 + excess } : {}),
    cap: isOpen ? "none" : 1 + excess + room,
  }));

/** Valid settings as they leave the schema. A curve not listed here is tested at the settings of its examples. */
const generators: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  target: targetSettings,
  linear: fc.record({ kind: fc.constant("linear"), base: number(-1, 1), rate: number(0, 4) }),
  steps: fc.tuple(rising, tie).map(([steps, side]) => ({ kind: "steps", steps, tie: side })),
  points: fc.tuple(rising, tie).map(([points, side]) => ({ kind: "points", points, tie: side })),
  "rate schedule": ratesSettings,
  rank: fc.record({ kind: fc.constant("rank"), winners: fc.integer({ min: 1, max: 5 }) }),
};

export interface Chosen {
  readonly curve: Curve;
  readonly settings: unknown;
  readonly form: CurveForm;
}

const parsedSettings = (curve: Curve, written: unknown): unknown => curve.settings.parse(written);

/** Any valid settings of one curve. */
export const settingsOf = (curve: Curve): fc.Arbitrary<unknown> =>
  generators[curve.kind] ??
  fc.constantFrom(...curve.examples.map((example) => parsedSettings(curve, example.settings)));

/** Any curve with any valid settings. */
export const anyCurve: fc.Arbitrary<Chosen> = fc.oneof(
  ...curves.map((curve) => settingsOf(curve).map((settings) => ({ curve, settings, form: curve.form(settings) }))),
);
