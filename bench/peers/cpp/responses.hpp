// How managers react (§12).
#pragma once

#include "play.hpp"

inline void Play::respond(Seat& seat, const CardMonth* cards, int t) {
  switch (task.response) {
    case Response::none:
      for (int j = 0; j < activities(); j++) {
        seat.work[j].effort = seat.work[j].natural;
        seat.work[j].genuine = 1;
      }
      break;
    case Response::lookAhead:
      lookAhead(seat, cards);
      break;
    case Response::evidence:
      followEvidence(seat);
      break;
    case Response::planner:
      plan(seat, t);
      break;
  }
}

inline void Play::lookAhead(Seat& seat, const CardMonth* cards) const {
  const size_t count = design.cards.size();
  for (size_t c = 0; c < count; c++) {
    CardState& mine = seat.cards[c];
    double point = 0;
    for (size_t r = 0; r < design.cards[c].rewards.size(); r++)
      point += mine.rewards[r].worth * mine.rewards[r].slopeAtTarget;
    mine.laterStake = cards[c].closeValue * point;
  }
  for (int sweep = 0; sweep < (count > 1 ? 3 : 1); sweep++)
    for (size_t c = 0; c < count; c++)
      seat.cards[c].stake = stakeOf(seat, c, cards[c].closeValue);
  double gains[kMostActivities];
  for (int j = 0; j < activities(); j++) {
    double shown = 0, total = 0;
    for (size_t c = 0; c < count; c++) {
      const CardState& mine = seat.cards[c];
      const Effect& effect = mine.effects[j];
      shown += effect.own * mine.stake;
      total += (effect.own + effect.results) * mine.stake + effect.later * mine.laterStake;
    }
    gains[j] = total;
    seat.work[j].genuine = shown > 0 && total > 0 ? 1 - a.hollow * std::min(1.0, shown / total) : 1;
  }
  bestEffort(seat, gains);
}

/** The score as a line in the stake, m = lin + gain·q, and the stake that agrees with the effort it causes. */
inline double Play::stakeOf(const Seat& seat, size_t c, double closeValue) const {
  const CardState& mine = seat.cards[c];
  double lin = mine.base, gain = 0;
  if (!seat.isVacant()) {
    double rooms = 0, lift = 0, pull = 0, other = 0, liftPull = 0, liftOther = 0;
    for (int j = 0; j < activities(); j++) {
      const double room = given.activities[j].room;
      const double here = mine.effects[j].own + mine.effects[j].results;
      const double there = elsewhere(seat, c, j);
      const double reach = mine.effects[j].held * room;
      rooms += room;
      lift += reach;
      pull += room * here;
      other += room * there;
      liftPull += reach * here;
      liftOther += reach * there;
    }
    const double crowd = a.substitution * lift / (1 + a.substitution * rooms);
    lin += (liftOther - crowd * other) / kappa;
    gain = (liftPull - crowd * pull) / kappa;
  }
  return search(design.cards[c], mine, closeValue, lin, gain);
}

/** What an activity earns through other cards, and in later periods. */
inline double Play::elsewhere(const Seat& seat, size_t c, int j) const {
  double sum = 0;
  for (size_t d = 0; d < design.cards.size(); d++) {
    const CardState& one = seat.cards[d];
    sum += one.effects[j].later * one.laterStake;
    if (d != c)
      sum += (one.effects[j].own + one.effects[j].results) * one.stake;
  }
  return sum;
}

/** Newton from the last stake, kept within its bracket; a step must be half the one before, or the bracket is halved.
 */
inline double Play::search(const Card& card, const CardState& mine, double value, double lin, double gain) const {
  const double sd = mine.spread;
  double high = 0;
  for (size_t r = 0; r < card.rewards.size(); r++)
    high += mine.rewards[r].current * steepest(card.rewards[r].curve, sd);
  high *= value * (1 + a.lossAversion);
  if (high <= 0)
    return 0;
  double low = 0, x = std::min(mine.stake, high), before = high;
  for (int step = 0; step < 100; step++) {
    const double mean = lin + gain * x;
    double slope = 0, bend = 0, weight = 1, turn = 0;
    for (size_t r = 0; r < card.rewards.size(); r++) {
      const Foreseen seen = foresee(card.rewards[r].curve, mean, sd);
      slope += mine.rewards[r].current * seen.slope;
      bend += mine.rewards[r].current * seen.bend;
    }
    if (a.lossAversion != 0) {
      const Normal short_ = normalAt((1 - mean) / sd);
      weight += a.lossAversion * short_.below;
      turn = -a.lossAversion * short_.density / sd;
    }
    const double gap = value * weight * slope - x;
    (gap >= 0 ? low : high) = x;
    const double newton = x - gap / (value * gain * (weight * bend + turn * slope) - 1);
    const double change = std::abs(newton - x);
    const bool isKept = newton > low && newton < high && change <= 0.5 * before;
    if ((isKept && change <= 1e-6 * (1 + x)) || change <= 1e-11 * (1 + x))
      return newton;
    const double next = isKept ? newton : 0.5 * (low + high);
    before = std::abs(next - x);
    if (before <= 1e-11 * (1 + x))
      return next;
    x = next;
  }
  return x;
}

/** Best effort to marginal rewards: activities below the least effort are dropped to it and the rest solved again. */
inline void Play::bestEffort(Seat& seat, const double* gains) const {
  const double low = a.leastEffort;
  uint32_t dropped = 0;
  for (int pass = 0; pass <= activities(); pass++) {
    double pull = 0, room = 0, held = 0;
    for (int j = 0; j < activities(); j++) {
      if (dropped >> j & 1) {
        held += low - seat.work[j].natural;
      } else {
        pull += given.activities[j].room * gains[j] / kappa;
        room += given.activities[j].room;
      }
    }
    double load = a.substitution * (pull + held) / (1 + a.substitution * room);
    const auto effortOn = [&](int j) {
      return dropped >> j & 1 ? low : seat.work[j].natural + given.activities[j].room * (gains[j] / kappa - load);
    };
    double total = 0;
    for (int j = 0; j < activities(); j++)
      total += effortOn(j);
    if (total > a.hours && room > 0)
      load += (total - a.hours) / room;
    uint32_t below = 0;
    for (int j = 0; j < activities(); j++) {
      seat.work[j].effort = effortOn(j);
      if (!(dropped >> j & 1) && seat.work[j].effort < low)
        below |= 1u << j;
    }
    if (below == 0)
      return;
    dropped |= below;
  }
}

/** Effort rises by what studies report and goes where the score says. */
inline void Play::followEvidence(Seat& seat) const {
  const double cash = contingentShare > 0 ? a.cashUplift * std::pow(contingentShare / 0.25, 0.25) : 0;
  const double uplift = cash + a.awardUplift * awardShare * seat.freshness;
  double held[kMostActivities] = {}, reading[kMostActivities] = {};
  int paying = 0;
  for (size_t c = 0; c < design.cards.size(); c++) {
    bool pays = false;
    for (const Reward& one : design.cards[c].rewards)
      pays = pays || one.money > 0 || one.ofSalary > 0 || one.ofRevenue > 0;
    if (!pays)
      continue;
    paying += 1;
    for (int j = 0; j < activities(); j++) {
      held[j] += seat.cards[c].effects[j].held;
      reading[j] += seat.cards[c].effects[j].readingHeld;
    }
  }
  double mean = 0, normal = 0;
  for (int j = 0; j < activities(); j++) {
    held[j] /= std::max(paying, 1);
    reading[j] /= std::max(paying, 1);
    mean += held[j] * given.activities[j].normal;
    normal += given.activities[j].normal;
  }
  mean /= normal;
  for (int j = 0; j < activities(); j++) {
    Work& work = seat.work[j];
    const double pull = mean > 0 ? std::min(3.0, std::max(-0.5, held[j] / mean)) : 0;
    work.effort = work.natural * (1 + uplift * pull);
    const double shown = reading[j] > 0 && held[j] > 0 ? std::min(1.0, reading[j] / held[j]) : 0;
    work.genuine = 1 - a.hollow * shown;
  }
}
