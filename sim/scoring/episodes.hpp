#pragma once
/// Stretches of time in which something was above a limit. Internal to scoring.

#include "sim/strokes/contact_trace.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tactus::scoring {

/// A stretch of time in which something was above a limit.
struct Episode {
    double begin_s = 0;
    double last_s = 0; ///< last moment above
    double peak = 0;
    double limit = 0;   ///< at its begin
    double above_s = 0; ///< time above in all
    bool open = false;
};

/// Follows one quantity against one limit and keeps the episodes.
class EpisodeCounter {
public:
    /// What comes back within this time is the same episode.
    static constexpr double gap_s = 1.0;

    void take(double t_s, double value, double limit) {
        if (value <= limit) {
            return;
        }
        if (current_.open && t_s - current_.last_s > gap_s) {
            close();
        }
        if (!current_.open) {
            current_ = {.begin_s = t_s, .limit = limit, .open = true};
        }
        current_.last_s = t_s;
        current_.peak = std::max(current_.peak, value);
        current_.above_s += strokes::trace_interval_s;
    }

    std::vector<Episode> finish() {
        close();
        return std::move(episodes_);
    }

private:
    void close() {
        if (current_.open) {
            episodes_.push_back(current_);
        }
        current_.open = false;
    }

    Episode current_;
    std::vector<Episode> episodes_;
};

} // namespace tactus::scoring
