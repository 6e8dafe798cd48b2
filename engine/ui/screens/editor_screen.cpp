#include "engine/ui/screens/editor_screen.hpp"

#include "engine/ui/screens/editor_parts.hpp"
#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>

namespace tactus::ui {

namespace {

constexpr float editor_sheet_width = 600;
constexpr float editor_inset = 24;
constexpr float content_top = 112;
constexpr float editor_foot_height = 62;
constexpr float trouble_height = 22;
constexpr float back_foot_height = 92;

std::string editor_standing_words(const EditorStanding& standing) {
    if (!standing.frozen_hash.empty()) {
        return "frozen #" + standing.frozen_hash.substr(0, 8);
    }
    return standing.saved ? "saved" : "draft, kept";
}

void draw_editor_head(const EditorFrame& frame, const Rect& sheet) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = canvas.theme();
    const float left = sheet.x + editor_inset;
    const std::string standing = editor_standing_words(frame.view.standing);
    const float room = canvas.text_width(Face::caption_strong, standing) + 16;
    canvas.text_within({left, sheet.y + 12}, sheet.width - 2 * editor_inset - room, Face::card_title,
                       theme.text, frame.edit.drill.name.empty() ? "(no name)" : frame.edit.drill.name);
    canvas.text({sheet.right() - editor_inset, sheet.y + 21}, Face::caption_strong,
                frame.view.standing.frozen_hash.empty() ? theme.text_second : theme.teal, standing,
                Align::right);
    drills::EditHistory& history = frame.editor.history;
    const devices::InputEvents& events = frame.interaction.events();
    float x = left;
    const float y = sheet.y + 46;
    const bool back_by_key = events.control && !events.shift && events.struck(devices::key_of('z'));
    const bool on_by_key = events.control && (events.struck(devices::key_of('y')) ||
                                              (events.shift && events.struck(devices::key_of('z'))));
    bool undo = back_by_key;
    bool redo = on_by_key;
    if (history.can_undo()) {
        const std::string words = "Undo " + std::string(history.last_edit());
        undo = text_link(canvas, frame.interaction, {x, y}, words, {}, "undo edit") || undo;
        x += canvas.text_width(Face::caption_strong, words) + 24;
    }
    if (history.can_redo()) {
        redo = text_link(canvas, frame.interaction, {x, y}, "Redo", {}, "redo edit") || redo;
    }
    const bool stepped = undo ? history.undo() : redo && history.redo();
    if (stepped) { // the fields of this frame show what it has become
        frame.edit.drill = history.now();
        frame.edit.own = history.file().own;
        frame.editor.typed = {};
        frame.editor.step = std::min(frame.editor.step, frame.edit.drill.steps.size() - 1);
    }
    canvas.text({sheet.right() - editor_inset, y}, Face::caption, theme.text_second, "Ctrl + Z, Ctrl + Y",
                Align::right);
}

void draw_editor_tabs(const EditorFrame& frame, const Rect& sheet) {
    constexpr std::array<std::string_view, 5> words{"Steps", "Drill", "Client", "Marks", "File"};
    std::array<Chip, words.size()> row{};
    for (std::size_t k = 0; k < words.size(); ++k) {
        row[k] = {words[k], frame.editor.tab == static_cast<EditorTab>(k)};
    }
    if (const auto pressed =
            chips(frame, {sheet.x + editor_inset, sheet.y + 70, sheet.width - 2 * editor_inset, 32}, row)) {
        frame.editor.tab = static_cast<EditorTab>(*pressed);
    }
}

void draw_content(const EditorFrame& frame, const Rect& rect) {
    switch (frame.editor.tab) {
    case EditorTab::steps: {
        const float table = rect.height > 470 ? 234.0F : 203.0F; // a row more where there is room
        draw_step_table(frame, {rect.x, rect.y, rect.width, table});
        draw_step_fields(frame, {rect.x, rect.y + table + 8, rect.width, rect.height - table - 8});
        return;
    }
    case EditorTab::drill:
        draw_drill_fields(frame, rect);
        return;
    case EditorTab::client:
        draw_own_client(frame, rect);
        return;
    case EditorTab::marks:
        draw_mark_fields(frame, rect);
        return;
    case EditorTab::file:
        draw_file_fields(frame, rect);
        return;
    }
}

/// What the last deed had to say, else the first thing that is wrong, the looked-at step's before others.
void draw_trouble(const EditorFrame& frame, Vec2 at, float width) {
    const EditorView& view = frame.view;
    if (!view.standing.said.empty()) {
        note_line(frame, at, width, view.standing.said, view.standing.trouble);
        return;
    }
    if (view.faults.empty() && view.client_faults.empty()) {
        return;
    }
    const std::size_t count = view.faults.size() + view.client_faults.size();
    const std::string more = count > 1 ? "  (1 of " + std::to_string(count) + ")" : "";
    if (view.faults.empty() || (frame.editor.tab == EditorTab::client && !view.client_faults.empty())) {
        const client::ClientFault& fault = view.client_faults.front();
        const std::string row = fault.table.starts_with("case.") && fault.table != "case.decision"
                                    ? " " + std::to_string(fault.row + 1)
                                    : "";
        const std::string what = fault.table.substr(fault.table.rfind('.') + 1);
        note_line(frame, at, width,
                  "Client: " + (what.empty() ? "" : what + row + ", ") + fault.key + " " + fault.words + more,
                  true);
        return;
    }
    const auto own = std::ranges::find(view.faults, std::optional(frame.editor.step), &drills::Fault::step);
    const drills::Fault& fault = own != view.faults.end() ? *own : view.faults.front();
    const std::string where = fault.step ? "Step " + std::to_string(*fault.step + 1) + ": " : "Drill: ";
    note_line(frame, at, width, where + (fault.key.empty() ? "" : fault.key + " ") + fault.words + more,
              true);
}

void draw_editor_foot(const EditorFrame& frame, const Rect& sheet) {
    using Deed = DoInEditor::Deed;
    const bool sound = frame.view.faults.empty() && frame.view.client_faults.empty();
    const float y = sheet.bottom() - 52;
    float x = sheet.right() - editor_inset;
    const auto deed = [&](const char* label, float width, ButtonKind kind, Deed what) {
        x -= width;
        if (button(frame.canvas, frame.interaction, {x, y, width, 40}, label, {kind})) {
            frame.ask(DoInEditor{what, ""});
        }
        x -= 10;
    };
    frame.interaction.prefer(widget_id("Try it"));
    deed("Try it", 120, sound ? ButtonKind::primary : ButtonKind::quiet, Deed::try_out);
    deed("Save", 100, ButtonKind::quiet, Deed::save);
    deed("Freeze", 100, ButtonKind::quiet, Deed::freeze);
    const bool back = button(frame.canvas, frame.interaction, {sheet.x + editor_inset, y, 110, 40}, "Back",
                             {ButtonKind::quiet, "Esc"});
    if (back || frame.interaction.events().struck(devices::Key::escape)) {
        frame.ask(ShowPage{Page::editor_list});
    }
}

} // namespace

std::string_view EditorFrame::trouble(std::string_view key, bool of_step) const {
    for (const drills::Fault& fault : view.faults) {
        if (fault.key == key && (of_step ? fault.step == editor.step : !fault.step)) {
            return fault.words;
        }
    }
    return {};
}

void edited_text(const EditorFrame& frame, const Rect& rect, std::string& text, std::string_view key,
                 std::string_view hint, bool of_step) {
    const std::string before = text;
    const std::string name = std::string(of_step ? "step " : "drill ") + std::string(key);
    text_field(frame.canvas, frame.interaction, rect, text, {.name = name, .hint = hint, .longest = 300});
    if (text != before) {
        frame.edit.what = key;
    }
    if (const std::string_view trouble = frame.trouble(key, of_step); !trouble.empty()) {
        frame.canvas.outline(rect, frame.canvas.theme().amber, 9, 2);
        const float width = std::min(rect.width * 0.7F, frame.canvas.text_width(Face::caption, trouble) + 1);
        frame.canvas.text_within({rect.right() - 14 - width, rect.middle().y - 8}, width, Face::caption,
                                 frame.canvas.theme().amber, trouble);
    }
}

void note_line(const EditorFrame& frame, Vec2 at, float width, std::string_view words, bool trouble) {
    frame.canvas.text_within(at, width, Face::caption,
                             trouble ? frame.canvas.theme().amber : frame.canvas.theme().text_second, words);
}

std::optional<std::size_t> chips(const EditorFrame& frame, const Rect& rect, std::span<const Chip> row) {
    constexpr float between = 6;
    std::optional<std::size_t> pressed;
    float x = rect.x;
    float y = rect.y;
    for (std::size_t k = 0; k < row.size(); ++k) {
        const float width = frame.canvas.text_width(Face::caption_strong, row[k].words) + 22;
        if (x + width > rect.right() + 1 && x > rect.x) {
            x = rect.x;
            y += rect.height + between;
        }
        if (choice_button(frame.canvas, frame.interaction, {x, y, width, rect.height}, row[k].words,
                          row[k].chosen)) {
            pressed = k;
        }
        x += width + between;
    }
    return pressed;
}

float editor_sheet_right(const Canvas& canvas) {
    return margin + std::min(editor_sheet_width, canvas.size().x - 2 * margin);
}

void draw_editor_screen(Canvas& canvas, Interaction& interaction, const EditorView& view, Editor& editor,
                        Commands& ask) {
    if (interaction.events().press_began) {
        editor.history.rest(); // what is done by one press is undone at once
    }
    Edit edit{.drill = editor.history.now(), .own = editor.history.file().own, .what = {}};
    editor.step = std::min(editor.step, edit.drill.steps.size() - 1);
    const EditorFrame frame{canvas, interaction, view, editor, edit, ask};
    draw_left_shade(canvas);
    const Rect sheet{margin, margin, editor_sheet_right(canvas) - margin, canvas.size().y - 2 * margin};
    const float back_left = sheet.right() + gap;
    draw_editor_back(frame, {back_left, canvas.size().y - margin - back_foot_height,
                             canvas.size().x - margin - back_left, back_foot_height});
    panel(canvas, sheet, card_radius);
    draw_editor_head(frame, sheet);
    draw_editor_tabs(frame, sheet);
    const float width = sheet.width - 2 * editor_inset;
    draw_content(frame, {sheet.x + editor_inset, sheet.y + content_top, width,
                         sheet.height - content_top - editor_foot_height - trouble_height});
    draw_trouble(frame, {sheet.x + editor_inset, sheet.bottom() - editor_foot_height - trouble_height + 2},
                 width);
    draw_editor_foot(frame, sheet);
    editor.history.edit(drills::DrillFile{std::move(edit.drill), std::move(edit.own)}, edit.what);
}

} // namespace tactus::ui
