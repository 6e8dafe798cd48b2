#include "engine/app/settings_file.hpp"

#include "sim/authoring/table.hpp"

#include <fstream>

namespace tactus::app {

ui::Settings read_settings(const std::filesystem::path& file) {
    ui::Settings settings;
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return settings;
    }
    authoring::Document document(authoring::read_text(file, 1U << 20U), file.string());
    authoring::Table root = document.root();
    if (auto screen = root.optional_table("screen")) {
        settings.scale_percent = static_cast<int>(
            screen->number_or("scale_percent", settings.scale_percent, {.low = 80, .high = 200}));
        settings.high_contrast = screen->flag_or("high_contrast", settings.high_contrast);
        settings.reduced_motion = screen->flag_or("reduced_motion", settings.reduced_motion);
    }
    if (auto hand = root.optional_table("hand")) {
        settings.left_handed = hand->flag_or("left_handed", settings.left_handed);
    }
    document.finish();
    return settings;
}

void write_settings(const std::filesystem::path& file, const ui::Settings& settings) {
    const auto word = [](bool value) { return value ? "true" : "false"; };
    std::ofstream out(file);
    out << "# Tactus: what was set in the settings screen\n[screen]\nscale_percent = "
        << settings.scale_percent << "\nhigh_contrast = " << word(settings.high_contrast)
        << "\nreduced_motion = " << word(settings.reduced_motion)
        << "\n\n[hand]\nleft_handed = " << word(settings.left_handed) << "\n";
    out.flush();
    if (!out) {
        throw UserError(
            Complaint{file.string(), "cannot be written", "check the folder's permissions and free space"});
    }
}

} // namespace tactus::app
