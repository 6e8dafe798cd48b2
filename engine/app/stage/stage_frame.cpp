/// The part of Stage that runs every frame: events, time, what came from elsewhere.

#include "engine/app/desks/shown_live.hpp"
#include "engine/app/stage/page_rules.hpp"
#include "engine/app/stage/stage.hpp"
#include "engine/app/stores/library.hpp"

#include <utility>

namespace tactus::app {

namespace {

float loudness(const KioskSettings& settings) { return 0.01F * static_cast<float>(settings.volume_percent); }

} // namespace

devices::InputEvents Stage::meant(devices::InputEvents events) {
    if (kiosk_.on()) {
        return visitor_events(std::move(events), kiosk_.phase());
    }
    const bool talk_is_over = page_ == ui::Page::intake && table_.awaited() != nullptr;
    const bool types = is_typed_on(page_) && !talk_is_over;
    const bool chooses_keys = page_ == ui::Page::settings;
    if ((run() == nullptr && !card_.shown() && !help_ && (types || chooses_keys)) || card_.types()) {
        return events;
    }
    events = settings().keys.translated(std::move(events));
    return settings().one_hand ? latched_.update(std::move(events)) : events;
}

void Stage::update(const devices::InputEvents& events, Vec2 size_px, double elapsed_s) {
    wall_s_ += elapsed_s;
    for (const ui::Command& command : commands_.take()) {
        attempt([&] { obey(command); });
    }
    try_speed();
    attempt([&] { progress_.update(); });
    begin_run();
    if (table_.empty() && page_ == ui::Page::intake && !help_ && talk_.pass(elapsed_s)) {
        lay_hands_on(false); // a card whose time is up
    }
    if (table_.empty() && page_ == ui::Page::preparation) {
        talk_.foresee_lying(elapsed_s, clients_);
    }
    editor_.pass(elapsed_s);
    if (kiosk_.on()) {
        update_kiosk(events, elapsed_s);
    }
    if (RunScreen* run = table_.run()) {
        const bool blocked =
            help_ || card_.shown() || run->paused() || run->catching_up() ||
            (kiosk_.on() && (kiosk_.course().asking() || kiosk_.phase() == KioskPhase::staff));
        // A replay stands still by its own keys and still reads them.
        run->update(events, size_px, elapsed_s, blocked && table_.source() != Source::recording);
    }
    if (!kiosk_.on()) {
        voice_.tell(table_, phrases_);
    }
    take_outcome();
    if (const auto file = keeper_.update(elapsed_s)) {
        card_.note_kept(*file);
        school_.push_now();
    }
    replays_.update(table_);
    pass_school();
    voice_.update(table_, {.settings = settings().sound,
                           .over = card_.shown(),
                           .standing = help_,
                           .guided = kiosk_.phase() != KioskPhase::attract,
                           .loudness = kiosk_.on() ? loudness(kiosk_.settings()) : 1});
}

void Stage::try_speed() {
    speed_.update();
    if (!speed_.untried() || !choice_.has_client() || choice_.catalogue().drills.empty()) {
        return;
    }
    if (const PreparedClient* prepared = clients_.find(choice_.client())) {
        const drills::Drill& drill = choice_.catalogue().drills.front();
        speed_.try_with({.session = session_setup(drill, prepared->client, tissue::Setting::fine),
                         .anatomy = prepared->anatomy,
                         .policy = {},
                         .threads = setup_.threads});
    }
}

void Stage::pass_school() {
    const bool works = table_.awaited() != nullptr || (table_.source() == Source::live && !card_.shown());
    school_.update(kiosk_.on() ? school::Live{} : shown_live(table_, card_, students_.chosen().name), works);
    const bool at_rest = !works && !card_.shown() && run() == nullptr && page_ == ui::Page::home;
    if (at_rest && !choice_.reading() && school_.take_arrivals()) {
        choice_.read_anew();
    }
    if (at_rest) { // new drills, students and exams, where they are chosen
        attempt([&] {
            if (choice_.take_anew()) {
                students_.look_again();
                show(ui::Page::home);
            }
        });
    }
}

void Stage::set_picture_health(const PictureHealth& health) {
    if (health.made_anew != picture_.made_anew) {
        problem_ = health.words;
        setup_.facts.push_back(health.words);
    }
    picture_ = health;
}

} // namespace tactus::app
