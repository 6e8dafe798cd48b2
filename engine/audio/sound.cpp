#include "engine/audio/sound.hpp"

#include <chrono>
#include <cmath>

namespace tactus::audio {

namespace {

/// The loop is put right when it is further off than this: less is not heard as uneven.
constexpr double metronome_slack_s = 0.03;

/// Weight of one frame in what the loop is taken to be off by. A single reading is late by up to the device's
/// buffer (20 ms) and by whatever kept this thread waiting: neither is a reason to move a click.
constexpr double metronome_reading_weight = 0.1;

constexpr int frames_between_checks = 60; ///< of the device

/// True when no click sounds at that place of the loop.
bool between_clicks(const Beat& beat, double at_s) {
    const double tick_s = beat.period_s / beat.ticks;
    const double into_s = std::fmod(at_s, tick_s);
    return into_s > click_s + 0.01 && into_s < tick_s - 0.02;
}

} // namespace

struct Sound::Sources {
    SoundSource metronome{true};
    SoundSource smooth_tone{true};
    SoundSource rough_tone{true};
    SoundSource breath{true};
    SoundSource voice{false};
    std::optional<Beat> beat; ///< in the metronome's loop
    double beat_off_s = 0;    ///< how far that loop is ahead of the run, over the last frames
    std::uint32_t said = 0;   ///< serial of the utterance that the voice said last

    Sources() {
        smooth_tone.play(smooth_tone_loop());
        rough_tone.play(rough_tone_loop());
        breath.play(breath_loop());
    }
};

Sound::Sound() : opening_(std::async(std::launch::async, SoundDevice::open)) {}

Sound::~Sound() = default;

void Sound::watch_device() {
    if (state_ == State::opening && opening_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        device_ = opening_.get();
        state_ = device_ ? State::open : State::none;
        if (device_) {
            sources_ = std::make_unique<Sources>();
        }
    }
    if (state_ == State::open && ++frames_ % frames_between_checks == 0 && !device_->connected()) {
        sources_.reset();
        device_.reset();
        state_ = State::lost;
    }
}

void Sound::play_metronome(const SoundPlan& plan) {
    Sources& sources = *sources_;
    if (!plan.ticking || plan.metronome_gain <= 0) {
        if (sources.beat) {
            sources.metronome.stop();
            sources.beat.reset();
        }
        return;
    }
    sources.metronome.set(plan.metronome_gain);
    const Ticking& ticking = *plan.ticking;
    // A run's speed wavers by parts of a hundred: the loop stays and is put right below.
    const bool same = sources.beat && sources.beat->ticks == ticking.beat.ticks &&
                      std::fabs(sources.beat->period_s / ticking.beat.period_s - 1) < 0.1;
    if (!same) {
        sources.beat = ticking.beat;
        sources.metronome.play(metronome_loop(ticking.beat));
        sources.metronome.move_to(ticking.at_s);
        sources.beat_off_s = 0;
        return;
    }
    const Beat& loop = *sources.beat;
    const double wanted_s = std::fmod(ticking.at_s * loop.period_s / ticking.beat.period_s, loop.period_s);
    const double heard_s = sources.metronome.position_s();
    const double off_s = std::remainder(heard_s - wanted_s, loop.period_s);
    sources.beat_off_s += metronome_reading_weight * (off_s - sources.beat_off_s);
    if (std::fabs(sources.beat_off_s) > metronome_slack_s && between_clicks(loop, wanted_s) &&
        between_clicks(loop, heard_s)) {
        sources.metronome.move_to(wanted_s);
        sources.beat_off_s = 0;
    }
}

void Sound::play(const SoundPlan& plan) {
    watch_device();
    if (state_ != State::open) {
        return;
    }
    Sources& sources = *sources_;
    play_metronome(plan);
    sources.smooth_tone.set(plan.tone_gain * plan.tone.smooth, plan.tone.pitch);
    sources.rough_tone.set(plan.tone_gain * plan.tone.rough, plan.tone.pitch);
    sources.breath.set(plan.breath_gain * plan.breath.level, plan.breath.pitch);
    sources.voice.set(plan.voice_gain);
    if (plan.spoken && plan.spoken->serial != sources.said && plan.voice_gain > 0) {
        sources.voice.play(utter(plan.spoken->vocal, plan.spoken->throat));
    }
    sources.said = plan.spoken ? plan.spoken->serial : 0;
}

std::string Sound::trouble() const {
    if (state_ == State::none) {
        return "No sound card was found: nothing is heard, and captions stand in for it.";
    }
    return state_ == State::lost ? "The sound card is gone: plug it in and start Tactus again to hear it."
                                 : "";
}

} // namespace tactus::audio
