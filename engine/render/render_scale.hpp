#pragma once

/// How finely the stage is drawn: a share of the picture's size, chosen from how long frames take on the GPU.

namespace tactus::render {

/// Goes down soon after frames take too long, up only when the finer picture is sure to fit, and the longer
/// it waits the more often that was tried in vain: nobody sees it hunt.
class RenderScale {
public:
    /// Share of width and height, 0.5 .. 1.
    [[nodiscard]] float value() const;

    /// Takes the time of a frame that was drawn with value(), against what it may take.
    void take(double gpu_ms, double budget_ms);

    /// Back to the full size.
    void reset() { *this = {}; }

    /// Back to where a weak machine is likely to end up: its first picture of a client is drawn whole.
    void start_small();

private:
    void step(int to);
    [[nodiscard]] int fitting_step(double now_ms, double budget_ms) const;

    int step_ = 0;              ///< 0 = the full size
    double mean_ms_ = 0;        ///< of the last few frames
    double before_ms_ = 0;      ///< of the frame before
    int settling_ = first_wait; ///< frames until a change may come
    int patience_ = least_patience;
    int calm_ = 0; ///< frames in a row after which the finer picture would have fitted
    int since_up_ = relapse;

    static constexpr int first_wait = 6;
    static constexpr int least_patience = 90; ///< calm frames before the picture gets finer
    static constexpr int most_patience = 1800;
    static constexpr int relapse =
        300; ///< frames after a step up in which a step down says that it was wrong
};

} // namespace tactus::render
