#include "engine/ui/screens/why_screen.hpp"

#include "engine/ui/cause_words.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "sim/client/event_words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tactus::ui {

namespace {

struct Entry {
    double t_s;
    std::string title;
    std::string cause;
};

/// What was said and what the body did, by time. An event that was also said stands there once.
std::vector<Entry> entries_of(const WhyView& view) {
    std::vector<Entry> entries;
    for (const physiology::Utterance& said : view.log.said) {
        const bool of_event = std::ranges::any_of(view.log.events, [&](const client::BodyEvent& event) {
            return client::event_kind_name(event.kind) == said.phrase;
        });
        if (!of_event) {
            const std::string cause = cause_words(said);
            entries.push_back({said.t_s, "\u201C" + view.phrases.sentence(said.phrase, said.value) + "\u201D",
                               cause.empty() ? "You asked." : "Because " + cause + "."});
        }
    }
    for (const client::BodyEvent& event : view.log.events) {
        entries.push_back({event.t_s, std::string(client::event_title(event.kind)) + ".",
                           "Because " + client::event_cause(event, view.client.condition) + "."});
    }
    std::ranges::stable_sort(entries, {}, &Entry::t_s);
    return entries;
}

} // namespace

bool draw_why_screen(Canvas& canvas, Interaction& interaction, const WhyView& view, WhyScreen& state) {
    constexpr float row_step = 60;
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 900, 620);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 28}, Face::card_title, theme.text, "Why did it hurt?");
    canvas.text_within({left, sheet.y + 64}, width, Face::body, theme.text_second,
                       "What " + view.client.name +
                           " said and what the body did, with what caused it. Press one to see it.");
    const std::vector<Entry> entries = entries_of(view);
    const Rect list{left, sheet.y + 100, width, sheet.height - 176};
    const int shown = static_cast<int>(list.height / row_step);
    const int count = static_cast<int>(entries.size());
    turn_rows(interaction, state.first, list, shown, count, true);
    state.look_at.reset();
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        const Entry& entry = entries[static_cast<std::size_t>(k)];
        const Rect row{list.x, list.y + row_step * static_cast<float>(k - state.first), list.width, 54};
        if (list_row(canvas, interaction, row,
                     {.title = entry.title, .second = entry.cause, .aside = clock_time(entry.t_s)},
                     widget_id("why " + std::to_string(k)))) {
            state.look_at = std::max(0.0, entry.t_s - 2);
        }
    }
    if (entries.empty()) {
        canvas.paragraph({list.x, list.y}, list.width, Face::body, theme.text_second,
                         "Nothing: no state of the client passed a threshold in this run.");
    }
    draw_rows_note(canvas, {sheet.right() - 40, sheet.bottom() - 46}, state.first, shown, count);
    interaction.prefer(widget_id("Back to the result"));
    return button(canvas, interaction, {left, sheet.bottom() - 56, 210, 40}, "Back to the result",
                  {ButtonKind::primary, "Esc"}) ||
           interaction.events().struck(devices::Key::escape);
}

} // namespace tactus::ui
