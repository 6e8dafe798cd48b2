#include "engine/app/run/run_voice.hpp"

#include <iostream>

namespace tactus::app {

void RunVoice::update(const RunTable& table, const VoiceTerms& terms) {
    ui::SoundSettings settings = terms.settings;
    settings.muted = settings.muted || mute_;
    RunScreen* run = table.run();
    if (run == nullptr || terms.over || !run->runner().ready()) {
        plan_ = planner_.plan({}, settings);
        return;
    }
    const ui::RunView view = run->run_view();
    plan_ =
        planner_.plan({.run = &view,
                       .standing = terms.standing || run->paused() || !run->under_way() || run->finished(),
                       .guided = terms.guided,
                       .speed = view.pace.sim_per_wall * run->runner().speed(),
                       .loudness = terms.loudness},
                      settings);
}

void RunVoice::tell(const RunTable& table, const client::Phrases& phrases) {
    if (table.run() == nullptr || table.source() == Source::expert) {
        return;
    }
    const physiology::Utterance& said = table.run()->now().client.utterance;
    if (said.serial != told_serial_ && said.serial > 0) {
        std::cout << "client: " << phrases.sentence(said.phrase, said.value) << "\n" << std::flush;
    }
    told_serial_ = said.serial;
}

std::string_view RunVoice::trouble() const {
    return mute_ ? "Nothing is heard: Tactus was started with --mute." : std::string_view(trouble_);
}

} // namespace tactus::app
