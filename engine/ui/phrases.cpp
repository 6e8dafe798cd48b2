#include "engine/ui/phrases.hpp"

#include "sim/authoring/table.hpp"

#include <cmath>

namespace tactus::ui {

struct Phrases::Sentences {
    authoring::Table table;
};

Phrases::Phrases(const std::filesystem::path& file) {
    authoring::Document document(authoring::read_text(file, 1U << 20U), file.filename().string());
    // Ids are asked for as they are uttered, so that a file may hold more than this version knows.
    sentences_ = std::make_shared<Sentences>(Sentences{document.root().table("phrases")});
}

std::string Phrases::sentence(std::string_view id, float value) const {
    std::string words(id);
    for (char& letter : words) {
        letter = letter == '_' ? ' ' : letter;
    }
    if (sentences_) {
        words = sentences_->table.text_or(id, words);
    }
    constexpr std::string_view mark = "{value}";
    for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, at + 1)) {
        words.replace(at, mark.size(), std::to_string(std::lround(value)));
    }
    return words;
}

} // namespace tactus::ui
