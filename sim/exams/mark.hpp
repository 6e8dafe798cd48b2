#pragma once
/// What an instructor has said of a student's exam: a row an event, with who, when and why. None is edited;
/// a later one of its kind counts instead, and a group of them can be taken back, which is an event too.

#include <cstdint>
#include <string>
#include <string_view>

namespace tactus::exams {

enum class MarkKind : std::uint8_t {
    seen,           ///< a row of the sheet: value 1 done, 0 not; of a critical row, 1 happened
    rating,         ///< global impression: value is a Rating; words: comment
    comment,        ///< words for the student
    override_grade, ///< value: the final grade, 0..100; words: why
    approve,        ///< the grade stands
    grant,          ///< one more attempt; words: why
};

/// Who grants another attempt for what went wrong without anybody's doing.
inline constexpr std::string_view station = "this station";

enum class Rating : std::uint8_t { clear_fail = 1, borderline = 2, clear_pass = 3 };

std::string_view mark_kind_name(MarkKind kind);
MarkKind mark_kind_named(std::string_view name); ///< of one that mark_kind_name gave; else comment
std::string_view rating_words(Rating rating);    ///< "borderline"

struct Mark {
    std::string id;    ///< UUIDv7: grows with the time it was made
    std::string group; ///< id of the act it was part of: one press may mark many students
    std::string exam;
    std::string profile; ///< whom it is about
    std::string attempt; ///< "" = the exam as a whole
    MarkKind kind = MarkKind::comment;
    int row = -1; ///< of the sheet; -1 = none
    double value = 0;
    std::string words;
    std::int64_t at_unix_s = 0;
    std::string who;
    bool undone = false;
};

/// One sentence for the audit trail: "override to 82: the clock stood still".
std::string mark_words(const Mark& mark);

} // namespace tactus::exams
