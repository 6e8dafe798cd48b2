/// The part of Stage that is a kiosk: what its turns put on the table.

#include "engine/app/stage/stage.hpp"

namespace tactus::app {

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
    start(*scene.drill, *scene.client, attract_policy());
    clients_.prepare(*scenes[(at + 1) % scenes.size()].client); // lies ready when its turn comes
}

void Stage::start_demo() {
    if (!choice_.has_client()) {
        return;
    }
    kiosk_.enter(KioskPhase::demo);
    const AttractScene demo = kiosk_demo(kiosk_, choice_.catalogue(), choice_.client());
    start(*demo.drill, *demo.client, kiosk_policy(*demo.drill));
}

void Stage::update_kiosk(const devices::InputEvents& events, double elapsed_s) {
    if (!problem_.empty()) { // no box for visitors: staff reads it
        kiosk_.note(problem_);
        problem_.clear();
    }
    const KioskTurn turn = turn_kiosk(
        kiosk_, table_, {.acted = events.any(), .pressed = devices_->pressed(), .elapsed_s = elapsed_s});
    if (turn == KioskTurn::demo) {
        start_demo();
        return;
    }
    if (kiosk_.phase() == KioskPhase::attract && run() != nullptr && !settings().reduced_motion) {
        run()->set_drift(attract_drift_deg(wall_s_));
    }
    if (turn == KioskTurn::next_scene) {
        kiosk_.next_scene();
        show_attract_scene();
    } else if (turn == KioskTurn::attract) {
        start_attract();
    }
}

} // namespace tactus::app
