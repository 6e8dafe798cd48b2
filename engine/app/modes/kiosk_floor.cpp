#include "engine/app/modes/kiosk_floor.hpp"

#include "engine/app/stores/library.hpp"
#include "engine/ui/screens/kiosk_attract_screen.hpp"
#include "engine/ui/screens/kiosk_demo_screen.hpp"
#include "engine/ui/screens/kiosk_score_screen.hpp"

#include <cmath>
#include <optional>

namespace tactus::app {

namespace {

constexpr double drift_period_s = 24; ///< there and back
constexpr float drift_deg = 7;

/// Where a visitor is asked to touch: away from the expert's hands, which work beside the spine.
constexpr Vec2 free_place(-0.55F, 0.55F);

void draw_attract(ui::Canvas& canvas, ui::Interaction& interaction, const KioskMode& kiosk,
                  const KioskSight& sight, ui::Commands& ask) {
    const RunScreen* run = sight.table.run();
    const Vec2 size_px = canvas.size() * canvas.scale();
    const auto logical = [&](const std::optional<Vec2>& pixel) {
        return pixel ? std::optional(canvas.logical(*pixel)) : std::nullopt;
    };
    ui::draw_attract_screen(
        canvas, interaction,
        {.hand = run != nullptr ? logical(run->hand_pixel(size_px)) : std::nullopt,
         .free = run != nullptr ? logical(run->place_pixel(free_place, size_px)) : std::nullopt,
         .time_s = kiosk.attract_s(),
         .scene = kiosk.scene(),
         .still = sight.still,
         .missing = sight.missing},
        ask);
}

void draw_demo(ui::Canvas& canvas, ui::Interaction& interaction, const KioskCourse& course,
               const KioskSight& sight, ui::Commands& ask) {
    if (sight.table.awaited() != nullptr || sight.table.source() != Source::live) {
        ui::draw_kiosk_waits(canvas);
    } else {
        sight.table.run()->draw(canvas, interaction, ask);
    }
    if (course.asking()) {
        ui::draw_still_there(canvas, course.left_s());
    } else if (interaction.events().struck(devices::Key::escape)) {
        ask(ui::AbandonRun{});
    }
}

} // namespace

KioskTurn turn_kiosk(KioskMode& kiosk, const RunTable& table, const KioskFrame& frame) {
    const RunScreen* run = table.run();
    const bool hand_came = kiosk.hand_came(frame.pressed);
    const bool visited = kiosk.phase() == KioskPhase::demo;
    const bool lies_down = visited && table.awaited() != nullptr; // who waits is there
    const bool active = frame.acted || (run != nullptr && run->touched()) || lies_down;
    const KioskCourse::Turn turn = kiosk.update(active, frame.elapsed_s);
    if (kiosk.phase() == KioskPhase::attract) {
        const bool ended = run != nullptr && run->finished() && table.awaited() == nullptr;
        return hand_came                                        ? KioskTurn::demo
               : turn == KioskCourse::Turn::next_scene || ended ? KioskTurn::next_scene
                                                                : KioskTurn::none;
    }
    // A visitor whose device is gone has nothing to do here; the attract loop tells staff.
    const bool lost = visited && run != nullptr && !run->missing_device().empty();
    return turn == KioskCourse::Turn::give_up || lost ? KioskTurn::attract : KioskTurn::none;
}

float attract_drift_deg(double wall_s) {
    return drift_deg * static_cast<float>(std::sin(2 * 3.14159265358979 * wall_s / drift_period_s));
}

AttractScene kiosk_demo(const KioskMode& kiosk, ui::Catalogue& catalogue, const client::Client& chosen) {
    const drills::Drill& drill = kiosk.drill().empty()
                                     ? kiosk_drill(catalogue)
                                     : *ui::find_drill(catalogue, add_drill(catalogue, kiosk.drill()));
    const client::Client* own = ui::find_client(catalogue, drill.client);
    return {.drill = &drill, .client = own != nullptr ? own : &chosen};
}

std::string missing_device(const devices::DeviceSet& devices) {
    for (const devices::DeviceState& device : devices.devices()) {
        if (!device.connected) {
            return device.name;
        }
    }
    return {};
}

void draw_kiosk(ui::Canvas& canvas, ui::Interaction& interaction, KioskMode& kiosk, const KioskSight& sight,
                ui::Commands& ask) {
    canvas.set_translation(kiosk.words());
    const KioskCourse& course = kiosk.course();
    switch (kiosk.phase()) {
    case KioskPhase::off:
        return;
    case KioskPhase::attract:
        draw_attract(canvas, interaction, kiosk, sight, ask);
        if (!kiosk.alone() && interaction.events().struck(devices::Key::escape)) {
            ask(ui::AbandonRun{});
            return;
        }
        break;
    case KioskPhase::demo:
        draw_demo(canvas, interaction, course, sight, ask);
        break;
    case KioskPhase::score:
        if (sight.score != nullptr) {
            ui::draw_kiosk_score(canvas, interaction, *sight.score, kiosk.link(),
                                 course.asking() ? std::optional(course.left_s()) : std::nullopt, ask);
        }
        break;
    case KioskPhase::staff:
        kiosk.draw_staff(canvas, interaction, ask);
        return;
    }
    if (kiosk.alone() && kiosk.knocked(interaction)) {
        ask.take(); // what the taps meant to a visitor
        ask(ui::ShowStaff{});
    }
}

} // namespace tactus::app
