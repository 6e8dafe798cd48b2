#pragma once
/// The rows of a settings tab, from the top down: switches, numbers, notes.

#include "engine/ui/widgets/stepper.hpp"

#include <string>

namespace tactus::ui {

inline constexpr float settings_row_height = 42;
inline constexpr float settings_row_step = 47;

class SettingsRows {
public:
    /// area: its height does not matter.
    SettingsRows(Canvas& canvas, Interaction& interaction, const Rect& area)
        : canvas_(&canvas), interaction_(&interaction), area_(area), y_(area.y) {}

    /// Turned by a press; says "on" or "off".
    void flag(std::string_view title, std::string_view second, bool& value) {
        choice(title, second, value, "on", "off");
    }

    /// As above with words of its own for true and false.
    void choice(std::string_view title, std::string_view second, bool& value, std::string_view yes,
                std::string_view no);

    /// row.value is taken from `value`.
    void number(Stepper row, int& value);

    /// The key that does what the usual one does, for a second line.
    [[nodiscard]] std::string key(std::string_view usual) const { return canvas_->key_words(usual); }

    /// A small line.
    void note(std::string_view words);

private:
    [[nodiscard]] Rect next();

    Canvas* canvas_;
    Interaction* interaction_;
    Rect area_;
    float y_;
};

} // namespace tactus::ui
