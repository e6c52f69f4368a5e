import type { Curve } from "../../src/model/curves/curve.js";
import { curves as registered } from "../../src/model/curves/index.js";

/** The registered curves with their settings forgotten: what they have in common. */
export const curves = registered as unknown as readonly Curve[];

export type { Curve, CurveForm } from "../../src/model/curves/curve.js";
export { curveField } from "../../src/model/curves/index.js";
