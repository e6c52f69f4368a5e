// What every implementation is given (bench/README.md), kept world by world.
#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

constexpr int kMostActivities = 12;
constexpr int kMostAccounts = 8;
constexpr int kMostReadings = 8;
constexpr int kMostSlots = 12;
constexpr int kMostRewards = 2;
constexpr int kMostCards = 2;

[[noreturn]] inline void refuse(const std::string& what) { throw std::runtime_error(what); }

struct Activity {
  std::string name;
  double normal, relationship, adoption, push, appeal, exSales, room;
  double scale;  // what effort is divided by to give an index
  bool pressing, reporting;
};

/** What a measure is read off. Other measures than the flagship's are refused by name. */
enum class Reads { revenue, satisfaction, activity };

struct Slot {
  Reads reads;
  double weight, noise, stretch;
  int cadence;
  bool isRebased;
  int outlook;                               // index of its outlook
  int reading;                               // index of its readings on the tape, activity only
  std::array<double, kMostActivities> load;  // per FTE, activity only
};

struct Knot {
  double at, jump, kink;
};

struct Curve {
  double base, rate, threshold, cap;
  std::vector<Knot> knots;
};

enum class Kind { cash, raise, award, development, salary };

struct Band {
  double from, factor;
};

struct Reward {
  Kind kind;
  double money, ofSalary, ofRevenue;  // EUR/year, share of salary, share of revenue
  double appeal;                      // award
  double midpoint;                    // raise: of salary
  std::vector<Band> bands;            // raise: merit matrix
  Curve curve;
};

struct Card {
  int period;
  bool isTightened;
  double judged;
  std::vector<Slot> slots;
  std::vector<Reward> rewards;
};

struct Design {
  std::string name;
  double monitoring;
  std::vector<Card> cards;
  std::vector<Reward> fixed;
};

enum class Response { none, lookAhead, evidence, planner };

struct Task {
  int design;
  Response response;
  std::string name;
  double scale, shift;
};

/** One month of one manager's luck. */
struct MonthLuck {
  float growth[kMostAccounts], orders[kMostAccounts], breaking[kMostAccounts], rapport[kMostAccounts];
  float survey, rater, parting;
  float readings[kMostReadings];
};

struct SeatLuck {
  std::vector<MonthLuck> months;
  std::vector<float> talent, background;  // by hire
  float startSize[kMostAccounts];
};

/** §10: a row of an outlook, in the order of the given table. */
struct OutlookRow {
  double level;
  double now[3], later[3], held[3];  // through relationship, adoption, push
  double state[5];                   // relationship, satisfaction, adoption, pulled, boost
  double market, accounts, reading;
  double rest, month;
};
static_assert(sizeof(OutlookRow) == 20 * sizeof(double), "a row of the table is twenty numbers");

/** How a measure may still be moved: by situation, and which situation a month is. The same in every world. */
struct Outlook {
  int rows;
  bool followsAccounts;
  std::vector<int> rowOf, samples;
};

/** Assumptions of one world by their code names. */
struct Assumptions {
  // clang-format off
#define RL_ASSUMPTIONS(X) \
  X(salary) X(onCosts) X(hiring) X(firmDiscount) X(accountRevenue) X(margin) X(concession) X(churn) X(churnSlope) \
  X(replaced) X(relationFade) X(adoptionFade) X(lag) X(relationYield) X(adoptionYield) X(pulled) X(payback) \
  X(drift) X(ramp) X(cover) X(diminishing) X(effortCost) X(substitution) X(hours) X(leastEffort) X(hollow) \
  X(pressureHarm) X(training) X(developmentUnit) X(crowding) X(support) X(freshnessBack) X(quits) X(quitSlope) \
  X(riskAversion) X(handcuff) X(handover) X(vacancy) X(abilitySpread) X(attraction) X(sorting) X(presentBias) \
  X(rebase) X(lossAversion) X(payGrowth) X(raterNoise) X(compression) X(boxTicking) X(readingNoise) X(surveyNoise) \
  X(perceived) X(valueFloor) X(awardPower) X(habituation) X(cashUplift) X(awardUplift) X(keepMonth) X(delayMonth) \
  X(stayMonth) X(firmMonth)
// clang-format on
#define RL_FIELD(name) double name;
  RL_ASSUMPTIONS(RL_FIELD)
#undef RL_FIELD
};

struct World {
  Assumptions a;
  std::vector<SeatLuck> seats;
  std::vector<std::vector<OutlookRow>> outlooks;  // [outlook][row]
  std::vector<std::array<double, 3>> channel;     // [month]: EUR per unit of revenue
  std::array<double, 6> legacy;                   // months of revenue: level, then by state
};

/** Outcomes in the order of the results; effort on each activity follows. */
enum Outcome {
  netValue,
  accountValue,
  rewardSpend,
  otherCost,
  effortSpend,
  surplus,
  badLuck,
  revenue,
  margin,
  rewardCost,
  cashCost,
  rewardPay,
  enjoyed,
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
  push,
  closingPush,
  pulledForward,
  aboveThreshold,
  atTarget,
  atCap,
  firstActivity
};
constexpr int kMostOutcomes = firstActivity + kMostActivities;

struct Given {
  int worldCount, managers, accounts, months, outcomes;
  int reporting = -1;  // the activity that documents other work
  std::vector<Activity> activities;
  std::vector<Outlook> outlooks;
  std::vector<Design> designs;
  std::vector<Task> tasks;
  std::vector<World> worlds;
};
