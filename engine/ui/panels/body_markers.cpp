#include "engine/ui/panels/body_markers.hpp"

#include "engine/ui/coach.hpp"
#include "engine/ui/widgets/marker.hpp"

#include <string>

namespace tactus::ui {

namespace {

std::optional<Vec2> on_screen(const Canvas& canvas, const RunView& view, Vec3 place) {
    const auto pixel = render::world_to_pixel(view.camera, place, canvas.size() * canvas.scale());
    return pixel ? std::optional(canvas.logical(*pixel)) : std::nullopt;
}

PointSign sign_of(const anatomy::TriggerPoint& point, const physiology::TriggerPointState& state) {
    if (state.released) {
        return PointSign::treated;
    }
    return point.activity == anatomy::Activity::active ? PointSign::active : PointSign::latent;
}

std::string_view progress_word(const physiology::TriggerPointState& state) {
    if (state.released) {
        return "released";
    }
    return state.hold_s > 0 ? "being treated" : "not yet treated";
}

void draw_points(Canvas& canvas, const RunView& view) {
    const anatomy::TriggerPoint* target = view.target_point();
    for (std::size_t index = 0; index < view.anatomy.trigger_points.size(); ++index) {
        const anatomy::TriggerPoint& point = view.anatomy.trigger_points[index];
        const physiology::TriggerPointState state = index < view.now.client.trigger_points.size()
                                                        ? view.now.client.trigger_points[index]
                                                        : physiology::TriggerPointState{};
        const bool is_target = &point == target;
        if (!state.found && !is_target) {
            continue;
        }
        const auto at = on_screen(canvas, view, point.skin_m);
        if (!at) {
            continue;
        }
        point_marker(canvas, *at, sign_of(point, state));
        if (is_target && view.leading_hand() == nullptr) { // with the hand on it, a label would hide the work
            const float side = at->x < canvas.size().x / 2 ? -1.0F : 1.0F;
            point_label(canvas, *at, *at + Vec2(side * 62, -58), point.site->name, progress_word(state));
        }
    }
}

void draw_forces(Canvas& canvas, const RunView& view) {
    for (const session::HandSnapshot& hand : view.now.hands) {
        if (!hand.touching || hand.force_n < 1) {
            continue;
        }
        if (const auto at = on_screen(canvas, view, hand.centre)) {
            const auto& band = view.task().force_n;
            const auto& light = view.task().return_force_n;
            const bool within = !band || (hand.force_n >= band->low && hand.force_n <= band->high) ||
                                (light && hand.force_n >= light->low && hand.force_n <= light->high);
            force_arrow(canvas, *at, hand.force_n, within);
        }
    }
}

} // namespace

void draw_body_markers(Canvas& canvas, const RunView& view) {
    if (view.feedback != drills::Feedback::full) {
        return;
    }
    draw_points(canvas, view);
    draw_forces(canvas, view);
}

} // namespace tactus::ui
