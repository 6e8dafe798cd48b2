#pragma once
/// Where a run's input frames come from, one a step.

#include "engine/app/hands/force_origin.hpp"
#include "sim/session/input_frame.hpp"

#include <memory>
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

    /// True while the next frame is one that a run had before it was interrupted.
    [[nodiscard]] virtual bool catching_up() const { return false; }

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

/// A run that was interrupted: its frames, and then what the device does; without one it ends there.
class ResumedInput final : public InputSource {
public:
    /// before: by what the frames were done. live: may be null.
    ResumedInput(std::vector<session::InputFrame> frames, ForceOrigin before,
                 std::shared_ptr<InputSource> live)
        : frames_(std::move(frames)), before_(std::move(before)), live_(std::move(live)) {}

    session::InputFrame next(double t_s) override {
        return catching_up() ? frames_[place_++] : live_ ? live_->next(t_s) : session::InputFrame{};
    }

    [[nodiscard]] bool exhausted() const override { return live_ == nullptr && !catching_up(); }

    [[nodiscard]] bool catching_up() const override { return place_ < frames_.size(); }

    [[nodiscard]] ForceOrigin origin() const override {
        return live_ ? joined(before_, live_->origin()) : before_;
    }

private:
    std::vector<session::InputFrame> frames_;
    std::size_t place_ = 0;
    ForceOrigin before_;
    std::shared_ptr<InputSource> live_;
};

} // namespace tactus::app
