#include "engine/ui/screens/preparation_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/paragraph_row.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "sim/client/preparation.hpp"

#include <algorithm>
#include <string>

namespace tactus::ui {

namespace {

constexpr float preparation_row_gap = 8;
constexpr float column_head = 30; ///< from a column's head to its first row

void draw_positions(Canvas& canvas, Interaction& interaction, Intake& intake, const Rect& rect) {
    canvas.text({rect.x, rect.y}, Face::body_strong, canvas.theme().text_second, "How the client lies");
    float y = rect.y + column_head;
    for (const client::Choice& position : client::positions()) {
        const ParagraphRow row{
            .words = position.words, .second = {}, .chosen = intake.position == position.id};
        if (paragraph_row(canvas, interaction, {rect.x, y}, rect.width, row,
                          widget_id("lie " + std::string(position.id)))) {
            intake.position = position.id;
        }
        y += paragraph_row_height(canvas, row, rect.width) + preparation_row_gap;
    }
}

/// Under the positions: what the therapist can put into a push.
void draw_table_heights(Canvas& canvas, Interaction& interaction, Intake& intake, const Rect& rect) {
    constexpr float height = 34;
    constexpr float gap_between = 6;
    const auto heights = client::table_heights();
    const float width = (rect.width - gap_between * static_cast<float>(heights.size() - 1)) /
                        static_cast<float>(heights.size());
    const float y = rect.bottom() - height;
    canvas.text({rect.x, y - column_head + 4}, Face::body_strong, canvas.theme().text_second,
                "Height of the table");
    float x = rect.x;
    for (const client::Choice& choice : heights) {
        if (choice_button(canvas, interaction, {x, y, width, height}, choice.words,
                          intake.table_height == choice.id)) {
            intake.table_height = choice.id;
        }
        x += width + gap_between;
    }
}

/// Turned by the wheel over it and by the Page keys.
void draw_adaptations(Canvas& canvas, Interaction& interaction, Intake& intake, PreparationScreen& state,
                      const Rect& rect) {
    constexpr float row_height = 36;
    constexpr float row_step = row_height + preparation_row_gap;
    const Theme& theme = canvas.theme();
    const std::span<const client::Choice> all = client::adaptations();
    const int count = static_cast<int>(all.size());
    const int shown = static_cast<int>((rect.height - column_head + preparation_row_gap) / row_step);
    turn_rows(interaction, state.first, rect, shown, count, true);
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.text_second, "What you prepare");
    draw_rows_note(canvas, {rect.right(), rect.y + 2}, state.first, shown, count);
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        const client::Choice& choice = all[static_cast<std::size_t>(k)];
        const auto at = std::ranges::find(intake.prepared, choice.id);
        const bool chosen = at != intake.prepared.end();
        const Rect row{rect.x, rect.y + column_head + row_step * static_cast<float>(k - state.first),
                       rect.width, row_height};
        if (list_row(canvas, interaction, row,
                     {.title = choice.words, .second = {}, .aside = chosen ? "yes" : "", .chosen = chosen},
                     widget_id("prepare " + std::string(choice.id)))) {
            if (chosen) {
                intake.prepared.erase(at);
            } else {
                intake.prepared.emplace_back(choice.id);
            }
        }
    }
}

/// The bottles, and the label of the one under the pointer or in the hand.
void draw_shelf(Canvas& canvas, Interaction& interaction, std::span<const client::ShelfProduct> shelf,
                Intake& intake, const Rect& rect) {
    constexpr float row_height = 54;
    constexpr float row_step = row_height + 4;
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.text_second, "What comes on the skin");
    float y = rect.y + column_head;
    const client::ShelfProduct* read = nullptr;
    const auto row = [&](const std::string& id, std::string_view name, std::string_view claim) {
        const Rect place{rect.x, y, rect.width, row_height};
        if (list_row(canvas, interaction, place,
                     {.title = name, .second = claim, .chosen = intake.product == id},
                     widget_id("take " + id))) {
            intake.product = id;
        }
        y += row_step;
        return interaction.hovered(place) || interaction.focused(widget_id("take " + id));
    };
    row("", "Nothing: dry hands", "");
    for (const client::ShelfProduct& product : shelf) {
        const bool looked_at = row(product.id, product.name, product.claim);
        read = looked_at || (read == nullptr && intake.product == product.id) ? &product : read;
    }
    const std::string label = read == nullptr ? "Point at a bottle to read its label."
                                              : "On the label: " + client::label_text(*read) + ".";
    canvas.paragraph({rect.x, y + 6}, rect.width, Face::body, theme.text, label);
}

} // namespace

void draw_preparation_screen(Canvas& canvas, Interaction& interaction, const PreparationView& view,
                             Intake& intake, PreparationScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 1170, 640);
    card(canvas, sheet);
    const float left = sheet.x + 36;
    canvas.text_within({left, sheet.y + 26}, sheet.width - 72, Face::card_title, theme.text,
                       "Prepare for " + view.client.name);
    constexpr float between = 26;
    constexpr float lying = 244;
    const float width = (sheet.width - 72 - lying - 2 * between) / 2;
    const float top = sheet.y + 74;
    const float height = sheet.bottom() - 72 - top;
    draw_positions(canvas, interaction, intake, {left, top, lying, height});
    draw_table_heights(canvas, interaction, intake, {left, top, lying, height});
    const float second = left + lying + between;
    draw_adaptations(canvas, interaction, intake, state, {second, top, width, height});
    draw_shelf(canvas, interaction, view.shelf, intake, {second + width + between, top, width, height});
    const float foot = sheet.bottom() - 56;
    interaction.prefer(widget_id("Begin"));
    if (button(canvas, interaction, {sheet.right() - 36 - 210, foot, 210, 40}, "Begin",
               {ButtonKind::primary})) {
        ask(BeginTreatment{});
    }
    if (button(canvas, interaction, {sheet.right() - 36 - 210 - 16 - 230, foot, 230, 40},
               "End without massage")) {
        ask(TurnAway{});
    }
    if (button(canvas, interaction, {left, foot, 130, 40}, "Back", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{view.may_go_back ? Page::intake : Page::brief});
    }
}

} // namespace tactus::ui
