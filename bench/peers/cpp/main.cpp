// The flagship a second time, in scalar C++: plays every task of a given batch, times it and writes the outcomes.
//
// World by world, task by task, month by month, one manager after another, so that a manager's state and luck stay in
// the nearest cache. Only what the flagship uses is written: no team cards, ranks, deferred pay or other measures.
//
//   g++ -std=c++17 -O3 -o peer main.cpp
//   ./peer <folder of given> <rounds> <folder for results>
//
// Prints {"seconds":[CPU seconds of each round],"responses":{"none":[...],...}}.

#include <cstdio>
#include <ctime>
#include <map>

#include "accounts.hpp"
#include "outcomes.hpp"
#include "people.hpp"
#include "planner.hpp"
#include "reading.hpp"
#include "responses.hpp"
#include "rewards.hpp"
#include "scorecard.hpp"

namespace {

/** CPU seconds of this process: others may share the machine. */
double secondsSince(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

/** All tasks in all worlds, world by world; adds the time of each response. [task][outcome][world]. */
std::vector<double> playAll(const Given& given, std::map<std::string, double>& seconds) {
  const size_t count = given.worldCount;
  std::vector<double> out(given.tasks.size() * given.outcomes * count);
  for (size_t w = 0; w < count; w++) {
    const World& world = given.worlds[w];
    const Powers powers(world.a, given.months);
    for (size_t k = 0; k < given.tasks.size(); k++) {
      const std::clock_t start = std::clock();
      Play(given, world, powers, given.tasks[k]).run(&out[k * given.outcomes * count + w], count);
      seconds[given.tasks[k].name] += secondsSince(start);
    }
  }
  return out;
}

void writeResults(const std::string& path, const std::vector<double>& results) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(results.data()),
             static_cast<std::streamsize>(results.size() * sizeof(double)));
  if (!file)
    refuse(path + ": cannot be written");
}

void printList(const char* name, const std::vector<double>& values) {
  std::printf("\"%s\":[", name);
  for (size_t k = 0; k < values.size(); k++)
    std::printf("%s%.9g", k > 0 ? "," : "", values[k]);
  std::printf("]");
}

void run(const std::string& folder, int rounds, const std::string& results) {
  const Given given = readGiven(folder);
  std::vector<double> seconds;
  std::map<std::string, std::vector<double>> byResponse;
  for (int round = 0; round < rounds; round++) {
    std::map<std::string, double> spent;
    const std::clock_t start = std::clock();
    const std::vector<double> out = playAll(given, spent);
    seconds.push_back(secondsSince(start));
    for (const auto& [name, time] : spent)
      byResponse[name].push_back(time);
    if (round == 0)
      writeResults(results + "/results.bin", out);
  }
  std::printf("{");
  printList("seconds", seconds);
  std::printf(",\"responses\":{");
  const char* between = "";
  for (const auto& [name, times] : byResponse) {
    std::printf("%s", between);
    printList(name.c_str(), times);
    between = ",";
  }
  std::printf("}}\n");
}

}  // namespace

int main(int count, char** words) {
  if (count != 4 || std::atoi(words[2]) < 1) {
    std::fprintf(stderr, "usage: peer <folder of given> <rounds> <folder for results>\n");
    return 2;
  }
  try {
    run(words[1], std::atoi(words[2]), words[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
