#include "engine/ui/widgets/language_buttons.hpp"

#include "engine/ui/widgets/button.hpp"

#include <algorithm>
#include <string>

namespace tactus::ui {

namespace {

constexpr float language_height = 64; ///< the least that a kiosk's button may have
constexpr float language_width = 118;
constexpr float language_gap = 8;

std::string id_of(const LanguageName& language) { return "language " + std::string(language.code); }

} // namespace

bool language_row(Canvas& canvas, Interaction& interaction, Vec2 top_right, Commands& ask) {
    bool pressed = false;
    const auto all = languages();
    float x = top_right.x - static_cast<float>(all.size()) * (language_width + language_gap) + language_gap;
    for (const LanguageName& language : all) {
        const Rect rect{x, top_right.y, language_width, language_height};
        const bool chosen = language.language == canvas.translation().language();
        if (button(canvas, interaction, rect, language.name,
                   {chosen ? ButtonKind::primary : ButtonKind::quiet, "", id_of(language)})) {
            ask(ChooseLanguage{language.language});
            pressed = true;
        }
        x += language_width + language_gap;
    }
    return pressed;
}

bool next_language_button(Canvas& canvas, Interaction& interaction, Vec2 top_right, Commands& ask) {
    const auto all = languages();
    const auto now = std::ranges::find(all, canvas.translation().language(), &LanguageName::language);
    const LanguageName& next = now == all.end() || now + 1 == all.end() ? all.front() : *(now + 1);
    if (button(canvas, interaction,
               {top_right.x - language_width, top_right.y, language_width, language_height}, next.name,
               {ButtonKind::quiet, "", "next language"})) {
        ask(ChooseLanguage{next.language});
        return true;
    }
    return false;
}

} // namespace tactus::ui
