#pragma once
/// What reached the screen, told by the count of pictures that the window was given: how old the newest one
/// is, how steadily they come. The one pulse of a kiosk that can be trusted: a process that runs and a socket
/// that answers say nothing of a screen that stands. Pure.

#include <cstdint>
#include <deque>

namespace tactus::app {

class PresentedFrames {
public:
    /// total: pictures given to the window so far; now_s: a steady clock. True when there are new ones.
    bool note(std::uint64_t total, double now_s);

    /// Of the window that is shown now.
    [[nodiscard]] std::uint64_t total() const { return total_; }

    /// Since the program began.
    [[nodiscard]] std::uint64_t shown() const { return before_ + total_; }

    /// Of the newest picture by the clock of note(); negative = there was none yet.
    [[nodiscard]] double last_s() const { return last_s_; }

    /// Of a hundred pictures five came slower than that: pictures a second over the last 600; 0 = too few
    /// yet.
    [[nodiscard]] double fps_p5() const;

    /// The window's count began anew.
    void restart();

private:
    static constexpr std::size_t kept = 600;

    std::uint64_t total_ = 0;
    std::uint64_t before_ = 0; ///< of windows before
    double last_s_ = -1;
    bool gap_ = true; ///< the way to a new window is no frame
    std::deque<double> intervals_s_;
};

} // namespace tactus::app
