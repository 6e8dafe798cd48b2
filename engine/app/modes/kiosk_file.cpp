#include "engine/app/modes/kiosk_file.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/authoring/table.hpp"

#include <fstream>

namespace tactus::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_link = 200; ///< a code of more could not be read from a step away

} // namespace

KioskSettings parse_kiosk(const std::string& text, const std::string& where) {
    KioskSettings settings;
    authoring::Document document(text, where);
    authoring::Table root = document.root();
    const std::string code = root.text_or("language", ui::language_code(settings.language));
    if (const auto language = ui::language_coded(code)) {
        settings.language = *language;
    } else {
        root.complain("language", "is none that Tactus speaks: \"" + code + "\"", "write en, de, fr or es");
    }
    settings.times.visitor.quiet_s =
        root.number_or("idle_s", settings.times.visitor.quiet_s, {.low = 1, .high = 600});
    settings.times.visitor.countdown_s =
        root.number_or("countdown_s", settings.times.visitor.countdown_s, {.low = 1, .high = 60});
    settings.times.scene_s = root.number_or("scene_s", settings.times.scene_s, {.low = 2, .high = 600});
    settings.volume_percent =
        static_cast<int>(root.number_or("volume_percent", settings.volume_percent, {.low = 0, .high = 100}));
    settings.health_port =
        static_cast<int>(root.number_or("health_port", settings.health_port, {.low = 0, .high = 65535}));
    settings.link = root.text_or("link", "");
    if (settings.link.size() > longest_link) {
        root.complain("link", "is longer than 200 letters", "use a shorter address");
    }
    settings.pin_hash = root.text_or("pin_hash", "");
    document.finish();
    return settings;
}

std::string kiosk_text(const KioskSettings& settings) {
    const auto number = [](double value) { return authoring::number_text(value); };
    return "# Tactus as a kiosk (README.md, Kiosk); tactus --kiosk-pin sets pin_hash\nlanguage = \"" +
           std::string(ui::language_code(settings.language)) +
           "\"\nidle_s = " + number(settings.times.visitor.quiet_s) +
           "\ncountdown_s = " + number(settings.times.visitor.countdown_s) +
           "\nscene_s = " + number(settings.times.scene_s) +
           "\nvolume_percent = " + std::to_string(settings.volume_percent) +
           "\nhealth_port = " + std::to_string(settings.health_port) +
           "\nlink = " + authoring::quoted_text(settings.link) +
           "\npin_hash = " + authoring::quoted_text(settings.pin_hash) + "\n";
}

KioskSettings read_kiosk(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error)) {
        return {};
    }
    return parse_kiosk(authoring::read_text(file, 1U << 16U), file.string());
}

void write_kiosk(const fs::path& file, const KioskSettings& settings) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    const fs::path fresh = file.string() + ".new";
    std::ofstream out(fresh);
    fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, error); // before the hash is in it
    out << kiosk_text(settings);
    out.close();
    if (out) {
        fs::rename(fresh, file, error);
    }
    if (!out || error) {
        throw UserError(
            Complaint{file.string(), "cannot be written", "check the folder's permissions and free space"});
    }
}

} // namespace tactus::app
