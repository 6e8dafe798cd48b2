#include "engine/ui/widgets/initials.hpp"

#include <cctype>

namespace tactus::ui {

namespace {

/// The character that begins at `at`, with all its bytes.
std::string character(std::string_view text, std::size_t at) {
    std::string one(1, static_cast<char>(std::toupper(static_cast<unsigned char>(text[at]))));
    for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; ++at) {
        one.push_back(text[at]);
    }
    return one;
}

} // namespace

std::string initials(std::string_view name) {
    const std::size_t first = name.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return {};
    }
    const std::size_t end = name.find_last_not_of(' ');
    const std::size_t space = name.find_last_of(' ', end);
    const bool one_word = space == std::string_view::npos || space < first;
    return character(name, first) + (one_word ? std::string() : character(name, space + 1));
}

void initials_disc(Canvas& canvas, Vec2 centre, float size, std::string_view letters, bool marked) {
    const Theme& theme = canvas.theme();
    canvas.dot(centre, size, marked ? theme.teal : theme.raised);
    const Face face = size > 26 ? Face::card_title : Face::body_strong;
    canvas.text({centre.x, centre.y - faces[static_cast<std::size_t>(face)].size * 0.62F}, face,
                marked ? Colour{13, 20, 22, 255} : theme.text, letters, Align::centre);
}

} // namespace tactus::ui
