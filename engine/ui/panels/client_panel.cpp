#include "engine/ui/panels/client_panel.hpp"

#include "engine/ui/language.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>

namespace tactus::ui {

namespace {

std::string_view guarding_word(float guarding) {
    return guarding < 0.05F ? "none" : guarding < 0.3F ? "slight" : guarding < 0.6F ? "moderate" : "strong";
}

} // namespace

void draw_state_shape(Canvas& canvas, Vec2 at, const StateWord& state) {
    switch (state.shape) {
    case StateShape::disc:
        canvas.dot(at, 6, state.colour);
        break;
    case StateShape::ring:
        canvas.ring(at, 5, state.colour, 2.5F);
        break;
    case StateShape::triangle:
        canvas.triangle(at + Vec2(-7, 6), at + Vec2(7, 6), at + Vec2(0, -7), state.colour);
        break;
    case StateShape::square:
        canvas.fill({at.x - 6, at.y - 6, 12, 12}, state.colour, 1);
        break;
    }
}

StateWord client_state_word(const Theme& theme, const physiology::ClientState& client) {
    if (client.discomfort >= 7.5F) {
        return {translated_later("In pain"), StateShape::square, theme.orange};
    }
    if (client.guarding >= 0.15F) {
        return {translated_later("Guarding"), StateShape::triangle, theme.amber};
    }
    if (client.discomfort >= 5.5F) {
        return {translated_later("Strong, bearable"), StateShape::triangle, theme.amber};
    }
    if (client.discomfort >= 3.5F) {
        return {translated_later("Feels it"), StateShape::ring, theme.teal};
    }
    return {client.comfort > 0.5F ? translated_later("Relaxed") : translated_later("Comfortable"),
            StateShape::disc, theme.teal};
}

Rect draw_client_panel(Canvas& canvas, const RunView& view, Vec2 bottom_left) {
    const Theme& theme = canvas.theme();
    const physiology::ClientState& client = view.now.client;
    const StateWord state = client_state_word(theme, client);
    const std::string figures =
        "feels " + rounded(client.discomfort) + "/10, 7 hurts     guarding " +
        std::string(guarding_word(client.guarding)) + "     " +
        (client.breath_held ? "holds breath" : "breath " + rounded(client.breaths_per_min) + "/min");
    const float word_width = canvas.text_width(Face::title, state.word);
    const float width =
        std::max(508.0F, 44 + word_width + 28 + canvas.text_width(Face::body, figures) + padding);
    const Rect rect =
        canvas.placed({bottom_left.x, bottom_left.y - client_panel_height, width, client_panel_height});
    panel(canvas, rect);
    draw_state_shape(canvas, {rect.x + 28, rect.y + 28}, state);
    canvas.text({rect.x + 44, rect.y + 17}, Face::title, theme.text, state.word);
    canvas.text({rect.x + 44 + word_width + 28, rect.y + 18}, Face::body, theme.text_second, figures);
    const physiology::Utterance& said = client.utterance;
    const bool speaks = said.serial > 0 && view.now.t_s - said.t_s < said_for_s;
    if (speaks) {
        const std::string words = "\u201C" + view.phrases.sentence(said.phrase, said.value) + "\u201D";
        canvas.text_within({rect.x + padding, rect.y + 50}, width - 2 * padding, Face::said, theme.text,
                           words);
    } else {
        const std::string& name = view.client.name;
        canvas.text_within({rect.x + padding, rect.y + 50}, width - 2 * padding, Face::body, theme.text_third,
                           name + (view.device
                                       ? " is quiet. " + canvas.key_words("A") + " asks how it feels, " +
                                             canvas.key_words("Y") + " says or does more."
                                       : " is quiet."));
    }
    return rect;
}

} // namespace tactus::ui
