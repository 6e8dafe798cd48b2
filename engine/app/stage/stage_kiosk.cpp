/// The part of Stage that is a kiosk: attract, a visitor's minute, the score, the staff's door.

#include "engine/app/modes/attract_programme.hpp"
#include "engine/app/stage/stage.hpp"
#include "engine/ui/screens/kiosk_attract_screen.hpp"
#include "engine/ui/screens/kiosk_demo_screen.hpp"
#include "engine/ui/screens/kiosk_score_screen.hpp"

#include <cmath>

namespace tactus::app {

namespace {

constexpr double drift_period_s = 24; ///< there and back
constexpr float drift_deg = 7;

/// Where a visitor is asked to touch: away from the expert's hands, which work beside the spine.
constexpr Vec2 free_place(-0.55F, 0.55F);

} // namespace

void Stage::start_attract() {
    kiosk_.enter(KioskPhase::attract);
    card_.put_away();
    table_.end_run();
    show_attract_scene();
}

void Stage::show_attract_scene() {
    const std::vector<AttractScene> scenes = attract_programme(choice_.catalogue());
    if (scenes.empty()) {
        return;
    }
    const auto at = static_cast<std::size_t>(kiosk_.scene());
    const AttractScene& scene = scenes[at % scenes.size()];
    choice_.choose_client(scene.client->id);
    start_run(*scene.drill, *scene.client, attract_policy());
    clients_.prepare(*scenes[(at + 1) % scenes.size()].client); // lies ready when its turn comes
}

const drills::Drill& Stage::demo_drill() {
    if (kiosk_.drill().empty()) {
        return kiosk_drill(choice_.catalogue());
    }
    return *ui::find_drill(choice_.catalogue(), add_drill(choice_.catalogue(), kiosk_.drill()));
}

/// The one whom the drill is made for: another may not have the knot that it is about.
const client::Client& Stage::demo_client() {
    const client::Client* own = ui::find_client(choice_.catalogue(), demo_drill().client);
    return own != nullptr ? *own : choice_.client();
}

void Stage::start_demo() {
    if (!choice_.has_client()) {
        return;
    }
    kiosk_.enter(KioskPhase::demo);
    const drills::Drill drill = demo_drill();
    start_run(drill, demo_client(), kiosk_policy(drill));
}

/// Of those that were there once; empty = all are.
std::string Stage::missing_device() const {
    for (const devices::DeviceState& device : devices_->devices()) {
        if (!device.connected) {
            return device.name;
        }
    }
    return {};
}

void Stage::update_kiosk(const devices::InputEvents& events, double elapsed_s) {
    if (!problem_.empty()) { // no box for visitors: staff reads it
        kiosk_.note(problem_);
        problem_.clear();
    }
    const bool felt = devices_->pressed();
    const bool hand_came = felt && !felt_; // what was left lying on a load cell is not a hand
    felt_ = felt;
    const bool lies_down =
        kiosk_.phase() == KioskPhase::demo && table_.awaited() != nullptr; // who waits is there
    RunScreen* run = table_.run();
    const bool active = events.any() || (run != nullptr && run->touched()) || lies_down;
    const KioskCourse::Turn turn = kiosk_.update(active, elapsed_s);
    if (kiosk_.phase() == KioskPhase::attract) {
        if (hand_came) {
            start_demo();
            return;
        }
        if (run != nullptr && !settings().reduced_motion) {
            run->set_drift(drift_deg *
                           static_cast<float>(std::sin(2 * 3.14159265358979 * wall_s_ / drift_period_s)));
        }
        if (turn == KioskCourse::Turn::next_scene ||
            (run != nullptr && run->finished() && table_.awaited() == nullptr)) {
            kiosk_.next_scene();
            show_attract_scene();
        }
        return;
    }
    // A visitor whose device is gone has nothing to do here; the attract loop tells staff.
    const bool lost = kiosk_.phase() == KioskPhase::demo && run != nullptr && !run->missing_device().empty();
    if (turn == KioskCourse::Turn::give_up || lost) {
        start_attract();
    }
}

void Stage::draw_kiosk(ui::Canvas& canvas, ui::Interaction& interaction) {
    canvas.set_translation(kiosk_.words());
    const KioskCourse& course = kiosk_.course();
    RunScreen* run = table_.run();
    switch (kiosk_.phase()) {
    case KioskPhase::off:
        return;
    case KioskPhase::attract: {
        const Vec2 size_px = canvas.size() * canvas.scale();
        const auto logical = [&](const std::optional<Vec2>& pixel) {
            return pixel ? std::optional(canvas.logical(*pixel)) : std::nullopt;
        };
        ui::draw_attract_screen(
            canvas, interaction,
            {.hand = run != nullptr ? logical(run->hand_pixel(size_px)) : std::nullopt,
             .free = run != nullptr ? logical(run->place_pixel(free_place, size_px)) : std::nullopt,
             .time_s = kiosk_.attract_s(),
             .scene = kiosk_.scene(),
             .still = settings().reduced_motion,
             .missing = missing_device()},
            commands_);
        if (!kiosk_.alone() && interaction.events().struck(devices::Key::escape)) {
            commands_(ui::AbandonRun{});
            return;
        }
        break;
    }
    case KioskPhase::demo:
        if (table_.awaited() != nullptr || table_.source() != Source::live) {
            ui::draw_kiosk_waits(canvas);
        } else {
            run->draw(canvas, interaction, commands_);
        }
        if (course.asking()) {
            ui::draw_still_there(canvas, course.left_s());
        } else if (interaction.events().struck(devices::Key::escape)) {
            commands_(ui::AbandonRun{});
        }
        break;
    case KioskPhase::score:
        if (card_.run() != nullptr) {
            ui::draw_kiosk_score(canvas, interaction, card_.run()->outcome.score, kiosk_.link(),
                                 course.asking() ? std::optional(course.left_s()) : std::nullopt, commands_);
        }
        break;
    case KioskPhase::staff:
        kiosk_.draw_staff(canvas, interaction, commands_);
        return;
    }
    if (kiosk_.alone() && kiosk_.knocked(interaction)) {
        commands_.take(); // what the taps meant to a visitor
        commands_(ui::ShowStaff{});
    }
}

} // namespace tactus::app
