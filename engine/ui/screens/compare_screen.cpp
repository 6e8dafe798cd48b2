#include "engine/ui/screens/compare_screen.hpp"

#include "engine/ui/widgets/back_map.hpp"
#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/way_graph.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::ui {

namespace {

constexpr float map_width = 220;
constexpr float map_height = 300;
constexpr float compare_left_width = 2 * map_width + 20;

const scoring::Zone* first_zone(const drills::Drill& drill) {
    for (const drills::Step& step : drill.steps) {
        if (step.task.zone) {
            return &*step.task.zone;
        }
    }
    return nullptr;
}

struct Side {
    std::string_view name;
    const replay::RunTrace* run; ///< null: not yet
    bool dashed;                 ///< as its lines in the graphs
};

/// A back with the run's name, score and share above and below it.
void draw_side(Canvas& canvas, const CompareView& view, Vec2 at, const Side& side) {
    const Theme& theme = canvas.theme();
    const replay::RunTrace* run = side.run;
    const Colour colour = side.dashed ? theme.amber : theme.text;
    for (float x = 0; x < 30;
         x += side.dashed ? 12.0F : 30.0F) { // the line by which the graphs draw this run
        canvas.line({at.x + x, at.y + 12},
                    {at.x + std::min(x + (side.dashed ? 8.0F : 30.0F), 30.0F), at.y + 12}, colour, 2.4F);
    }
    canvas.text({at.x + 40, at.y}, Face::title, theme.text, side.name);
    const Rect map{at.x, at.y + 34, map_width, map_height};
    if (run == nullptr || view.skin == nullptr || view.drill == nullptr) {
        canvas.fill(map, theme.text.at(0.04F), 10);
        return;
    }
    canvas.text({at.x + map_width, at.y}, Face::title, theme.teal, rounded(run->score_total), Align::right);
    const scoring::Zone* zone = first_zone(*view.drill);
    back_map(canvas, map, *view.skin, run->coverage, zone);
    if (zone != nullptr) {
        const float share = covered_share(*view.skin, run->coverage, *zone);
        canvas.text({at.x + map_width / 2, map.bottom() + 8}, Face::caption, theme.text_second,
                    rounded(100 * share) + " % of the zone has its dose", Align::centre);
    }
}

std::string match_words(const std::optional<double>& match) { return match ? rounded(*match) + " %" : "-"; }

void draw_figures(Canvas& canvas, const CompareView& view, const Rect& rect) {
    const replay::Comparison& comparison = *view.comparison;
    label_value(canvas, {rect.x, rect.y}, rect.width, "Force alike, middle stroke",
                match_words(comparison.force_match()));
    label_value(canvas, {rect.x, rect.y + 23}, rect.width, "Pace alike, middle stroke",
                match_words(comparison.speed_match()));
    const auto distance = comparison.distance();
    label_value(canvas, {rect.x, rect.y + 46}, rect.width, "Way, force and pace apart (0: the same)",
                distance ? rounded(*distance, 2) : "-");
    if (comparison.unpaired > 0) {
        canvas.text_within({rect.x, rect.y + 72}, rect.width, Face::caption, canvas.theme().text_second,
                           std::to_string(comparison.unpaired) +
                               (comparison.unpaired == 1 ? " movement has" : " movements have") +
                               " nothing like it in the other run.");
    }
}

std::string way_word(Vec2 travel) {
    if (std::abs(travel.y) >= std::abs(travel.x)) {
        return travel.y < 0 ? "toward the head" : "toward the feet";
    }
    return travel.x < 0 ? "to the client's left" : "to the client's right";
}

/// Which stroke it is, with buttons to the one before and after.
void draw_chooser(Canvas& canvas, Interaction& interaction, const CompareView& view, CompareScreen& state,
                  const Rect& rect) {
    const auto count = view.comparison->pairs.size();
    const strokes::StrokeTrace& stroke = view.own->strokes[view.comparison->pairs[state.stroke].own];
    const Theme& theme = canvas.theme();
    const auto step =
        static_cast<std::size_t>(std::clamp(stroke.step, 0, static_cast<int>(view.drill->steps.size()) - 1));
    canvas.text_within({rect.x, rect.y}, rect.width - 230, Face::title, theme.text,
                       "Stroke " + std::to_string(state.stroke + 1) + " of " + std::to_string(count) + ", " +
                           way_word(stroke.travel_m));
    canvas.text_within({rect.x, rect.y + 24}, rect.width - 230, Face::caption, theme.text_second,
                       clock_time(stroke.begin_s()) + "   " + view.drill->steps[step].name + "   " +
                           (stroke.hand == contact::Side::left ? "left hand" : "right hand"));
    const Rect before{rect.right() - 220, rect.y + 2, 106, 38};
    const Rect after{rect.right() - 108, rect.y + 2, 108, 38};
    const devices::InputEvents& events = interaction.events();
    if ((button(canvas, interaction, before, "Before", {ButtonKind::quiet, ","}) ||
         events.struck(devices::key_of(','), true)) &&
        state.stroke > 0) {
        --state.stroke;
    }
    if ((button(canvas, interaction, after, "After", {ButtonKind::quiet, "."}) ||
         events.struck(devices::key_of('.'), true)) &&
        state.stroke + 1 < count) {
        ++state.stroke;
    }
}

scoring::Band scaled(const std::optional<scoring::Band>& band, float factor) {
    return band ? scoring::Band{band->low * factor, band->high * factor} : scoring::Band{};
}

void draw_graphs(Canvas& canvas, const CompareView& view, const CompareScreen& state, const Rect& rect) {
    const replay::StrokePair& pair = view.comparison->pairs[state.stroke];
    const strokes::StrokeTrace& own = view.own->strokes[pair.own];
    const strokes::StrokeTrace& other = view.other->strokes[pair.other];
    const auto step =
        static_cast<std::size_t>(std::clamp(own.step, 0, static_cast<int>(view.drill->steps.size()) - 1));
    const scoring::Task& task = view.drill->steps[step].task;
    // The light way back has its own band.
    const bool back = (task.direction == scoring::Direction::cephalad && own.travel_m.y > 0) ||
                      (task.direction == scoring::Direction::caudad && own.travel_m.y < 0);
    const float height = (rect.height - 60) / 2;
    way_graph(canvas, {rect.x, rect.y + 24, rect.width, height},
              {.title = "Force along the way, N",
               .own = &own,
               .other = &other,
               .value = &strokes::StrokePoint::force_n,
               .band = scaled(back ? task.return_force_n : task.force_n, 1),
               .aside = rounded(pair.force_match) + " % alike"});
    way_graph(canvas, {rect.x, rect.y + 24 + height + 36, rect.width, height},
              {.title = "Pace along the way, cm/s",
               .own = &own,
               .other = &other,
               .value = &strokes::StrokePoint::speed_m_s,
               .factor = 100,
               .band = back ? scoring::Band{} : scaled(task.speed_m_s, 100),
               .aside = rounded(pair.speed_match) + " % alike"});
}

/// Which other run: two buttons, the chosen one teal.
void draw_rivals(Canvas& canvas, Interaction& interaction, const CompareView& view, const Rect& sheet,
                 Commands& ask) {
    constexpr float width = 120;
    float x = sheet.right() - 40 - 3 * width - 20;
    for (const Rival rival : {Rival::best, Rival::class_best, Rival::expert}) {
        const bool chosen = rival == view.rival;
        if (button(canvas, interaction, {x, sheet.y + 26, width, 40}, rival_word(rival),
                   {chosen ? ButtonKind::primary : ButtonKind::quiet, ""}) &&
            !chosen) {
            ask(ChooseRival{rival});
        }
        x += width + 10;
    }
}

void draw_waiting(Canvas& canvas, const CompareView& view, const Rect& rect) {
    const Theme& theme = canvas.theme();
    const std::string& words = view.refusal.empty() ? view.waiting : view.refusal;
    const float height = canvas.paragraph_height(rect.width - 80, Face::body, words);
    const float top = rect.middle().y - height / 2 - 20;
    canvas.paragraph({rect.x + 40, top}, rect.width - 80, Face::body, theme.text_second, words);
    if (view.refusal.empty()) {
        bar(canvas, {rect.x + 40, top + height + 16, rect.width - 80, 8}, static_cast<float>(view.progress),
            theme.teal);
    }
}

} // namespace

std::string_view rival_word(Rival rival) {
    switch (rival) {
    case Rival::best:
        return "Your best";
    case Rival::class_best:
        return "Class best";
    case Rival::expert:
        return "Expert";
    }
    return {};
}

void draw_compare_screen(Canvas& canvas, Interaction& interaction, const CompareView& view,
                         CompareScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 1120, 652);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    canvas.text_within({left, sheet.y + 24}, sheet.width - 80 - 400, Face::card_title, theme.text,
                       view.drill != nullptr ? view.drill->name : "Two runs side by side");
    canvas.text({left, sheet.y + 60}, Face::body, theme.text_second,
                view.client != nullptr ? "Client: " + view.client->name : "");
    draw_rivals(canvas, interaction, view, sheet, ask);
    draw_side(canvas, view, {left, sheet.y + 100}, {"This run", view.own, false});
    draw_side(canvas, view, {left + map_width + 20, sheet.y + 100},
              {rival_word(view.rival), view.other, true});

    const float right = left + compare_left_width + 44;
    const Rect graphs{right, sheet.y + 150, sheet.right() - 40 - right, sheet.height - 150 - 90};
    const bool ready = view.comparison != nullptr && view.own != nullptr && view.other != nullptr;
    if (ready) {
        draw_figures(canvas, view, {left, sheet.y + 470, compare_left_width, 0});
    }
    if (ready && !view.comparison->pairs.empty()) {
        state.stroke = std::min(state.stroke, view.comparison->pairs.size() - 1);
        draw_chooser(canvas, interaction, view, state, {right, sheet.y + 96, graphs.width, 0});
        draw_graphs(canvas, view, state, graphs);
    } else if (ready) {
        canvas.paragraph(
            {right, graphs.y + 40}, graphs.width, Face::body, theme.text_second,
            "No stroke of this run has one like it in the other: a hold has no way along the skin to be "
            "laid side by side. The maps still tell where each has worked.");
    } else {
        draw_waiting(canvas, view, graphs);
    }

    const float foot = sheet.bottom() - 60;
    const devices::InputEvents& events = interaction.events();
    if (ready) {
        interaction.prefer(widget_id("Watch with ghost"));
        if (button(canvas, interaction, {sheet.right() - 40 - 220, foot, 220, 40}, "Watch with ghost",
                   {ButtonKind::primary, "W"}) ||
            events.struck(devices::key_of('w'))) {
            ask(WatchBeside{});
        }
    }
    if (button(canvas, interaction, {left, foot, 130, 40}, "Back", {ButtonKind::quiet, "Esc"}) ||
        events.struck(devices::Key::escape)) {
        ask(LeaveCompare{});
    }
}

} // namespace tactus::ui
