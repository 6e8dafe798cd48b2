#pragma once
/// From the attempts at an exam and what an instructor said of them to a grade. Pure: the same events give
/// the same grade whenever they are asked.

#include "sim/exams/exam.hpp"
#include "sim/exams/mark.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::exams {

/// An attempt as it was measured.
struct ExamAttempt {
    std::string id;
    double score = 0;                              ///< 0..100
    std::array<std::optional<double>, 6> groups{}; ///< scoring::Group order
    bool critical = false;                         ///< a measured critical finding
    std::int64_t started_at_unix_s = 0;
};

struct AttemptGrade {
    std::string attempt;
    double raw = 0;                 ///< as measured
    std::optional<double> seen;     ///< 0..100; nullopt: no sheet, or a row of it is not ticked yet
    std::optional<double> adjusted; ///< both together; nullopt while the sheet is not complete
    int rows_missing = 0;           ///< of the sheet
    bool stopped = false;           ///< a critical finding, measured or seen
    bool passed = false;
    std::optional<Rating> rating;
};

enum class Stage : std::uint8_t {
    not_started,
    under_way,    ///< sat down, nothing handed in
    to_mark,      ///< rows, rating or a look are missing
    review_asked, ///< the student wants it looked at again
    approved,
};

std::string_view stage_words(Stage stage);

struct Standing {
    std::vector<AttemptGrade> attempts; ///< oldest first
    std::optional<double> raw;          ///< of the attempts that the policy takes, as are the next two
    std::optional<double> adjusted;
    std::optional<double> final_grade; ///< adjusted, or what an override says
    bool overridden = false;
    bool passed = false;
    int sittings = 0; ///< begun
    int granted = 0;  ///< further attempts
    Stage stage = Stage::not_started;
};

/// What happened beside attempts and marks.
struct Sittings {
    int begun = 0;
    bool review_waits = false; ///< a review was asked for and not answered
};

/// attempts: handed in, oldest first. marks: of that student's exam, oldest first; undone ones count for
/// nothing. Adjusted = (1 - seen_share) raw + seen_share seen, capped after a critical stop. A grade passes
/// by PassRule, its groups included; an override passes by its figure alone.
Standing standing_of(const Exam& exam, std::span<const ExamAttempt> attempts, std::span<const Mark> marks,
                     const Sittings& sittings);

/// How many attempts are left; a large number where any number is allowed.
int attempts_left(const Exam& exam, const Standing& standing);

/// The newest mark of a kind (and of a row and an attempt, where those are meant) that was not taken back;
/// nullptr = none.
const Mark* newest(std::span<const Mark> marks, MarkKind kind, std::string_view attempt = {}, int row = -1);

} // namespace tactus::exams
