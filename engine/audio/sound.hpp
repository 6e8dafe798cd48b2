#pragma once
/// Plays what the plan says, if this computer can. Main thread only.

#include "engine/audio/sound_device.hpp"
#include "engine/audio/sound_plan.hpp"

#include <future>
#include <memory>
#include <string>

namespace tactus::audio {

class Sound {
public:
    /// Begins to open the sound card in the background.
    Sound();
    ~Sound();
    Sound(const Sound&) = delete;
    Sound& operator=(const Sound&) = delete;
    Sound(Sound&&) = delete;
    Sound& operator=(Sound&&) = delete;

    /// Once a frame. Does nothing while there is no card.
    void play(const SoundPlan& plan);

    /// Why nothing is heard, in one sentence; empty while all is well or still opening.
    [[nodiscard]] std::string trouble() const;

private:
    struct Sources;

    void watch_device();
    void play_metronome(const SoundPlan& plan);

    enum class State { opening, open, none, lost };

    State state_ = State::opening;
    std::future<std::unique_ptr<SoundDevice>> opening_;
    std::unique_ptr<SoundDevice> device_;
    std::unique_ptr<Sources> sources_; ///< after the device: they end first
    int frames_ = 0;
};

} // namespace tactus::audio
