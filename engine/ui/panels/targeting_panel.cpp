#include "engine/ui/panels/targeting_panel.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <string>

namespace tactus::ui {

namespace {

/// Full marks for the place end here (facts 7.3, LOC).
constexpr float on_point_m = 0.010F;

} // namespace

Rect draw_targeting_panel(Canvas& canvas, const RunView& view, Vec2 at) {
    const scoring::Task& task = view.task();
    if (!task.trigger_point) {
        return {at.x, at.y, 0, 0};
    }
    const Theme& theme = canvas.theme();
    const anatomy::TriggerPoint* point = view.target_point();
    const Rect rect{at.x, at.y, 232, 178};
    const float left = rect.x + padding;
    const float width = rect.width - 2 * padding;
    panel(canvas, rect);
    canvas.text({left, rect.y + 13}, Face::body_strong, theme.text, "Trigger point");
    canvas.text_within({left, rect.y + 36}, width, Face::caption, theme.text_second,
                       point != nullptr
                           ? std::string(point->site->name) + (point->right ? ", right" : ", left")
                           : *task.trigger_point);
    const float away_m = view.now.target_distance_m;
    const bool known = away_m >= 0 && view.leading_hand() != nullptr;
    const bool on_point = known && away_m <= on_point_m;
    label_value(canvas, {left, rect.y + 62}, width, "Distance", known ? rounded(1000 * away_m) + " mm" : "-");
    canvas.text({left, rect.y + 84}, Face::caption, on_point ? theme.teal : theme.text_second,
                !known     ? "not touching"
                : on_point ? "on the point"
                           : "not yet on it");
    const float hold_s = view.now.hold_s;
    label_value(canvas, {left, rect.y + 110}, width, "Hold",
                rounded(hold_s) + (task.hold_s > 0 ? " of " + rounded(task.hold_s) : std::string()) + " s");
    bar(canvas, {left, rect.y + 138, width, 8}, task.hold_s > 0 ? hold_s / task.hold_s : 0, theme.teal);
    const auto index =
        point != nullptr ? static_cast<std::size_t>(point - view.anatomy.trigger_points.data()) : 0U;
    if (point != nullptr && index < view.now.client.trigger_points.size()) {
        const float tension = view.now.client.trigger_points[index].tension;
        canvas.text({left, rect.y + 152}, Face::caption, theme.text_second,
                    "Tension " + rounded(100 * tension) + " %");
    }
    return rect;
}

} // namespace tactus::ui
