// Scorecards: outlook, forecast of a score and what managers expect of it (§10, §11, §13).
#pragma once

#include "play.hpp"

inline const OutlookRow& Play::rowOf(const Slot& slot, int t) const {
  return world.outlooks[slot.outlook][given.outlooks[slot.outlook].rowOf[t]];
}

inline CardMonth Play::cardMonth(const Card& card, int t) const {
  CardMonth out{};
  const int start = t - t % card.period;
  const int end = std::min(start + card.period, given.months);
  out.length = end - start;
  out.left = end - t;
  out.opens = t == start;
  out.closes = t == end - 1;
  out.closeValue = a.presentBias * powers.keep[out.left];
  const double done = static_cast<double>(t - start) / out.length;
  // What closes this month is paid before anybody decides to leave, so nothing of it is forfeited.
  out.forfeited = out.left == 1 ? 0 : done * 12 * powers.delay[out.left] / std::max(out.left, 6);
  const double rater = card.judged * a.raterNoise;
  out.level = card.isTightened ? -task.shift : 0;
  out.variance = rater * rater * 12 / out.length;
  for (const Slot& slot : card.slots)
    if (slot.reads != Reads::revenue)
      addIndex(out, slot, rowOf(slot, t));
  return out;
}

/** An index: what is expected to be read, and for readings of activity what each unit of it adds. */
inline void Play::addIndex(CardMonth& out, const Slot& slot, const OutlookRow& row) const {
  const double weight = slot.weight;
  out.level += weight * row.level;
  out.variance += weight * weight * row.reading;
  for (int s = 0; s < 3; s++) {
    out.state[s] += weight * row.state[s];
    out.now[s] += weight * row.now[s];
    out.later[s] += weight * row.later[s];
    out.held[s] += weight * row.held[s];
  }
  if (slot.reads != Reads::activity)
    return;
  const double unit = weight * a.compression;
  out.level -= unit * row.rest * (1 + (given.reporting < 0 ? 0 : a.boxTicking));
  for (int j = 0; j < activities(); j++) {
    const double load = slot.load[j] + (j == given.reporting ? a.boxTicking / given.activities[j].normal : 0);
    out.own[j] += unit * load * row.month;
    out.readingHeld[j] += unit * load * row.rest;
  }
}

/** The score natural effort leads to, its uncertainty, and what a unit of each activity adds. */
inline void Play::forecast(const Seat& seat, const Card& card, CardState& mine, const CardMonth& view, int t) {
  double base = view.level + view.state[0] * seat.meanRelationship + view.state[1] * seat.meanSatisfaction +
                view.state[2] * seat.meanAdoption + along(view.held);
  double variance = view.variance;
  double toNow[3], toLater[3], toHeld[3];
  for (int c = 0; c < 3; c++) {
    toNow[c] = view.now[c];
    toLater[c] = view.later[c];
    toHeld[c] = view.held[c];
  }
  for (size_t k = 0; k < card.slots.size(); k++) {
    const Slot& slot = card.slots[k];
    const SlotState& state = mine.slots[k];
    const int samples = given.outlooks[slot.outlook].samples[t];
    base += slot.weight * (samples > 0 ? state.sum / samples : state.sample);
    if (slot.reads != Reads::revenue)
      continue;
    const OutlookRow& row = rowOf(slot, t);
    const double run = slot.weight * now.flow / state.target;
    base += run * (row.level + row.state[0] * now.shareRelationship + row.state[1] * now.shareSatisfaction +
                   row.state[2] * now.shareAdoption + row.state[3] * now.sharePulled + row.state[4] * now.shareBoost +
                   along(row.held));
    variance += run * run * (row.accounts * now.concentration + row.market);
    for (int c = 0; c < 3; c++) {
      toNow[c] += run * row.now[c];
      toLater[c] += run * row.later[c];
      toHeld[c] += run * row.held[c];
    }
  }
  for (int j = 0; j < activities(); j++)
    base += view.readingHeld[j] * seat.work[j].natural;
  mine.base = base;
  mine.spread = std::max(std::sqrt(variance), 1e-3);
  if (looksAtScores())
    combineChannels(seat, mine, view, toNow, toLater, toHeld);
}

inline double Play::along(const double* held) const {
  return held[0] * now.naturalRelationship + held[1] * now.naturalAdoption + held[2] * now.naturalPush;
}

/** From channels to activities: o, h, r, l and E. */
inline void Play::combineChannels(const Seat& seat, CardState& mine, const CardMonth& view, const double* toNow,
                                  const double* toLater, const double* toHeld) const {
  for (int j = 0; j < activities(); j++) {
    const Activity& one = given.activities[j];
    const Work& work = seat.work[j];
    const double harm = one.pressing && work.usual > 1 ? a.pressureHarm * (work.usual - 1) / one.scale : 0;
    const double r = now.theta * (work.slope * one.relationship - harm);
    const double q = now.theta * work.slope * one.adoption;
    const double f = now.theta * work.slope * one.push;
    Effect& effect = mine.effects[j];
    effect.own = view.own[j];
    effect.readingHeld = view.readingHeld[j];
    effect.results = r * toNow[0] + q * toNow[1] + f * toNow[2];
    effect.later = r * toLater[0] + q * toLater[1] + f * toLater[2];
    effect.held = view.readingHeld[j] + work.genuine * (r * toHeld[0] + q * toHeld[1] + f * toHeld[2]);
  }
}

/** What managers expect after choosing. */
inline void Play::expect(Seat& seat, const CardMonth* cards) {
  now.rewardUtility = now.payVariance = now.accruedPay = 0;
  now.expectedPay = a.salary + topUp;
  for (size_t c = 0; c < design.cards.size(); c++) {
    CardState& mine = seat.cards[c];
    mine.forecast = mine.base;
    if (looksAtScores() && !seat.isVacant())
      for (int j = 0; j < activities(); j++)
        mine.forecast += mine.effects[j].held * (seat.work[j].effort - seat.work[j].natural);
    const double yearly = 12.0 / cards[c].length;
    double risk = 0;
    for (size_t r = 0; r < design.cards[c].rewards.size(); r++) {
      const Reward& reward = design.cards[c].rewards[r];
      const RewardState& state = mine.rewards[r];
      const Foreseen seen = foresee(reward.curve, mine.forecast, mine.spread);
      now.rewardUtility += yearly * state.current * seen.pay;
      now.accruedPay += cards[c].forfeited * state.current * seen.pay;
      now.expectedPay += yearly * state.payAtTarget * (reward.kind == Kind::raise ? 3 * state.unit : state.worth);
      risk += state.current * seen.slope * mine.spread;
    }
    now.payVariance += yearly * risk * risk;
  }
}
