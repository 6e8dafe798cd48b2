#pragma once
/// Where a run's input frames come from, one a step.

#include "engine/app/force_origin.hpp"
#include "sim/session/input_frame.hpp"

#include <vector>

namespace tactus::app {

/// Called from the session thread only.
class InputSource {
public:
    InputSource() = default;
    virtual ~InputSource() = default;
    InputSource(const InputSource&) = delete;
    InputSource& operator=(const InputSource&) = delete;
    InputSource(InputSource&&) = delete;
    InputSource& operator=(InputSource&&) = delete;

    /// The frame of the next step; t_s: scored time of the run so far.
    virtual session::InputFrame next(double t_s) = 0;

    /// True when there is nothing left to play.
    [[nodiscard]] virtual bool exhausted() const { return false; }

    /// By what the hands were moved so far.
    [[nodiscard]] virtual ForceOrigin origin() const { return {}; }
};

/// Plays the frames of a recording.
class RecordedInput final : public InputSource {
public:
    explicit RecordedInput(std::vector<session::InputFrame> frames) : frames_(std::move(frames)) {}

    session::InputFrame next(double) override {
        return place_ < frames_.size() ? frames_[place_++] : session::InputFrame{};
    }

    [[nodiscard]] bool exhausted() const override { return place_ >= frames_.size(); }

private:
    std::vector<session::InputFrame> frames_;
    std::size_t place_ = 0;
};

} // namespace tactus::app
