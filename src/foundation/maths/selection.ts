import { refuse } from "../text/problem.js";
import { power } from "./exponential.js";
import { normalCdf, normalDensity, normalQuantile } from "./special.js";

/** Width of the steps of the trapezoid rule and how far it reaches: exact to rounding for a smooth bell. */
const step = 1 / 16;
const reach = 8.5;

/** Chance that the best of `designs` means, `h` standard errors of a mean ahead of all others, comes out on top: ∫Φ(x + h)^(k−1)φ(x)dx. */
function chanceOnTop(designs: number, h: number): number {
  let total = 0;
  for (let x = -reach; x <= reach; x += step) total += power(normalCdf(x + h), designs - 1) * normalDensity(x);
  return total * step;
}

/**
 * How many standard errors of a mean the best of `designs` has to be ahead to come out on top with `chance` (h of Bechhofer 1954): between
 * designs with independent errors of one size. 2.3262 for two at 95 %, 3.1591 for six. Throws a Problem for fewer than 2 designs and for a
 * chance that guessing would reach or nothing would.
 */
export function selectionLead(designs: number, chance: number): number {
  if (!(Number.isInteger(designs) && designs >= 2))
    refuse("selectionLead", `expected a whole number of designs from 2, got ${designs}`, "count the designs");
  if (!(chance > 1 / designs && chance < 1))
    refuse("selectionLead", `expected a chance between 1/${designs} and 1, got ${chance}`, "write 0.95");
  let low = 0;
  // Bonferroni: each of the others is passed with this chance at least, and differences have √2 times the error of a mean.
  let high = Math.SQRT2 * Math.max(0, normalQuantile(1 - (1 - chance) / (designs - 1))) + 1e-9;
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (chanceOnTop(designs, middle) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
