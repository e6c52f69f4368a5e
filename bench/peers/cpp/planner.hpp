// The first best: the effort of a well-informed owner (§12, planner).
#pragma once

#include "play.hpp"

/** The effort of a well-informed owner: three rounds from last month's. */
inline void Play::plan(Seat& seat, int t) const {
  for (int j = 0; j < activities(); j++) {
    if (t == 0)
      seat.work[j].effort = seat.work[j].natural;
    seat.work[j].genuine = 1;
  }
  if (seat.isVacant())
    return;
  for (int round = 0; round < 3; round++)
    improve(seat, world.channel[t]);
}

/** Marginal value as a line around the present effort; the common burden λ shares it out. */
inline void Play::improve(Seat& seat, const std::array<double, 3>& worth) const {
  double wish[kMostActivities], give[kMostActivities], least[kMostActivities];
  const double perUnit = now.theta * now.flow;
  for (int j = 0; j < activities(); j++) {
    const Activity& one = given.activities[j];
    const Work& work = seat.work[j];
    const bool isLinear = one.normal == 0 || a.diminishing == 1;
    const double x = std::max(now.theta * work.effort / one.scale, kLeastActivity);
    const double value = perUnit * (one.relationship * worth[0] + one.adoption * worth[1] + one.push * worth[2]);
    const double h = isLinear ? 1 : std::pow(x, a.diminishing - 1);
    const double harmful = one.pressing && x > 1 ? perUnit * a.pressureHarm * worth[0] / one.scale : 0;
    const double harm = harmful * (x - 1);
    const double lessening = isLinear || value <= 0 ? 0 : value * (1 - a.diminishing) * h * now.theta / (x * one.scale);
    const double bend = lessening + harmful * now.theta / one.scale;
    const double k = kappa / one.room + bend;
    wish[j] = (value * h - harm + bend * work.effort + kappa / one.room * work.natural) / k;
    give[j] = 1 / k;
    least[j] = std::max(0.5 * work.effort, kLeastActivity * one.normal);
  }
  const double chi = kappa * a.substitution;
  for (uint32_t low = 0;;) {
    double free = 0, wanted = 0, natural = 0;
    for (int j = 0; j < activities(); j++) {
      free += low >> j & 1 ? 0 : give[j];
      wanted += low >> j & 1 ? least[j] : wish[j];
      natural += seat.work[j].natural;
    }
    double burden = chi * (wanted - natural) / (1 + chi * free);
    const double excess = wanted - burden * free - a.hours;
    if (excess > 0 && free > 0)
      burden += excess / free;
    uint32_t below = 0;
    for (int j = 0; j < activities(); j++)
      if (!(low >> j & 1) && wish[j] - burden * give[j] < least[j])
        below |= 1u << j;
    low |= below;
    if (below != 0)
      continue;
    for (int j = 0; j < activities(); j++)
      seat.work[j].effort = low >> j & 1 ? least[j] : wish[j] - burden * give[j];
    return;
  }
}
