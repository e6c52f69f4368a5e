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
  .tuple(
    rising,
    fc.constantFrom("flat", "stepped", "interpolated payout"),
    tie,
    fc.option(number(0.01, 0.5)),
    fc.option(number(0.01, 2)),
  )
  .map(([places, apply, side, room, more]) => ({
    kind: "rate schedule",
    tiers: places.map(({ at, pays }) => ({ from: at, rate: pays })),
    apply,
    tie: side,
    ...(room === null ? {} : { "up to attainment": places[places.length - 1]!.at + room }),
    // what every way of applying the tiers pays less than below the last one: at most the sum of rates, times its place
    ...(room === null && more !== null && places[places.length - 1]!.pays > 0
      ? { "payout cap": 1e-6 + more + places.reduce((sum, { pays }) => sum + pays, 0) * 2 }
      : {}),
  }));

const targetSettings = fc
  .record({
    threshold: number(0.3, 0.99),
    "pays at threshold": number(0, 1),
    accelerator: number(0.01, 8),
    excess: number(0.01, 0.3),
    hasExcellence: fc.boolean(),
    decelerator: number(0.01, 3),
    room: number(0, 0.3),
    end: fc.constantFrom("open", "place", "pay"),
    tie,
  })
  .map(({ excess, hasExcellence, room, end, decelerator, ...rest }) => ({
    kind: "target",
    ...rest,
    ...(hasExcellence ? { excellence: 1 + excess, decelerator } : {}),
    ...(end === "open" ? { "up to attainment": "none" } : {}),
    ...(end === "place" ? { "up to attainment": 1 + excess + room } : {}),
    ...(end === "pay" ? { "payout cap": hasExcellence ? 1 + rest.accelerator * excess + room + 0.001 : 1 + room } : {}),
  }));

/** Valid settings as they leave the schema. A curve not listed here is tested at the settings of its examples. */
const generators: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  target: targetSettings,
  linear: fc
    .record({
      base: number(-1, 1),
      rate: number(0.01, 4),
      end: fc.constantFrom("open", "place", "pay"),
      room: number(0.01, 2),
    })
    .map(({ base, rate, end, room }) => ({
      kind: "linear",
      ...{ base, rate },
      ...(end === "place" ? { "up to attainment": room } : {}),
      ...(end === "pay" ? { "payout cap": Math.max(0, base) + room } : {}),
    })),
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

/** Any valid settings of one curve: those of its examples where nothing here draws any. */
export function settingsOf(curve: Curve): fc.Arbitrary<unknown> {
  const drawn = generators[curve.kind];
  if (drawn !== undefined) return drawn;
  if (curve.examples.length === 0)
    throw new Error(
      `test/parts/curve-settings.ts: curve "${curve.kind}" is never drawn; say which settings it may have`,
    );
  return fc.constantFrom(...curve.examples.map((example) => parsedSettings(curve, example.settings)));
}

/** A curve that was only started has no settings yet; complete.test.ts says so. */
const drawable = curves.filter(({ kind, examples }) => kind in generators || examples.length > 0);

/** Any curve with any valid settings. */
export const anyCurve: fc.Arbitrary<Chosen> = fc.oneof(
  ...drawable.map((curve) => settingsOf(curve).map((settings) => ({ curve, settings, form: curve.form(settings) }))),
);
