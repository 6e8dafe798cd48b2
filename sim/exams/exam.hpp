#pragma once
/// An exam: a drill, its rubric and its client frozen by value, who may take it, when, how often, and what an
/// instructor looks at beside what is measured. Nothing that changes on a disk changes a running exam.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::exams {

/// Which of several attempts a grade is made of.
enum class AttemptsPolicy : std::uint8_t { first, best, last, mean };

std::string_view policy_name(AttemptsPolicy policy); ///< "best"

/// Throws UserError: no such policy.
AttemptsPolicy policy_named(std::string_view name);

/// Solver settings and force sources from the least to the most demanding.
std::span<const std::string_view> settings_ladder();
std::span<const std::string_view> force_ladder();

/// True when `value` stands on the ladder no lower than `least`; "" asks for nothing.
bool reaches(std::span<const std::string_view> ladder, std::string_view value, std::string_view least);

/// Something that an instructor ticks, which no measure sees.
struct SeenRow {
    std::string words;     ///< "Drapes without baring more than is treated"
    double marks = 1;      ///< its weight among the rows; 0 for a critical one
    bool critical = false; ///< ticked when it happened: the exam is failed

    friend bool operator==(const SeenRow&, const SeenRow&) = default;
};

/// What passes, as the frozen rubric says.
struct PassRule {
    double pass = 75;
    double group = 50;        ///< each measured group at least
    double safety = 70;       ///< and this one
    double critical_cap = 49; ///< of marks, after a critical stop
};

struct Exam {
    std::string id; ///< UUIDv7
    std::string class_id;
    std::string title;
    std::string drill; ///< id
    std::string drill_name;
    std::string drill_text; ///< TOML, as the three below
    std::string drill_hash; ///< as attempts carry it
    std::string rubric_text;
    std::string rubric_hash;
    std::string client_name;
    std::string client_text;
    std::string frozen_hash; ///< records::frozen_hash of all three
    std::vector<SeenRow> seen;
    double seen_share = 0; ///< 0..1 of the grade, the rest is measured
    PassRule pass;
    std::int64_t opens_at_unix_s = 0;
    std::int64_t closes_at_unix_s = 0; ///< 0 = until it is closed by hand
    AttemptsPolicy policy = AttemptsPolicy::best;
    int attempts_allowed = 1;  ///< 0 = any number
    std::string least_setting; ///< "" = any
    std::string least_force;   ///< "" = any
    std::int64_t made_at_unix_s = 0;
    std::string made_by;
    bool closed_by_hand = false;
};

/// Whether it can be taken at that moment.
bool is_open(const Exam& exam, std::int64_t now_unix_s);

/// "open", "closed", "not open yet".
std::string_view state_words(const Exam& exam, std::int64_t now_unix_s);

} // namespace tactus::exams
