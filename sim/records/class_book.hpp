#pragma once
/// Classes, their exams, and what instructors say of them, in the station's records. Nothing is edited: every
/// change is a further row with who and when, and Standing (sim/exams) makes the grade of them.

#include "sim/exams/gradebook.hpp"
#include "sim/exams/roster.hpp"
#include "sim/records/archive.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::records {

struct Class {
    std::string id;
    std::string name;
    int members = 0;
};

struct Member {
    Profile profile;
    std::string school_number; ///< "" = none
};

struct RosterReport {
    int joined = 0; ///< new in the class
    int known = 0;  ///< were in it
};

/// Of an exam under way for one student.
struct Sitting {
    std::string id;
    int number = 0; ///< from 1
    int left = 0;   ///< further ones, after this
};

/// A student wants a moment of an attempt looked at again.
struct Review {
    std::string id;
    Attempt attempt;
    std::string exam; ///< id; "" = the attempt was none
    double moment_s = 0;
    std::string words;
    std::int64_t asked_at_unix_s = 0;
    std::string answer; ///< "" = none yet
    std::string answered_by;
    std::int64_t answered_at_unix_s = 0;
};

/// What an exam is made of: read from files, or from what the editor has frozen.
struct ExamOrder {
    std::string class_id;
    std::string title; ///< "" = the drill's name
    drills::Drill drill;
    scoring::Rubric rubric;
    client::Client client;
    std::vector<exams::SeenRow> seen;
    double seen_share = 0;
    std::int64_t opens_at_unix_s = 0; ///< 0 = now
    std::int64_t closes_at_unix_s = 0;
    exams::AttemptsPolicy policy = exams::AttemptsPolicy::best;
    int attempts_allowed = 1;
    std::string least_setting;
    std::string least_force;
    std::string who;
};

/// Not thread-safe; several may be open on one folder. All throw UserError (locked, disk full, damaged).
class ClassBook {
public:
    explicit ClassBook(const std::filesystem::path& directory);

    // Classes.
    [[nodiscard]] std::vector<Class> classes() const; ///< by name
    /// By name or id. Throws UserError: there is none.
    [[nodiscard]] Class class_named(const std::string& name) const;
    Class make_class(const std::string& name); ///< that of the name if it is taken
    /// Enters students, who are made when new. Throws UserError: a number that is another student's.
    RosterReport enrol(const std::string& class_id, std::span<const exams::RosterEntry> roster,
                       const std::string& who);
    void dismiss(const std::string& class_id, const std::string& profile, const std::string& who);
    [[nodiscard]] std::vector<Member> members(const std::string& class_id) const; ///< by name

    // Exams.
    /// Freezes drill, rubric and client by value. Throws UserError: the drill holds a talk or cards, it
    /// closes before it opens, rows without a share of the grade or the other way round.
    exams::Exam open_exam(const ExamOrder& order);
    /// open: opens a closed one again.
    void set_open(const std::string& exam, bool open, const std::string& who, const std::string& why);
    [[nodiscard]] std::vector<exams::Exam>
    exams(const std::string& class_id) const; ///< oldest first; "" = all
    /// By id or its first characters. Throws UserError: none, or more than one.
    [[nodiscard]] exams::Exam exam(const std::string& id) const;
    /// Open at that moment, of the classes that the student is in.
    [[nodiscard]] std::vector<exams::Exam> exams_for(const std::string& profile,
                                                     std::int64_t now_unix_s) const;

    // Taking them.
    /// Counts from here on, whatever becomes of it. Throws UserError: not open, not of the class, no attempt
    /// left.
    Sitting sit_down(const exams::Exam& exam, const std::string& profile);
    /// Links a run to its sitting. A run that the station slowed down, or whose force came from less than the
    /// exam asks, is not linked and another attempt is granted; returns why, "" = handed in. Throws
    /// UserError: another drill, rubric, client (treated: by value, as the run had them) or student.
    std::string hand_in(const Sitting& sitting, const Attempt& attempt, const client::Client& treated);

    // Marking.
    /// One act: all of them or none. Throws UserError: a grade outside 0..100, an override or a grant without
    /// a reason, nobody's name. Returns the id of the act.
    std::string mark(std::vector<exams::Mark> marks, const std::string& who);
    /// Takes back the last act on an exam that was not taken back yet; returns what it was, "" = there is
    /// none.
    std::string undo(const std::string& exam, const std::string& who);
    /// Oldest first, undone ones too. profile: "" = everybody.
    [[nodiscard]] std::vector<exams::Mark> marks(const std::string& exam, const std::string& profile) const;
    [[nodiscard]] std::vector<exams::ExamAttempt> attempts(const std::string& exam,
                                                           const std::string& profile) const;
    [[nodiscard]] exams::Standing standing(const exams::Exam& exam, const std::string& profile) const;
    /// Of a class, by its name or id.
    [[nodiscard]] exams::Gradebook gradebook(const std::string& class_name) const;

    // Reviews.
    /// Throws UserError: no words, a moment outside the run, the attempt of a guest.
    void ask_review(const Attempt& attempt, double moment_s, const std::string& words);
    /// Throws UserError: no words, no such review, answered already.
    void answer_review(const std::string& review, const std::string& words, const std::string& who);
    [[nodiscard]] std::vector<Review> reviews(bool waiting_only) const; ///< oldest first
    [[nodiscard]] std::vector<Review> reviews_of(const std::string& attempt) const;

private:
    [[nodiscard]] std::string next_id();
    [[nodiscard]] std::vector<Review> select_reviews(const std::string& condition,
                                                     const std::string& value) const;

    std::filesystem::path directory_;
    Database database_;
    UuidSource ids_;
};

} // namespace tactus::records
