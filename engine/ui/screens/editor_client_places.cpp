/// What the drill's own client bears, and where: loads at boxes of the back and at areas of their own.

#include "engine/ui/screens/editor_client_parts.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/skin_outline.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/client/condition_edits.hpp"
#include "sim/drills/force_limits.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace tactus::ui {

namespace {

using authoring::number_text;

constexpr float places_head_height = 20;
constexpr float places_row_step = 29;
constexpr float places_row_height = 27;

/// The base's row that a row came from: the one of the same name.
template <class Row, class Name>
const Row* of_base(const std::vector<Row>* rows, const Row& row, Name Row::*name) {
    const auto found = rows == nullptr ? typename std::vector<Row>::const_iterator{}
                                       : std::ranges::find(*rows, row.*name, name);
    return rows == nullptr || found == rows->end() ? nullptr : &*found;
}

std::string limit_words(float newtons) { return newtons > 0 ? number_text(newtons) + " N" : "-"; }

void draw_cap_row(ClientFrame& frame, std::size_t index, const Rect& row) {
    Canvas& canvas = frame.of.canvas;
    const Theme& theme = canvas.theme();
    const client::ConditionCap& cap = frame.now.condition.caps[index];
    if (row_ground(canvas, frame.of.interaction, row, frame.of.editor.cap == index,
                   widget_id("cap row " + std::to_string(index)))) {
        frame.of.editor.cap = index;
    }
    const bool wrong =
        std::ranges::any_of(frame.of.view.client_faults, [&](const client::ClientFault& fault) {
            return fault.table == "case.cap" && fault.row == index;
        });
    canvas.text_within({row.x + 12, row.y + 5}, 216, Face::caption_strong, wrong ? theme.amber : theme.text,
                       drills::place_words(cap.place, frame.now.condition));
    const std::array<float, 4> loads{cap.palm_n, cap.thumb_n, cap.critical_palm_n, cap.critical_thumb_n};
    for (std::size_t k = 0; k < loads.size(); ++k) {
        canvas.text({row.x + 300 + 80 * static_cast<float>(k), row.y + 5}, Face::caption, theme.text_second,
                    limit_words(loads[k]), Align::right);
    }
}

void draw_cap_table(ClientFrame& frame, const Rect& rect) {
    constexpr std::array<std::string_view, 4> heads{"palm", "thumb", "fails, palm", "fails, thumb"};
    Canvas& canvas = frame.of.canvas;
    canvas.text({rect.x + 12, rect.y}, Face::caption, canvas.theme().text_third, "Bears at most, at");
    for (std::size_t k = 0; k < heads.size(); ++k) {
        canvas.text({rect.x + 300 + 80 * static_cast<float>(k), rect.y}, Face::caption,
                    canvas.theme().text_third, heads[k], Align::right);
    }
    const Rect list{rect.x, rect.y + places_head_height, rect.width, rect.height - places_head_height};
    Editor& editor = frame.of.editor;
    const int shown =
        std::max(1, static_cast<int>((list.height + places_row_step - places_row_height) / places_row_step));
    const int count = static_cast<int>(frame.now.condition.caps.size());
    editor.cap = count == 0 ? 0 : std::min(editor.cap, static_cast<std::size_t>(count - 1));
    const std::size_t before = editor.cap;
    turn_rows(frame.of.interaction, editor.first_cap, list, shown, count, false);
    for (int k = editor.first_cap; k < std::min(count, editor.first_cap + shown); ++k) {
        draw_cap_row(frame, static_cast<std::size_t>(k),
                     {list.x, list.y + places_row_step * static_cast<float>(k - editor.first_cap), list.width,
                      places_row_height});
    }
    if (editor.cap != before) {
        const int at = static_cast<int>(editor.cap);
        editor.first_cap = std::clamp(editor.first_cap, at - shown + 1, at);
    }
}

/// Which place a limit is for: one after the other, by two buttons.
void draw_cap_place(ClientFrame& frame, client::ConditionCap& cap, const Rect& rect) {
    Canvas& canvas = frame.of.canvas;
    const std::vector<std::string> places = client::cap_places(frame.now.condition);
    const auto at = std::ranges::find(places, cap.place);
    const auto count = static_cast<std::ptrdiff_t>(places.size());
    const auto now = at == places.end() ? 0 : at - places.begin();
    canvas.text_within({rect.x, rect.middle().y - 10}, 134, Face::body, canvas.theme().text, "At");
    const std::array<std::pair<std::string_view, int>, 2> ways{{{"Before", -1}, {"Next", 1}}};
    float x = rect.x + 142;
    for (const auto& [label, by] : ways) {
        if (button(canvas, frame.of.interaction, {x, rect.y, 78, rect.height}, label,
                   {.id = by < 0 ? "cap place before" : "cap place after"})) {
            cap.place = places[static_cast<std::size_t>((now + by + count) % count)];
            frame.edited("the place of a limit");
        }
        x += 84;
    }
    const std::string_view wrong = frame.trouble("case.cap", frame.of.editor.cap, "place");
    const std::string words = drills::place_words(cap.place, frame.now.condition);
    canvas.text_within({x + 6, rect.middle().y - 10}, rect.right() - x - 6, Face::body_strong,
                       wrong.empty() ? canvas.theme().text : canvas.theme().amber,
                       wrong.empty() ? words : wrong);
}

/// Which of the two buttons below a list are there.
struct AddAndRemove {
    std::string_view add; ///< what the first says
    bool may_add;
    bool may_remove;
};

void add_and_remove(ClientFrame& frame, const Rect& rect, const AddAndRemove& buttons,
                    const std::function<void(bool)>& act) {
    std::vector<Chip> row;
    if (buttons.may_add) {
        row.push_back({buttons.add});
    }
    if (buttons.may_remove) {
        row.push_back({"Delete"});
    }
    if (const auto pressed = chips(frame.of, rect, row)) {
        act(buttons.may_add && *pressed == 0);
    }
}

void draw_area_fields(ClientFrame& frame, client::SkinArea& area, const Rect& rect) {
    constexpr std::array<ClientField, 7> rows{
        {{"case.area", 0, "u", "Middle, across", "half shoulders", 0.02F},
         {"case.area", 0, "v", "Middle, along", "of the spine", 0.02F},
         {"case.area", 0, "half_u", "Reaches, across", "half shoulders", 0.01F},
         {"case.area", 0, "half_v", "Reaches, along", "of the spine", 0.01F},
         {"case.area", 0, "ppt_factor", "Bears pressure", "times the rest", 0.05F},
         {"case.area", 0, "redness_gain", "Reddens", "times the rest", 0.1F},
         {"case.area", 0, "feeling", "Feels", "(0: numb)", 0.1F}}};
    const client::SkinArea* base =
        of_base(frame.base != nullptr ? &frame.base->condition.areas : nullptr, area, &client::SkinArea::id);
    const std::size_t index = frame.of.editor.area;
    words_field(frame, {rect.x, rect.y, rect.width, 57}, {"case.area", index, "name", "Called", ""},
                area.name, base != nullptr ? &base->name : nullptr,
                "As the screen says it: the strained muscle");
    float y = rect.y + 62;
    for (ClientField field : rows) {
        field.row = index;
        number_field(frame, {rect.x, y, rect.width, 36}, field,
                     EditedRow<client::SkinArea>{area, base, client::area_keys()});
        y += 38;
    }
    const std::array<Chip, 3> shape{Chip{"Round", !area.square}, Chip{"Box", area.square},
                                    Chip{"Seen on the skin", area.visible}};
    if (const auto pressed = chips(frame.of, {rect.x, y + 1, rect.width, 28}, shape)) {
        area.square = *pressed == 2 ? area.square : *pressed == 1;
        area.visible = *pressed == 2 ? !area.visible : area.visible;
        frame.edited("the shape of an area");
    }
}

} // namespace

void draw_limits_of_client(ClientFrame& frame, const Rect& rect) {
    constexpr float fields_height = 5 * client_row_step;
    constexpr float buttons_height = 30;
    client::Condition& condition = frame.now.condition;
    Editor& editor = frame.of.editor;
    const float table = rect.height - fields_height - buttons_height - 16;
    if (condition.caps.empty()) {
        frame.of.canvas.paragraph(
            {rect.x, rect.y + 8}, rect.width, Face::body, frame.of.canvas.theme().text_second,
            "No limit of their own: the rubric's hold, as on every back. Add one to say what "
            "this client bears at a place.");
    } else {
        draw_cap_table(frame, {rect.x, rect.y, rect.width, table});
    }
    add_and_remove(frame, {rect.x, rect.y + table + 6, rect.width, buttons_height},
                   {"+ Limit", true, !condition.caps.empty()}, [&](bool add) {
                       editor.cap =
                           add ? client::add_cap(condition) : client::remove_cap(condition, editor.cap);
                       frame.edited(add ? "a new limit" : "a deleted limit");
                   });
    if (condition.caps.empty()) {
        return;
    }
    editor.cap = std::min(editor.cap, condition.caps.size() - 1);
    client::ConditionCap& cap = condition.caps[editor.cap];
    const client::ConditionCap* base = of_base(frame.base != nullptr ? &frame.base->condition.caps : nullptr,
                                               cap, &client::ConditionCap::place);
    float y = rect.bottom() - fields_height + 2;
    draw_cap_place(frame, cap, {rect.x, y, rect.width, client_row_height});
    for (const auto& [key, title] :
         {std::pair{"palm_n", "Palm, at most"}, std::pair{"thumb_n", "Thumb, at most"},
          std::pair{"critical_palm_n", "Palm, fails at"}, std::pair{"critical_thumb_n", "Thumb, fails at"}}) {
        y += client_row_step;
        number_field(frame, {rect.x, y, rect.width, client_row_height},
                     {"case.cap", editor.cap, key, title, "N, 0: no limit"},
                     EditedRow<client::ConditionCap>{cap, base, client::cap_keys()});
    }
}

void draw_areas_of_client(ClientFrame& frame, const Rect& rect) {
    client::Condition& condition = frame.now.condition;
    Editor& editor = frame.of.editor;
    constexpr float line = 28;
    std::vector<std::string> names;
    for (std::size_t k = 0; k < condition.areas.size(); ++k) {
        names.push_back("Area " + std::to_string(k + 1));
    }
    std::vector<Chip> row;
    for (std::size_t k = 0; k < names.size(); ++k) {
        row.push_back({names[k], editor.area == k});
    }
    const float buttons = 150;
    if (const auto pressed = chips(frame.of, {rect.x, rect.y, rect.width - buttons, line}, row)) {
        editor.area = *pressed;
    }
    add_and_remove(
        frame, {rect.right() - buttons, rect.y, buttons, line},
        {"+ Area", condition.areas.size() < client::most_areas, !condition.areas.empty()}, [&](bool add) {
            editor.area = add ? client::add_area(condition) : client::remove_area(condition, editor.area);
            frame.edited(add ? "a new area" : "a deleted area");
        });
    if (condition.areas.empty()) {
        frame.of.canvas.paragraph(
            {rect.x, rect.y + line + 14}, rect.width, Face::body, frame.of.canvas.theme().text_second,
            "No area of their own: the body answers alike everywhere. Add one where it is "
            "sorer, numb, redder or marked, then give it a limit under Limits.");
        return;
    }
    editor.area = std::min(editor.area, condition.areas.size() - 1);
    draw_area_fields(frame, condition.areas[editor.area],
                     {rect.x, rect.y + line + 6, rect.width, rect.height - line - 6});
}

bool places_areas(const EditorFrame& frame) {
    return frame.editor.tab == EditorTab::client && frame.editor.client_tab == ClientTab::areas &&
           frame.edit.own != nullptr && frame.editor.area < frame.edit.own->client.condition.areas.size();
}

void draw_own_area_on_back(const EditorFrame& frame, const Rect& foot) {
    drills::OwnClient own = *frame.edit.own;
    client::SkinArea& area = own.client.condition.areas[frame.editor.area];
    const devices::InputEvents& events = frame.interaction.events();
    if (events.press_began && events.press_place) {
        const Vec2 pressed = frame.canvas.logical(*events.press_place);
        const bool on_back = pressed.x > foot.x - gap && !foot.contains(pressed);
        frame.editor.drawn_from = on_back ? frame.view.place_under(pressed) : std::nullopt;
    }
    if (frame.editor.drawn_from) {
        if (const auto to = frame.view.place_under(frame.interaction.pointer())) {
            area.u = std::round(to->x * 100) / 100;
            area.v = std::round(to->y * 100) / 100;
            frame.edit.what = "the place of an area";
        }
        if (!frame.interaction.held()) {
            frame.editor.drawn_from.reset();
        }
    }
    const Vec2 half(area.half_u, area.half_v);
    const Vec2 middle(area.u, area.v);
    const Colour edge = frame.canvas.theme().teal;
    outline_on_skin(frame.canvas, frame.view.seen_at, {middle - half, middle + half}, edge, 2.5F,
                    edge.at(0.35F));
    if (const auto at = frame.view.seen_at(middle - half)) {
        frame.canvas.text(*at + Vec2(4, -20), Face::caption_strong, edge, area.name);
    }
    if (frame.edit.what == "the place of an area") {
        frame.edit.own = std::make_shared<const drills::OwnClient>(std::move(own));
    }
}

} // namespace tactus::ui
