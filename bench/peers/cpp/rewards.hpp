// What a design means, pay and the close (§4, §15).
#pragma once

#include "play.hpp"

/** What the design means for motivation, learning and selection. */
inline void Play::meanOfDesign() {
  double awards = 0;
  const auto add = [&](const Reward& reward, double judged) {
    const double revenue = given.accounts * a.accountRevenue;
    const double yearly = task.scale * (reward.money + reward.ofSalary * a.salary + reward.ofRevenue * revenue);
    const double form = reward.kind == Kind::cash ? 1 : reward.kind == Kind::raise ? 1.5 : 0;
    contingentShare += form * yearly / a.salary;
    crowdingPay += form * yearly / a.salary * (1 + 0.43 * judged);
    if (reward.kind == Kind::award)
      awards += yearly;
    if (reward.kind == Kind::development)
      trainingSpend += yearly;
    if (reward.kind == Kind::salary)
      topUp += yearly;
  };
  for (const Card& card : design.cards)
    for (const Reward& reward : card.rewards)
      add(reward, card.judged);
  for (const Reward& reward : design.fixed)
    add(reward, 0);
  awardShare = std::min(1.0, std::sqrt(awards / a.valueFloor));
}

/** First targets, openings and worths of a card. */
inline void Play::open(const Seat& seat, const Card& card, CardState& mine, const CardMonth& view, int t) const {
  if (t == 0)
    for (size_t k = 0; k < card.slots.size(); k++)
      if (card.slots[k].reads == Reads::revenue)
        mine.slots[k].target = card.slots[k].stretch * now.flow * (1 + growth * (card.period / 2.0));
  for (size_t r = 0; r < card.rewards.size(); r++) {
    const Reward& reward = card.rewards[r];
    RewardState& state = mine.rewards[r];
    if (view.opens) {
      const double yearly = reward.money + reward.ofSalary * a.salary + reward.ofRevenue * 12 * mine.slots[0].target;
      state.unit = task.scale * yearly * view.length / 12;
      state.perUnit = worthPerPeriod(reward, state.unit, view.length);
    }
    state.worth = state.perUnit;
    if (reward.kind == Kind::raise)
      state.worth *= positionFactor(reward, seat);
    if (reward.kind == Kind::award)
      state.worth *= seat.freshness;
    state.current = state.worth * (mine.served + view.left) / view.length;
  }
}

/** EUR. Worth of a unit of payout at the close but for the position in the pay range and freshness. */
inline double Play::worthPerPeriod(const Reward& reward, double unit, int length) const {
  if (reward.kind == Kind::cash)
    return unit;
  if (reward.kind == Kind::raise)
    return unit / 12 / (1 - a.keepMonth * payGrowthMonth);
  if (unit <= 0)
    return 0;
  const double value = a.valueFloor * std::pow(unit * 12 / length / a.valueFloor, a.awardPower);
  return reward.appeal * a.perceived * value * length / 12;
}

/** Factor of the merit matrix at the compa-ratio. */
inline double Play::positionFactor(const Reward& reward, const Seat& seat) const {
  const double compa = (a.salary + seat.raise) / (reward.midpoint * a.salary);
  double factor = reward.bands.empty() ? 1 : reward.bands[0].factor;
  for (const Band& band : reward.bands)
    if (compa >= band.from)
      factor = band.factor;
  return factor;
}

inline void Play::foreseeTarget(const Card& card, CardState& mine) const {
  for (size_t r = 0; r < card.rewards.size(); r++) {
    const Foreseen seen = foresee(card.rewards[r].curve, 1, mine.spread);
    mine.rewards[r].payAtTarget = seen.pay;
    mine.rewards[r].slopeAtTarget = seen.slope;
  }
}

inline void Play::pay(Seat& seat, const CardMonth* cards, int t) {
  now.paid = now.enjoyed = now.accrued = now.spent = 0;
  if (!seat.isVacant()) {
    payCash(seat.raise / 12, false);
    seat.raise *= payGrowthMonth;
    for (const Reward& reward : design.fixed)
      payFixed(reward);
  }
  if (task.response == Response::planner)
    payCash(now.effortCost, true);
  for (size_t c = 0; c < design.cards.size(); c++) {
    takeReadings(seat, design.cards[c], seat.cards[c], t);
    if (cards[c].closes)
      close(seat, design.cards[c], seat.cards[c], cards[c].length, t);
  }
}

inline void Play::payCash(double amount, bool isAccrued) {
  const double cost = amount * (1 + a.onCosts);
  now.paid += amount;
  now.spent += cost;
  if (isAccrued)
    now.accrued += cost;
}

inline void Play::payFixed(const Reward& reward) {
  const double monthly = task.scale * (reward.money + reward.ofSalary * a.salary) / 12;
  if (reward.kind == Kind::salary)
    return payCash(monthly, true);
  now.enjoyed += 0.5 * monthly;
  now.accrued += monthly;
  now.spent += monthly;
}

inline void Play::takeReadings(const Seat& seat, const Card& card, CardState& mine, int t) const {
  for (size_t k = 0; k < card.slots.size(); k++) {
    const Slot& slot = card.slots[k];
    if (slot.reads == Reads::satisfaction && (t + 1) % slot.cadence != 0)
      continue;
    mine.slots[k].sample = sampleOf(seat, slot, mine.slots[k].target, seat.luck->months[t]);
    mine.slots[k].sum += mine.slots[k].sample;
  }
  if (!seat.isVacant())
    mine.served += 1;
}

/** This month's sample of a measure (§9). */
inline double Play::sampleOf(const Seat& seat, const Slot& slot, double target, const MonthLuck& luck) const {
  if (slot.reads == Reads::revenue)
    return now.revenue / target;
  if (slot.reads == Reads::satisfaction)
    return 1 + seat.meanSatisfaction + slot.noise * a.surveyNoise * luck.survey / std::sqrt(given.accounts);
  double read = -1;
  for (int j = 0; j < activities(); j++)
    read += slot.load[j] * seat.work[j].effort;
  const int box = given.reporting;
  const double ticked = box < 0 ? 0 : seat.work[box].effort / given.activities[box].normal - 1;
  return 1 + a.compression * (read + a.boxTicking * ticked + slot.noise * a.readingNoise * luck.readings[slot.reading]);
}

/** Score, payouts for the months served, next targets. */
inline void Play::close(Seat& seat, const Card& card, CardState& mine, int length, int t) {
  const double rater = card.judged * a.raterNoise * std::sqrt(12.0 / length);
  mine.score = rater * seat.luck->months[t].rater - (card.isTightened ? task.shift : 0);
  double reached[kMostSlots];
  for (size_t k = 0; k < card.slots.size(); k++) {
    const int samples = given.outlooks[card.slots[k].outlook].samples[t];
    reached[k] = samples > 0 ? mine.slots[k].sum / samples : mine.slots[k].sample;
    mine.score += card.slots[k].weight * reached[k];
  }
  for (size_t r = 0; r < card.rewards.size(); r++)
    settle(seat, card.rewards[r], mine.rewards[r], payout(card.rewards[r].curve, mine.score) * mine.served / length);
  for (size_t k = 0; k < card.slots.size(); k++) {
    mine.slots[k].sum = 0;
    if (card.slots[k].reads != Reads::revenue)
      continue;
    const double learnt = card.slots[k].isRebased ? a.rebase * (reached[k] - 1) : 0;
    mine.slots[k].target *= (1 + learnt) * (1 + growth * length);
  }
  mine.served = 0;
}

/** Turns a payout into money, a raise or an award. */
inline void Play::settle(Seat& seat, const Reward& reward, const RewardState& state, double pays) {
  const double amount = state.unit * pays;
  if (reward.kind == Kind::cash) {
    payCash(amount, true);
  } else if (reward.kind == Kind::raise) {
    const double raise = amount * positionFactor(reward, seat);
    seat.raise += raise;
    now.accrued += raise / 12 * (1 + a.onCosts) / (1 - a.firmMonth * a.stayMonth * payGrowthMonth);
  } else {
    now.enjoyed += state.worth * pays;
    now.accrued += amount;
    now.spent += amount;
    if (state.unit > 0)
      seat.freshness *= 1 - a.habituation * std::min(1.0, pays);
  }
}
