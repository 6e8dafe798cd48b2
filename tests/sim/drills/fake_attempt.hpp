#pragma once
/// A whole drill as a simulated student does it, on an ideal tissue: marks in a blink, to tell students apart
/// over many seeds.

#include "sim/authoring/resources.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/drill_performance.hpp"
#include "sim/scoring/evaluate.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace tactus::testing {

inline drills::Drill shipped(const std::string& id) {
    return drills::read_drill(authoring::asset_named("drills", id));
}

/// The hand of one side as its rows have it; a gap over 0.1 s is a lifted hand.
class Followed {
public:
    Followed(const std::vector<drills::PerformedRow>& rows, contact::Side side) {
        std::ranges::copy_if(rows, std::back_inserter(rows_),
                             [&](const drills::PerformedRow& row) { return row.hand == side; });
    }

    std::optional<FakeHand> at(double t_s) {
        while (next_ + 1 < rows_.size() && rows_[next_ + 1].t_s <= t_s) {
            ++next_;
        }
        if (next_ >= rows_.size() || rows_[next_].t_s > t_s || t_s - rows_[next_].t_s > 0.1) {
            return std::nullopt;
        }
        const drills::PerformedRow& row = rows_[next_];
        const auto late = static_cast<float>(t_s - row.t_s);
        const bool joined = next_ + 1 < rows_.size() && rows_[next_ + 1].t_s - row.t_s < 0.1;
        const drills::PerformedRow& then = joined ? rows_[next_ + 1] : row;
        const float share = joined ? late / static_cast<float>(then.t_s - row.t_s) : 0;
        return FakeHand{row.u + share * (then.u - row.u), row.v + share * (then.v - row.v),
                        row.force_n + share * (then.force_n - row.force_n), row.tool};
    }

private:
    std::vector<drills::PerformedRow> rows_;
    std::size_t next_ = 0;
};

/// What happened in an attempt, and what was asked.
struct FakeAttempt {
    FakeRun run;
    std::vector<scoring::TimedTask> tasks;
    int check_ins = 0;
};

/// What a client feels of a thumb of 1 N: more at the active point, as about its middle in facts 5.7.
inline float felt_of_thumb(const FakeHand& hand) {
    constexpr float beside = 0.2F;
    constexpr float at_point = 0.34F;
    constexpr float point_ends_m = 0.02F;
    const anatomy::TriggerPoint& point = test_anatomy().trigger_points.front();
    const float across_m = (hand.u - point.u) * test_anatomy().skin.half_biacromial_m;
    const float along_m = (hand.v - point.v) * test_anatomy().skin.spine_length_m;
    const float away = std::sqrt(across_m * across_m + along_m * along_m) / point_ends_m;
    return beside + (at_point - beside) * std::max(0.0F, 1 - away);
}

/// The client feels no less than a stroke.
inline FakeAttempt attempt(const drills::Drill& drill, drills::Quality quality, std::uint64_t seed) {
    constexpr float stroke_felt = 3;
    const std::vector<drills::PerformedRow> rows = drills::perform(drill, test_anatomy(), quality, seed);
    std::array followed{Followed(rows, contact::Side::left), Followed(rows, contact::Side::right)};
    FakeAttempt made;
    for (const drills::Step& step : drill.steps) {
        const double begin_s = made.tasks.empty() ? 0 : made.tasks.back().end_s;
        made.tasks.push_back({begin_s, begin_s + step.duration_s, step.task});
        while (made.run.now_s() < made.tasks.back().end_s) {
            const std::array hands{followed[0].at(made.run.now_s()), followed[1].at(made.run.now_s())};
            float felt = stroke_felt;
            for (const std::optional<FakeHand>& hand : hands) {
                const bool thumb = hand && hand->tool == contact::ToolKind::thumb;
                felt = std::max(felt, thumb ? felt_of_thumb(*hand) * hand->force_n : 0);
            }
            made.run.add(hands, std::min(felt, 10.0F));
            made.run.trace.samples.back().step = static_cast<int>(made.tasks.size()) - 1;
        }
    }
    made.check_ins = static_cast<int>(std::ranges::count(rows, "check_in", &drills::PerformedRow::event));
    return made;
}

inline scoring::Score score_of(const drills::Drill& drill, drills::Quality quality, std::uint64_t seed) {
    const FakeAttempt made = attempt(drill, quality, seed);
    scoring::ClientOutcome client;
    client.check_ins = made.check_ins;
    const scoring::Rubric rubric = scoring::read_rubric(authoring::asset_named("rubrics", drill.rubric));
    return scoring::evaluate(test_anatomy(), made.run.trace, made.tasks, {rubric, drill.weights}, client);
}

} // namespace tactus::testing
