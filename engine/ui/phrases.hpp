#pragma once
/// What clients say: sentences by id, from assets/phrases.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tactus::ui {

class Phrases {
public:
    Phrases() = default;

    /// Reads one file of sentences: a table `phrases`, one line an id. Throws UserError when it is missing or malformed.
    explicit Phrases(const std::filesystem::path& file);

    /// The sentence of an id; an unknown id is shown with its underscores as spaces. `{value}` in a sentence is
    /// replaced by the whole number `value`.
    [[nodiscard]] std::string sentence(std::string_view id, float value) const;

private:
    struct Sentences;
    std::shared_ptr<Sentences> sentences_; ///< null: no file was read
};

} // namespace tactus::ui
