// Outcomes (§17).
#pragma once

#include "play.hpp"

/** Adds a month to the sums of outcomes. */
inline void Play::look(Seat& seat, const CardMonth* cards, int t) const {
  double* sums = seat.sums;
  const double discount = powers.firm[t];
  sums[accountValue] += discount * now.marginEarned;
  sums[rewardSpend] += discount * now.accrued;
  sums[otherCost] += discount * (now.left * a.hiring * a.salary + design.monitoring / 12);
  sums[effortSpend] += discount * now.effortCost;
  sums[badLuck] += discount * badLuckOf(t);
  sums[revenue] += now.revenue;
  sums[margin] += now.marginEarned;
  sums[rewardCost] += now.accrued;
  sums[cashCost] += now.spent;
  sums[rewardPay] += now.paid;
  sums[enjoyed] += now.enjoyed;
  sums[earnings] += now.paid + (seat.isVacant() ? 0 : a.salary / 12);
  sums[accountRetention] += now.lost;
  sums[satisfaction] += seat.meanSatisfaction;
  sums[relationship] += seat.meanRelationship;
  sums[adoption] += seat.meanAdoption;
  sums[referenceable] += now.referenceable;
  sums[leavers] += now.left;
  sums[ability] += seat.ability;
  sums[effortCost] += now.effortCost;
  sums[motive] += seat.motive;
  sums[utility] += now.utility;
  sums[push] += now.push;
  sums[pulledForward] += now.sharePulled;
  for (int j = 0; j < activities(); j++) {
    sums[effortIndex] += seat.work[j].effort;
    sums[firstActivity + j] += seat.work[j].effort;
  }
  if (t == given.months - 1)
    sums[lifetimeValue] = lifetimeValueOf(seat);
  if (design.cards.empty() || !cards[0].closes)
    return;
  const Curve& curve = design.cards[0].rewards[0].curve;
  const double score = seat.cards[0].score;
  sums[closingPush] += now.push;
  if (score >= curve.threshold)
    sums[aboveThreshold] += 1;
  if (score >= 1)
    sums[atTarget] += 1;
  if (score >= curve.cap)
    sums[atCap] += 1;
}

/** EUR. What chance alone cost this month. */
inline double Play::badLuckOf(int t) const {
  const int left = given.months - 1 - t;
  const double kept = powers.firm[left];
  const double toHorizon = a.firmMonth < 1 ? (1 - kept) / (1 - a.firmMonth) : left;
  return now.lossLuck * (toHorizon + kept * world.legacy[0]) + now.leavingLuck * now.flow;
}

/** From sums to the outcomes of a seat. */
inline void Play::finish(Seat& seat) const {
  double* sums = seat.sums;
  const double months = given.months;
  sums[accountValue] += legacyOf(seat);
  for (Outcome k : {revenue, margin, rewardCost, cashCost, rewardPay, enjoyed, earnings, leavers, effortCost})
    sums[k] *= 12 / months;
  for (Outcome k : {satisfaction, relationship, adoption})
    sums[k] = 1 + sums[k] / months;
  for (Outcome k : {referenceable, ability, motive, utility, push, pulledForward})
    sums[k] /= months;
  sums[accountRetention] = 1 - 12 * sums[accountRetention] / months / given.accounts;
  double normal = 0;
  for (int j = 0; j < activities(); j++) {
    normal += given.activities[j].normal;
    sums[firstActivity + j] /= given.activities[j].scale * months;
  }
  sums[effortIndex] /= normal * months;
  const double closes = design.cards.empty() ? 1 : std::ceil(months / design.cards[0].period);
  for (Outcome k : {closingPush, aboveThreshold, atTarget, atCap})
    sums[k] /= closes;
  sums[netValue] = sums[accountValue] - sums[rewardSpend] - sums[otherCost];
  sums[surplus] = sums[accountValue] - sums[effortSpend] - sums[otherCost];
}
