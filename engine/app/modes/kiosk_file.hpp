#pragma once
/// kiosk.toml beside config.toml: what a site sets about its kiosk.

#include "engine/app/modes/kiosk_course.hpp"
#include "engine/ui/language.hpp"

#include <filesystem>
#include <string>

namespace tactus::app {

struct KioskSettings {
    KioskTimes times;
    ui::Language language = ui::Language::english; ///< spoken to everybody who comes
    int volume_percent = 35; ///< of what the sound settings say: among strangers everything is softer
    int health_port = 7470;  ///< of 127.0.0.1, for the health page; 0 = none
    std::string link;        ///< shown as a QR code after the demo; empty = none
    std::string pin_hash;    ///< of the staff; empty: nobody gets in
};

/// where: what to call the text in a complaint. Throws UserError when it is malformed.
KioskSettings parse_kiosk(const std::string& text, const std::string& where);
std::string kiosk_text(const KioskSettings& settings);

/// As set up when the file is missing. Throws UserError when it is malformed.
KioskSettings read_kiosk(const std::filesystem::path& file);

/// Makes its folder, replaces the file at once, readable by its owner alone. Throws UserError.
void write_kiosk(const std::filesystem::path& file, const KioskSettings& settings);

} // namespace tactus::app
