#include "engine/app/modes/presented_frames.hpp"

#include "engine/app/session/frame_statistics.hpp"

namespace tactus::app {

bool PresentedFrames::note(std::uint64_t total, double now_s) {
    if (total <= total_) {
        return false;
    }
    if (!gap_) {
        intervals_s_.push_back((now_s - last_s_) / static_cast<double>(total - total_));
    }
    while (intervals_s_.size() > kept) {
        intervals_s_.pop_front();
    }
    gap_ = false;
    total_ = total;
    last_s_ = now_s;
    return true;
}

void PresentedFrames::restart() {
    before_ += total_;
    total_ = 0;
    intervals_s_.clear();
    gap_ = true;
}

double PresentedFrames::fps_p5() const {
    constexpr std::size_t enough = 20;
    if (intervals_s_.size() < enough) {
        return 0;
    }
    const double slow_s = quantile({intervals_s_.begin(), intervals_s_.end()}, 0.95);
    return slow_s > 0 ? 1 / slow_s : 0;
}

} // namespace tactus::app
