#include "engine/ui/screens/client_list.hpp"

#include "engine/ui/screens/students_screen.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>

namespace tactus::ui {

namespace {

constexpr float client_list_row_step = 62;
constexpr float client_list_row_height = 54;
constexpr float field_height = 40;
constexpr float field_gap = 10;

} // namespace

std::vector<const client::Client*> clients_with(const std::vector<client::Client>& clients,
                                                const std::string& sought) {
    std::vector<const client::Client*> found;
    for (const client::Client& client : clients) {
        if (name_holds(client.name, sought) || name_holds(client.story, sought)) {
            found.push_back(&client);
        }
    }
    return found;
}

bool draw_client_list(Canvas& canvas, Interaction& interaction,
                      const std::vector<const client::Client*>& clients, std::string& chosen,
                      ClientList& state, const Rect& rect) {
    text_field(canvas, interaction, {rect.x, rect.y, rect.width, field_height}, state.sought,
               {.name = "client sought", .hint = "Part of a name or story"});
    const Rect list{rect.x, rect.y + field_height + field_gap, rect.width,
                    rect.height - field_height - field_gap};
    const int shown =
        std::max(1, static_cast<int>((list.height + client_list_row_step - client_list_row_height) /
                                     client_list_row_step));
    const int count = static_cast<int>(clients.size());
    const auto row_id = [&](const client::Client& client) { return widget_id("client " + client.id); };
    const bool focused = std::ranges::any_of(
        clients, [&](const client::Client* client) { return interaction.focused(row_id(*client)); });
    turn_rows(interaction, state.first, list, shown, count, focused);
    draw_rows_note(canvas, {rect.right(), rect.y - 28}, state.first, shown, count);
    if (clients.empty()) {
        canvas.paragraph({list.x, list.y + 6}, list.width, Face::body, canvas.theme().text_second,
                         "Nobody of that name or story. Clear the line to see everyone.");
    }
    bool pressed = false;
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        const client::Client& client = *clients[static_cast<std::size_t>(k)];
        const std::string second = client.story.substr(0, client.story.find('\n'));
        const std::string aside = rounded(client.body.age_years) + " y";
        const Rect row{list.x, list.y + client_list_row_step * static_cast<float>(k - state.first),
                       list.width, client_list_row_height};
        if (list_row(canvas, interaction, row,
                     {.title = client.name, .second = second, .aside = aside, .chosen = chosen == client.id},
                     row_id(client))) {
            chosen = client.id;
            pressed = true;
        }
    }
    return pressed;
}

} // namespace tactus::ui
