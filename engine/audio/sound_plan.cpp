#include "engine/audio/sound_plan.hpp"

#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::audio {

namespace {

/// Shares of the full scale; all of them together just fill it, so nothing can clip.
constexpr float metronome_full = 0.36F;
constexpr float tone_full = 0.14F;
constexpr float breath_full = 0.12F;
constexpr float voice_full = 0.38F;
static_assert(metronome_full + tone_full + breath_full + voice_full <= 1.0F);

constexpr double breath_smoothing_s = 0.12;
constexpr double vocal_caption_s = 4;
constexpr double metronome_caption_s = 5; ///< at the start of a step
constexpr double out_of_band_s = 0.8;     ///< a stroke's entry passes the light side: that is not read out

float gain(int percent, float full, const ui::SoundSettings& settings, float loudness) {
    const float share = static_cast<float>(std::clamp(percent, 0, 100)) / 100;
    // Loudness is felt by the square, so that half way on the bar sounds like half.
    return settings.muted ? 0 : full * share * share * loudness;
}

double into_step_s(const ui::RunView& run) {
    return std::max(0.0, run.step().duration_s - run.now.progress.step_left_s);
}

bool shows_pressure(drills::Feedback feedback) {
    return feedback == drills::Feedback::full || feedback == drills::Feedback::band_only;
}

} // namespace

void SoundPlanner::forget_another_run(const ui::RunView& run) {
    if (run.client.id != client_ || run.now.t_s < last_s_) {
        *this = {};
        client_ = run.client.id;
        said_before_ = run.now.client.utterance.serial;
    }
}

void SoundPlanner::follow_breath(const ui::RunView& run) {
    const float breath = run.now.client.breath;
    const double passed_s = run.now.t_s - last_s_;
    if (last_s_ < 0 || passed_s > 0.5) {
        breath_rate_ = 0;
    } else if (passed_s > 0) {
        const float rate = (breath - last_breath_) / static_cast<float>(passed_s);
        breath_rate_ +=
            (rate - breath_rate_) * static_cast<float>(std::min(1.0, passed_s / breath_smoothing_s));
    }
    last_breath_ = breath;
    last_s_ = run.now.t_s;
}

void SoundPlanner::follow_utterance(const ui::RunView& run, SoundPlan& plan) const {
    const physiology::Utterance& said = run.now.client.utterance;
    if (said.serial > said_before_) {
        plan.spoken = Spoken{
            .vocal = vocal_of(said.phrase), .throat = throat_of(run.client.body), .serial = said.serial};
    }
}

std::string SoundPlanner::caption(const ui::RunView& run, const SoundPlan& plan, ui::BandState state) {
    const double now_s = run.now.t_s;
    if (state != state_) {
        state_ = state;
        state_since_s_ = now_s;
    }
    const physiology::Utterance& said = run.now.client.utterance;
    if (plan.spoken && now_s - said.t_s < vocal_caption_s) {
        const std::string sound = run.client.name + ": " + std::string(vocal_words(plan.spoken->vocal));
        // The panel has the words, when it is there.
        return run.options.panels_hidden
                   ? sound + " \u201C" + run.phrases.sentence(said.phrase, said.value) + "\u201D"
                   : sound;
    }
    if (run.now.client.breath_held) {
        return run.client.name + " holds the breath";
    }
    const bool lasting = now_s - state_since_s_ > out_of_band_s;
    if (lasting && plan.tone.rough > 0) {
        return run.feedback == drills::Feedback::band_only ? "rough tone: out" : "rough high tone: too hard";
    }
    if (lasting && state == ui::BandState::below && plan.tone.smooth > 0) {
        return "low tone: too light";
    }
    if (plan.ticking && into_step_s(run) < metronome_caption_s) {
        const Beat beat = *beat_of(run.task());
        const double pace = beats_per_min(beat);
        return "metronome: " + ui::rounded(pace, std::fabs(pace - std::round(pace)) < 0.05 ? 0 : 1) +
               (run.task().beat_hz ? " beats a minute" : " strokes a minute");
    }
    return {};
}

SoundPlan SoundPlanner::plan(const SoundScene& scene, const ui::SoundSettings& settings) {
    SoundPlan plan;
    if (scene.run == nullptr) {
        return plan;
    }
    const ui::RunView& run = *scene.run;
    forget_another_run(run);
    follow_breath(run);
    follow_utterance(run, plan);
    plan.metronome_gain = gain(settings.metronome, metronome_full, settings, scene.loudness);
    plan.tone_gain = gain(settings.tone, tone_full, settings, scene.loudness);
    plan.breath_gain = gain(settings.breath, breath_full, settings, scene.loudness);
    plan.voice_gain = gain(settings.voice, voice_full, settings, scene.loudness);
    if (scene.standing) {
        return plan;
    }
    plan.breath = breath_for(run.now.client.breath_held ? 0 : breath_rate_);
    ui::BandState state = ui::BandState::idle;
    if (scene.guided && shows_pressure(run.feedback)) {
        const ui::GaugeReading reading = ui::pressure_reading(run, pressure_);
        state = ui::band_state(reading);
        plan.tone =
            run.feedback == drills::Feedback::band_only ? tone_of_band_only(reading) : tone_for(reading);
    }
    // An exam gives no beat, and none goes on while the drill's clock waits.
    const auto beat = beat_of(run.task());
    if (scene.guided && beat && !run.now.clock_waits && run.feedback != drills::Feedback::none &&
        scene.speed > 0.05) {
        const double into_s = std::fmod(into_step_s(run), beat->period_s);
        plan.ticking = Ticking{.beat = {.period_s = beat->period_s / scene.speed, .ticks = beat->ticks},
                               .at_s = into_s / scene.speed};
    }
    if (settings.captions) {
        plan.caption = caption(run, plan, state);
    }
    return plan;
}

} // namespace tactus::audio
