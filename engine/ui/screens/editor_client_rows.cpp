#include "engine/ui/screens/editor_client_parts.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/text_field.hpp"
#include "sim/authoring/number_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tactus::ui {

namespace {

using authoring::number_text;

constexpr float field_title_width = 142;
constexpr float field_width = 78;
constexpr float field_sign_width = 38;
constexpr float client_field_gap = 6;
constexpr std::string_view no_number = "is not a number; write it like 12.5"; // as the files' reader says it

/// A finite number and nothing after it.
std::optional<float> number_of(std::string_view text) {
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

std::string name_of(const ClientField& field) {
    std::string name("client ");
    name.append(field.table).append(" ").append(std::to_string(field.row)).append(" ").append(field.key);
    return name;
}

/// The text of the field: what is being typed there, as long as it is not another number than the value.
std::string shown_text(const ClientFrame& frame, const std::string& name, float value) {
    const TypedNumber& typed = frame.of.editor.typed;
    const bool typing = typed.field == name && frame.of.interaction.focused(widget_id(name));
    return typing && number_of(typed.text).value_or(value) == value ? typed.text : number_text(value);
}

/// A step away, on the grid of steps, within the range.
float stepped(float value, float step, int by, const authoring::Range& range) {
    const float on_grid = std::round(value / step) * step + static_cast<float>(by) * step;
    const auto low = static_cast<float>(range.low);
    const auto high = static_cast<float>(range.high);
    const float rounded = std::round(on_grid * 1000) / 1000; // 0.3, not 0.30000001
    return std::clamp(rounded, low, high);
}

/// A text of several lines in one, for the field to hold.
std::string in_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

void reset_link(ClientFrame& frame, Vec2 right_top, const std::string& name, bool& pressed) {
    const float width = frame.of.canvas.text_width(Face::caption_strong, "Reset");
    pressed = text_link(frame.of.canvas, frame.of.interaction, {right_top.x - width, right_top.y}, "Reset",
                        {}, "reset " + name);
}

} // namespace

std::string_view ClientFrame::trouble(std::string_view table, std::size_t row, std::string_view key) const {
    for (const client::ClientFault& fault : of.view.client_faults) {
        if (fault.table == table && fault.row == row && fault.key == key) {
            return fault.words;
        }
    }
    return {};
}

void number_field(ClientFrame& frame, const Rect& rect, const ClientField& field, const EditedNumber& of) {
    float& value = of.value;
    Canvas& canvas = frame.of.canvas;
    const Theme& theme = canvas.theme();
    const std::string name = name_of(field);
    const float middle = rect.middle().y;
    canvas.text_within({rect.x, middle - 10}, field_title_width - 8, Face::body, theme.text, field.title);
    const Rect line{rect.x + field_title_width, rect.y, field_width, rect.height};
    const float before = value;
    std::string text = shown_text(frame, name, value);
    const std::string shown = text;
    text_field(canvas, frame.of.interaction, line, text, {.name = name, .hint = {}, .longest = 9});
    if (text != shown) {
        frame.of.editor.typed = {name, text};
        value = number_of(text).value_or(value);
    }
    const Rect less{line.right() + client_field_gap, rect.y, field_sign_width, rect.height};
    const Rect more{less.right() + client_field_gap, rect.y, field_sign_width, rect.height};
    if (button(canvas, frame.of.interaction, less, "-", {.id = name + " less"})) {
        value = stepped(value, field.step, -1, of.range);
    }
    if (button(canvas, frame.of.interaction, more, "+", {.id = name + " more"})) {
        value = stepped(value, field.step, 1, of.range);
    }
    const float left = more.right() + 12;
    const bool typed_words = text == shown_text(frame, name, value) && !number_of(text);
    const std::string_view said = frame.trouble(field.table, field.row, field.key);
    const std::string_view wrong = typed_words ? no_number : said;
    if (!wrong.empty()) {
        canvas.outline(line, theme.amber, 9, 2);
        const float width = rect.right() - left;
        const bool one_line = canvas.text_width(Face::caption, wrong) <= width;
        canvas.clip({left, rect.y, width, rect.height + 2});
        canvas.paragraph({left, one_line ? middle - 8 : rect.y + 1}, width, Face::caption, theme.amber,
                         wrong);
        canvas.unclip();
    } else {
        std::string span = number_text(of.range.low);
        span.append(" to ")
            .append(number_text(of.range.high))
            .append(field.unit.empty() ? "" : " ")
            .append(field.unit);
        canvas.text_within({left, middle - 8}, rect.right() - left - 52, Face::caption, theme.text_second,
                           span);
        bool pressed = false;
        if (of.base && *of.base != value) {
            reset_link(frame, {rect.right(), middle - 8}, name, pressed);
        }
        value = pressed ? *of.base : value;
    }
    if (value != before) {
        frame.edited(field.title);
    }
}

void words_field(ClientFrame& frame, const Rect& rect, const ClientField& field, std::string& text,
                 const std::string* base, std::string_view hint) {
    Canvas& canvas = frame.of.canvas;
    const std::string name = name_of(field);
    const std::string_view wrong = frame.trouble(field.table, field.row, field.key);
    const std::string before = text;
    std::string title(field.title);
    title.append(wrong.empty() ? "" : ": ").append(wrong);
    note_line(frame.of, {rect.x, rect.y}, rect.width - 60, title, !wrong.empty());
    bool pressed = false;
    if (base != nullptr && *base != text) {
        reset_link(frame, {rect.right(), rect.y}, name, pressed);
    }
    text = pressed ? *base : text;
    const Rect line{rect.x, rect.y + 19, rect.width, 38};
    const std::string shown = in_one_line(text);
    std::string typed = shown;
    text_field(canvas, frame.of.interaction, line, typed, {.name = name, .hint = hint, .longest = 600});
    text = typed != shown ? typed : text;
    if (!wrong.empty()) {
        canvas.outline(line, canvas.theme().amber, 9, 2);
    }
    if (text != before) {
        frame.edited(field.title);
    }
}

} // namespace tactus::ui
