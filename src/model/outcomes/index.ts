import type { ActivityNumbers } from "../activities/activity.js";
import { accountRetentionOutcome } from "./accounts/account-retention.js";
import { accountValue } from "./accounts/account-value.js";
import { adoption } from "./accounts/adoption.js";
import { margin } from "./accounts/margin.js";
import { relationshipOutcome } from "./accounts/mean-relationship.js";
import { pulledForward } from "./accounts/pulled-forward.js";
import { referenceable } from "./accounts/referenceable.js";
import { revenue } from "./accounts/revenue.js";
import { satisfaction } from "./accounts/satisfaction.js";
import { lifetimeValueOutcome } from "./accounts/value-at-horizon.js";
import { netValue } from "./net-value.js";
import { otherCost } from "./other-cost.js";
import type { Outcome } from "./outcome.js";
import { aboveThresholdOutcome } from "./pay/above-threshold.js";
import { atCap } from "./pay/at-cap.js";
import { atTargetOutcome } from "./pay/at-target.js";
import { badLuck } from "./pay/bad-luck.js";
import { cashCost } from "./pay/cash-cost.js";
import { certaintyEquivalent } from "./pay/certainty-equivalent.js";
import { earningsOutcome } from "./pay/earnings.js";
import { expectedPayOutcome } from "./pay/expected-pay.js";
import { rewardCost } from "./pay/reward-cost.js";
import { rewardPay } from "./pay/reward-pay.js";
import { rewardSpend } from "./pay/reward-spend.js";
import { riskPremium, riskSpend } from "./pay/risk-premium.js";
import { ability } from "./people/ability.js";
import { closingPush } from "./people/closing-push.js";
import { effortCost } from "./people/effort-cost.js";
import { effortIndex } from "./people/effort-index.js";
import { effortOn } from "./people/effort-on.js";
import { effortSpend } from "./people/effort-spend.js";
import { enjoyed } from "./people/enjoyed.js";
import { leavers } from "./people/leavers.js";
import { motive } from "./people/motive.js";
import { meanPush } from "./people/push.js";
import { utility } from "./people/utility.js";
import { surplus } from "./surplus.js";

/** Every outcome that does not depend on the scenario's activities; the first is the headline. */
export const outcomes: readonly Outcome[] = [
  netValue,
  accountValue,
  rewardSpend,
  otherCost,
  effortSpend,
  riskSpend,
  surplus,
  badLuck,
  revenue,
  margin,
  rewardCost,
  cashCost,
  rewardPay,
  enjoyed,
  expectedPayOutcome,
  riskPremium,
  certaintyEquivalent,
  earningsOutcome,
  accountRetentionOutcome,
  satisfaction,
  relationshipOutcome,
  adoption,
  referenceable,
  lifetimeValueOutcome,
  leavers,
  ability,
  effortIndex,
  effortCost,
  motive,
  utility,
  meanPush,
  closingPush,
  pulledForward,
  aboveThresholdOutcome,
  atTargetOutcome,
  atCap,
];

/** All outcomes of a scenario: the general ones and the effort on each of its activities. */
export const scenarioOutcomes = (activities: readonly ActivityNumbers[]): readonly Outcome[] => [
  ...outcomes,
  ...activities.map((one, j) => effortOn(one.name, j)),
];
