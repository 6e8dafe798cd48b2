#include "sim/cli/run_bots.hpp"

#include "sim/cli/bot_runs.hpp"
#include "sim/cli/quality_option.hpp"
#include "sim/cli/setting_option.hpp"
#include "sim/strokes/statistics.hpp"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

namespace tactus::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr double novice_below = 60;
constexpr double expert_above = 85;

/// One student's runs of one drill.
struct Bot {
    std::string drill;
    std::string quality;
    std::vector<double> totals;
    double least_safety = 100;

    void take(const scoring::Score& score) {
        totals.push_back(score.total);
        const auto& safety = score.groups[static_cast<std::size_t>(scoring::Group::safety)];
        least_safety = std::min(least_safety, safety.value_or(100));
    }

    [[nodiscard]] double mean() const { return strokes::mean(totals); }

    [[nodiscard]] double spread() const {
        const auto [low, high] = std::ranges::minmax(totals);
        return high - low;
    }
};

/// "long-lines expert 1: 92 (pressure 95, flow 90, ...)"
void print_run(const Bot& bot, std::uint64_t seed, const scoring::Score& score, std::ostream& out) {
    out << bot.drill << ' ' << bot.quality << ' ' << seed << ": " << std::fixed << std::setprecision(1)
        << score.total << " (";
    const char* between = "";
    for (int g = 0; g < scoring::group_count; ++g) {
        if (const auto& marks = score.groups[static_cast<std::size_t>(g)]) {
            out << between << scoring::group_name(static_cast<scoring::Group>(g)) << ' ' << *marks;
            between = ", ";
        }
    }
    out << ')';
    for (const scoring::Critical& critical : score.critical) {
        out << " CRITICAL " << critical.what;
    }
    out << "\n" << std::flush;
    for (const scoring::Reason& reason : score.reasons) {
        out << "    -" << reason.marks_lost << ' ' << reason.what << '\n';
    }
    out << std::flush;
}

const Bot* find(const std::vector<Bot>& bots, const std::string& drill, std::string_view quality) {
    const auto found = std::ranges::find_if(
        bots, [&](const Bot& bot) { return bot.drill == drill && bot.quality == quality; });
    return found == bots.end() ? nullptr : &*found;
}

/// What is wrong with how a drill marks its students; "" = nothing.
std::string fault(const std::vector<Bot>& bots, const std::string& drill) {
    const Bot* ideal = find(bots, drill, "ideal");
    if (ideal != nullptr && ideal->least_safety < 100) {
        return "the ideal student is not safe";
    }
    const Bot* novice = find(bots, drill, "novice");
    const Bot* middle = find(bots, drill, "middle");
    const Bot* expert = find(bots, drill, "expert");
    const bool in_order = novice == nullptr || middle == nullptr || expert == nullptr ||
                          (novice->mean() < novice_below && novice_below < middle->mean() &&
                           middle->mean() < expert_above && expert_above < expert->mean());
    return in_order ? "" : "not novice < 60 < middle < 85 < expert";
}

/// Every run that is asked for: drill by drill, student by student.
std::vector<BotRun> runs_of(const BotsOptions& options, std::span<const BotDrill> drills) {
    std::vector<BotRun> runs;
    for (const BotDrill& drill : drills) {
        for (const std::string& student : options.qualities) {
            for (int k = 0; k < options.seeds; ++k) {
                runs.push_back({.drill = &drill,
                                .student = student,
                                .quality = quality_option(student),
                                .seed = options.seed + static_cast<std::uint64_t>(k)});
            }
        }
    }
    return runs;
}

/// Runs come student by student: the last bot, or a new one.
Bot& bot_of(std::vector<Bot>& bots, const BotRun& run) {
    const std::string& drill = run.drill->setup.drill.id;
    if (bots.empty() || bots.back().drill != drill || bots.back().quality != run.student) {
        bots.push_back({.drill = drill, .quality = run.student, .totals = {}});
    }
    return bots.back();
}

Json json_of(const BotRun& run, const records::Result& result) {
    Json json = Json::parse(records::result_json(result));
    json["student"] = run.student;
    json["seed"] = run.seed;
    return json;
}

int threads_of_the_machine() { return static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }

Json table_of(const std::vector<Bot>& bots) {
    Json table = Json::array();
    for (const Bot& bot : bots) {
        table.push_back({{"drill", bot.drill},
                         {"student", bot.quality},
                         {"runs", bot.totals.size()},
                         {"mean", bot.mean()},
                         {"spread", bot.spread()},
                         {"least_safety", bot.least_safety}});
    }
    return table;
}

void print_table(const std::vector<Bot>& bots, std::ostream& out) {
    for (const Bot& bot : bots) {
        out << bot.drill << ' ' << bot.quality << ": mean " << bot.mean() << ", spread " << bot.spread()
            << ", safety at least " << bot.least_safety << '\n';
    }
}

} // namespace

int run_bots(const BotsOptions& options, std::ostream& out) {
    std::vector<BotDrill> drills;
    for (const std::string& drill : options.drills) {
        drills.push_back(bot_drill(drill, setting_option(options.setting)));
    }
    std::vector<Bot> bots;
    Json runs = Json::array();
    const int at_a_time = options.threads > 0 ? options.threads : threads_of_the_machine();
    play_runs(runs_of(options, drills), {.at_a_time = at_a_time, .progress = std::cerr},
              [&](const BotRun& run, const records::Result& result) {
                  Bot& bot = bot_of(bots, run);
                  bot.take(result.score);
                  if (options.json) {
                      runs.push_back(json_of(run, result));
                  } else {
                      print_run(bot, run.seed, result.score, out);
                  }
              });
    if (!options.json) {
        print_table(bots, out);
    }
    bool faulty = false;
    for (const BotDrill& drill : drills) {
        const std::string what = fault(bots, drill.setup.drill.id);
        faulty = faulty || !what.empty();
        if (!what.empty() && !options.json) {
            out << drill.setup.drill.id << ": " << what << '\n';
        }
    }
    if (options.json) {
        out << Json{{"students", table_of(bots)}, {"runs", runs}, {"in_order", !faulty}}.dump(2) << '\n';
    }
    return faulty ? 1 : 0;
}

} // namespace tactus::cli
