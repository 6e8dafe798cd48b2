#include "engine/ui/screens/editor_list_screen.hpp"

#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>

namespace tactus::ui {

namespace {

using Deed = DoInEditor::Deed;

constexpr float list_sheet_width = 600;
constexpr float list_inset = 28;
constexpr float entry_row_step = 54;
constexpr float entry_row_height = 48;
constexpr float list_foot_height = 142;

const EditorEntry* chosen_of(const EditorListView& view, const EditorListScreen& state) {
    const auto found = std::ranges::find(view.entries, state.chosen, &EditorEntry::drill);
    return found != view.entries.end() ? &*found : view.entries.empty() ? nullptr : &view.entries.front();
}

void draw_shelves(Canvas& canvas, Interaction& interaction, EditorListScreen& state, Vec2 at) {
    constexpr std::array<std::string_view, 3> words{"Yours", "Frozen", "Shipped"};
    for (std::size_t k = 0; k < words.size(); ++k) {
        const float width = canvas.text_width(Face::caption_strong, words[k]) + 30;
        const auto shelf = static_cast<EditorShelf>(k);
        if (choice_button(canvas, interaction, {at.x, at.y, width, 32}, words[k], state.shelf == shelf)) {
            state.shelf = shelf;
            state.first = 0;
            state.chosen.clear();
        }
        at.x += width + 8;
    }
}

void draw_empty(Canvas& canvas, Interaction& interaction, const EditorListScreen& state, const Rect& rect,
                Commands& ask) {
    const bool own = state.shelf == EditorShelf::own;
    canvas.paragraph(
        {rect.x, rect.y + 12}, rect.width, Face::body, canvas.theme().text_second,
        own ? "No drill of your own yet. Begin a new one, or take a copy of a shipped one."
            : "Nothing is frozen here. Freeze a drill in the editor when an exam is to hold it.");
    if (own && button(canvas, interaction, {rect.x, rect.y + 70, 180, 40}, "Begin a new drill",
                      {ButtonKind::primary})) {
        ask(EditDrill{EditDrill::Kind::fresh, ""});
    }
}

void draw_drill_entries(Canvas& canvas, Interaction& interaction, const EditorListView& view,
                        EditorListScreen& state, const Rect& rect) {
    const int shown =
        std::max(1, static_cast<int>((rect.height + entry_row_step - entry_row_height) / entry_row_step));
    const int count = static_cast<int>(view.entries.size());
    turn_rows(interaction, state.first, rect, shown, count, true);
    draw_rows_note(canvas, {rect.right(), rect.y - 36}, state.first, shown, count);
    const EditorEntry* chosen = chosen_of(view, state);
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        const EditorEntry& entry = view.entries[static_cast<std::size_t>(k)];
        const Rect row{rect.x, rect.y + entry_row_step * static_cast<float>(k - state.first), rect.width,
                       entry_row_height};
        if (list_row(canvas, interaction, row,
                     {.title = entry.name,
                      .second = entry.second,
                      .aside = entry.aside,
                      .chosen = &entry == chosen},
                     widget_id("edited " + entry.drill))) {
            state.chosen = entry.drill;
        }
    }
}

/// How a drill of that shelf is opened.
EditDrill::Kind kind_of(EditorShelf shelf) {
    switch (shelf) {
    case EditorShelf::own:
        return EditDrill::Kind::own;
    case EditorShelf::frozen:
        return EditDrill::Kind::frozen;
    case EditorShelf::shipped:
        break;
    }
    return EditDrill::Kind::copy;
}

/// What the parts of this screen share.
struct ListFrame {
    Canvas& canvas;
    Interaction& interaction;
    const EditorListView& view;
    EditorListScreen& state;
    Commands& ask;
};

/// The file that is read in, and what was said last; `line`: the first of two.
void draw_import(const ListFrame& frame, const Rect& line) {
    Canvas& canvas = frame.canvas;
    const EditorListView& view = frame.view;
    const bool enter =
        text_field(canvas, frame.interaction, {line.x, line.y, line.width - 120, 38}, frame.state.path,
                   {.name = "import path", .hint = "A drill's file: /home/me/my-drill.toml", .longest = 400});
    if (button(canvas, frame.interaction, {line.right() - 110, line.y, 110, 38}, "Import") || enter) {
        frame.ask(DoInEditor{Deed::read_file, frame.state.path});
    }
    const std::string where = "Drills laid into " + view.folder + " stand here too.";
    const std::string put_back = view.removed.empty() ? "" : "Put back " + view.removed;
    const float back_width = std::min(220.0F, canvas.text_width(Face::caption_strong, put_back));
    if (!put_back.empty() && text_link(canvas, frame.interaction, {line.right() - back_width, line.y + 46},
                                       put_back, {}, "put back")) {
        frame.ask(DoInEditor{Deed::put_back, ""});
    }
    canvas.text_within({line.x, line.y + 46}, line.width - back_width - 12, Face::caption,
                       view.trouble ? canvas.theme().amber : canvas.theme().text_second,
                       view.said.empty() ? where : view.said);
}

/// From the right: what can be done with the chosen drill, and a new one.
void draw_deeds(const ListFrame& frame, float right, float y) {
    const auto& [canvas, interaction, view, state, ask] = frame;
    const EditorEntry* chosen = chosen_of(view, state);
    float x = right;
    const auto place = [&](float width) {
        x -= width;
        const Rect rect{x, y, width, 40};
        x -= 10;
        return rect;
    };
    interaction.prefer(widget_id(view.entries.empty() ? "Begin a new drill" : "open drill"));
    if (chosen != nullptr) {
        const bool own = state.shelf == EditorShelf::own;
        if (button(canvas, interaction, place(own ? 90 : 130), own ? "Open" : "Open a copy",
                   {.kind = ButtonKind::primary, .id = "open drill"})) {
            ask(EditDrill{kind_of(state.shelf), chosen->drill});
        }
        if (own && button(canvas, interaction, place(80), "Copy")) {
            ask(EditDrill{EditDrill::Kind::copy, chosen->drill});
        }
        if (own && button(canvas, interaction, place(84), "Delete")) {
            ask(DoInEditor{Deed::remove, chosen->drill});
        }
    }
    if (button(canvas, interaction, place(80), "New")) {
        ask(EditDrill{EditDrill::Kind::fresh, ""});
    }
}

void draw_list_foot(const ListFrame& frame, const Rect& sheet) {
    const float left = sheet.x + list_inset;
    const float right = sheet.right() - list_inset;
    draw_import(frame, {left, sheet.bottom() - list_foot_height, right - left, 70});
    const float y = sheet.bottom() - 58;
    draw_deeds(frame, right, y);
    const bool back =
        button(frame.canvas, frame.interaction, {left, y, 96, 40}, "Back", {ButtonKind::quiet, "Esc"});
    if (back || frame.interaction.events().struck(devices::Key::escape)) {
        frame.ask(ShowPage{Page::instructor});
    }
}

} // namespace

void draw_editor_list_screen(Canvas& canvas, Interaction& interaction, const EditorListView& view,
                             EditorListScreen& state, Commands& ask) {
    draw_left_shade(canvas);
    const Rect sheet{margin, margin, std::min(list_sheet_width, canvas.size().x - 2 * margin),
                     canvas.size().y - 2 * margin};
    panel(canvas, sheet, card_radius);
    canvas.text({sheet.x + list_inset, sheet.y + 20}, Face::card_title, canvas.theme().text, "Drill editor");
    draw_shelves(canvas, interaction, state, {sheet.x + list_inset, sheet.y + 66});
    const Rect list{sheet.x + list_inset, sheet.y + 112, sheet.width - 2 * list_inset,
                    sheet.height - 112 - list_foot_height - 10};
    if (view.entries.empty()) {
        draw_empty(canvas, interaction, state, list, ask);
    } else {
        draw_drill_entries(canvas, interaction, view, state, list);
    }
    draw_list_foot({canvas, interaction, view, state, ask}, sheet);
}

} // namespace tactus::ui
