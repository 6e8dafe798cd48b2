#include "sim/cli/run_bots.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/cli/quality_option.hpp"
#include "sim/cli/setting_option.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_check.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/drill_performance.hpp"
#include "sim/records/result.hpp"
#include "sim/session/track_input.hpp"
#include "sim/strokes/statistics.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <optional>

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

    [[nodiscard]] double mean() const { return strokes::mean(totals); }

    [[nodiscard]] double spread() const {
        const auto [low, high] = std::ranges::minmax(totals);
        return high - low;
    }
};

session::Setup setup_of(const BotsOptions& options, const std::string& drill) {
    session::Setup setup;
    setup.drill = drills::read_drill(authoring::asset_named("drills", drill));
    setup.client = client::read_client(authoring::asset_named("clients", setup.drill.client));
    setup.rubric = scoring::read_rubric(authoring::asset_named("rubrics", setup.drill.rubric));
    setup.setting = setting_option(options.setting);
    return setup;
}

records::Result run(const session::Setup& setup, drills::Quality quality, std::uint64_t seed, int threads) {
    session::Session session(setup, threads);
    const std::vector<Complaint> complaints =
        drills::check_drill(setup.drill, setup.drill.id, session.anatomy(), setup.client.name);
    if (!complaints.empty()) {
        throw UserError(complaints);
    }
    const hands::StrokeTrack track =
        session::track_of(drills::perform(setup.drill, session.anatomy(), quality, seed));
    session::TrackInput input(track);
    while (!session.finished()) {
        session.step(input.frame(session.steps()));
    }
    return records::result_of(session, "inferred");
}

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

/// All runs of one student at one drill, printed or kept as they end.
Bot play(const BotsOptions& options, const session::Setup& setup, const std::string& name, Json& runs,
         std::ostream& out) {
    const drills::Quality quality = quality_option(name);
    Bot bot{.drill = setup.drill.id, .quality = name, .totals = {}};
    for (int k = 0; k < options.seeds; ++k) {
        const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(k);
        const records::Result result = run(setup, quality, seed, options.threads);
        bot.totals.push_back(result.score.total);
        bot.least_safety =
            std::min(bot.least_safety,
                     result.score.groups[static_cast<std::size_t>(scoring::Group::safety)].value_or(100));
        if (options.json) {
            runs.push_back(Json::parse(records::result_json(result)));
            runs.back()["student"] = name;
            runs.back()["seed"] = seed;
        } else {
            print_run(bot, seed, result.score, out);
        }
    }
    return bot;
}

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
    std::vector<Bot> bots;
    std::vector<std::string> drills;
    Json runs = Json::array();
    for (const std::string& drill : options.drills) {
        const session::Setup setup = setup_of(options, drill);
        drills.push_back(setup.drill.id);
        for (const std::string& name : options.qualities) {
            bots.push_back(play(options, setup, name, runs, out));
        }
    }
    if (!options.json) {
        print_table(bots, out);
    }
    bool faulty = false;
    for (const std::string& drill : drills) {
        const std::string what = fault(bots, drill);
        faulty = faulty || !what.empty();
        if (!what.empty() && !options.json) {
            out << drill << ": " << what << '\n';
        }
    }
    if (options.json) {
        out << Json{{"students", table_of(bots)}, {"runs", runs}, {"in_order", !faulty}}.dump(2) << '\n';
    }
    return faulty ? 1 : 0;
}

} // namespace tactus::cli
