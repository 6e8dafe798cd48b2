#include "engine/render/flinch.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {

namespace {

// Design values: what is seen on a table when somebody holds still and would rather not be touched there.
constexpr float hurts_from = 6; ///< of 10: below it nobody moves
constexpr float hurts_most = 9;
constexpr float rise_s = 0.15F; ///< a start is quick, letting go is not
constexpr float fall_s = 1.4F;
constexpr float shrug_m = 0.020F;      ///< of the shoulder away from the hand
constexpr float shrug_near_m = 0.006F; ///< under the hand, which lies on it
constexpr float turn_rad = 0.18F;      ///< of the face in its cradle
constexpr double start_s = 0.5;        ///< that a start lasts
constexpr double jerk_hz = 6;          ///< of clonus: 5 to 8 (facts 5.4)
constexpr double jerk_s = 3;
constexpr float jerk_m = 0.004F;

float toward(float value, float goal, float elapsed_s) {
    const float lag_s = goal > value ? rise_s : fall_s;
    return goal + (value - goal) * std::exp(-elapsed_s / lag_s);
}

/// The side of the spine on which a hand presses: 1 = the client's right, -1 left, 0 neither or both.
float pressed_side(const session::Snapshot& now) {
    float side = 0;
    for (const session::HandSnapshot& hand : now.hands) {
        side += hand.touching ? std::clamp(hand.u / 0.15F, -1.0F, 1.0F) : 0;
    }
    return std::clamp(side, -1.0F, 1.0F);
}

bool makes_start(client::EventKind kind) {
    using client::EventKind;
    return kind == EventKind::spasm || kind == EventKind::leg_zap || kind == EventKind::fracture ||
           kind == EventKind::startle || kind == EventKind::sneeze;
}

} // namespace

void Flinch::start_at(const session::Snapshot& now) {
    *this = {};
    t_s_ = now.t_s;
    events_ = now.client.body_events.size();
}

void Flinch::follow(const session::Snapshot& now) {
    if (t_s_ < 0 || now.t_s < t_s_ || now.client.body_events.size() < events_) {
        start_at(now);
    }
    const auto elapsed_s = static_cast<float>(now.t_s - t_s_);
    t_s_ = now.t_s;
    for (; events_ < now.client.body_events.size(); ++events_) {
        const client::BodyEvent& event = now.client.body_events[events_];
        if (makes_start(event.kind)) {
            started_s_ = event.t_s;
        } else if (event.kind == client::EventKind::clonus) {
            jerks_until_s_ = event.t_s + jerk_s;
        }
    }
    const float hurts =
        std::clamp((now.client.discomfort - hurts_from) / (hurts_most - hurts_from), 0.0F, 1.0F);
    const float starts = now.t_s - started_s_ < start_s ? 1.0F : 0.0F;
    const float goal = std::clamp(std::max({hurts, now.client.guarding, starts}), 0.0F, 1.0F);
    drawn_up_ = toward(drawn_up_, goal, elapsed_s);
    away_ = toward(away_, -hurts * pressed_side(now), elapsed_s);
}

void Flinch::pose(session::Snapshot& shown) const {
    const bool led = std::ranges::any_of(shown.hands, [](const session::HandSnapshot& hand) {
        return hand.present && hand.held.part != contact::Hold::none;
    });
    if (led) { // then the joints show how far they are led
        return;
    }
    const float side = pressed_side(shown);
    const double left_s = jerks_until_s_ - shown.t_s;
    const float jerk =
        left_s > 0 ? jerk_m * static_cast<float>(std::sin(2 * 3.14159265358979 * jerk_hz * shown.t_s)) : 0;
    for (std::size_t k = 0; k < shown.girdles.size(); ++k) { // right before left
        const float own = k == 0 ? 1.0F : -1.0F;
        const bool under_hand = side * own > 0.2F;
        const float up_m = drawn_up_ * (under_hand ? shrug_near_m : shrug_m) + jerk;
        shown.girdles[k].glide_m += Vec3(0, 0.3F * up_m, -up_m);
    }
    shown.body.neck_rad += turn_rad * away_;
}

} // namespace tactus::render
