#include "engine/ui/screens/result_screen.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

namespace tactus::ui {

namespace {

constexpr float result_left_width = 620;

/// Bars turn amber below this.
constexpr double fair_mark = 75;

constexpr std::array main_groups{scoring::Group::pressure, scoring::Group::flow, scoring::Group::targeting};
constexpr std::array other_groups{scoring::Group::safety, scoring::Group::communication,
                                  scoring::Group::sequence};

std::string titled(std::string_view word) {
    std::string words(word);
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

Colour mark_colour(const Theme& theme, double mark) { return mark >= fair_mark ? theme.teal : theme.amber; }

void draw_result_head(Canvas& canvas, const ResultView& view, const Rect& sheet) {
    const Theme& theme = canvas.theme();
    canvas.text_within({sheet.x + 40, sheet.y + 24}, result_left_width, Face::card_title, theme.text,
                       view.drill.name);
    canvas.text_within({sheet.x + 40, sheet.y + 60}, result_left_width, Face::body, theme.text_second,
                       "Client: " + view.client.name + ", " + rounded(view.client.body.age_years) + "     " +
                           spoken_time(view.duration_s));
    if (!view.note.empty()) {
        canvas.text_within({sheet.x + 40, sheet.y + 80}, result_left_width, Face::caption, theme.amber,
                           view.note);
    }
}

void draw_bars(Canvas& canvas, const ResultView& view, const Rect& rect) {
    const Theme& theme = canvas.theme();
    float y = rect.y;
    for (const scoring::Group group : main_groups) {
        const auto& mark = view.score.groups[static_cast<std::size_t>(group)];
        if (!mark) {
            continue;
        }
        canvas.text({rect.x, y}, Face::body_strong, theme.text, titled(scoring::group_name(group)));
        bar(canvas, {rect.x + 96, y + 6, rect.width - 96 - 44, 9}, static_cast<float>(*mark / 100),
            mark_colour(theme, *mark));
        canvas.text({rect.right(), y - 1}, Face::title, theme.text, rounded(*mark), Align::right);
        canvas.paragraph({rect.x, y + 22}, rect.width, Face::caption, theme.text_second,
                         group_fact(view.score, group));
        y += 62;
    }
    std::string others;
    for (const scoring::Group group : other_groups) {
        if (const auto& mark = view.score.groups[static_cast<std::size_t>(group)]) {
            others +=
                (others.empty() ? "" : "     ") + titled(scoring::group_name(group)) + " " + rounded(*mark);
        }
    }
    canvas.text({rect.x, y + 2}, Face::body, theme.text, others);
}

/// The ring of a ladder, which has no score: the highest rung.
void draw_rung(Canvas& canvas, const drills::LadderState& ladder, Vec2 centre) {
    const int rungs = ladder.passes > 0 ? ladder.highest + 1 : 0;
    score_ring(canvas, centre, 74,
               {.share = static_cast<float>(rungs) / drills::ladder_rungs,
                .colour = canvas.theme().teal,
                .figure = std::to_string(rungs),
                .word = "of " + std::to_string(drills::ladder_rungs) + " rungs"});
    canvas.text({centre.x, centre.y + 86}, Face::body_strong, canvas.theme().text, "Practice", Align::centre);
}

void draw_score(Canvas& canvas, const ResultView& view, Vec2 centre) {
    if (view.ladder) {
        draw_rung(canvas, *view.ladder, centre);
        return;
    }
    const Theme& theme = canvas.theme();
    const std::string best = view.best ? "best " + rounded(*view.best) : "first run";
    const bool failed = !view.score.critical.empty();
    score_ring(canvas, centre, 74,
               {.share = static_cast<float>(view.score.total / 100),
                .colour = failed ? theme.orange : mark_colour(theme, view.score.total),
                .figure = rounded(view.score.total),
                .word = best});
    const std::string grade =
        view.graded ? titled(view.score.grade.empty() ? "-" : view.score.grade) : "Practice";
    canvas.text({centre.x, centre.y + 86}, Face::body_strong,
                failed && view.graded ? theme.orange : theme.text, grade, Align::centre);
}

/// One entry of marks lost; returns its height.
float draw_reason(Canvas& canvas, Interaction& interaction, const scoring::Reason& reason, const Rect& rect,
                  ResultScreen& state) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.right(), rect.y}, Face::caption_strong, theme.amber, rounded(-reason.marks_lost, 1),
                Align::right);
    float y = rect.y + canvas.paragraph({rect.x, rect.y}, rect.width - 44, Face::caption_strong, theme.text,
                                        reason.what);
    y += canvas.paragraph({rect.x, y}, rect.width - 44, Face::caption, theme.text_second, reason.advice);
    if (reason.moment_s >= 0) {
        const std::string words = "See it at " + clock_time(std::floor(reason.moment_s));
        if (text_link(canvas, interaction, {rect.x, y}, words, {}, reason.measure + words)) {
            state.watch_from_s = std::max(0.0, reason.moment_s - 2);
        }
        y += 20;
    }
    return y - rect.y + 12;
}

void draw_reasons(Canvas& canvas, Interaction& interaction, const ResultView& view, ResultScreen& state,
                  const Rect& rect) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.text, "Where marks were lost");
    const Rect list{rect.x - 6, rect.y + 28, rect.width + 12, rect.height - 28};
    canvas.clip(list);
    float y = list.y - state.scrolled;
    for (const scoring::Critical& critical : view.score.critical) {
        y += canvas.paragraph({rect.x, y}, rect.width, Face::body_strong, theme.orange,
                              "Critical: " + critical.what + " The drill fails.") +
             10;
    }
    for (const scoring::Reason& reason : view.score.reasons) {
        y += draw_reason(canvas, interaction, reason, {rect.x, y, rect.width - 8, 0}, state);
    }
    if (view.score.reasons.empty() && view.score.critical.empty()) {
        canvas.text({rect.x, y}, Face::body, theme.text_second, "Nowhere. Well done.");
    }
    canvas.unclip();
    const float content = y + state.scrolled - list.y;
    const float most = std::max(0.0F, content - list.height);
    if (interaction.hovered(list) || !interaction.events().keys.empty()) {
        state.scrolled -= 40 * interaction.events().wheel;
        state.scrolled += interaction.events().struck(devices::Key::page_down) ? list.height * 0.8F : 0;
        state.scrolled -= interaction.events().struck(devices::Key::page_up) ? list.height * 0.8F : 0;
    }
    state.scrolled = std::clamp(state.scrolled, 0.0F, most);
    if (most > 0) { // a thumb that shows there is more
        const float length = list.height * list.height / content;
        canvas.fill({rect.right() + 6, list.y, 4, list.height}, theme.track, 2);
        canvas.fill({rect.right() + 6, list.y + (list.height - length) * state.scrolled / most, 4, length},
                    theme.text_third, 2);
    }
}

/// A run without feedback ends in its score alone; reasons and replay wait until they are asked for.
void draw_test_result(Canvas& canvas, const ResultView& view, const Rect& sheet) {
    const Theme& theme = canvas.theme();
    const float left = sheet.x + 288;
    constexpr float width = 560;
    canvas.text({left, sheet.y + 130}, Face::title, theme.teal, "A run without feedback");
    float y = sheet.y + 162;
    for (const scoring::Critical& critical : view.score.critical) {
        y += canvas.paragraph({left, y}, width, Face::body_strong, theme.orange,
                              "Critical: " + critical.what + " The drill fails.") +
             8;
    }
    canvas.paragraph(
        {left, y}, width, Face::body, theme.text_second,
        "It shows what has stayed, so the card says no more than the score. The replay tells the "
        "rest when you want to know it; the report of your progress does too.");
    canvas.text_within({sheet.x + 40, sheet.bottom() - 102}, sheet.width - 80, Face::caption_strong,
                       theme.text_second, view.force_from);
    canvas.text_within({sheet.x + 40, sheet.bottom() - 82}, sheet.width - 80, Face::caption, theme.text_third,
                       view.recording);
}

void draw_result_foot(Canvas& canvas, Interaction& interaction, const ResultView& view, const Rect& sheet,
                      Commands& ask) {
    const Theme& theme = canvas.theme();
    const devices::InputEvents& events = interaction.events();
    const float y = sheet.bottom() - 60;
    if (view.feedback != drills::Feedback::none) {
        canvas.text_within({sheet.x + 40, y - 1}, 270, Face::body, theme.text_second,
                           "Felt up to " + rounded(view.pain_peak) + "/10.  Tension " +
                               rounded(100 * view.tension_before) + " to " +
                               rounded(100 * view.tension_after) + " %");
        if (text_link(canvas, interaction, {sheet.x + 40, y + 20}, "Why did it hurt?", "Y") ||
            events.struck(devices::key_of('y'))) {
            ask(ShowWhy{true});
        }
        if (view.bruised &&
            (text_link(canvas, interaction, {sheet.x + 176, y + 20}, "Skin an hour later", "K") ||
             events.struck(devices::key_of('k')))) {
            ask(ShowSkinLater{true});
        }
    }
    interaction.prefer(widget_id("Try again"));
    const bool compares = view.comparable && view.feedback != drills::Feedback::none;
    const int usual = 3 + (view.exam ? 0 : 1) + (compares ? 1 : 0) + (view.reviewable ? 1 : 0);
    const int choices = view.trial ? 2 : usual;
    const bool crowded = choices > 5;
    const float width = crowded ? 118 : 142;
    float x = sheet.right() - 40 - static_cast<float>(choices) * (width + 10) + 10;
    const auto choice = [&](const char* label, ButtonLook look) {
        const bool pressed = button(canvas, interaction, {x, y, width, 40}, label, look);
        x += width + 10;
        return pressed;
    };
    if (!view.exam &&
        (choice("Try again", {ButtonKind::primary, "R"}) || events.struck(devices::key_of('r')))) {
        ask(Retry{});
    }
    if (view.trial) {
        if (choice("To the editor", {ButtonKind::quiet, "Esc"}) || events.struck(devices::Key::escape)) {
            ask(ShowPage{Page::editor});
        }
        return;
    }
    if (choice(crowded ? "Replay" : "Watch replay", {ButtonKind::quiet, "W", "Watch replay"}) ||
        events.struck(devices::key_of('w'))) {
        ask(WatchReplay{});
    }
    if (compares && (choice("Compare", {ButtonKind::quiet, "C"}) || events.struck(devices::key_of('c')))) {
        ask(CompareRun{});
    }
    if (view.reviewable &&
        (choice(crowded ? "Review" : "Ask review", {ButtonKind::quiet, "Q", "Ask review"}) ||
         events.struck(devices::key_of('q')))) {
        ask(DoInClass{ShowAskReview{true}});
    }
    if (choice("Next drill", {ButtonKind::quiet, "N"}) || events.struck(devices::key_of('n'))) {
        ask(NextDrill{});
    }
    if (choice("Home", {ButtonKind::quiet, "Esc"}) || events.struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
}

} // namespace

std::string group_fact(const scoring::Score& score, scoring::Group group) {
    const auto found = std::ranges::find(score.reasons, group, &scoring::Reason::group);
    return found != score.reasons.end() ? found->what : "Nothing lost here.";
}

void draw_result_screen(Canvas& canvas, Interaction& interaction, const ResultView& view, ResultScreen& state,
                        Commands& ask) {
    const Theme& theme = canvas.theme();
    const bool test = view.feedback == drills::Feedback::none;
    const Rect sheet = centred(canvas, 1120, test ? 420 : 652);
    card(canvas, sheet);
    draw_result_head(canvas, view, sheet);
    draw_score(canvas, view, {sheet.x + 126, sheet.y + 192});
    if (test) {
        draw_test_result(canvas, view, sheet);
        draw_result_foot(canvas, interaction, view, sheet, ask);
        return;
    }
    draw_bars(canvas, view, {sheet.x + 248, sheet.y + 112, result_left_width - 208, 0});
    draw_force_graph(canvas, view.force, {sheet.x + 40, sheet.y + 354, result_left_width, 112});
    canvas.text({sheet.x + 40, sheet.y + 486}, Face::title, theme.teal, "Next time");
    canvas.paragraph({sheet.x + 136, sheet.y + 487}, result_left_width - 96, Face::body, theme.text,
                     view.score.next_time.empty() ? "Keep it as it is, and try a harder client."
                                                  : view.score.next_time);
    canvas.text_within({sheet.x + 40, sheet.y + 536}, result_left_width, Face::caption_strong,
                       theme.text_second, view.force_from);
    canvas.text_within({sheet.x + 40, sheet.y + 555}, result_left_width, Face::caption, theme.text_third,
                       view.recording);
    const float right = sheet.x + 40 + result_left_width + 44;
    draw_reasons(canvas, interaction, view, state,
                 {right, sheet.y + 30, sheet.right() - 40 - right, sheet.height - 116});
    if (const auto from_s = std::exchange(state.watch_from_s, std::nullopt)) {
        ask(WatchReplay{.file = {}, .from_s = *from_s});
    }
    draw_result_foot(canvas, interaction, view, sheet, ask);
}

} // namespace tactus::ui
