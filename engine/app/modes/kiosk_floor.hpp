#pragma once
/// A kiosk with a run on its table: what a frame leads to, and what is drawn over the run for whoever stands
/// there.

#include "engine/app/modes/attract_programme.hpp"
#include "engine/app/modes/kiosk_mode.hpp"
#include "engine/app/run/run_table.hpp"
#include "engine/devices/device_set.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/scoring/score.hpp"

#include <string>

namespace tactus::app {

/// What somebody may have done in a frame.
struct KioskFrame {
    bool acted = false;   ///< with keys, pointer or wheel
    bool pressed = false; ///< a device feels a force
    double elapsed_s = 0;
};

enum class KioskTurn {
    none,
    demo,       ///< a hand has come while nobody was there
    next_scene, ///< of the attract loop
    attract,    ///< the visitor is gone, or cannot go on
};

/// Passes a frame.
KioskTurn turn_kiosk(KioskMode& kiosk, const RunTable& table, const KioskFrame& frame);

/// Slow motion of the attract loop's camera, degrees, at that time. Pure.
float attract_drift_deg(double wall_s);

/// What a visitor does: the kiosk's drill with the client whom it is made for, for another may not have the
/// knot that it is about. chosen: where it names none. Throws UserError when there is no drill.
AttractScene kiosk_demo(const KioskMode& kiosk, ui::Catalogue& catalogue, const client::Client& chosen);

/// Of those that were there once; empty = all are.
std::string missing_device(const devices::DeviceSet& devices);

/// What the kiosk's screens are drawn from.
struct KioskSight {
    const RunTable& table;
    const scoring::Score* score = nullptr; ///< of the last run; null = none
    bool still = false;                    ///< nothing moves by itself
    std::string missing;                   ///< a device
};

/// kiosk: its words, knock and staff's door are its own; nothing is drawn while it is off.
void draw_kiosk(ui::Canvas& canvas, ui::Interaction& interaction, KioskMode& kiosk, const KioskSight& sight,
                ui::Commands& ask);

} // namespace tactus::app
