#include "engine/ui/screens/clients_screen.hpp"

#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tactus::ui {

namespace {

std::string body_words(const client::Client& client) {
    const anatomy::BodyParameters& body = client.body;
    return rounded(body.age_years) + " years, " + rounded(100 * body.stature_m) + " cm, BMI " +
           rounded(body.bmi);
}

} // namespace

void draw_clients_screen(Canvas& canvas, Interaction& interaction, const Catalogue& catalogue,
                         const std::string& chosen, ClientsScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    draw_left_shade(canvas);
    const Rect sheet{margin, margin, 440, canvas.size().y - 2 * margin};
    panel(canvas, sheet, card_radius);
    const float left = sheet.x + 28;
    const float width = sheet.width - 56;
    canvas.text({left, sheet.y + 20}, Face::card_title, theme.text, "Clients");
    std::string pressed = chosen;
    if (draw_client_list(canvas, interaction, clients_with(catalogue.clients, state.list.sought), pressed,
                         state.list, {left, sheet.y + 66, width, sheet.height - 66 - 74})) {
        ask(ChooseClient{pressed});
    }
    if (button(canvas, interaction, {left, sheet.bottom() - 56, 130, 40}, "Back",
               {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
    const client::Client* client = find_client(catalogue, chosen);
    if (client == nullptr) {
        return;
    }
    const float story_left = sheet.right() + gap;
    const float story_width = canvas.size().x - margin - story_left;
    const float story = canvas.paragraph_height(story_width - 2 * padding, Face::body, client->story);
    const Rect about{story_left, canvas.size().y - margin - 118 - story, story_width, 118 + story};
    panel(canvas, about);
    canvas.text_within({about.x + padding, about.y + 14}, about.width - 2 * padding, Face::title, theme.text,
                       client->name);
    canvas.text_within({about.x + padding, about.y + 38}, about.width - 2 * padding, Face::caption,
                       theme.text_second, body_words(*client));
    canvas.paragraph({about.x + padding, about.y + 58}, about.width - 2 * padding, Face::body, theme.text,
                     client->story);
    const float foot = about.bottom() - 50;
    interaction.prefer(widget_id("Practise"));
    if (button(canvas, interaction, {about.right() - padding - 180, foot, 180, 40}, "Practise",
               {ButtonKind::primary})) {
        ask(StartPractice{});
    }
    if (button(canvas, interaction, {about.right() - padding - 180 - 12 - 180, foot, 180, 40},
               "Choose a drill")) {
        ask(ShowPage{Page::drills});
    }
}

} // namespace tactus::ui
