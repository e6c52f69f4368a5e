import { certaintyEquivalent } from "./pay/certainty-equivalent.js";
import { expectedPayOutcome } from "./pay/expected-pay.js";
import { rewardCost } from "./pay/reward-cost.js";

/** Outcomes designs can be made equal in: what they cost the firm, what managers get, what that is worth to them. The first is the usual one. */
export const heldOutcomes = [rewardCost, expectedPayOutcome, certaintyEquivalent] as const;

export const heldNames = ["reward cost", "expected pay", "certainty equivalent"] as const;

/** An outcome designs can be made equal in. */
export type HeldName = (typeof heldNames)[number];
