// Reads what is given from its folder, outside the timing. Whatever this program does not know is refused by name.
#pragma once

#include "given.hpp"
#include "json.hpp"

namespace {

template <typename Number>
std::vector<Number> array(const std::string& folder, const Json& given, const std::string& name, size_t length) {
  std::ifstream file(folder + "/" + given["arrays"][name]["file"].text(), std::ios::binary);
  std::vector<Number> out(length);
  file.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(length * sizeof(Number)));
  if (!file || file.peek() != std::ifstream::traits_type::eof())
    refuse(name + ": not of the length given.json says");
  return out;
}

inline int indexOf(const std::vector<Json>& names, const std::string& name) {
  for (size_t k = 0; k < names.size(); k++)
    if (names[k].text() == name)
      return static_cast<int>(k);
  return -1;
}

inline Activity activity(const Json& one) {
  const double normal = one["normal"].number();
  return {one["name"].text(),           normal,
          one["relationship"].number(), one["adoption"].number(),
          one["push"].number(),         one["appeal"].number(),
          one["exSales"].number(),      one["room"].number(),
          normal > 0 ? normal : 1,      one["pressing"].flag(),
          one["reporting"].flag()};
}

inline Slot slot(const Json& one, const Json& given) {
  const std::string& name = one["measure"].text();
  Slot out{};
  out.weight = one["weight"].number();
  out.noise = one["noise"].number();
  out.stretch = one["stretch"].number();
  out.cadence = one["cadence"].whole();
  out.isRebased = one["isRebased"].flag();
  out.outlook = one["outlook"].whole();
  out.reading = indexOf(given["readings"].items(), name);
  for (const Json& measure : given["measures"].items()) {
    if (measure["name"].text() != name)
      continue;
    const std::vector<double> loads = measure["loads"].numbers();
    bool isActivity = false;
    for (size_t j = 0; j < loads.size(); j++) {
      out.load[j] = loads[j];
      isActivity = isActivity || loads[j] != 0;
    }
    if (name == "account revenue")
      out.reads = Reads::revenue;
    else if (name == "customer satisfaction")
      out.reads = Reads::satisfaction;
    else if (isActivity && out.reading >= 0)
      out.reads = Reads::activity;
    else
      refuse(name + ": a measure this program does not know");
  }
  return out;
}

inline Kind kindOf(const std::string& name) {
  if (name == "cash bonus")
    return Kind::cash;
  if (name == "salary increase")
    return Kind::raise;
  if (name == "recognition")
    return Kind::award;
  if (name == "development")
    return Kind::development;
  if (name == "salary top-up")
    return Kind::salary;
  refuse(name + ": a reward this program does not know");
}

inline Reward reward(const Json& one) {
  const Json& amount = one["amount"];
  Reward out{};
  out.kind = kindOf(one["kind"].text());
  out.money = amount["money"].number();
  out.ofSalary = amount["ofSalary"].number();
  out.ofRevenue = amount["ofRevenue"].number();
  const std::vector<double> numbers = one["numbers"].numbers();
  if (out.kind == Kind::cash && (numbers[0] != 0 || numbers[1] != 0))
    refuse("deferred or late pay is not written here");
  if (out.kind == Kind::award)
    out.appeal = numbers[0];
  if (out.kind == Kind::raise)
    out.midpoint = numbers[0];
  for (size_t k = 1; out.kind == Kind::raise && k + 1 < numbers.size(); k += 2)
    out.bands.push_back({numbers[k], numbers[k + 1]});
  if (!one.has("curve"))
    return out;
  const Json& curve = one["curve"];
  out.curve = {curve["base"].number(), curve["rate"].number(), curve["threshold"].number(), curve["cap"].number(), {}};
  const std::vector<double> knots = curve["knots"].numbers();
  for (size_t k = 0; k < knots.size(); k += 3)
    out.curve.knots.push_back({knots[k], knots[k + 1], knots[k + 2]});
  return out;
}

inline Design design(const Json& one, const Json& given) {
  Design out{one["name"].text(), one["monitoring"].number(), {}, {}};
  for (const Json& card : one["cards"].items()) {
    Card made{card["period"].whole(), card["isTightened"].flag(), card["judged"].number(), {}, {}};
    for (const Json& each : card["slots"].items())
      made.slots.push_back(slot(each, given));
    for (const Json& each : card["rewards"].items())
      made.rewards.push_back(reward(each));
    if (made.slots.size() > kMostSlots || made.rewards.size() > kMostRewards)
      refuse(out.name + ": too large a card");
    out.cards.push_back(made);
  }
  for (const Json& each : one["fixed"].items())
    out.fixed.push_back(reward(each));
  if (out.cards.size() > kMostCards)
    refuse(out.name + ": too many cards");
  return out;
}

inline Response responseOf(const std::string& name) {
  if (name == "none")
    return Response::none;
  if (name == "look-ahead")
    return Response::lookAhead;
  if (name == "evidence")
    return Response::evidence;
  if (name == "planner")
    return Response::planner;
  refuse(name + ": a response this program does not know");
}

/** The tape, turned from [month][account][lane] into one seat after another. */
inline void luck(Given& out, const std::string& folder, const Json& given) {
  const int lanes = out.worldCount * out.managers;
  const int hires = out.months + 2;
  const int readings = static_cast<int>(given["readings"].items().size());
  if (readings > kMostReadings)
    refuse("too many readings");
  const auto read = [&](const char* name, size_t length) { return array<float>(folder, given, name, length * lanes); };
  const size_t perAccount = static_cast<size_t>(out.months) * out.accounts;
  const auto growth = read("growth", perAccount), orders = read("orders", perAccount);
  const auto breaking = read("breaking", perAccount), rapport = read("rapport", perAccount);
  const auto survey = read("survey", out.months), rater = read("rater", out.months);
  const auto parting = read("parting", out.months), talent = read("talent", hires);
  const auto background = read("background", hires), startSize = read("startSize", out.accounts);
  const auto monthly = read("readings", static_cast<size_t>(readings) * out.months);
  for (int i = 0; i < lanes; i++) {
    SeatLuck seat;
    for (int t = 0; t < out.months; t++) {
      MonthLuck month{};
      for (int k = 0; k < out.accounts; k++) {
        const size_t at = (static_cast<size_t>(t) * out.accounts + k) * lanes + i;
        month.growth[k] = growth[at];
        month.orders[k] = orders[at];
        month.breaking[k] = breaking[at];
        month.rapport[k] = rapport[at];
      }
      const size_t at = static_cast<size_t>(t) * lanes + i;
      month.survey = survey[at];
      month.rater = rater[at];
      month.parting = parting[at];
      for (int k = 0; k < readings; k++)
        month.readings[k] = monthly[(static_cast<size_t>(k) * out.months + t) * lanes + i];
      seat.months.push_back(month);
    }
    for (int h = 0; h < hires; h++) {
      seat.talent.push_back(talent[static_cast<size_t>(h) * lanes + i]);
      seat.background.push_back(background[static_cast<size_t>(h) * lanes + i]);
    }
    for (int k = 0; k < out.accounts; k++)
      seat.startSize[k] = startSize[static_cast<size_t>(k) * lanes + i];
    out.worlds[i / out.managers].seats.push_back(seat);
  }
}

/** Assumptions, outlooks and values to the firm, world by world. */
inline void worlds(Given& out, const std::string& folder, const Json& given) {
  const size_t count = out.worldCount;
  const std::vector<Json>& names = given["assumptions"].items();
  const auto drawn = array<double>(folder, given, "worlds", names.size() * count);
  const auto channel = array<double>(folder, given, "channel", 3 * count * out.months);
  const auto legacy = array<double>(folder, given, "legacy", 6 * count);
  const auto take = [&](const char* name, size_t w) {
    const int at = indexOf(names, name);
    if (at < 0)
      refuse(std::string(name) + ": an assumption that is not given");
    return drawn[at * count + w];
  };
  for (size_t w = 0; w < count; w++) {
    World& world = out.worlds[w];
#define RL_TAKE(name) world.a.name = take(#name, w);
    RL_ASSUMPTIONS(RL_TAKE)
#undef RL_TAKE
    for (int t = 0; t < out.months; t++) {
      const double* at = &channel[3 * count * t + w];
      world.channel.push_back({at[0], at[count], at[2 * count]});
    }
    for (size_t s = 0; s < 6; s++)
      world.legacy[s] = legacy[s * count + w];
  }
  for (const Json& one : given["outlooks"].items()) {
    Outlook outlook{one["rows"].whole(), one["followsAccounts"].flag(), {}, {}};
    for (double row : one["rowOf"].numbers())
      outlook.rowOf.push_back(static_cast<int>(row));
    for (double samples : one["samples"].numbers())
      outlook.samples.push_back(static_cast<int>(samples));
    const auto table = array<double>(folder, given, one["table"].text(), outlook.rows * count * 20);
    const OutlookRow* rows = reinterpret_cast<const OutlookRow*>(table.data());
    for (size_t w = 0; w < count; w++) {
      std::vector<OutlookRow> mine;
      for (int row = 0; row < outlook.rows; row++)
        mine.push_back(rows[row * count + w]);
      out.worlds[w].outlooks.push_back(mine);
    }
    out.outlooks.push_back(outlook);
  }
}

}  // namespace

inline Given readGiven(const std::string& folder) {
  const Json given = Json::read(folder + "/given.json");
  if (given["format"].whole() != 1)
    refuse("given.json: not of format 1");
  Given out{};
  out.worldCount = given["worlds"].whole();
  out.managers = given["managers"].whole();
  out.accounts = given["accounts"].whole();
  out.months = given["months"].whole();
  for (const Json& one : given["activities"].items()) {
    out.activities.push_back(activity(one));
    const Activity& made = out.activities.back();
    if (out.reporting < 0 && made.reporting && made.normal > 0)
      out.reporting = static_cast<int>(out.activities.size()) - 1;
  }
  if (out.activities.size() > kMostActivities || out.accounts > kMostAccounts)
    refuse("too many activities or accounts");
  out.outcomes = firstActivity + static_cast<int>(out.activities.size());
  if (static_cast<int>(given["outcomes"].items().size()) != out.outcomes)
    refuse("given.json: other outcomes than here");
  for (const Json& one : given["designs"].items())
    out.designs.push_back(design(one, given));
  for (const Json& one : given["tasks"].items()) {
    const std::string& name = one["response"].text();
    out.tasks.push_back({one["design"].whole(), responseOf(name), name, one["scale"].number(), one["shift"].number()});
  }
  out.worlds.resize(out.worldCount);
  luck(out, folder, given);
  worlds(out, folder, given);
  return out;
}
