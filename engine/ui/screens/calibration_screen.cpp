#include "engine/ui/screens/calibration_screen.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

namespace {

Rect page(Canvas& canvas, const std::string& title, const std::string& device) {
    const Rect sheet = centred(canvas, 640, 500);
    card(canvas, sheet);
    canvas.text({sheet.x + 40, sheet.y + 30}, Face::card_title, canvas.theme().text, title);
    canvas.text_within({sheet.x + 40, sheet.y + 66}, sheet.width - 80, Face::body, canvas.theme().text_second,
                       device);
    return {sheet.x + 40, sheet.y + 110, sheet.width - 80, sheet.height - 110};
}

/// The lowest part of every page: what came of it, Undo and Back. `asked`: what is to be done now.
void calibration_foot(Canvas& canvas, Interaction& interaction, const Rect& inside, const CalibrationEnd& end,
                      const std::string& asked, Commands& ask) {
    const Theme& theme = canvas.theme();
    const std::string words =
        !end.done              ? asked
        : !end.refused.empty() ? "Not kept: " + end.refused + ". Press briefly to try again, long to leave."
                               : std::string(end.kept ? "Kept. Press briefly to take it back"
                                                      : "Taken back. Press briefly to keep it") +
                                     ", long to leave.";
    canvas.paragraph({inside.x, inside.bottom() - 128}, inside.width, Face::title,
                     end.done && !end.refused.empty() ? theme.amber : theme.text, words);
    const float y = inside.bottom() - 62;
    interaction.prefer(widget_id("Back"));
    if (button(canvas, interaction, {inside.x, y, 130, 40}, "Back", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::devices});
    }
    if (button(canvas, interaction, {inside.x + 140, y, 130, 40}, "Undo", {ButtonKind::quiet, "U"}) ||
        interaction.events().struck(devices::key_of('u'))) {
        ask(UndoCalibration{});
    }
}

std::string percent(float share) { return rounded(100 * share) + " %"; }

/// One of three things to be done: its name, what came of it; marked while it is asked for.
void stage_row(Canvas& canvas, const Rect& rect, const std::string& name, const std::string& figure,
               bool now) {
    const Theme& theme = canvas.theme();
    canvas.fill(rect, now ? theme.teal.at(0.20F) : theme.text.at(0.05F), 9);
    canvas.text({rect.x + 18, rect.y + 12}, Face::body_strong, theme.text, name);
    canvas.text({rect.right() - 18, rect.y + 12}, Face::body, now ? theme.teal : theme.text_second, figure,
                Align::right);
}

} // namespace

void draw_press_page(Canvas& canvas, Interaction& interaction, const PressPageView& view, Commands& ask) {
    const Rect inside = page(canvas, "How hard is that?", view.device);
    float y = inside.y;
    for (int level = 0; level < static_cast<int>(devices::press_words.size()); ++level) {
        const auto at = static_cast<std::size_t>(level);
        const auto figure = view.presses.figure(level);
        const std::string name =
            std::string(devices::press_words[at]) + ", " + rounded(devices::press_newtons[at]) + " N";
        stage_row(canvas, {inside.x, y, inside.width, 44}, name,
                  figure ? percent(figure->middle) + " of its range, spread " + percent(figure->spread) : "-",
                  level == view.presses.level());
        y += 52;
    }
    bar(canvas, {inside.x, y + 10, inside.width, 14}, view.press_now, canvas.theme().teal);
    std::string asked;
    if (!view.presses.complete()) {
        asked = "Press as on a client, ";
        asked += devices::press_words[static_cast<std::size_t>(view.presses.level())];
        asked += ", and let go: " + rounded(view.presses.taken() + 1.0) + " of " +
                 rounded(devices::PressCalibration::presses_a_level) + ".";
    }
    calibration_foot(canvas, interaction, inside, view.end, asked, ask);
}

void draw_scale_page(Canvas& canvas, Interaction& interaction, const ScalePageView& view, Commands& ask) {
    const Rect inside = page(canvas, "Two weights", view.device);
    const std::array<std::string, 3> names{"Nothing on it", rounded(view.weights_kg[0], 1) + " kg",
                                           rounded(view.weights_kg[1], 1) + " kg"};
    float y = inside.y;
    for (std::size_t stage = 0; stage < names.size(); ++stage) {
        const auto& rests = view.scale.rests();
        const bool there = stage < rests.size();
        stage_row(canvas, {inside.x, y, inside.width, 44}, names[stage],
                  there ? "reads " + rounded(rests[stage].middle, 2) + ", spread " +
                              rounded(rests[stage].spread, 2)
                        : "-",
                  static_cast<int>(stage) == view.scale.stage());
        y += 52;
    }
    canvas.text({inside.x, y + 8}, Face::body, canvas.theme().text_second,
                "Reads " + rounded(view.reading_now, 2) + " now." +
                    (view.end.done && view.end.refused.empty() ? " The line misses the lighter weight by " +
                                                                     rounded(view.scale.misfit_n(), 2) + " N."
                                                               : ""));
    const int stage = view.scale.stage();
    const std::string asked = stage == 0 ? "Take everything off, and wait a second."
                                         : "Put " + names[static_cast<std::size_t>(std::min(stage, 2))] +
                                               " on it, and wait a second.";
    calibration_foot(canvas, interaction, inside, view.end, asked, ask);
    if (!view.end.done && view.can_tare &&
        button(canvas, interaction, {inside.right() - 280, inside.bottom() - 62, 130, 40}, "Zero only")) {
        ask(KeepTare{});
    }
    if (!view.end.done &&
        button(canvas, interaction, {inside.right() - 140, inside.bottom() - 62, 140, 40}, "Other weights")) {
        ask(ChangeWeights{});
    }
}

void draw_latency_page(Canvas& canvas, Interaction& interaction, const LatencyPageView& view, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect inside = page(canvas, "Latency", view.device);
    const Vec2 middle{inside.middle().x, inside.y + 84};
    canvas.ring(middle, 60, theme.text_second, 3);
    if (!view.end.done && view.still) {
        bar(canvas, {inside.x, middle.y + 72, inside.width, 12}, view.approach, theme.teal);
    } else if (!view.end.done) { // a ring that closes on the other: its landing can be foreseen
        canvas.ring(middle, 60 + 100 * (1 - view.approach), theme.teal, 3);
    }
    const auto figure = view.taps.figure();
    canvas.text({middle.x, inside.y + 190}, Face::body, theme.text,
                figure ? "Median " + rounded(figure->median_ms) + " ms, spread " +
                             rounded(figure->spread_ms) + " ms between the quartiles"
                       : "",
                Align::centre);
    calibration_foot(canvas, interaction, inside, view.end,
                     "Tap as the rings meet: " + rounded(view.taps.taps()) + " of " +
                         rounded(devices::TapLatency::wanted_taps) + ".",
                     ask);
}

} // namespace tactus::ui
