#pragma once
/// What the pages of classes, exams and grades ask for.

#include "sim/exams/exam.hpp"
#include "sim/exams/mark.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace tactus::ui {

/// Stands beside everything that is said from here on.
struct NameInstructor {
    std::string name;
};

struct MakeClass {
    std::string name;
};

struct ChooseClass {
    std::string id;
};

/// Looks at a pasted roster; nobody is entered yet.
struct LookAtRoster {
    std::string text;
};

struct ReadRoster {
    std::filesystem::path file;
};

struct EnterRoster {}; ///< the one that was looked at, into the chosen class

/// An exam as the page has it so far.
struct ExamDraft {
    std::string drill; ///< id
    std::string title; ///< "" = the drill's name
    exams::AttemptsPolicy policy = exams::AttemptsPolicy::best;
    int attempts = 1; ///< 0 = any number
    int seen_percent = 40;
    int closes_after_h = 0; ///< 0 = until it is closed
    std::string least_setting;
    std::string least_force;
};

struct OpenExam {
    ExamDraft draft;
};

struct SetExamOpen {
    std::string exam;
    bool open;
};

/// Opens the page of a student's exam.
struct MarkExam {
    std::string exam;
    std::string profile;
};

/// One act of the instructor: exam and profile are filled in where they are the page's own.
struct SayMarks {
    std::vector<exams::Mark> marks;
    bool then_next = false; ///< on to the next student whose exam is to be marked
};

struct UndoMarks {
    std::string exam;
};

struct WriteGradebook {}; ///< of the chosen class, as CSV

struct WriteExamReport {
    std::string exam;
    std::string student; ///< name; "" = the whole class
};

/// Opens the replay of an attempt.
struct WatchAttempt {
    std::string attempt;
    double from_s = 0;
};

struct AnswerReview {
    std::string review;
    std::string words;
};

/// The page on which a student asks for one, over the card of the run just done.
struct ShowAskReview {
    bool shown;
};

/// Of the run just done.
struct AskReview {
    double moment_s;
    std::string words;
};

using ClassDeed = std::variant<NameInstructor, MakeClass, ChooseClass, LookAtRoster, ReadRoster, EnterRoster,
                               OpenExam, SetExamOpen, MarkExam, SayMarks, UndoMarks, WriteGradebook,
                               WriteExamReport, WatchAttempt, AnswerReview, ShowAskReview, AskReview>;

} // namespace tactus::ui
