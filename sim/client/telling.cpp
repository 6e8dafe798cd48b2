#include "sim/client/telling.hpp"

#include <algorithm>

namespace tactus::client {
namespace {

// Facts 5.5, referral score.
constexpr double reason_marks = 10;
constexpr double calm_and_written_marks = 5;
/// Less is no note that the next who reads it could use (design).
constexpr int least_note_words = 3;

int words_in(std::string_view text) {
    int words = 0;
    bool inside = false;
    for (const char letter : text) {
        const bool blank = letter == ' ' || letter == '\t' || letter == '\n';
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return words;
}

} // namespace

Telling telling_of(const Condition& condition, const Conduct& conduct) {
    Telling telling{.note_written = words_in(conduct.note) >= least_note_words};
    const auto worth = condition.wordings.find(conduct.wording);
    if (worth != condition.wordings.end()) {
        telling.kind = worth->second.kind;
        telling.fits = conduct.decision &&
                       std::ranges::find(worth->second.fits, *conduct.decision) != worth->second.fits.end();
    }
    return telling;
}

double referral_marks(Urgency chosen, Urgency right, const Telling& telling) {
    return std::min(100.0, decision_marks(chosen, right) + (telling.reason_told() ? reason_marks : 0) +
                               (telling.calm_and_written() ? calm_and_written_marks : 0));
}

} // namespace tactus::client
