#include "sim/scoring/press_test.hpp"

#include <algorithm>

namespace tactus::scoring {
namespace {

// Facts 5.6: points a newton below which the pain does not follow the load, and from which on it is a
// muscle's.
constexpr double not_following = 0.02;
constexpr double following = 0.08;
/// Of the forces: with less the slope would be that of the client's mood.
constexpr double least_spread_n = 4;

std::string slope_words(double slope) {
    return slope < not_following ? "does not follow the hand"
           : slope >= following  ? "follows the hand, as a muscle's does"
                                 : "follows the hand a little";
}

} // namespace

std::optional<double> pain_slope(std::span<const PressReply> replies) {
    if (replies.size() < 2) {
        return std::nullopt;
    }
    const auto count = static_cast<double>(replies.size());
    double force_n = 0;
    double points = 0;
    for (const PressReply& reply : replies) {
        force_n += reply.force_n / count;
        points += reply.points / count;
    }
    double spread = 0;
    double together = 0;
    for (const PressReply& reply : replies) {
        spread += (reply.force_n - force_n) * (reply.force_n - force_n);
        together += (reply.force_n - force_n) * (reply.points - points);
    }
    return spread < least_spread_n * least_spread_n ? std::nullopt : std::optional(together / spread);
}

std::vector<PressReply> press_replies(const MarkedRun& run) {
    std::vector<PressReply> replies;
    if (run.client.conduct == nullptr) {
        return replies;
    }
    for (const MarkedTask& task : run.tasks) {
        if (!task.task.press_test) {
            continue;
        }
        const auto& all = run.client.conduct->replies;
        const auto last = std::find_if(all.rbegin(), all.rend(), [&](const client::Conduct::Reply& reply) {
            return reply.t_s >= task.begin_s && reply.t_s < task.end_s &&
                   reply.force_n >= 0.5F * task.task.force_n->low;
        });
        if (last != all.rend()) {
            replies.push_back({static_cast<double>(last->force_n), static_cast<double>(last->points)});
        }
    }
    return replies;
}

std::optional<Mark> press_test_mark(const MarkedRun& run, Measures& measures) {
    const auto asked = static_cast<double>(
        std::ranges::count_if(run.tasks, [](const MarkedTask& task) { return task.task.press_test; }));
    if (asked == 0) {
        return std::nullopt;
    }
    const std::vector<PressReply> replies = press_replies(run);
    const auto made = static_cast<double>(replies.size());
    Mark mark{.measure = "press_test",
              .share = run.rubric.decision,
              .marks = 100 * made / asked,
              .value = made,
              .target = asked};
    mark.what = "The client was asked in " + rounded(made) + " of " + rounded(asked) + " presses";
    mark.advice = "Press the same place with each force, hold, and ask for the number in the hold.";
    measures["presses_asked"] = made;
    if (const auto slope = pain_slope(replies)) {
        measures["pain_slope_per_n"] = *slope;
        mark.what += "; the pain " + slope_words(*slope) + " (" + rounded(*slope, 3) + " points a newton)";
    }
    mark.what += ".";
    return mark;
}

} // namespace tactus::scoring
