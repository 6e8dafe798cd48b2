#include "engine/app/modes/kiosk_mode.hpp"

#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace tactus::app {

namespace {

using devices::Key;

constexpr std::array visitor_keys{Key::escape, Key::enter, Key::space, Key::left,
                                  Key::right,  Key::up,    Key::down,  Key::backspace};

std::string today_words() { return day_words(std::time(nullptr)); }

} // namespace

KioskMode::KioskMode(KioskSetup setup)
    : setup_(std::move(setup)), course_(setup_.settings.times), words_(setup_.settings.language),
      link_(setup_.settings.link), visits_(setup_.counts) {}

void KioskMode::enter(KioskPhase phase) {
    if (phase == KioskPhase::attract) {
        words_ = ui::Translation(setup_.settings.language);
        attract_s_ = 0;
    } else if (phase == KioskPhase::demo) {
        visits_.begin(today_words());
    } else if (phase == KioskPhase::score) {
        visits_.finish(today_words());
    }
    pad_ = {};
    staff_in_ = false;
    course_.enter(phase);
}

KioskCourse::Turn KioskMode::update(bool active, double elapsed_s) {
    elapsed_s_ = elapsed_s;
    attract_s_ += elapsed_s;
    gate_.pass(elapsed_s);
    return course_.update(active, elapsed_s);
}

void KioskMode::next_scene() {
    ++scene_;
    course_.enter(KioskPhase::attract);
}

void KioskMode::enter_pin(const std::string& pin) {
    if (gate_.wait_s() > 0) {
        return;
    }
    staff_in_ = pin_matches(setup_.settings.pin_hash, pin);
    gate_.tried(staff_in_);
    pad_.wrong = !staff_in_;
}

void KioskMode::set_language(ui::Language language) {
    setup_.settings.language = language;
    keep_settings();
}

void KioskMode::set_volume(int percent) {
    setup_.settings.volume_percent = std::clamp(percent, 0, 100);
    keep_settings();
}

void KioskMode::keep_settings() {
    try {
        write_kiosk(setup_.file, setup_.settings);
    } catch (const UserError& error) { // it holds until the program ends
        note(error.what());
    }
}

void KioskMode::note(const std::string& sentence) {
    constexpr std::size_t most = 8; // a page of them helps nobody
    if (std::ranges::find(setup_.notes, sentence) == setup_.notes.end()) {
        setup_.notes.push_back(sentence);
    }
    if (setup_.notes.size() > most) {
        setup_.notes.erase(setup_.notes.begin());
    }
}

bool KioskMode::knocked(const ui::Interaction& interaction) {
    return knock_.update(interaction.pointer(), interaction.events().press_began, interaction.held(),
                         elapsed_s_);
}

void KioskMode::draw_staff(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    if (!staff_in_) {
        ui::draw_pin_screen(canvas, interaction, pad_, gate_.wait_s(), !setup_.settings.pin_hash.empty(),
                            ask);
        return;
    }
    const auto rows = health_rows(health_);
    const auto amiss = notes();
    ui::draw_staff_screen(canvas, interaction,
                          {.health = rows,
                           .notes = amiss,
                           .language = setup_.settings.language,
                           .volume_percent = setup_.settings.volume_percent},
                          ask);
}

DayCount KioskMode::today() const { return visits_.of(today_words()); }

std::vector<std::string> KioskMode::notes() const {
    std::vector<std::string> all = setup_.notes;
    if (!visits_.trouble().empty()) {
        all.push_back(visits_.trouble());
    }
    return all;
}

devices::InputEvents visitor_events(devices::InputEvents events, KioskPhase phase) {
    std::erase_if(events.keys, [](const devices::KeyPress& press) {
        return std::ranges::find(visitor_keys, press.key) == visitor_keys.end();
    });
    std::erase_if(events.held,
                  [](Key key) { return std::ranges::find(visitor_keys, key) == visitor_keys.end(); });
    if (phase != KioskPhase::staff) {
        events.typed.clear();
    }
    return events;
}

} // namespace tactus::app
