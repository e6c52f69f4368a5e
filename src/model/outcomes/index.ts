import type { ActivityNumbers } from "../activities/activity.js";
import { ability } from "./ability.js";
import { aboveThreshold } from "./above-threshold.js";
import { accountRetention } from "./account-retention.js";
import { accountValue } from "./account-value.js";
import { adoption } from "./adoption.js";
import { atCap } from "./at-cap.js";
import { atTarget } from "./at-target.js";
import { badLuck } from "./bad-luck.js";
import { cashCost } from "./cash-cost.js";
import { certaintyEquivalent } from "./certainty-equivalent.js";
import { closingPush } from "./closing-push.js";
import { earnings } from "./earnings.js";
import { effortIndex } from "./effort.js";
import { effortCost } from "./effort-cost.js";
import { effortOn } from "./effort-on.js";
import { effortSpend } from "./effort-spend.js";
import { enjoyed } from "./enjoyed.js";
import { expectedPay } from "./expected-pay.js";
import { leavers } from "./leavers.js";
import { lifetimeValue } from "./lifetime-value.js";
import { margin } from "./margin.js";
import { motive } from "./motive.js";
import { netValue } from "./net-value.js";
import { otherCost } from "./other-cost.js";
import type { Outcome } from "./outcome.js";
import { pulledForward } from "./pulled-forward.js";
import { meanPush } from "./push.js";
import { referenceable } from "./referenceable.js";
import { relationship } from "./relationship.js";
import { revenue } from "./revenue.js";
import { rewardCost } from "./reward-cost.js";
import { rewardPay } from "./reward-pay.js";
import { rewardSpend } from "./reward-spend.js";
import { riskPremium, riskSpend } from "./risk-premium.js";
import { satisfaction } from "./satisfaction.js";
import { surplus } from "./surplus.js";
import { utility } from "./utility.js";

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
  expectedPay,
  riskPremium,
  certaintyEquivalent,
  earnings,
  accountRetention,
  satisfaction,
  relationship,
  adoption,
  referenceable,
  lifetimeValue,
  leavers,
  ability,
  effortIndex,
  effortCost,
  motive,
  utility,
  meanPush,
  closingPush,
  pulledForward,
  aboveThreshold,
  atTarget,
  atCap,
];

/** All outcomes of a scenario: the general ones and the effort on each of its activities. */
export const outcomesOf = (activities: readonly ActivityNumbers[]): readonly Outcome[] => [
  ...outcomes,
  ...activities.map((one, j) => effortOn(one.name, j)),
];
