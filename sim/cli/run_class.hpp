#pragma once
/// `tactus-sim class`: classes of a station, their exams and grades.

#include <filesystem>
#include <ostream>
#include <string>

namespace tactus::cli {

struct ClassOptions {
    enum class Action {
        list,
        roster,
        exams,
        open,
        close,
        reopen,
        gradebook,
        report,
        override_grade,
        grant,
        undo,
        trail,
        reviews,
        answer
    } action = Action::list;
    std::filesystem::path data; ///< the station's data folder
    std::string class_name;
    std::string exam;           ///< id, its first characters, or the title
    std::string student;        ///< name
    std::filesystem::path file; ///< the roster, "-" = standard input; what is written, "" = standard output
    std::string title;          ///< of an exam to open; "" = its drill's name
    std::string drill;          ///< ids or files, as the next two; "" = the drill's own
    std::string client;
    std::string rubric;
    std::string sheet; ///< of seen rows; "" = none
    double seen_share = 0.4;
    std::string opens;  ///< "2026-01-31 10:00", UTC; "" = now
    std::string closes; ///< the same; "" = until it is closed
    std::string policy = "best";
    int attempts = 1; ///< 0 = any number
    std::string least_setting;
    std::string least_force;
    std::string by;  ///< who says so
    std::string why; ///< or the words of an answer
    double grade = 0;
    std::string review; ///< id, or its first characters
    bool all = false;   ///< reviews that were answered too
    bool json = false;
};

/// Returns 0, or 1 when there was nothing to take back. Throws UserError.
int run_class(const ClassOptions& options, std::ostream& out);

} // namespace tactus::cli
