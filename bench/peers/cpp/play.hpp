// One design under one response in one world: docs/method.md, one manager and one number at a time. § are its sections.
#pragma once

#include <cstdint>

#include "seat.hpp"

/** Powers by months, once per world. */
struct Powers {
  std::vector<double> keep, delay, firm;

  Powers(const Assumptions& a, int months) {
    for (int n = 0; n <= months; n++) {
      keep.push_back(std::pow(a.keepMonth, n));
      delay.push_back(std::pow(a.delayMonth, n));
      firm.push_back(std::pow(a.firmMonth, n));
    }
  }
};

/** What is the same for all managers of a world in a month of a card (§10, §11). */
struct CardMonth {
  int length, left;
  bool opens, closes;
  double closeValue;       // D
  double forfeited;        // weight of accrued pay
  double level, variance;  // of indices, whatever the manager does
  double state[3];         // of mean relationship, satisfaction, adoption
  double now[3], later[3], held[3];
  double own[kMostActivities], readingHeld[kMostActivities];
};

class Play {
 public:
  Play(const Given& given, const World& world, const Powers& powers, const Task& task)
      : given(given), world(world), a(world.a), powers(powers), task(task), design(given.designs[task.design]) {
    meanOfDesign();
    kappa = a.effortCost * a.salary / 12;
    growth = (a.drift - a.churn * (1 - a.replaced)) / 12;
    lnReplaced = std::log(a.replaced);
    payGrowthMonth = a.payGrowth == 0 ? 1 : std::pow(1 + a.payGrowth, 1.0 / 12);
  }

  /** Plays all months of the team and writes the mean of its seats, outcome by outcome, `stride` apart. */
  void run(double* out, size_t stride) {
    std::vector<Seat> seats(given.managers);
    for (int i = 0; i < given.managers; i++)
      start(seats[i], world.seats[i]);
    CardMonth cards[kMostCards];
    for (int t = 0; t < given.months; t++) {
      for (size_t c = 0; c < design.cards.size(); c++)
        cards[c] = cardMonth(design.cards[c], t);
      for (Seat& seat : seats)
        month(seat, cards, t);
    }
    for (Seat& seat : seats)
      finish(seat);
    for (int k = 0; k < given.outcomes; k++) {
      double sum = 0;
      for (const Seat& seat : seats)
        sum += seat.sums[k];
      out[k * stride] = sum / given.managers;
    }
  }

 private:
  const Given& given;
  const World& world;
  const Assumptions& a;
  const Powers& powers;
  const Task& task;
  const Design& design;
  double contingentShare = 0, crowdingPay = 0, awardShare = 0, trainingSpend = 0, topUp = 0;
  double kappa, growth, lnReplaced, payGrowthMonth;
  Now now{};

  static constexpr double kLeastActivity = 0.05;

  int activities() const { return static_cast<int>(given.activities.size()); }
  bool looksAtScores() const { return task.response == Response::lookAhead || task.response == Response::evidence; }

  /** One month of one seat, in the method's order. */
  void month(Seat& seat, const CardMonth* cards, int t) {
    prepare(seat);
    expectRevenue(seat);
    if (!design.cards.empty())
      naturalLine(seat);
    for (size_t c = 0; c < design.cards.size(); c++) {
      open(seat, design.cards[c], seat.cards[c], cards[c], t);
      forecast(seat, design.cards[c], seat.cards[c], cards[c], t);
      if (cards[c].opens)
        foreseeTarget(design.cards[c], seat.cards[c]);
    }
    respond(seat, cards, t);
    expect(seat, cards);
    doWork(seat);
    const MonthLuck& luck = seat.luck->months[t];
    book(seat, luck);
    lose(seat, luck);
    moveAccounts(seat, luck);
    pay(seat, cards, t);
    learn(seat);
    stay(seat, luck);
    look(seat, cards, t);
    succeed(seat);
  }

  // people.hpp
  void start(Seat& seat, const SeatLuck& luck) const;
  void prepare(Seat& seat);
  void naturalLine(const Seat& seat);
  void doWork(Seat& seat);
  double achieved(double x) const;
  void learn(Seat& seat) const;
  void stay(Seat& seat, const MonthLuck& luck);
  void succeed(Seat& seat) const;

  // accounts.hpp
  void expectRevenue(Seat& seat);
  void book(const Seat& seat, const MonthLuck& luck);
  void lose(Seat& seat, const MonthLuck& luck);
  void moveAccounts(Seat& seat, const MonthLuck& luck);
  double lifetimeValueOf(const Seat& seat) const;
  double legacyOf(const Seat& seat) const;

  // scorecard.hpp
  const OutlookRow& rowOf(const Slot& slot, int t) const;
  CardMonth cardMonth(const Card& card, int t) const;
  void addIndex(CardMonth& out, const Slot& slot, const OutlookRow& row) const;
  void forecast(const Seat& seat, const Card& card, CardState& mine, const CardMonth& view, int t);
  double along(const double* held) const;
  void combineChannels(const Seat& seat, CardState& mine, const CardMonth& view, const double* toNow,
                       const double* toLater, const double* toHeld) const;
  void expect(Seat& seat, const CardMonth* cards);

  // responses.hpp
  void respond(Seat& seat, const CardMonth* cards, int t);
  void lookAhead(Seat& seat, const CardMonth* cards) const;
  double stakeOf(const Seat& seat, size_t c, double closeValue) const;
  double elsewhere(const Seat& seat, size_t c, int j) const;
  double search(const Card& card, const CardState& mine, double value, double lin, double gain) const;
  void bestEffort(Seat& seat, const double* gains) const;
  void followEvidence(Seat& seat) const;

  // planner.hpp
  void plan(Seat& seat, int t) const;
  void improve(Seat& seat, const std::array<double, 3>& worth) const;

  // rewards.hpp
  void meanOfDesign();
  void open(const Seat& seat, const Card& card, CardState& mine, const CardMonth& view, int t) const;
  double worthPerPeriod(const Reward& reward, double unit, int length) const;
  double positionFactor(const Reward& reward, const Seat& seat) const;
  void foreseeTarget(const Card& card, CardState& mine) const;
  void pay(Seat& seat, const CardMonth* cards, int t);
  void payCash(double amount, bool isAccrued);
  void payFixed(const Reward& reward);
  void takeReadings(const Seat& seat, const Card& card, CardState& mine, int t) const;
  double sampleOf(const Seat& seat, const Slot& slot, double target, const MonthLuck& luck) const;
  void close(Seat& seat, const Card& card, CardState& mine, int length, int t);
  void settle(Seat& seat, const Reward& reward, const RewardState& state, double pays);

  // outcomes.hpp
  void look(Seat& seat, const CardMonth* cards, int t) const;
  double badLuckOf(int t) const;
  void finish(Seat& seat) const;
};
