#include "sim/cli/run_class.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/table.hpp"
#include "sim/cli/exam_words.hpp"
#include "sim/cli/text_output.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/own_client.hpp"
#include "sim/exams/seen_sheet.hpp"
#include "sim/records/class_report_html.hpp"

#include <algorithm>
#include <ctime>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

namespace tactus::cli {

namespace {

using Json = nlohmann::ordered_json;
using records::ClassBook;

void print(const Json& json, std::ostream& out) {
    out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

std::int64_t now() { return std::time(nullptr); }

/// Into the file, or out where none was named.
void give(const ClassOptions& options, const std::string& text, const char* what, std::ostream& out) {
    put_text(text, options.file, out);
    if (!options.file.empty()) {
        out << what << " written to " << options.file.string() << '\n';
    }
}

std::string student_id(const ClassOptions& options, const ClassBook& book, const exams::Exam& exam) {
    const auto members = book.members(exam.class_id);
    const auto member = std::ranges::find(members, options.student,
                                          [](const records::Member& each) { return each.profile.name; });
    if (member == members.end()) {
        throw UserError(Complaint{"--student " + options.student, "is nobody in the class of the exam",
                                  "see `tactus-sim class list --json` for who is"});
    }
    return member->profile.id;
}

void list(const ClassOptions& options, const ClassBook& book, std::ostream& out) {
    Json json{{"classes", Json::array()}};
    for (const records::Class& one : book.classes()) {
        Json members = Json::array();
        for (const records::Member& member : book.members(one.id)) {
            members.push_back({{"name", member.profile.name}, {"school_number", member.school_number}});
        }
        json["classes"].push_back({{"id", one.id}, {"name", one.name}, {"members", members}});
        if (!options.json) {
            out << one.name << ": " << one.members << (one.members == 1 ? " student" : " students") << '\n';
        }
    }
    if (options.json) {
        print(json, out);
    } else if (json["classes"].empty()) {
        out << "no classes yet in " << options.data.string() << '\n';
    }
}

void roster(const ClassOptions& options, ClassBook& book, std::ostream& out) {
    const bool typed = options.file == "-";
    const std::string text = typed ? std::string(std::istreambuf_iterator<char>(std::cin), {})
                                   : authoring::read_text(options.file, 1U << 20U);
    const auto entries = exams::parse_roster(text, typed ? "standard input" : options.file.string());
    const records::Class one = book.make_class(options.class_name);
    const records::RosterReport report = book.enrol(one.id, entries, options.by);
    if (options.json) {
        print({{"class", one.name}, {"joined", report.joined}, {"known", report.known}}, out);
    } else {
        out << report.joined << " joined " << one.name << ", " << report.known << " were in it\n";
    }
}

void list_exams(const ClassOptions& options, const ClassBook& book, std::ostream& out) {
    const std::string id = options.class_name.empty() ? "" : book.class_named(options.class_name).id;
    Json json{{"exams", Json::array()}};
    for (const exams::Exam& exam : book.exams(id)) {
        json["exams"].push_back(exam_json(exam, now()));
        if (!options.json) {
            write_exam_line(exam, now(), out);
        }
    }
    if (options.json) {
        print(json, out);
    } else if (json["exams"].empty()) {
        out << "no exams yet\n";
    }
}

void open(const ClassOptions& options, ClassBook& book, std::ostream& out) {
    // What can be refused first: GCC 12 mishandles an exception thrown amid the braces below.
    const std::string class_id = book.class_named(options.class_name).id;
    const drills::Drill drill = drills::read_drill(authoring::asset_named("drills", options.drill));
    const std::int64_t opens_at = moment_of(options.opens, "--opens");
    const std::int64_t closes_at = moment_of(options.closes, "--closes");
    const exams::AttemptsPolicy policy = exams::policy_named(options.policy);
    records::ExamOrder order{.class_id = class_id,
                             .title = options.title,
                             .drill = drill,
                             .seen = {},
                             .opens_at_unix_s = opens_at,
                             .closes_at_unix_s = closes_at,
                             .policy = policy,
                             .attempts_allowed = options.attempts,
                             .least_setting = options.least_setting,
                             .least_force = options.least_force,
                             .who = options.by};
    order.client =
        drills::client_for(options.drill, options.client.empty() ? order.drill.client : options.client);
    order.rubric = scoring::read_rubric(
        authoring::asset_named("rubrics", options.rubric.empty() ? order.drill.rubric : options.rubric));
    if (!options.sheet.empty()) {
        order.seen = exams::read_seen_sheet(authoring::asset_named("seen", options.sheet)).rows;
        order.seen_share = options.seen_share;
    }
    const exams::Exam exam = book.open_exam(order);
    if (options.json) {
        print(exam_json(exam, now()), out);
    } else {
        write_exam_line(exam, now(), out);
    }
}

void set_open(const ClassOptions& options, ClassBook& book, bool is_open, std::ostream& out) {
    const exams::Exam exam = book.exam(options.exam);
    book.set_open(exam.id, is_open, options.by, options.why);
    const exams::Exam after = book.exam(exam.id);
    if (options.json) {
        print(exam_json(after, now()), out);
    } else {
        write_exam_line(after, now(), out);
    }
}

void gradebook(const ClassOptions& options, const ClassBook& book, std::ostream& out) {
    const exams::Gradebook grades = book.gradebook(book.class_named(options.class_name).id);
    if (!options.json) {
        std::ostringstream table;
        exams::write_gradebook_csv(grades, table);
        give(options, table.str(), "gradebook", out);
        return;
    }
    Json json{{"class", grades.class_name}, {"exams", Json::array()}, {"students", Json::array()}};
    for (const exams::Exam& exam : grades.exams) {
        json["exams"].push_back(exam_json(exam, now()));
    }
    for (const exams::GradebookRow& row : grades.rows) {
        Json standings = Json::array();
        for (const exams::Standing& standing : row.standings) {
            standings.push_back(standing_json(standing));
        }
        json["students"].push_back(
            {{"name", row.name}, {"school_number", row.school_number}, {"standings", standings}});
    }
    print(json, out);
}

void report(const ClassOptions& options, const ClassBook& book, std::ostream& out) {
    const exams::Exam exam = book.exam(options.exam);
    std::ostringstream page;
    if (options.student.empty()) {
        records::write_class_report(book, exam, page);
    } else {
        records::write_exam_report(book, records::Archive(options.data), exam, options.student, page);
    }
    give(options, page.str(), "report", out);
}

void mark(const ClassOptions& options, ClassBook& book, exams::MarkKind kind, std::ostream& out) {
    const exams::Exam exam = book.exam(options.exam);
    const std::string profile = student_id(options, book, exam);
    book.mark(
        {{.exam = exam.id, .profile = profile, .kind = kind, .value = options.grade, .words = options.why}},
        options.by);
    const exams::Standing standing = book.standing(exam, profile);
    if (options.json) {
        print(standing_json(standing), out);
    } else if (kind == exams::MarkKind::override_grade) {
        out << options.student << ": " << options.grade << " of 100, "
            << (standing.passed ? "passed" : "not passed") << '\n';
    } else {
        out << options.student << ": " << exams::attempts_left(exam, standing) << " attempts left\n";
    }
}

int undo(const ClassOptions& options, ClassBook& book, std::ostream& out) {
    const std::string what = book.undo(book.exam(options.exam).id, options.by);
    if (options.json) {
        print({{"undone", what}}, out);
    } else {
        out << (what.empty() ? "nothing to take back" : "taken back: " + what) << '\n';
    }
    return what.empty() ? 1 : 0;
}

void trail(const ClassOptions& options, const ClassBook& book, std::ostream& out) {
    const exams::Exam exam = book.exam(options.exam);
    Json json{{"marks", Json::array()}};
    for (const exams::Mark& one :
         book.marks(exam.id, options.student.empty() ? "" : student_id(options, book, exam))) {
        json["marks"].push_back(mark_json(one));
        if (!options.json) {
            out << moment_text(one.at_unix_s) << "  " << one.who << "  " << exams::mark_words(one)
                << (one.undone ? "  (taken back)" : "") << '\n';
        }
    }
    if (options.json) {
        print(json, out);
    }
}

void reviews(const ClassOptions& options, const ClassBook& book, std::ostream& out) {
    Json json{{"reviews", Json::array()}};
    for (const records::Review& review : book.reviews(!options.all)) {
        json["reviews"].push_back(review_json(review));
        if (!options.json) {
            out << review.id.substr(0, 18) << "  " << review.attempt.student << ", "
                << review.attempt.drill_name << " at " << review.moment_s << " s: " << review.words
                << (review.answer.empty() ? "" : "  (" + review.answered_by + ": " + review.answer + ")")
                << '\n';
        }
    }
    if (options.json) {
        print(json, out);
    } else if (json["reviews"].empty()) {
        out << "no reviews are asked for\n";
    }
}

} // namespace

int run_class(const ClassOptions& options, std::ostream& out) {
    ClassBook book(options.data);
    using Action = ClassOptions::Action;
    switch (options.action) {
    case Action::list:
        list(options, book, out);
        break;
    case Action::roster:
        roster(options, book, out);
        break;
    case Action::exams:
        list_exams(options, book, out);
        break;
    case Action::open:
        open(options, book, out);
        break;
    case Action::close:
    case Action::reopen:
        set_open(options, book, options.action == Action::reopen, out);
        break;
    case Action::gradebook:
        gradebook(options, book, out);
        break;
    case Action::report:
        report(options, book, out);
        break;
    case Action::override_grade:
        mark(options, book, exams::MarkKind::override_grade, out);
        break;
    case Action::grant:
        mark(options, book, exams::MarkKind::grant, out);
        break;
    case Action::undo:
        return undo(options, book, out);
    case Action::trail:
        trail(options, book, out);
        break;
    case Action::reviews:
        reviews(options, book, out);
        break;
    case Action::answer:
        book.answer_review(options.review, options.why, options.by);
        out << "answered\n";
        break;
    }
    return 0;
}

} // namespace tactus::cli
