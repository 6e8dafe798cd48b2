#include "engine/ui/panels/targeting_panel.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <cmath>
#include <numbers>
#include <string>

namespace tactus::ui {

namespace {

/// Full marks for the place end here (facts 7.3, LOC).
constexpr float on_point_m = 0.010F;

constexpr float width_px = 232;

/// Where the hand is to be held, how far it is from there, and for how long it has been held.
Rect draw_hold_panel(Canvas& canvas, const RunView& view, Vec2 at) {
    const Theme& theme = canvas.theme();
    const scoring::Task& task = view.task();
    const anatomy::TriggerPoint* point = view.target_point();
    const Rect rect = canvas.placed({at.x, at.y, width_px, point != nullptr ? 178.0F : 154.0F});
    const float left = rect.x + padding;
    const float width = rect.width - 2 * padding;
    panel(canvas, rect);
    canvas.text({left, rect.y + 13}, Face::body_strong, theme.text,
                task.trigger_point ? "Trigger point" : "Hold here");
    std::string name = task.trigger_point.value_or(view.step().name);
    if (point != nullptr) {
        name = std::string(point->site->name) + (point->right ? ", right" : ", left");
    }
    canvas.text_within({left, rect.y + 36}, width, Face::caption, theme.text_second, name);
    const float away_m = view.now.target_distance_m;
    const bool known = away_m >= 0 && view.leading_hand() != nullptr;
    const bool on_point = known && away_m <= on_point_m;
    label_value(canvas, {left, rect.y + 62}, width, "Distance", known ? rounded(1000 * away_m) + " mm" : "-");
    canvas.text({left, rect.y + 84}, Face::caption, on_point ? theme.teal : theme.text_second,
                !known     ? "not touching"
                : on_point ? "on it"
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

/// Which bone is to be led where, and how far it has gone.
Rect draw_stretch(Canvas& canvas, const RunView& view, Vec2 at) {
    constexpr float degrees = 180 / std::numbers::pi_v<float>;
    const Theme& theme = canvas.theme();
    const scoring::Task& task = view.task();
    const Rect rect = canvas.placed({at.x, at.y, width_px, 116});
    const float left = rect.x + padding;
    const float width = rect.width - 2 * padding;
    panel(canvas, rect);
    canvas.text({left, rect.y + 13}, Face::body_strong, theme.text, "Stretch");
    std::string what = "Lead the " + contact::hold_words(task.bone);
    if (task.bend_right) {
        what += *task.bend_right ? " to the right" : " to the left";
    }
    canvas.text_within({left, rect.y + 36}, width, Face::caption, theme.text_second, what);
    const bool pelvis = task.bone == contact::Hold::iliac_crest;
    const float bend = degrees * (pelvis ? view.now.body.lumbar_rad : view.now.body.neck_rad);
    const char* side = bend > 0 ? " right" : " left";
    label_value(canvas, {left, rect.y + 62}, width, "Bent",
                rounded(std::fabs(bend)) + " deg" + (std::fabs(bend) < 1 ? "" : side));
    const bool holds =
        view.leading_hand() != nullptr && view.leading_hand()->held.part != contact::Hold::none;
    canvas.text({left, rect.y + 86}, Face::caption, holds ? theme.teal : theme.text_second,
                holds ? "held" : "press to hold it; Ctrl is slower");
    return rect;
}

/// How many knots were marked of those that are there.
Rect draw_search(Canvas& canvas, const RunView& view, Vec2 at) {
    const Theme& theme = canvas.theme();
    const Rect rect = canvas.placed({at.x, at.y, width_px, 96});
    const float left = rect.x + padding;
    const float width = rect.width - 2 * padding;
    panel(canvas, rect);
    canvas.text({left, rect.y + 13}, Face::body_strong, theme.text, "Knots");
    label_value(canvas, {left, rect.y + 40}, width, "Marked",
                std::to_string(view.now.points_marked) + " of " + std::to_string(view.task().points_to_mark));
    canvas.text({left, rect.y + 66}, Face::caption, theme.text_second, "M marks what you feel");
    return rect;
}

} // namespace

bool aims_at_a_place(const scoring::Task& task) {
    const scoring::Work work = scoring::work_of(task);
    return work == scoring::Work::hold || work == scoring::Work::search || work == scoring::Work::stretch ||
           work == scoring::Work::palpate;
}

Rect draw_targeting_panel(Canvas& canvas, const RunView& view, Vec2 at) {
    switch (scoring::work_of(view.task())) {
    case scoring::Work::hold:
    case scoring::Work::search:
        return draw_hold_panel(canvas, view, at);
    case scoring::Work::stretch:
        return draw_stretch(canvas, view, at);
    case scoring::Work::palpate:
        return draw_search(canvas, view, at);
    default:
        return {at.x, at.y, 0, 0};
    }
}

} // namespace tactus::ui
