#pragma once
/// What is heard of the run on the table, and what its client says, in print: for who reads the screen by
/// other means, and for tests. Main thread.

#include "engine/app/run/run_table.hpp"
#include "engine/audio/sound_plan.hpp"
#include "engine/ui/settings.hpp"
#include "sim/client/phrases.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace tactus::app {

/// How it is heard in this frame.
struct VoiceTerms {
    ui::SoundSettings settings;
    bool over = false;     ///< the card of the run has the screen
    bool standing = false; ///< something else that lies over the run holds it
    bool guided = true;    ///< somebody is to hear what to do
    float loudness = 1;    ///< 0..1, of the whole station
};

class RunVoice {
public:
    /// mute: whatever the settings say.
    explicit RunVoice(bool mute) : mute_(mute) {}

    /// Once a frame: what is to be heard in it.
    void update(const RunTable& table, const VoiceTerms& terms);

    /// Once a frame: one line on standard output for each sentence of the client.
    void tell(const RunTable& table, const client::Phrases& phrases);

    [[nodiscard]] const audio::SoundPlan& plan() const { return plan_; }

    /// Why nothing can be heard; empty when all is well.
    void set_trouble(std::string trouble) { trouble_ = std::move(trouble); }

    /// The same for the settings page, or that it is not to be heard.
    [[nodiscard]] std::string_view trouble() const;

private:
    bool mute_;
    std::string trouble_;
    audio::SoundPlanner planner_;
    audio::SoundPlan plan_;
    std::uint32_t told_serial_ = 0; ///< of the last sentence that was printed
};

} // namespace tactus::app
