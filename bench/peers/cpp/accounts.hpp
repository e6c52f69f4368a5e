// Accounts: expected revenue, booking, losses, states and what they are worth (§7, §14, §17).
#pragma once

#include "play.hpp"

inline void Play::expectRevenue(Seat& seat) {
  double total = 0, squares = 0, r = 0, s = 0, q = 0, p = 0, b = 0;
  for (int k = 0; k < given.accounts; k++) {
    Account& one = seat.accounts[k];
    const double flow = one.size / 12 * std::exp(one.lnSize + one.boost);
    one.flow = flow;
    total += flow;
    squares += flow * flow;
    r += flow * (one.relationship - 1);
    s += flow * (one.satisfaction - 1);
    q += flow * (one.adoption - 1);
    p += flow * one.pulled;
    b += flow * one.boost;
  }
  now.flow = total;
  now.concentration = squares / (total * total);
  now.shareRelationship = r / total;
  now.shareSatisfaction = s / total;
  now.shareAdoption = q / total;
  now.sharePulled = p / total;
  now.shareBoost = b / total;
}

inline void Play::book(const Seat& seat, const MonthLuck& luck) {
  now.revenue = 0;
  for (int k = 0; k < given.accounts; k++) {
    const Account& one = seat.accounts[k];
    now.revenue += one.flow * (1 + now.push - a.payback * one.pulled) * luck.orders[k];
  }
  now.marginEarned = a.margin * now.revenue - a.concession * std::max(0.0, now.push) * now.flow;
}

inline void Play::lose(Seat& seat, const MonthLuck& luck) {
  now.lost = now.lossLuck = 0;
  for (int k = 0; k < given.accounts; k++) {
    Account& one = seat.accounts[k];
    const double stake = a.margin * (1 - a.replaced) * one.flow;
    const double hazard = a.churn / 12 * std::exp(-a.churnSlope * (one.satisfaction - 1));
    now.lossLuck -= stake * std::min(0.2, hazard);
    if (one.satisfaction >= luck.breaking[k])
      continue;
    now.lost += 1;
    now.lossLuck += stake;
    one.lnSize += lnReplaced;
    one.boost = one.pulled = 0;
    one.relationship = 0.9;
    one.satisfaction = 0.95;
    one.adoption = 0.8;
  }
}

/** The accounts' states and how they stand. */
inline void Play::moveAccounts(Seat& seat, const MonthLuck& luck) {
  double r = 0, s = 0, q = 0;
  int references = 0;
  for (int k = 0; k < given.accounts; k++) {
    Account& one = seat.accounts[k];
    const double earned = a.relationYield * (one.relationship - 1) + a.adoptionYield * (one.adoption - 1);
    one.boost += (earned - one.boost) / a.lag;
    one.satisfaction += 0.25 * (one.relationship - one.satisfaction);
    one.relationship += a.relationFade * (1 + now.relationshipGain - one.relationship) + luck.rapport[k];
    one.adoption += a.adoptionFade * (1 + now.adoptionGain - one.adoption);
    one.pulled = (1 - a.payback) * one.pulled + a.pulled * now.push;
    one.lnSize += luck.growth[k];
    r += one.relationship - 1;
    s += one.satisfaction - 1;
    q += one.adoption - 1;
    if (one.satisfaction >= 1 && one.relationship >= 1)
      references += 1;
  }
  seat.meanRelationship = r / given.accounts;
  seat.meanSatisfaction = s / given.accounts;
  seat.meanAdoption = q / given.accounts;
  now.referenceable = static_cast<double>(references) / given.accounts;
}

inline double Play::lifetimeValueOf(const Seat& seat) const {
  double sum = 0;
  for (int k = 0; k < given.accounts; k++) {
    const Account& one = seat.accounts[k];
    const double kept = std::exp(-a.churn * std::exp(-a.churnSlope * (one.satisfaction - 1)));
    sum += one.size * std::exp(one.lnSize + one.boost) * a.margin * kept / (1 + a.firmDiscount - kept);
  }
  return sum;
}

/** EUR. What the accounts' states are worth at the horizon. */
inline double Play::legacyOf(const Seat& seat) const {
  double sum = 0;
  for (int k = 0; k < given.accounts; k++) {
    const Account& one = seat.accounts[k];
    const double months = world.legacy[0] + world.legacy[1] * (one.relationship - 1) +
                          world.legacy[2] * (one.satisfaction - 1) + world.legacy[3] * (one.adoption - 1) +
                          world.legacy[4] * one.pulled + world.legacy[5] * one.boost;
    sum += one.size / 12 * std::exp(one.lnSize) * a.margin * months;
  }
  return sum * powers.firm[given.months];
}
