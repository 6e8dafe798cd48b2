#include "sim/records/attempt.hpp"

#include "sim/records/content_hash.hpp"
#include "sim/records/digest.hpp"
#include "sim/records/result.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace tactus::records {
namespace {

constexpr double wall_pace_needed = 0.98; // architecture.md: slower for a second is practice

std::string why_practice(const replay::Ending& ending) {
    if (ending.graded) {
        return {};
    }
    return ending.sim_per_wall < wall_pace_needed ? "slow machine" : "practice";
}

constexpr std::array<std::string_view, 4> feedback_names{"full", "band_only", "terminal", "none"};

} // namespace

std::string feedback_name(drills::Feedback feedback) {
    return std::string(feedback_names[static_cast<std::size_t>(feedback)]);
}

drills::Feedback feedback_named(std::string_view name) {
    const auto* const found = std::ranges::find(feedback_names, name);
    return found == feedback_names.end() ? drills::Feedback::full
                                         : static_cast<drills::Feedback>(found - feedback_names.begin());
}

Attempt attempt_of(const replay::Recording& recording, std::string digest, const RunFacts& facts) {
    const session::Setup& setup = recording.setup;
    const replay::Ending& ending = recording.ending;
    Attempt attempt{.id = {},
                    .digest = std::move(digest),
                    .profile = {},
                    .student = facts.student,
                    .drill = setup.drill.id,
                    .drill_name = setup.drill.name,
                    .drill_hash = records::drill_hash(setup.drill),
                    .rubric = setup.rubric.id,
                    .rubric_hash = records::rubric_hash(setup.rubric),
                    .client = setup.client.id,
                    .client_name = setup.client.name,
                    .started_at_unix_s = recording.origin.started_at_unix_s,
                    .duration_s = recording.duration_s(),
                    .score = ending.score_total,
                    .groups = {},
                    .passed = ending.passed,
                    .grade = facts.grade,
                    .graded = ending.graded,
                    .practice = facts.practice.empty() ? why_practice(ending) : facts.practice,
                    .feedback = feedback_name(setup.drill.feedback),
                    .force_source = recording.origin.force_source,
                    .setting = std::string(tissue::setting_name(setup.setting)),
                    .sim_version = recording.origin.sim_version,
                    .state_hash = hash_text(ending.state)};
    for (std::size_t k = 0; k < std::min(attempt.groups.size(), ending.score_groups.size()); ++k) {
        if (ending.score_groups[k] >= 0) {
            attempt.groups[k] = ending.score_groups[k];
        }
    }
    return attempt;
}

std::string recording_name(const Attempt& attempt) {
    // The drill's id comes from a file that somebody may have made up: no way out of the folder.
    return std::filesystem::path(attempt.drill).filename().string() + "-" + attempt.digest.substr(0, 12) +
           ".tactus";
}

} // namespace tactus::records
