#include "engine/app/stores/settings_file.hpp"

#include "sim/authoring/table.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace tactus::app {

namespace {

void read_sound(authoring::Table& table, ui::SoundSettings& sound) {
    const auto volume = [&](const char* key, int usual) {
        return static_cast<int>(table.number_or(key, usual, {.low = 0, .high = 100}));
    };
    sound.muted = table.flag_or("muted", sound.muted);
    sound.metronome = volume("metronome_percent", sound.metronome);
    sound.tone = volume("pressure_tone_percent", sound.tone);
    sound.breath = volume("breath_percent", sound.breath);
    sound.voice = volume("voice_percent", sound.voice);
    sound.captions = table.flag_or("captions", sound.captions);
}

/// Keys that were moved. All of them are taken away before the first is given anew: two may have changed
/// places.
void read_keys(authoring::Table& table, devices::KeyMap& keys) {
    std::vector<std::pair<std::size_t, devices::Key>> moved;
    const auto all = devices::actions();
    for (std::size_t action = 0; action < all.size(); ++action) {
        const std::string id(all[action].id);
        const std::string name = table.text_or(id, devices::key_name(all[action].usual));
        if (const auto key = devices::key_named(name)) {
            moved.emplace_back(action, *key);
        } else {
            table.complain(id, "is no key that can be chosen: \"" + name + "\"",
                           "name a letter, a digit, Space, Tab, Home, End, Page up, Page down or F1");
        }
    }
    for (const auto& [action, key] : moved) {
        const bool twice = std::ranges::count(moved, key, &std::pair<std::size_t, devices::Key>::second) > 1;
        if (twice) {
            table.complain(std::string(all[action].id),
                           "has a key that another action has too: \"" + devices::key_name(key) + "\"",
                           "give one of them another key");
        }
    }
    keys.bind_all(moved);
}

std::string keys_text(const devices::KeyMap& keys) {
    std::string text;
    const auto all = devices::actions();
    for (std::size_t action = 0; action < all.size(); ++action) {
        if (keys.key_of(action) != all[action].usual) {
            const std::string name = devices::key_name(keys.key_of(action));
            text += std::string(all[action].id) + " = \"" + (name == "\\" || name == "\"" ? "\\" : "") +
                    name + "\"\n";
        }
    }
    return text.empty() ? text : "\n[keys]\n" + text;
}

} // namespace

ui::Settings parse_settings(const std::string& text, const std::string& where) {
    ui::Settings settings;
    authoring::Document document(text, where);
    authoring::Table root = document.root();
    if (auto screen = root.optional_table("screen")) {
        settings.scale_percent = static_cast<int>(
            screen->number_or("scale_percent", settings.scale_percent, {.low = 80, .high = 200}));
        settings.high_contrast = screen->flag_or("high_contrast", settings.high_contrast);
        settings.reduced_motion = screen->flag_or("reduced_motion", settings.reduced_motion);
    }
    if (auto hand = root.optional_table("hand")) {
        settings.left_handed = hand->flag_or("left_handed", settings.left_handed);
        settings.sticky_press = hand->flag_or("sticky_press", settings.sticky_press);
        settings.one_hand = hand->flag_or("one_hand", settings.one_hand);
        settings.dwell_ms =
            static_cast<int>(hand->number_or("dwell_ms", settings.dwell_ms, {.low = 0, .high = 3000}));
    }
    if (auto sound = root.optional_table("sound")) {
        read_sound(*sound, settings.sound);
    }
    if (auto keys = root.optional_table("keys")) {
        read_keys(*keys, settings.keys);
    }
    document.finish();
    return settings;
}

std::string settings_text(const ui::Settings& settings) {
    const auto word = [](bool value) { return value ? "true" : "false"; };
    std::ostringstream out;
    out << "# Tactus: what was set in the settings screen\n[screen]\nscale_percent = "
        << settings.scale_percent << "\nhigh_contrast = " << word(settings.high_contrast)
        << "\nreduced_motion = " << word(settings.reduced_motion)
        << "\n\n[hand]\nleft_handed = " << word(settings.left_handed)
        << "\nsticky_press = " << word(settings.sticky_press) << "\none_hand = " << word(settings.one_hand)
        << "\ndwell_ms = " << settings.dwell_ms << "\n\n[sound]\nmuted = " << word(settings.sound.muted)
        << "\nmetronome_percent = " << settings.sound.metronome
        << "\npressure_tone_percent = " << settings.sound.tone
        << "\nbreath_percent = " << settings.sound.breath << "\nvoice_percent = " << settings.sound.voice
        << "\ncaptions = " << word(settings.sound.captions) << "\n"
        << keys_text(settings.keys);
    return out.str();
}

ui::Settings read_settings(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return {};
    }
    return parse_settings(authoring::read_text(file, 1U << 20U), file.string());
}

void write_settings(const std::filesystem::path& file, const ui::Settings& settings) {
    std::ofstream out(file);
    out << settings_text(settings);
    out.flush();
    if (!out) {
        throw UserError(
            Complaint{file.string(), "cannot be written", "check the folder's permissions and free space"});
    }
}

} // namespace tactus::app
