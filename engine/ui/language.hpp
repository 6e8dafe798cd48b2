#pragma once
/// The words of a visitor's language, by gettext: assets/languages/CODE.po, compiled by msgfmt at build time.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tactus::ui {

enum class Language : std::uint8_t {
    english, ///< as the code has them
    german,
    french,
    spanish,
    stretched, ///< accents on English words made longer by 40 %: shows what would be clipped
};

struct LanguageName {
    Language language;
    std::string_view code; ///< of its catalogue: "de"
    std::string_view name; ///< in itself: "Deutsch"
};

/// Those that a visitor can choose, in the order of their buttons.
std::span<const LanguageName> languages();

/// By code, en_XA for the stretched one; nullopt: there is no such language.
std::optional<Language> language_coded(std::string_view code);
std::string_view language_code(Language language);

/// Sets the C library's message locale to plain UTF-8, whatever the environment says: a visitor chooses the
/// language, not the account. Call in main before the first thread.
void begin_translations();

/// English words to the words of one language. A value; any thread, after begin_translations.
class Translation {
public:
    Translation() = default; ///< English

    /// A language whose catalogue is not installed stays English.
    explicit Translation(Language language);

    [[nodiscard]] Language language() const { return language_; }

    /// The words for `english`, which gettext's xgettext finds as tr("..."); itself when it has none. Lives
    /// as long as `english` does.
    [[nodiscard]] const char* operator()(const char* english) const;

    [[nodiscard]] std::string operator()(const std::string& english) const {
        return (*this)(english.c_str());
    }

private:
    Language language_ = Language::english;
    std::string domain_; ///< of gettext; empty = English
};

/// Marks words for xgettext that are translated where they are shown.
constexpr const char* translated_later(const char* english) { return english; }

/// `words` with the first `mark` ("{n}") replaced by `value`.
std::string filled(std::string words, std::string_view mark, std::string_view value);

} // namespace tactus::ui
