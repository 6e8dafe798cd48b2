#include "engine/app/desks/class_desk.hpp"

#include "engine/app/desks/overloaded.hpp"
#include "engine/app/stores/report_file.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/table.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/exams/seen_sheet.hpp"
#include "sim/records/class_report_html.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <iostream>
#include <sstream>
#include <utility>

namespace tactus::app {

namespace {

constexpr const char* who_key = "instructor"; ///< of the guest's settings

std::string counted(std::size_t count, const char* one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

} // namespace

bool ClassDesk::owns(ui::Page page) {
    constexpr std::array pages{ui::Page::classes,   ui::Page::roster,  ui::Page::exam_order,
                               ui::Page::gradebook, ui::Page::marking, ui::Page::reviews};
    return std::ranges::find(pages, page) != pages.end();
}

void ClassDesk::tell(const std::string& line) {
    said_ = line;
    std::cout << "desk: " << line << "\n" << std::flush;
}

void ClassDesk::read() {
    const records::ClassBook book(data_);
    classes_ = book.classes();
    const bool there = std::ranges::any_of(classes_, [&](const auto& one) { return one.id == chosen_; });
    if (!there) {
        chosen_ = classes_.empty() ? "" : classes_.front().id;
    }
    grades_ = chosen_.empty() ? exams::Gradebook{} : book.gradebook(chosen_);
    members_ = chosen_.empty() ? std::vector<records::Member>{} : book.members(chosen_);
    reviews_ = book.reviews(false);
    std::ranges::stable_partition(reviews_,
                                  [](const records::Review& review) { return review.answer.empty(); });
}

void ClassDesk::read_marked() {
    if (!marked_) {
        return;
    }
    const records::ClassBook book(data_);
    const records::Archive archive(data_);
    marked_->exam = book.exam(marked_->exam.id);
    marked_->standing = book.standing(marked_->exam, marked_->profile);
    marked_->marks = book.marks(marked_->exam.id, marked_->profile);
    marked_->attempts.clear();
    for (const exams::AttemptGrade& grade : marked_->standing.attempts) {
        const records::Attempt attempt = *archive.find(grade.attempt);
        marked_->attempts.push_back({.attempt = attempt,
                                     .lost = records::lost_marks(archive.result(attempt)),
                                     .reviews = book.reviews_of(attempt.id)});
    }
}

void ClassDesk::open(ui::Page page) {
    const auto kept = records::Archive(data_).settings("");
    if (const auto name = kept.find(who_key); name != kept.end()) {
        who_ = name->second;
    }
    classes_screen_.who = who_;
    said_.clear();
    if (page == ui::Page::roster) {
        looked_at_.clear();
        complaints_.clear();
    }
    read();
    read_marked();
}

void ClassDesk::draw(ui::Page page, ui::Canvas& canvas, ui::Interaction& interaction,
                     const ui::Catalogue& catalogue, ui::Commands& ask) {
    const auto chosen = std::ranges::find(classes_, chosen_, &records::Class::id);
    const records::Class* one = chosen == classes_.end() ? nullptr : &*chosen;
    const std::string name = one == nullptr ? "" : one->name;
    switch (page) {
    case ui::Page::roster:
        ui::draw_roster_screen(canvas, interaction,
                               {.class_name = name,
                                .members = members_,
                                .looked_at = looked_at_,
                                .complaints = complaints_,
                                .said = said_},
                               roster_screen_, ask);
        break;
    case ui::Page::exam_order:
        ui::draw_exam_order_screen(canvas, interaction,
                                   {.class_name = name, .catalogue = catalogue, .said = said_}, order_screen_,
                                   ask);
        break;
    case ui::Page::gradebook:
        ui::draw_gradebook_screen(canvas, interaction, {.grades = grades_, .said = said_}, gradebook_screen_,
                                  ask);
        break;
    case ui::Page::marking:
        if (marked_) {
            ui::draw_marking_screen(canvas, interaction,
                                    {.exam = marked_->exam,
                                     .student = marked_->student,
                                     .profile = marked_->profile,
                                     .standing = marked_->standing,
                                     .attempts = marked_->attempts,
                                     .marks = marked_->marks,
                                     .said = said_},
                                    marking_screen_, ask);
        }
        break;
    case ui::Page::reviews:
        ui::draw_reviews_screen(canvas, interaction, reviews_, reviews_screen_, ask);
        break;
    default:
        ui::draw_classes_screen(canvas, interaction,
                                {.classes = classes_,
                                 .chosen = one,
                                 .grades = grades_,
                                 .now_unix_s = std::time(nullptr),
                                 .who = who_,
                                 .said = said_},
                                classes_screen_, ask);
        break;
    }
}

void ClassDesk::choose(const std::string& class_id) {
    chosen_ = class_id;
    gradebook_screen_ = {};
    read();
}

/// What is wrong with it is shown on its page, line by line, and not as one problem.
void ClassDesk::look_at(const std::string& text, const std::string& source) {
    looked_at_.clear();
    complaints_.clear();
    try {
        looked_at_ = exams::parse_roster(text, source);
        tell("looks at " + counted(looked_at_.size(), "student"));
    } catch (const UserError& error) {
        complaints_ = error.complaints();
        tell(counted(complaints_.size(), "complaint") + " about the roster");
    }
}

void ClassDesk::enter_roster() {
    const records::RosterReport report = records::ClassBook(data_).enrol(chosen_, looked_at_, who_);
    looked_at_.clear();
    read();
    tell(counted(static_cast<std::size_t>(report.joined), "student") + " joined " + grades_.class_name +
         ", " + std::to_string(report.known) + " were in it");
}

void ClassDesk::open_exam(const ui::ExamDraft& draft, const ui::Catalogue& catalogue) {
    const drills::Drill* drill = ui::find_drill(catalogue, draft.drill);
    const client::Client* client = drill == nullptr ? nullptr : ui::find_client(catalogue, drill->client);
    if (client == nullptr) {
        throw UserError(
            Complaint{"exam", "has no drill, or the drill's client is not there", "choose a drill"});
    }
    // Before the braces: GCC 12 mishandles an exception thrown amid them.
    const scoring::Rubric rubric = scoring::read_rubric(authoring::asset_named("rubrics", drill->rubric));
    records::ExamOrder order{
        .class_id = chosen_,
        .title = draft.title,
        .drill = *drill,
        .rubric = rubric,
        .client = *client,
        .seen = {},
        .seen_share = 0.01 * draft.seen_percent,
        .closes_at_unix_s = draft.closes_after_h == 0 ? 0 : std::time(nullptr) + 3600L * draft.closes_after_h,
        .policy = draft.policy,
        .attempts_allowed = draft.attempts,
        .least_setting = draft.least_setting,
        .least_force = draft.least_force,
        .who = who_};
    if (draft.seen_percent > 0) {
        order.seen = exams::read_seen_sheet(authoring::asset_named("seen", "practical")).rows;
    }
    const exams::Exam exam = records::ClassBook(data_).open_exam(order);
    order_screen_ = {};
    read();
    tell("exam " + exam.title + " is open, frozen #" + exam.frozen_hash.substr(0, 8));
}

void ClassDesk::mark_exam(const std::string& exam, const std::string& profile) {
    const records::ClassBook book(data_);
    Marked marked;
    marked.exam = book.exam(exam);
    marked.profile = profile;
    for (const records::Profile& student : records::Archive(data_).profiles()) {
        marked.student = student.id == profile ? student.name : marked.student;
    }
    chosen_ = marked.exam.class_id;
    marked_ = std::move(marked);
    marking_screen_ = {};
    said_.clear();
    read_marked();
}

void ClassDesk::say(const ui::SayMarks& act, ui::Commands& ask) {
    if (act.marks.empty()) {
        return;
    }
    records::ClassBook(data_).mark(act.marks, who_);
    read();
    read_marked();
    tell(exams::mark_words(act.marks.front()) +
         (act.marks.size() > 1 ? ", " + counted(act.marks.size(), "student") : std::string()));
    if (!act.then_next || !marked_) {
        return;
    }
    const auto column = std::ranges::find(grades_.exams, marked_->exam.id, &exams::Exam::id);
    const auto at = static_cast<std::size_t>(column - grades_.exams.begin());
    const auto waits = [&](const exams::GradebookRow& row) {
        return row.profile != marked_->profile && (row.standings[at].stage == exams::Stage::to_mark ||
                                                   row.standings[at].stage == exams::Stage::review_asked);
    };
    const auto next = std::ranges::find_if(grades_.rows, waits);
    if (next != grades_.rows.end()) {
        mark_exam(marked_->exam.id, next->profile);
    } else {
        ask(ui::ShowPage{ui::Page::gradebook});
    }
}

void ClassDesk::undo(const std::string& exam) {
    const std::string undone = records::ClassBook(data_).undo(exam, who_);
    read();
    read_marked();
    tell(undone.empty() ? "there is nothing to take back" : "taken back: " + undone);
}

void ClassDesk::write_gradebook() {
    std::ostringstream table;
    exams::write_gradebook_csv(grades_, table);
    tell("gradebook: " + keep_report(data_, grades_.class_name + " gradebook", ".csv", table.str()).string());
}

void ClassDesk::write_report(const ui::WriteExamReport& wanted) {
    const records::ClassBook book(data_);
    const exams::Exam exam = book.exam(wanted.exam);
    std::ostringstream page;
    if (wanted.student.empty()) {
        records::write_class_report(book, exam, page);
    } else {
        records::write_exam_report(book, records::Archive(data_), exam, wanted.student, page);
    }
    const std::string name =
        (wanted.student.empty() ? grades_.class_name : wanted.student) + " " + exam.title;
    tell("report: " + keep_report(data_, name, ".html", page.str()).string());
}

void ClassDesk::watch(const ui::WatchAttempt& wanted, ui::Commands& ask) {
    const records::Archive archive(data_);
    if (const auto attempt = archive.find(wanted.attempt)) {
        ask(ui::WatchReplay{.file = archive.unpack(*attempt), .from_s = wanted.from_s});
    }
}

void ClassDesk::obey(const ui::ClassDeed& deed, const ui::Catalogue& catalogue, ui::Commands& ask) {
    std::visit(Overloaded{
                   [&](const ui::NameInstructor& named) {
                       who_ = named.name;
                       records::Archive(data_).set_setting("", who_key, who_);
                   },
                   [&](const ui::MakeClass& make) {
                       choose(records::ClassBook(data_).make_class(make.name).id);
                       tell("class " + grades_.class_name);
                   },
                   [&](const ui::ChooseClass& choice) { choose(choice.id); },
                   [&](const ui::LookAtRoster& look) { look_at(look.text, "line"); },
                   [&](const ui::ReadRoster& file) {
                       look_at(authoring::read_text(file.file, 1U << 20U), file.file.filename().string());
                   },
                   [&](const ui::EnterRoster&) { enter_roster(); },
                   [&](const ui::OpenExam& order) {
                       open_exam(order.draft, catalogue);
                       ask(ui::ShowPage{ui::Page::classes});
                   },
                   [&](const ui::SetExamOpen& set) {
                       records::ClassBook(data_).set_open(set.exam, set.open, who_, {});
                       read();
                       tell(set.open ? "open again" : "closed");
                   },
                   [&](const ui::MarkExam& mark) {
                       mark_exam(mark.exam, mark.profile);
                       ask(ui::ShowPage{ui::Page::marking});
                   },
                   [&](const ui::SayMarks& act) { say(act, ask); },
                   [&](const ui::UndoMarks& last) { undo(last.exam); },
                   [&](const ui::WriteGradebook&) { write_gradebook(); },
                   [&](const ui::WriteExamReport& wanted) { write_report(wanted); },
                   [&](const ui::WatchAttempt& wanted) { watch(wanted, ask); },
                   [&](const ui::AnswerReview& answer) {
                       records::ClassBook(data_).answer_review(answer.review, answer.words, who_);
                       read();
                       read_marked();
                       tell("answered");
                   },
                   [](const ui::ShowAskReview&) {}, // the student's own: the stage has the run
                   [](const ui::AskReview&) {},
               },
               deed);
}

} // namespace tactus::app
