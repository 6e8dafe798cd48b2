#include "engine/ui/screens/keys_settings.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/key_cap.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace tactus::ui {

namespace {

constexpr float keys_row_height = 38;
constexpr float keys_row_step = 41;

struct KeyRow {
    std::size_t action;
    devices::Key key; ///< that it has now
};

void draw_key_row(Canvas& canvas, Interaction& interaction, const Rect& rect, const KeyRow& row,
                  KeysSettings& state) {
    const Theme& theme = canvas.theme();
    const devices::Action& action = devices::actions()[row.action];
    const bool listens = state.listening == row.action;
    const WidgetId id = widget_id("key of " + std::string(action.id));
    std::string title(action.words);
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    if (list_row(
            canvas, interaction, rect,
            {.title = title, .second = {}, .aside = listens ? "press the new key" : "", .chosen = listens},
            id) &&
        !state.listening) {
        state.listening = row.action;
        state.said.clear();
    }
    if (!listens) {
        const bool moved = row.key != action.usual;
        chosen_key_cap(canvas, {rect.right() - 14, rect.y + 8}, devices::key_name(row.key),
                       moved ? theme.teal : theme.text);
    }
}

} // namespace

void take_key(devices::Key key, devices::KeyMap& keys, KeysSettings& state) {
    if (!state.listening) {
        return;
    }
    const devices::Action& action = devices::actions()[*state.listening];
    const std::string name = devices::key_name(key);
    if (key == devices::Key::escape) {
        state.said = "Left as it was.";
    } else if (keys.bind(*state.listening, key)) {
        state.said = name + ": " + std::string(action.words) + ".";
    } else if (const auto owner = keys.action_of(key)) {
        state.said = name + " already does this: " + std::string(devices::actions()[*owner].words) +
                     ". Give that another key first.";
    } else {
        state.said = name + " always works as it does and cannot be chosen.";
    }
    state.listening.reset();
}

void draw_keys_settings(Canvas& canvas, Interaction& interaction, const Rect& area, devices::KeyMap& keys,
                        KeysSettings& state) {
    const devices::InputEvents& events = interaction.events();
    if (state.listening && !events.keys.empty()) {
        take_key(events.keys.front().key, keys, state);
    } else if (!state.listening) {
        const int page = std::max(1, static_cast<int>((area.height - 30) / keys_row_step));
        state.first += events.struck(devices::Key::page_down) ? page : 0;
        state.first -= events.struck(devices::Key::page_up) ? page : 0;
    }
    state.first -= static_cast<int>(std::lround(events.wheel));
    const int shown = std::max(1, static_cast<int>((area.height - 28) / keys_row_step));
    const int count = static_cast<int>(devices::action_count);
    state.first = std::clamp(state.first, 0, count - shown);
    for (int index = state.first; index < state.first + shown; ++index) {
        draw_key_row(canvas, interaction,
                     {area.x, area.y + keys_row_step * static_cast<float>(index - state.first), area.width,
                      keys_row_height},
                     {static_cast<std::size_t>(index), keys.key_of(static_cast<std::size_t>(index))}, state);
    }
    const Theme& theme = canvas.theme();
    const float foot = area.bottom() - 22;
    const std::string place = std::to_string(state.first + 1) + "-" + std::to_string(state.first + shown) +
                              " of " + std::to_string(count) + ": wheel or Page keys";
    if (!state.said.empty()) { // in place of all else: it is what the person waits for
        canvas.text_within({area.x, foot}, area.width, Face::caption_strong, theme.amber, state.said);
        return;
    }
    canvas.text({area.right(), foot}, Face::caption, theme.text_third, place, Align::right);
    const float room = area.width - canvas.text_width(Face::caption, place) - 20;
    canvas.text_within({area.x, foot}, room, Face::caption, theme.text_second,
                       "Press a row, then the key that shall do it.");
}

} // namespace tactus::ui
