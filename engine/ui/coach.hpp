#pragma once
/// One sentence at a time: the next thing to do, from the snapshot against the step's task. At most twelve
/// words, at most one change each six seconds of simulated time; only what harms is said at once.

#include "engine/ui/run_view.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tactus::ui {

inline constexpr double coach_interval_s = 6;
inline constexpr int coach_words = 12;

/// What has been going on for long enough to be worth saying.
struct CoachWindow {
    double too_hard_s = 0;
    double too_light_s = 0;
    double too_fast_s = 0;
    double too_slow_s = 0;
    double no_contact_s = 0;
    double still_s = 0; ///< pressing without moving where strokes are asked
};

class Coach {
public:
    /// Call once a frame; time is the snapshot's.
    void update(const RunView& view);

    [[nodiscard]] std::string_view sentence() const { return sentence_; }

private:
    void watch(const RunView& view, double elapsed_s);

    CoachWindow window_;
    std::string sentence_;
    double said_at_s_ = -1e9;
    double last_s_ = 0;
    int breaks_seen_ = 0;
};

/// The most pressing advice now; nullopt = all is well. breaks: contact breaks since the coach last spoke of
/// them.
std::optional<std::string> advice(const RunView& view, const CoachWindow& window, int breaks);

/// Where of the step's zone too little was done: "the left side", "the lower back"; empty = nowhere in
/// particular.
std::string untouched_part(const RunView& view);

} // namespace tactus::ui
