/// The back in the drill editor: what the steps ask for, what the client bears, and drawing on it.

#include "engine/ui/screens/editor_parts.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/marker.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/client/place.hpp"
#include "sim/drills/placing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::ui {

namespace {

using scoring::Task;
using Sides = scoring::Zone::Sides;

constexpr float corner_reach_m = 0.015F;

std::vector<float> sides_of(Sides sides) {
    return sides == Sides::both ? std::vector{1.0F, -1.0F} : std::vector{sides == Sides::left ? -1.0F : 1.0F};
}

void draw_zone_outline(const EditorFrame& frame, const scoring::Zone& zone, Colour edge, bool looked_at) {
    for (const float side : sides_of(zone.sides)) {
        outline_on_skin(frame.canvas, frame.view.seen_at,
                        {Vec2(side * zone.u_low, zone.v_low), Vec2(side * zone.u_high, zone.v_high)}, edge,
                        looked_at ? 2.5F : 1.2F, looked_at ? edge.at(0.35F) : Colour{0, 0, 0, 0});
        for (const Vec2& corner : {Vec2(zone.u_low, zone.v_low), Vec2(zone.u_high, zone.v_high),
                                   Vec2(zone.u_low, zone.v_high), Vec2(zone.u_high, zone.v_low)}) {
            const auto at = frame.view.seen_at(Vec2(side * corner.x, corner.y));
            if (looked_at && at) {
                frame.canvas.fill({at->x - 4, at->y - 4, 8, 8}, edge, 2);
            }
        }
    }
}

/// The line of a path with a head that says which way.
void draw_path_line(const EditorFrame& frame, const Task& task, Colour colour) {
    const bool up = task.direction == scoring::Direction::cephalad;
    const float from = up ? task.zone->v_high : task.zone->v_low;
    const float to = up ? task.zone->v_low : task.zone->v_high;
    for (const float side : sides_of(task.zone->sides)) {
        const float u = side * *task.line_u;
        line_on_skin(frame.canvas, frame.view.seen_at, Vec2(u, from), Vec2(u, to), colour, 3);
        const auto tip = frame.view.seen_at(Vec2(u, to));
        const auto neck = frame.view.seen_at(Vec2(u, to + (from - to) * 0.06F));
        const bool aimed =
            up || task.direction == scoring::Direction::caudad; // any other direction has no end
        if (tip && neck && aimed && glm::length(*tip - *neck) > 1) {
            const Vec2 way = glm::normalize(*tip - *neck);
            const Vec2 across(-way.y, way.x);
            const Vec2 foot = *tip - way * 13.0F;
            frame.canvas.triangle(*tip, foot + across * 7.0F, foot - across * 7.0F, colour);
        }
    }
}

std::optional<Vec2> target_of(const EditorFrame& frame, const Task& task) {
    if (task.place) {
        return Vec2(task.place->u, task.place->v);
    }
    if (task.trigger_point && frame.view.anatomy != nullptr) {
        const auto& points = frame.view.anatomy->trigger_points;
        const auto point = std::ranges::find(points, *task.trigger_point, &anatomy::TriggerPoint::id);
        return point == points.end() ? std::nullopt : std::optional(Vec2(point->u, point->v));
    }
    return std::nullopt;
}

void draw_step(const EditorFrame& frame, std::size_t index) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = canvas.theme();
    const bool looked_at = index == frame.editor.step;
    const Task& task = frame.edit.drill.steps[index].task;
    const Colour colour = looked_at ? theme.teal : theme.text.at(0.45F);
    if (task.zone) {
        draw_zone_outline(frame, *task.zone, colour, looked_at);
    }
    if (task.zone && task.line_u) {
        draw_path_line(frame, task, colour);
    }
    const auto target = target_of(frame, task);
    if (const auto at = target ? frame.view.seen_at(*target) : std::nullopt) {
        canvas.dot(*at, looked_at ? 5.0F : 3.0F, colour);
        canvas.ring(*at, looked_at ? 15.0F : 9.0F, colour, looked_at ? 3.0F : 1.5F);
        if (looked_at && task.place) { // the client's own point has its name there
            canvas.text(*at + Vec2(20, -9), Face::caption_strong, theme.text, where_words(task));
        } else if (!looked_at) {
            canvas.text(*at + Vec2(12, -9), Face::caption, theme.text_second, std::to_string(index + 1));
        }
    }
}

/// Boxes and areas that this client has limits of its own for.
void draw_client_limits(const EditorFrame& frame) {
    const client::Condition& condition = frame.view.client.condition;
    const Theme& theme = frame.canvas.theme();
    const auto name_it = [&](Vec2 spine, const client::ConditionCap& cap) {
        const float least = cap.thumb_n > 0 ? cap.thumb_n : cap.palm_n;
        if (const auto at = frame.view.seen_at(spine); at && least > 0) {
            frame.canvas.text(*at + Vec2(4, 2), Face::caption, theme.orange,
                              std::string(cap.place) + " " + authoring::number_text(least) + " N");
        }
    };
    const auto outline_it = [&](Vec2 low, Vec2 high) {
        outline_on_skin(frame.canvas, frame.view.seen_at, {low, high}, theme.orange.at(0.8F), 1.3F);
    };
    for (const client::ConditionCap& cap : condition.caps) {
        for (const std::string_view part : client::place_parts(cap.place)) {
            if (const auto region = anatomy::region_named(part)) {
                const anatomy::RegionBox& box = anatomy::region_box(*region);
                outline_it(Vec2(box.u_low, box.v_low), Vec2(box.u_high, box.v_high));
                outline_it(Vec2(-box.u_low, box.v_low), Vec2(-box.u_high, box.v_high));
                name_it(Vec2(box.u_low, box.v_low), cap);
            }
            const auto area = std::ranges::find(condition.areas, part, &client::SkinArea::id);
            if (area != condition.areas.end()) {
                const Vec2 half(area->half_u, area->half_v);
                const Vec2 middle(area->u, area->v);
                outline_it(middle - half, middle + half);
                name_it(middle - half, cap);
            }
        }
    }
}

void draw_client_points(const EditorFrame& frame) {
    if (frame.view.anatomy == nullptr) {
        return;
    }
    for (const anatomy::TriggerPoint& point : frame.view.anatomy->trigger_points) {
        if (const auto at = frame.view.seen_at(Vec2(point.u, point.v))) {
            const bool active = point.activity == anatomy::Activity::active;
            point_marker(frame.canvas, *at, active ? PointSign::active : PointSign::latent);
            // Two that lie close are of either kind: one name goes under its point, one over it.
            frame.canvas.text(*at + Vec2(16, active ? 8.0F : -24.0F), Face::caption_strong,
                              active ? frame.canvas.theme().amber : frame.canvas.theme().text, point.id);
        }
    }
}

/// The press on the back becomes a point, a zone or a path of the step.
void draw_on_back(const EditorFrame& frame, const Rect& foot, float sheet_right) {
    Editor& editor = frame.editor;
    const devices::InputEvents& events = frame.interaction.events();
    const bool may_begin = frame.view.anatomy != nullptr && events.press_began && events.press_place;
    const Vec2 pressed = may_begin ? frame.canvas.logical(*events.press_place) : Vec2(-1);
    if (may_begin && pressed.x > sheet_right && !foot.contains(pressed)) {
        editor.drawn_from = frame.view.place_under(pressed);
        const anatomy::SkinGrid& skin = frame.view.anatomy->skin;
        const Vec2 reach(corner_reach_m / skin.half_biacromial_m, corner_reach_m / skin.spine_length_m);
        const auto& zone = frame.step().task.zone;
        if (editor.drawn_from && editor.placing == PlacingTool::zone && zone) {
            if (const auto corner = drills::opposite_corner(*zone, *editor.drawn_from, reach)) {
                editor.drawn_from = *corner;
            }
        }
    }
    if (!editor.drawn_from) {
        return;
    }
    if (const auto to = frame.view.place_under(frame.interaction.pointer())) {
        Task& task = frame.step().task;
        switch (editor.placing) {
        case PlacingTool::point:
            drills::place_point(task, drills::meant_place(*frame.view.anatomy, *to, editor.snaps));
            frame.edit.what = "the point";
            break;
        case PlacingTool::zone:
            drills::paint_zone(task, frame.view.anatomy->skin, *editor.drawn_from, *to, editor.both_sides,
                               editor.snaps);
            frame.edit.what = "the zone";
            break;
        case PlacingTool::path:
            drills::draw_path(task, *editor.drawn_from, *to, editor.both_sides);
            frame.edit.what = "the path";
            break;
        }
    }
    if (!frame.interaction.held()) {
        editor.drawn_from.reset();
    }
}

void draw_tools(const EditorFrame& frame, const Rect& rect) {
    Editor& editor = frame.editor;
    panel(frame.canvas, rect);
    const Rect line{rect.x + 14, rect.y + 12, rect.width - 28, 32};
    const std::array<Chip, 5> row{Chip{"Point", editor.placing == PlacingTool::point},
                                  Chip{"Zone", editor.placing == PlacingTool::zone},
                                  Chip{"Path", editor.placing == PlacingTool::path},
                                  Chip{"On both", editor.both_sides}, Chip{"Snap", editor.snaps}};
    if (const auto pressed = chips(frame, line, row)) {
        if (*pressed < 3) {
            editor.placing = static_cast<PlacingTool>(*pressed);
        } else if (*pressed == 3) {
            editor.both_sides = !editor.both_sides;
        } else {
            editor.snaps = !editor.snaps;
        }
    }
    constexpr std::array<std::string_view, 3> hints{
        "Press where step # is done; a point of the client or a landmark near by is meant.",
        "Draw the zone of step # from corner to corner; its corners can be moved.",
        "Draw the way of step # along the spine, in the direction of the stroke."};
    std::string hint(hints[static_cast<std::size_t>(editor.placing)]);
    hint.replace(hint.find('#'), 1, std::to_string(editor.step + 1));
    if (places_areas(frame)) {
        hint = "Press on the back to move the area that is looked at there.";
    }
    if (frame.view.anatomy == nullptr) {
        hint = frame.view.client.name + " lies down...";
    }
    const bool warned = !frame.view.warnings.empty();
    const float y = line.bottom() + 8;
    frame.canvas.clip({rect.x, rect.y, rect.width, rect.height - 4});
    frame.canvas.paragraph({line.x, y}, line.width, Face::caption,
                           warned ? frame.canvas.theme().amber : frame.canvas.theme().text_second,
                           warned ? frame.view.warnings.front() : hint);
    frame.canvas.unclip();
}

} // namespace

void draw_editor_back(const EditorFrame& frame, const Rect& foot) {
    draw_client_limits(frame);
    draw_client_points(frame);
    if (places_areas(frame)) {
        draw_own_area_on_back(frame, foot);
    } else {
        draw_on_back(frame, foot, foot.x - gap);
    }
    for (std::size_t k = 0; k < frame.edit.drill.steps.size(); ++k) {
        if (k != frame.editor.step) {
            draw_step(frame, k);
        }
    }
    draw_step(frame, frame.editor.step);
    draw_tools(frame, foot);
}

} // namespace tactus::ui
