#include "engine/ui/screens/atlas_screen.hpp"

#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/screens/students_screen.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/skin_outline.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>

namespace tactus::ui {

namespace {

constexpr float atlas_sheet_width = 470;
constexpr float atlas_row_step = 56;
constexpr float atlas_row_height = 50;

void draw_parts(Canvas& canvas, Interaction& interaction, AtlasScreen& state, const Rect& rect) {
    float x = rect.x;
    for (std::size_t k = 0; k < atlas_parts.size(); ++k) {
        const auto part = static_cast<AtlasPart>(k);
        const float width = canvas.text_width(Face::caption_strong, atlas_parts[k]) + 20;
        if (choice_button(canvas, interaction, {x, rect.y, width, 34}, atlas_parts[k], state.part == part)) {
            state = {.part = part, .sought = {}, .first = 0, .chosen = {}};
        }
        x += width + 6;
    }
}

void draw_atlas_entries(Canvas& canvas, Interaction& interaction, const std::vector<AtlasEntry>& entries,
                        AtlasScreen& state, const Rect& rect) {
    std::vector<const AtlasEntry*> found;
    for (const AtlasEntry& entry : entries) {
        if (name_holds(entry.title, state.sought) || name_holds(entry.text, state.sought)) {
            found.push_back(&entry);
        }
    }
    const int shown =
        std::max(1, static_cast<int>((rect.height + atlas_row_step - atlas_row_height) / atlas_row_step));
    const int count = static_cast<int>(found.size());
    const auto row_id = [](const AtlasEntry& entry) { return widget_id("atlas " + entry.title); };
    const bool focused = std::ranges::any_of(
        found, [&](const AtlasEntry* entry) { return interaction.focused(row_id(*entry)); });
    turn_rows(interaction, state.first, rect, shown, count, focused);
    draw_rows_note(canvas, {rect.right(), rect.y - 136}, state.first, shown, count);
    if (found.empty()) {
        canvas.paragraph({rect.x, rect.y + 6}, rect.width, Face::body, canvas.theme().text_second,
                         "Nothing here has those words. Clear the line, or look in another part.");
    }
    const AtlasEntry* chosen = chosen_entry(entries, state);
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        const AtlasEntry& entry = *found[static_cast<std::size_t>(k)];
        const Rect row{rect.x, rect.y + atlas_row_step * static_cast<float>(k - state.first), rect.width,
                       atlas_row_height};
        if (list_row(canvas, interaction, row,
                     {.title = entry.title, .second = entry.second, .aside = {}, .chosen = &entry == chosen},
                     row_id(entry))) {
            state.chosen = entry.title;
        }
    }
}

void draw_places(Canvas& canvas, const AtlasView& view, const AtlasEntry& entry) {
    for (const Vec2& place : entry.at) {
        if (const auto at = view.on_screen(place)) {
            canvas.dot(*at, 4, canvas.theme().teal);
            canvas.ring(*at, 11, canvas.theme().teal, 2);
        }
    }
    if (entry.box != nullptr) {
        const anatomy::RegionBox& box = *entry.box;
        for (const float side : {1.0F, -1.0F}) {
            outline_on_skin(canvas, view.on_screen,
                            {Vec2(side * box.u_low, box.v_low), Vec2(side * box.u_high, box.v_high)},
                            canvas.theme().orange, 2);
        }
    }
}

void draw_about(Canvas& canvas, const AtlasEntry& entry, float left) {
    const Theme& theme = canvas.theme();
    const float width = canvas.size().x - margin - left;
    const float inside = width - 2 * padding;
    const float text = canvas.paragraph_height(inside, Face::body, entry.text);
    const float source = canvas.paragraph_height(inside, Face::caption, "Source: " + entry.source);
    const float height = 44 + text + 8 + source + 14;
    const Rect rect{left, canvas.size().y - margin - height, width, height};
    panel(canvas, rect);
    canvas.text_within({left + padding, rect.y + 14}, inside, Face::title, theme.text, entry.title);
    canvas.paragraph({left + padding, rect.y + 42}, inside, Face::body, theme.text, entry.text);
    canvas.paragraph({left + padding, rect.y + 50 + text}, inside, Face::caption, theme.text_second,
                     "Source: " + entry.source);
}

} // namespace

const AtlasEntry* chosen_entry(const std::vector<AtlasEntry>& entries, const AtlasScreen& state) {
    const auto found = std::ranges::find(entries, state.chosen, &AtlasEntry::title);
    return found != entries.end() ? &*found : entries.empty() ? nullptr : &entries.front();
}

void draw_atlas_screen(Canvas& canvas, Interaction& interaction, const AtlasView& view, AtlasScreen& state,
                       Commands& ask) {
    const Theme& theme = canvas.theme();
    draw_left_shade(canvas);
    if (const AtlasEntry* entry = chosen_entry(view.entries, state)) {
        draw_places(canvas, view, *entry);
        draw_about(canvas, *entry, margin + atlas_sheet_width + gap);
    }
    const Rect sheet{margin, margin, atlas_sheet_width, canvas.size().y - 2 * margin};
    panel(canvas, sheet, card_radius);
    const float left = sheet.x + 24;
    const float width = sheet.width - 48;
    canvas.text({left, sheet.y + 20}, Face::card_title, theme.text, "Atlas");
    text_field(canvas, interaction, {left, sheet.y + 110, width, 40}, state.sought,
               {.name = "atlas sought", .hint = "Part of a name or of what is told"});
    draw_atlas_entries(canvas, interaction, view.entries, state,
                       {left, sheet.y + 162, width, sheet.height - 162 - 72});
    interaction.prefer(widget_id("Back"));
    if (button(canvas, interaction, {left, sheet.bottom() - 56, 130, 40}, "Back",
               {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
    draw_parts(canvas, interaction, state, {left, sheet.y + 64, width, 34}); // last: it may change the list
}

} // namespace tactus::ui
