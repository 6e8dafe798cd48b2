/// What a score owes to the rates of display and device and to the solver's setting: one motion of a
/// simulated student, through the path that a device's samples take. score_rates DRILL [QUALITY]: a table,
/// and 1 when two scores of it lie more than a point apart.

#include "sim/authoring/user_error.hpp"
#include "sim/drills/drill_performance.hpp"
#include "tests/scenes/rated_hand.hpp"
#include "tests/scenes/recordings.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

using namespace tactus;

namespace {

constexpr double allowed_points = 1;

void print(const char* setting, const scenes::Rates& rates, const scoring::Score& score) {
    std::printf("%-9s %4.0f pictures/s %5.0f samples/s: %6.2f (", setting, rates.pictures_hz,
                rates.samples_hz, score.total);
    const char* between = "";
    for (int group = 0; group < scoring::group_count; ++group) {
        if (const auto& marks = score.groups[static_cast<std::size_t>(group)]) {
            std::printf("%s%s %.1f", between,
                        std::string(scoring::group_name(static_cast<scoring::Group>(group))).c_str(), *marks);
            between = ", ";
        }
    }
    std::printf(")\n");
    std::fflush(stdout);
}

int run(const std::string& drill, const std::string& quality) {
    session::Setup setup = scenes::shipped_setup(drill);
    const auto anatomy = std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(setup.client.body, setup.client.trigger_points));
    const auto known = drills::quality_named(quality);
    if (!known) {
        throw UserError(Complaint{quality, "is no student", "name expert, middle or novice"});
    }
    const hands::StrokeTrack track = session::track_of(drills::perform(setup.drill, *anatomy, *known, 1));
    double lowest = 1e9;
    double highest = -1e9;
    const auto score = [&](const char* name, const scenes::Rates& rates) {
        setup.setting = *tissue::setting_named(name);
        const scoring::Score scored = scenes::score_at(setup, anatomy, track, rates);
        print(name, rates, scored);
        lowest = std::min(lowest, scored.total);
        highest = std::max(highest, scored.total);
    };
    for (const double pictures_hz : {30.0, 60.0, 144.0}) {
        for (const double samples_hz : {60.0, 125.0, 1000.0}) {
            score("half", {.pictures_hz = pictures_hz, .samples_hz = samples_hz});
        }
    }
    score("standard", {});
    score("fine", {});
    std::printf("apart by at most %.2f points\n", highest - lowest);
    return highest - lowest <= allowed_points ? 0 : 1;
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fprintf(stderr, "score_rates: needs a drill; score_rates DRILL [expert|middle|novice]\n");
        return 2;
    }
    try {
        return run(words[1], count > 2 ? words[2] : "expert");
    } catch (const UserError& error) {
        std::fprintf(stderr, "score_rates: %s\n", error.what());
        return 2;
    }
}
