#include "sim/exams/mark.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::exams {

namespace {

constexpr std::array<std::string_view, 6> kind_names{"seen",     "rating",  "comment",
                                                     "override", "approve", "grant"};
constexpr std::array<std::string_view, 3> ratings{"clear fail", "borderline", "clear pass"};

/// At most one decimal.
std::string figure(double value) {
    const auto tenths = static_cast<long long>(std::lround(10 * value));
    std::string text = std::to_string(tenths / 10);
    return tenths % 10 == 0 ? text : text + "." + std::to_string(tenths % 10);
}

std::string with_words(std::string sentence, const Mark& mark) {
    return mark.words.empty() ? sentence : sentence + ": " + mark.words;
}

} // namespace

std::string_view mark_kind_name(MarkKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

MarkKind mark_kind_named(std::string_view name) {
    const auto* const found = std::ranges::find(kind_names, name);
    return found == kind_names.end() ? MarkKind::comment : static_cast<MarkKind>(found - kind_names.begin());
}

std::string_view rating_words(Rating rating) {
    return ratings[std::clamp<std::size_t>(static_cast<std::size_t>(rating), 1, 3) - 1];
}

std::string mark_words(const Mark& mark) {
    switch (mark.kind) {
    case MarkKind::seen:
        return "row " + std::to_string(mark.row + 1) + (mark.value > 0 ? " ticked" : " not seen");
    case MarkKind::rating:
        return with_words("rated " + std::string(rating_words(static_cast<Rating>(mark.value))), mark);
    case MarkKind::comment:
        return with_words("comment", mark);
    case MarkKind::override_grade:
        return with_words("grade set to " + figure(mark.value), mark);
    case MarkKind::approve:
        return "approved";
    case MarkKind::grant:
        return with_words("one more attempt", mark);
    }
    return {};
}

} // namespace tactus::exams
