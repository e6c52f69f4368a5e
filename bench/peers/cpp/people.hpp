// Managers: ability, natural effort, work, learning, staying and succession (§5, §7, §14, §16).
#pragma once

#include "play.hpp"

inline void Play::start(Seat& seat, const SeatLuck& luck) const {
  seat.luck = &luck;
  seat.lnAbility = seat.lnAbilityAtHire = a.abilitySpread * luck.talent[0];
  seat.ability = std::exp(seat.lnAbility);
  seat.isExSales = luck.background[0] == 1;
  for (int k = 0; k < given.accounts; k++)
    seat.accounts[k].size = luck.startSize[k];
}

/** Ability, natural effort and returns to activity. */
inline void Play::prepare(Seat& seat) {
  const double ramped = seat.tenure >= a.ramp ? 1 : 0.5 + 0.5 * seat.tenure / a.ramp;
  now.theta = seat.isVacant() ? 1 : seat.ability * ramped;
  for (int j = 0; j < activities(); j++) {
    const Activity& one = given.activities[j];
    Work& work = seat.work[j];
    const double mix = seat.isExSales ? one.exSales : 1;
    work.natural = one.normal * (seat.isVacant() ? a.cover : mix * (1 + one.appeal * (seat.motive - 1)));
    const bool isLinear = one.normal == 0 || a.diminishing == 1;
    work.slope = isLinear ? 1 : std::pow(std::max(work.usual, kLeastActivity), a.diminishing - 1);
  }
}

/** What natural effort does to the accounts, on the tangent at usual activity; x̄^ε is slope·x̄. */
inline void Play::naturalLine(const Seat& seat) {
  now.naturalRelationship = now.naturalAdoption = now.naturalPush = 0;
  for (int j = 0; j < activities(); j++) {
    const Activity& one = given.activities[j];
    const Work& work = seat.work[j];
    const double done = now.theta * work.natural;
    double line = done;
    if (one.normal != 0) {
      const double x = std::max(work.usual, kLeastActivity);
      const double level = a.diminishing == 1 ? x : 1 + (work.slope * x - 1) / a.diminishing;
      line = one.normal * (level - 1) + work.slope * (done - one.normal * x);
    }
    now.naturalRelationship += one.relationship * line;
    now.naturalAdoption += one.adoption * line;
    now.naturalPush += one.push * line;
    const double over = work.usual - 1;
    if (one.pressing && over > 0)
      now.naturalRelationship -= a.pressureHarm * over * (0.5 * over + done / one.scale - work.usual);
  }
}

/** From effort to effects, and what effort costs. */
inline void Play::doWork(Seat& seat) {
  now.relationshipGain = now.adoptionGain = now.push = 0;
  double squares = 0, change = 0;
  for (int j = 0; j < activities(); j++) {
    const Activity& one = given.activities[j];
    Work& work = seat.work[j];
    if (seat.isVacant())
      work.effort = work.natural;
    const double extra = work.effort - work.natural;
    const double real = now.theta * (work.natural + (extra > 0 ? work.genuine * extra : extra));
    const double x = real / one.scale;
    const double added = one.normal == 0 ? real : one.normal * (achieved(std::max(x, kLeastActivity)) - 1);
    now.relationshipGain += one.relationship * added;
    now.adoptionGain += one.adoption * added;
    now.push += one.push * added;
    if (one.pressing && x > 1)
      now.relationshipGain -= 0.5 * a.pressureHarm * (x - 1) * (x - 1);
    work.usual += 0.3 * (x - work.usual);
    squares += extra * extra / one.room;
    change += extra;
  }
  now.effortCost = 0.5 * kappa * (squares + a.substitution * change * change);
}

/** H(x): what relative activity achieves. */
inline double Play::achieved(double x) const {
  return a.diminishing == 1 ? x : 1 + (std::pow(x, a.diminishing) - 1) / a.diminishing;
}

/** Learning and motivation. */
inline void Play::learn(Seat& seat) const {
  if (!seat.isVacant()) {
    const double gained = a.training * std::sqrt(trainingSpend / a.developmentUnit);
    seat.lnAbility += (gained - 0.2 * (seat.lnAbility - seat.lnAbilityAtHire)) / 12;
    seat.ability = std::exp(seat.lnAbility);
    seat.tenure += 1;
  }
  seat.freshness += a.freshnessBack * (1 - seat.freshness);
  if (!looksAtScores())
    return;
  const double goal = 1 - a.crowding * crowdingPay / 0.25 + a.support * awardShare * seat.freshness;
  seat.motive += 0.1 * (goal - seat.motive);
}

inline void Play::stay(Seat& seat, const MonthLuck& luck) {
  const double outside = 1.25 * a.salary * std::sqrt(now.theta);
  const double effort = task.response == Response::planner ? 0 : 12 * now.effortCost;
  now.utility = a.salary + seat.raise + topUp + 0.5 * trainingSpend + now.rewardUtility +
                a.handcuff * 0.5 * now.accruedPay - 0.5 * a.riskAversion * now.payVariance / a.salary - effort +
                0.5 * a.salary * (seat.motive - 1);
  now.left = now.leavingLuck = 0;
  if (seat.isVacant())
    return;
  if (now.utility < luck.parting * outside)
    now.left = 1;
  const double hazard = a.quits / 12 * std::exp(-a.quitSlope * (now.utility / outside - 1));
  now.leavingLuck = now.left - std::min(0.3, hazard);
  if (now.left == 1)
    for (size_t c = 0; c < design.cards.size(); c++)
      seat.cards[c].served = 0;
}

/** Leavers go, successors come; after outcomes were taken. */
inline void Play::succeed(Seat& seat) const {
  if (now.left == 1) {
    const double keptR = 1 - a.handover, keptQ = 1 - 0.5 * a.handover;
    for (int k = 0; k < given.accounts; k++) {
      seat.accounts[k].relationship *= keptR;
      seat.accounts[k].adoption *= keptQ;
    }
    seat.meanRelationship = (1 + seat.meanRelationship) * keptR - 1;
    seat.meanAdoption = (1 + seat.meanAdoption) * keptQ - 1;
    seat.raise = 0;
    seat.vacancy = a.vacancy;
  } else if (seat.isVacant()) {
    seat.vacancy -= 1;
  } else {
    return;
  }
  if (seat.isVacant())
    return;
  const double offered = a.attraction * (now.expectedPay / (1.25 * a.salary) - 1);
  const double sorted = a.sorting * std::min(0.4, contingentShare);
  seat.lnAbility = seat.lnAbilityAtHire = a.abilitySpread * (seat.luck->talent[seat.hires] + offered + sorted);
  seat.ability = std::exp(seat.lnAbility);
  seat.isExSales = seat.luck->background[seat.hires] == 1;
  seat.hires += 1;
  seat.vacancy = seat.tenure = 0;
  seat.motive = seat.freshness = 1;
}
