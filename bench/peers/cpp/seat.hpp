// The state of one manager's seat under one design (§5).
#pragma once

#include "curve.hpp"

struct Account {
  double size = 0;
  double lnSize = 0, boost = 0, pulled = 0;
  double satisfaction = 1, relationship = 1, adoption = 1;
  double flow = 0;  // EUR/month, expected revenue (y)
};

/** One activity of one seat. */
struct Work {
  double natural = 0, effort = 0;  // FTE
  double usual = 1;                // index, running mean of activity (x̄)
  double genuine = 1;              // real share of extra effort (ϱ)
  double slope = 1;                // marginal effect (η)
};

struct SlotState {
  double target = 1, sum = 0, sample = 1;
};

struct RewardState {
  double unit = 0;     // EUR per unit of payout
  double perUnit = 0;  // what of its worth stays the same through a period
  double worth = 0, current = 0;
  double payAtTarget = 0, slopeAtTarget = 0;
};

/** What a unit of one activity adds to a score (§11). */
struct Effect {
  double own, readingHeld, results, later, held;
};

struct CardState {
  SlotState slots[kMostSlots];
  RewardState rewards[kMostRewards];
  Effect effects[kMostActivities];
  double served = 0;
  double base = 0, spread = 0, forecast = 1;
  double stake = 0, laterStake = 0;  // EUR per score point
  double score = 0;
};

struct Seat {
  const SeatLuck* luck = nullptr;
  Account accounts[kMostAccounts];
  Work work[kMostActivities];
  CardState cards[kMostCards];
  double lnAbility = 0, lnAbilityAtHire = 0, ability = 1;
  bool isExSales = false;
  double tenure = 60, vacancy = 0;
  int hires = 1;
  double motive = 1, freshness = 1, raise = 0;
  double meanRelationship = 0, meanSatisfaction = 0, meanAdoption = 0;
  double sums[kMostOutcomes] = {};  // of outcomes over months

  bool isVacant() const { return vacancy > 0; }
};

/** What is worked out for a seat anew each month. */
struct Now {
  double theta;
  double flow, concentration;
  double shareRelationship, shareSatisfaction, shareAdoption, sharePulled, shareBoost;
  double naturalRelationship, naturalAdoption, naturalPush;
  double relationshipGain, adoptionGain, push, effortCost;
  double revenue, marginEarned, lost, lossLuck, referenceable;
  double rewardUtility, payVariance, accruedPay, expectedPay;
  double paid, enjoyed, accrued, spent;
  double utility, left, leavingLuck;
};
