#include "engine/ui/screens/decision_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/paragraph_row.hpp"

#include <algorithm>
#include <string>

namespace tactus::ui {

namespace {

constexpr float decision_row_gap = 10;

/// Returns where the rows end.
float draw_urgencies(Canvas& canvas, Interaction& interaction, DecisionScreen& state, const Rect& rect) {
    canvas.text({rect.x, rect.y}, Face::body_strong, canvas.theme().text_second, "What do you do?");
    float y = rect.y + 30;
    for (int k = client::urgency_count - 1; k >= 0; --k) { // the commonest first
        const auto urgency = static_cast<client::Urgency>(k);
        const std::string code(client::urgency_code(urgency));
        const ParagraphRow row{
            .words = client::urgency_words(urgency), .second = code, .chosen = state.urgency == urgency};
        if (paragraph_row(canvas, interaction, {rect.x, y}, rect.width, row, widget_id("decide " + code)) &&
            state.urgency != urgency) {
            state.urgency = urgency;
            state.wording.clear();
        }
        y += paragraph_row_height(canvas, row, rect.width) + decision_row_gap;
    }
    return y;
}

void draw_wordings(Canvas& canvas, Interaction& interaction, const std::vector<client::Wording>& wordings,
                   DecisionScreen& state, const Rect& rect) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.text_second, "What do you say?");
    float y = rect.y + 30;
    if (!state.urgency) {
        canvas.paragraph({rect.x, y}, rect.width, Face::body, theme.text_third,
                         "Choose what to do; then the words in which you tell it.");
        return;
    }
    std::vector<client::Wording> fitting = client::wordings_for(wordings, *state.urgency);
    // The file has the good ones first; here their place tells nothing.
    std::ranges::sort(fitting, {}, [](const client::Wording& wording) { return widget_id(wording.id); });
    for (const client::Wording& wording : fitting) {
        const ParagraphRow row{.words = wording.says, .second = {}, .chosen = state.wording == wording.id};
        if (paragraph_row(canvas, interaction, {rect.x, y}, rect.width, row,
                          widget_id("say " + wording.id))) {
            state.wording = wording.id;
        }
        y += paragraph_row_height(canvas, row, rect.width) + decision_row_gap;
    }
}

} // namespace

DecisionOutcome draw_decision_screen(Canvas& canvas, Interaction& interaction, const client::Client& client,
                                     const std::vector<client::Wording>& wordings, DecisionScreen& state) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 1080, 620);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    canvas.text_within({left, sheet.y + 28}, sheet.width - 80, Face::card_title, theme.text,
                       "Treat, adapt or refer " + client.name + "?");
    canvas.text_within(
        {left, sheet.y + 64}, sheet.width - 80, Face::body, theme.text_second,
        "You are no doctor: say what you heard, what you will do, and what the client should do "
        "next.");
    const float column = (sheet.width - 80 - 40) / 2;
    const float top = sheet.y + 104;
    draw_urgencies(canvas, interaction, state, {left, top, column, 0});
    draw_wordings(canvas, interaction, wordings, state, {left + column + 40, top, column, 0});
    const float foot = sheet.bottom() - 58;
    const bool whole = state.urgency && !state.wording.empty();
    interaction.prefer(widget_id("Tell the client"));
    const bool told = button(canvas, interaction, {sheet.right() - 40 - 210, foot, 210, 40},
                             "Tell the client", {whole ? ButtonKind::primary : ButtonKind::quiet}) &&
                      whole;
    const bool back =
        button(canvas, interaction, {left, foot, 170, 40}, "Ask on first", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape);
    return told ? DecisionOutcome::told : back ? DecisionOutcome::put_off : DecisionOutcome::open;
}

} // namespace tactus::ui
