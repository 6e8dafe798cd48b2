#pragma once
/// A drill as its file says, and its progress. Plain values, no TOML.

#include "sim/scoring/score.hpp"
#include "sim/scoring/task.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tactus::drills {

enum class Feedback : std::uint8_t { full, band_only, terminal, none };

struct Step {
    std::string name;        ///< "Long strokes toward the heart"
    std::string instruction; ///< one sentence the student reads
    double duration_s = 60;
    scoring::Task task;
    std::optional<Feedback> feedback; ///< where the step shows less than the drill: a blind repeat

    friend bool operator==(const Step&, const Step&) = default;
};

struct Drill {
    std::string id;        ///< file stem
    std::string catalogue; ///< number in the catalogue, "D02"; drills are listed by it; "" = none
    std::string name;
    std::string technique; ///< "Swedish", "deep tissue", "trigger point"
    std::string brief;     ///< goal in one or two sentences
    std::string client;    ///< id of the default client: the first of `clients` where there are several
    std::vector<std::string> clients; ///< whom it can be done with; empty = `client` alone
    std::string rubric = "default";
    Feedback feedback = Feedback::full;
    bool kiosk = false; ///< score shown as 1-5 stars, no fail screen
    bool interview =
        false; ///< before the first step the client is interviewed, prepared, and a decision taken
    int cards =
        0; ///< of a carousel: so many of the clients, drawn by lot, each a run of its own; 0 = one run
    double card_s = 0; ///< time for the interview of a card, seconds; 0 without cards
    std::array<double, scoring::group_count> weights{}; ///< sum 100; 0 = not measured
    std::vector<Step> steps;

    /// Sum of its steps, seconds.
    [[nodiscard]] double duration_s() const;

    friend bool operator==(const Drill&, const Drill&) = default;
};

/// What a step shows: never more than the drill is run with.
Feedback feedback_of(const Step& step, Feedback drill);

/// Where a run stands. Steps follow one another by time.
struct Progress {
    int step = 0;           ///< index of the step under way; the last one when finished
    double step_left_s = 0; ///< of that step
    double left_s = 0;      ///< of the drill
    bool finished = false;
};

/// t_s: scored time since the drill began, pauses left out. The drill has at least one step. Pure.
Progress progress_at(const Drill& drill, double t_s);

} // namespace tactus::drills
