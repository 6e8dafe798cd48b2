#include "engine/ui/language.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <array>
#include <clocale>
#include <cstdlib>
#include <libintl.h>

namespace tactus::ui {

namespace {

constexpr std::array all{
    LanguageName{Language::english, "en", "English"}, LanguageName{Language::german, "de", "Deutsch"},
    LanguageName{Language::french, "fr", "Français"}, LanguageName{Language::spanish, "es", "Español"},
    LanguageName{Language::stretched, "en_XA", "Ééñgliish"}};

} // namespace

std::span<const LanguageName> languages() { return std::span(all).first(4); }

std::optional<Language> language_coded(std::string_view code) {
    const auto* found = std::ranges::find(all, code, &LanguageName::code);
    return found == all.end() ? std::nullopt : std::optional(found->language);
}

std::string_view language_code(Language language) { return all[static_cast<std::size_t>(language)].code; }

void begin_translations() {
    std::setlocale(LC_MESSAGES, "C.UTF-8"); // there without any locale being generated
    unsetenv("LANGUAGE");
}

// gettext takes its language from the environment, one for the whole process. Here each language is a domain
// of its own beside the others, so that asking is a pure function and no thread sees an environment change.
Translation::Translation(Language language) : language_(language) {
    if (language == Language::english) {
        return;
    }
    std::string domain("tactus-");
    domain += language_code(language);
    try {
        const auto file = authoring::resource("languages/C/LC_MESSAGES/" + domain + ".mo");
        bindtextdomain(domain.c_str(), file.parent_path().parent_path().parent_path().c_str());
        bind_textdomain_codeset(domain.c_str(), "UTF-8");
        domain_ = domain;
    } catch (const UserError&) {
        domain_.clear(); // a stand in English is better than none
    }
}

const char* Translation::operator()(const char* english) const {
    // The empty text is the catalogue's own header.
    return domain_.empty() || *english == '\0' ? english : dgettext(domain_.c_str(), english);
}

std::string filled(std::string words, std::string_view mark, std::string_view value) {
    if (const std::size_t at = words.find(mark); at != std::string::npos) {
        words.replace(at, mark.size(), value);
    }
    return words;
}

} // namespace tactus::ui
