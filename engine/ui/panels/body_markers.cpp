#include "engine/ui/panels/body_markers.hpp"

#include "engine/ui/coach.hpp"
#include "engine/ui/widgets/marker.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace tactus::ui {

std::optional<Vec2> on_screen(const Canvas& canvas, const RunView& view, Vec3 place) {
    const auto pixel = render::world_to_pixel(view.camera, place, canvas.size() * canvas.scale());
    return pixel ? std::optional(canvas.logical(*pixel)) : std::nullopt;
}

namespace {

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
        const bool hunted = view.task().points_to_mark > 0; // the student is to say where they are
        if (hunted || (!state.found && !is_target)) {
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

/// A ring on the skin around the place that is to be held.
void draw_held_place(Canvas& canvas, const RunView& view) {
    const auto& place = view.task().place;
    if (!place || view.task().trigger_point) {
        return;
    }
    constexpr int pieces = 40;
    std::vector<Vec2> ring;
    const anatomy::SkinGrid& skin = view.anatomy.skin;
    for (int k = 0; k <= pieces; ++k) {
        const float turn = 2 * std::numbers::pi_v<float> * static_cast<float>(k) / pieces;
        const float u = place->u + place->radius_m * std::cos(turn) / skin.half_biacromial_m;
        const float v = place->v + place->radius_m * std::sin(turn) / skin.spine_length_m;
        const Vec3 at = anatomy::surface(skin, anatomy::locate(skin, u, v)).position;
        if (const auto pixel = on_screen(canvas, view, at + Vec3(0, .004F, 0))) {
            ring.push_back(*pixel);
        }
    }
    if (ring.size() > 2) {
        const bool held = view.now.target_distance_m == 0 && view.leading_hand() != nullptr;
        canvas.polyline(ring, canvas.theme().teal.at(held ? 1.0F : .7F), held ? 4.0F : 2.5F);
    }
}

/// A way along the skin from one v to another, with a head at its end.
void draw_way(Canvas& canvas, const RunView& view, float u, Vec2 from_to_v) {
    constexpr int pieces = 24;
    std::vector<Vec2> points;
    for (int k = 0; k <= pieces; ++k) {
        const float v = from_to_v.x + (from_to_v.y - from_to_v.x) * static_cast<float>(k) / pieces;
        const Vec3 place =
            anatomy::surface(view.anatomy.skin, anatomy::locate(view.anatomy.skin, u, v)).position;
        if (const auto at = on_screen(canvas, view, place + Vec3(0, .004F, 0))) {
            points.push_back(*at);
        }
    }
    if (points.size() < 3) {
        return;
    }
    const Colour teal = canvas.theme().teal.at(.8F);
    canvas.polyline(points, teal, 2.5F);
    const Vec2 end = points.back();
    const Vec2 along = glm::normalize(end - points[points.size() - 3]);
    const Vec2 across(-along.y, along.x);
    canvas.triangle(end + along * 12.0F, end + across * 6.0F, end - across * 6.0F, teal);
}

} // namespace

void draw_ways(Canvas& canvas, const RunView& view) {
    const auto& zone = view.task().zone;
    if (!zone) {
        return;
    }
    const bool caudad = view.task().direction == scoring::Direction::caudad;
    const Vec2 way = caudad ? Vec2(zone->v_low, zone->v_high) : Vec2(zone->v_high, zone->v_low);
    const float u = .5F * (zone->u_low + zone->u_high);
    if (zone->sides != scoring::Zone::Sides::left) {
        draw_way(canvas, view, u, way);
    }
    if (zone->sides != scoring::Zone::Sides::right) {
        draw_way(canvas, view, -u, way);
    }
}

namespace {

/// The number of a hand stands on its right, unless another hand is so near there that the two would overlap.
Beside free_side(Vec2 at, const std::optional<Vec2>& other) {
    constexpr float label_width = 90;
    const bool taken = other && other->x >= at.x && other->x - at.x < label_width;
    return taken ? Beside::left : Beside::right;
}

/// Which way on the screen a hand pulls its bone.
std::optional<Vec2> way_of_pull(const Canvas& canvas, const RunView& view,
                                const session::HandSnapshot& hand) {
    constexpr float ahead_m = .05F;
    const auto from = on_screen(canvas, view, hand.centre);
    const auto to = on_screen(canvas, view, hand.centre + glm::normalize(hand.held.force_n) * ahead_m);
    if (!from || !to || *from == *to) {
        return std::nullopt;
    }
    return *to - *from;
}

/// Which way on the screen a hand presses: down, but into the upright back of who lies on a side.
Vec2 way_of_press(const Canvas& canvas, const RunView& view, const session::HandSnapshot& hand) {
    constexpr float upright = .7F;
    constexpr float back_m = .10F;
    const auto tip = on_screen(canvas, view, hand.centre);
    const auto tail = on_screen(canvas, view, hand.centre + hand.normal * back_m);
    const bool on_side = std::fabs(view.camera.up.y) < upright;
    return on_side && tip && tail && glm::length(*tip - *tail) > 1 ? glm::normalize(*tip - *tail)
                                                                   : Vec2(0, 1);
}

void draw_forces(Canvas& canvas, const RunView& view) {
    std::array<std::optional<Vec2>, contact::side_count> places;
    for (std::size_t side = 0; side < places.size(); ++side) {
        const session::HandSnapshot& hand = view.now.hands[side];
        if (hand.touching && hand.force_n >= 1) {
            places[side] = on_screen(canvas, view, hand.centre);
        }
    }
    for (std::size_t side = 0; side < places.size(); ++side) {
        if (!places[side]) {
            continue;
        }
        const session::HandSnapshot& hand = view.now.hands[side];
        const auto& band = view.task().force_n;
        const auto& light = view.task().return_force_n;
        const bool within = !band || (hand.force_n >= band->low && hand.force_n <= band->high) ||
                            (light && hand.force_n >= light->low && hand.force_n <= light->high);
        if (hand.held.part == contact::Hold::none) {
            force_arrow(canvas, *places[side], hand.force_n, within,
                        free_side(*places[side], places[places.size() - 1 - side]),
                        way_of_press(canvas, view, hand));
        } else if (const auto way = way_of_pull(canvas, view, hand)) {
            pull_arrow(canvas, *places[side], *way, hand.force_n, within);
        }
    }
}

} // namespace

void draw_body_markers(Canvas& canvas, const RunView& view) {
    if (view.feedback != drills::Feedback::full) {
        return;
    }
    if (view.options.ghost) {
        draw_ways(canvas, view);
    }
    draw_points(canvas, view);
    draw_held_place(canvas, view);
    draw_forces(canvas, view);
}

} // namespace tactus::ui
