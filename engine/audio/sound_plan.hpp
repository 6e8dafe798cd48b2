#pragma once
/// What sounds now, and what of it stands as a caption: decided from what the screen shows and from the
/// settings. Nothing here knows a sound card.

#include "engine/audio/breath_sound.hpp"
#include "engine/audio/client_voice.hpp"
#include "engine/audio/metronome.hpp"
#include "engine/audio/pressure_tone.hpp"
#include "engine/ui/panels/pressure_panel.hpp"
#include "engine/ui/run_view.hpp"
#include "engine/ui/settings.hpp"

#include <optional>
#include <string>

namespace tactus::audio {

/// What there is to be heard.
struct SoundScene {
    const ui::RunView* run = nullptr; ///< null: no run is on the screen
    bool standing = false;            ///< the run is paused or has not begun
    bool guided = true;               ///< metronome and tone belong to it: not to an attract loop
    double speed = 1;                 ///< simulated seconds a second
    float loudness = 1;               ///< of everything, 0..1
};

/// The metronome's loop and where in it we are.
struct Ticking {
    Beat beat;       ///< as heard: in seconds of the wall
    double at_s = 0; ///< into the loop
};

struct Spoken {
    Vocal vocal = Vocal::hum;
    Throat throat;
    std::uint32_t serial = 0; ///< of the utterance: each is said once
};

struct SoundPlan {
    std::optional<Ticking> ticking;
    ToneLevels tone;
    BreathLevels breath;
    std::optional<Spoken> spoken; ///< the latest; stays until the next
    float metronome_gain = 0;     ///< gains as the settings have them, 0..1 of full scale
    float tone_gain = 0;
    float breath_gain = 0;
    float voice_gain = 0;
    std::string caption; ///< empty = nothing is to be read
};

/// Decides once a frame. Remembers what it needs of the frames before; a new run starts it afresh.
class SoundPlanner {
public:
    SoundPlan plan(const SoundScene& scene, const ui::SoundSettings& settings);

private:
    void forget_another_run(const ui::RunView& run);
    void follow_breath(const ui::RunView& run);
    void follow_utterance(const ui::RunView& run, SoundPlan& plan) const;
    [[nodiscard]] std::string caption(const ui::RunView& run, const SoundPlan& plan, ui::BandState state);

    ui::PressurePanel pressure_; ///< of the hand's direction, as the dial follows it
    std::string client_;
    double last_s_ = -1;
    float last_breath_ = 0;
    float breath_rate_ = 0;
    std::uint32_t said_before_ = 0; ///< utterances up to this one were not ours to say
    ui::BandState state_ = ui::BandState::idle;
    double state_since_s_ = 0;
};

} // namespace tactus::audio
