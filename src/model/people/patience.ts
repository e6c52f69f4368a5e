import { exp, ln } from "../../foundation/maths/exponential.js";
import type { Assumption } from "../frame/part.js";

/** How a manager values later pay and later periods. */
export const patience = {
  presentBias: {
    section: "assumptions",
    unit: { dimension: "number", min: 0, max: 1 },
    value: "0.7 to 1, most likely 0.87",
    meaning: "weight on any later pay (β)",
    source: "imai-2021-present-bias",
  },
  impatience: {
    section: "assumptions",
    unit: { dimension: "share/year", max: 2 },
    value: "4 %/year to 20 %/year, most likely 9 %/year",
    meaning: "yearly discount of a KAM (i_a); executives 18 % a year, experiments near 0 to 5 %",
    source: "pwc-2024-deferral",
  },
  foresight: {
    section: "assumptions",
    unit: { dimension: "share", max: 1 },
    value: "0 % to 100 %, most likely 40 %",
    meaning: "weight on periods after the current one (ν)",
    source: "assumption",
  },
  rebase: {
    section: "assumptions",
    unit: { dimension: "share", max: 1 },
    value: "20 % to 100 %, most likely 50 %",
    meaning: "share of over-performance built into the next target (ℓ)",
    source: "assumption",
  },
  lossAversion: {
    section: "assumptions",
    unit: { dimension: "number", min: 0, max: 5 },
    value: 0,
    meaning: "extra weight on a shortfall below target (Λ); 0 unless set, studies of λ suggest about 1",
    source: "loss-aversion",
  },
  payGrowth: {
    section: "team",
    unit: { dimension: "share/year", min: -0.5, max: 0.5 },
    value: "0 %/year",
    meaning: "general growth of pay that raises grow along with, in constant prices",
    source: "assumption",
  },
  raterNoise: {
    section: "assumptions",
    unit: { dimension: "number", min: 0, max: 2 },
    value: "0.03 to 0.15, most likely 0.08",
    meaning: "SD of a rater's yearly error, score points on a fully judged card (τ_r)",
    source: "assumption",
  },
} as const satisfies Record<string, Assumption>;

/** factor. What one month's delay of uncertain pay keeps of its value: discount times the chance to stay (δ_a·q). */
export const keepMonth = (impatience: number, quits: number): number =>
  exp((ln(Math.max(1 - quits, 1e-12)) - ln(1 + impatience)) / 12);
