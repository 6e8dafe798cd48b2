#include "sim/cli/confusion.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/stroke_recipe.hpp"
#include "sim/hands/stroke_file.hpp"
#include "sim/scoring/rubric.hpp"
#include "sim/session/session.hpp"
#include "sim/session/track_input.hpp"
#include "sim/strokes/recognition.hpp"

#include <algorithm>
#include <iomanip>
#include <map>
#include <string>
#include <vector>

namespace tactus::cli {
namespace {

using Order = std::vector<const drills::Recipe*>;

/// A drill long enough for ten bouts; only its clock counts here.
constexpr std::string_view clock_drill = "trigger-release";
constexpr std::size_t bouts_a_run = 10;

session::Setup setup() {
    session::Setup setup;
    setup.drill = drills::read_drill(authoring::asset_named("drills", std::string(clock_drill)));
    setup.client = client::read_client(authoring::asset_named("clients", setup.drill.client));
    setup.rubric = scoring::read_rubric(authoring::asset_named("rubrics", setup.drill.rubric));
    setup.setting = tissue::Setting::half;
    return setup;
}

/// What the bouts of one run were taken for, in order.
std::vector<strokes::Recognised> run(const Order& order, drills::Quality quality, std::uint64_t seed,
                                     int threads) {
    session::Session session(setup(), threads);
    const auto& skin = session.anatomy().skin;
    const auto rows = drills::perform_routine(
        order, quality, seed, {.across_m = skin.half_biacromial_m, .along_m = skin.spine_length_m});
    const hands::StrokeTrack track =
        hands::parse_strokes(drills::write_strokes(rows, "confusion"), "confusion");
    session::TrackInput input(track);
    while (!session.finished() && session.time_s() < track.duration_s() + 0.5) {
        session.step(input.frame(session.steps()));
    }
    return strokes::recognise(session.trace().samples);
}

std::vector<Order> orders() {
    std::vector<Order> all;
    for (const drills::Recipe& recipe : drills::recipes()) {
        if (all.empty() || all.back().size() == bouts_a_run) {
            all.emplace_back();
        }
        all.back().push_back(&recipe);
    }
    return all;
}

void print(std::string_view quality, const std::map<std::string, std::map<std::string, int>>& taken,
           std::ostream& out) {
    int right = 0;
    int all = 0;
    out << quality << ":\n";
    for (const drills::Recipe& recipe : drills::recipes()) {
        out << "  " << std::left << std::setw(24) << recipe.name;
        const auto row = taken.find(std::string(recipe.name));
        if (row != taken.end()) {
            for (const auto& [name, count] : row->second) {
                out << ' ' << name << ' ' << count;
                all += count;
                right += name == recipe.name ? count : 0;
            }
        }
        out << '\n';
    }
    out << "  right: " << right << " of " << all << ", " << std::fixed << std::setprecision(1)
        << 100.0 * right / std::max(1, all) << " %\n";
}

} // namespace

int print_confusion(const ConfusionOptions& options, std::ostream& out) {
    for (const auto& [name, quality] : {std::pair(std::string_view("good"), drills::Quality::good),
                                        std::pair(std::string_view("fair"), drills::Quality::fair)}) {
        std::map<std::string, std::map<std::string, int>> taken;
        for (int k = 0; k < options.seeds; ++k) {
            for (const Order& order : orders()) {
                const auto seen =
                    run(order, quality, options.seed + 100 * static_cast<std::uint64_t>(k), options.threads);
                for (std::size_t bout = 0; bout < order.size(); ++bout) {
                    const bool split = seen.size() != order.size();
                    const std::string answer =
                        split ? "(bouts not parted)" : std::string(seen[bout].technique);
                    ++taken[std::string(order[bout]->name)][answer];
                }
            }
        }
        print(name, taken, out);
    }
    return 0;
}

} // namespace tactus::cli
