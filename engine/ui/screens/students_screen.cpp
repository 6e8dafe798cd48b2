#include "engine/ui/screens/students_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/initials.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <vector>

namespace tactus::ui {

namespace {

constexpr int tile_columns = 4;
constexpr float tile_height = 118;
constexpr std::size_t many = 10; ///< students; with more of them, a line to seek by appears

struct Tile {
    std::string name;
    std::string letters;
    Command asks;
    bool chosen = false;
    bool first_choice = false; ///< Enter takes it when nothing else has the focus
};

std::vector<Tile> tiles_of(std::span<const records::Profile> students, const std::string& chosen,
                           const std::string& sought) {
    std::vector<Tile> tiles;
    if (sought.empty()) {
        tiles.push_back(
            {.name = "Guest", .letters = "G", .asks = ChooseStudent{""}, .chosen = chosen.empty()});
    }
    for (const records::Profile& student : students) {
        if (name_holds(student.name, sought)) {
            tiles.push_back({.name = student.name,
                             .letters = initials(student.name),
                             .asks = ChooseStudent{student.name},
                             .chosen = student.name == chosen});
        }
    }
    for (Tile& tile : tiles) {
        tile.first_choice = sought.empty() ? tile.chosen : &tile == tiles.data();
    }
    tiles.push_back({.name = "New student", .letters = "+", .asks = ShowPage{Page::new_student}});
    return tiles;
}

int row_count(std::size_t tiles) { return (static_cast<int>(tiles) + tile_columns - 1) / tile_columns; }

bool draw_tile(Canvas& canvas, Interaction& interaction, const Rect& rect, const Tile& tile) {
    const WidgetId id = widget_id("student " + tile.name);
    if (tile.first_choice) {
        interaction.prefer(id);
    }
    const bool pressed = interaction.pressable(id, rect);
    const Theme& theme = canvas.theme();
    const float light = interaction.hovered(rect) ? 0.12F : 0.05F;
    canvas.fill(rect, tile.chosen ? theme.teal.at(0.18F) : theme.text.at(light), radius);
    control_edge(canvas, rect, radius);
    if (interaction.focused(id) && interaction.focus_visible()) {
        focus_ring(canvas, rect, radius);
    }
    initials_disc(canvas, {rect.middle().x, rect.y + 46}, 28, tile.letters, tile.chosen);
    const float room = rect.width - 20;
    const bool fits = canvas.text_width(Face::body_strong, tile.name) <= room;
    const Vec2 at(fits ? rect.middle().x : rect.x + 10, rect.y + 86);
    if (fits) {
        canvas.text(at, Face::body_strong, theme.text, tile.name, Align::centre);
    } else {
        canvas.text_within(at, room, Face::body_strong, theme.text, tile.name);
    }
    return pressed;
}

void scroll(const Interaction& interaction, int rows, int shown, int& first) {
    const devices::InputEvents& events = interaction.events();
    first += events.struck(devices::Key::page_down) ? shown : 0;
    first -= events.struck(devices::Key::page_up) ? shown : 0;
    first -= static_cast<int>(std::lround(events.wheel));
    first = std::clamp(first, 0, std::max(0, rows - shown));
}

} // namespace

bool name_holds(std::string_view name, std::string_view part) {
    const auto same = [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); };
    return std::search(name.begin(), name.end(), part.begin(), part.end(), same) != name.end();
}

void draw_students_screen(Canvas& canvas, Interaction& interaction, const StudentsView& view,
                          StudentsScreen& state, Commands& ask) {
    const std::span<const records::Profile> students = view.students;
    const Theme& theme = canvas.theme();
    if (students.size() <= many) {
        state.sought.clear();
    }
    const std::vector<Tile> tiles = tiles_of(students, view.chosen, state.sought);
    const int rows = row_count(tiles.size());
    // As high as all rows need, whatever is being sought, so that the page does not jump while one types.
    const auto all_rows = static_cast<float>(row_count(students.size() + 2));
    const Rect sheet = centred(canvas, 820, std::min(640.0F, 110 + 58 + all_rows * (tile_height + gap) + 70));
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 30}, Face::card_title, theme.text, "Who is practising?");
    canvas.text_within({left, sheet.y + 68}, width, Face::body, theme.text_second,
                       "Runs, progress and settings are kept for each student on this computer.");
    float top = sheet.y + 110;
    if (students.size() > many) {
        text_field(canvas, interaction, {left, top, width, 42}, state.sought,
                   {.name = "sought", .hint = "Type a part of the name", .takes_without_focus = true});
        top += 58;
    }
    const float room = sheet.bottom() - 80 - top;
    const int shown = std::max(1, static_cast<int>((room + gap) / (tile_height + gap)));
    scroll(interaction, rows, shown, state.first_row);
    const float tile_width = (width + gap) / tile_columns - gap;
    for (int k = state.first_row * tile_columns;
         k < std::min(static_cast<int>(tiles.size()), (state.first_row + shown) * tile_columns); ++k) {
        const int row = k / tile_columns - state.first_row;
        const int column = k % tile_columns;
        const Rect rect{left + static_cast<float>(column) * (tile_width + gap),
                        top + static_cast<float>(row) * (tile_height + gap), tile_width, tile_height};
        if (draw_tile(canvas, interaction, rect, tiles[static_cast<std::size_t>(k)])) {
            ask(tiles[static_cast<std::size_t>(k)].asks);
        }
    }
    if (rows > shown) {
        canvas.text({sheet.right() - 40, sheet.bottom() - 50}, Face::caption, theme.text_second,
                    "more with the wheel or the Page keys", Align::right);
    }
    if (button(canvas, interaction, {left, sheet.bottom() - 62, 130, 40}, "Back",
               {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
}

void draw_new_student_screen(Canvas& canvas, Interaction& interaction, StudentsScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 560, 330);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 30}, Face::card_title, theme.text, "New student");
    canvas.paragraph({left, sheet.y + 70}, width, Face::body, theme.text_second,
                     "The name stands beside your runs on this computer and in what a teacher exports from "
                     "it. It leaves the computer no other way.");
    interaction.prefer(widget_id("new name"));
    const bool entered = text_field(canvas, interaction, {left, sheet.y + 140, width, 46}, state.new_name,
                                    {.name = "new name", .hint = "Name"});
    const float foot = sheet.bottom() - 62;
    const Rect go{sheet.right() - 40 - 200, foot, 200, 40};
    if (button(canvas, interaction, go, "Add", {ButtonKind::primary, "Enter"}) || entered) {
        ask(EnrolStudent{state.new_name});
    }
    if (button(canvas, interaction, {left, foot, 130, 40}, "Back", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::students});
    }
}

} // namespace tactus::ui
