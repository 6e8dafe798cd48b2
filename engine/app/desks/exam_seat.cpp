#include "engine/app/desks/exam_seat.hpp"

#include "engine/ui/screens/brief_screen.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"

#include <iostream>
#include <utility>

namespace tactus::app {

namespace {

std::string attempts_words(int left) {
    return left == 0   ? "no attempt left"
           : left == 1 ? "1 attempt left"
                       : std::to_string(left) + " attempts left";
}

} // namespace

void require_fit(const exams::Exam& exam, const MachineSpeed& speed, bool aided) {
    const std::string where = "exam " + exam.title;
    if (!speed.known()) {
        throw UserError(
            Complaint{where, "waits until this computer's speed is known", "press Start again in a moment"});
    }
    if (!speed.keeps_pace()) {
        throw UserError(Complaint{where, "cannot be held here: this computer is too slow for it",
                                  "take it on another one"});
    }
    const std::string_view setting = tissue::setting_name(speed.setting());
    if (!exams::reaches(exams::settings_ladder(), setting, exam.least_setting)) {
        throw UserError(Complaint{where,
                                  "asks for the tissue setting \"" + exam.least_setting +
                                      "\", this computer holds \"" + std::string(setting) + "\"",
                                  "take it on another one"});
    }
    if (aided) {
        throw UserError(Complaint{where, "is not graded with sticky press or pressing by resting",
                                  "turn them off, or ask for --accommodate"});
    }
}

void ExamSeat::look(const Students& students, std::int64_t now_unix_s) {
    open_.clear();
    const std::string& student = students.chosen().id;
    if (student.empty() || students.new_here()) {
        return;
    }
    const records::ClassBook book(data_);
    for (const exams::Exam& exam : book.exams_for(student, now_unix_s)) {
        const int left = exams::attempts_left(exam, book.standing(exam, student));
        const std::string attempts =
            exam.attempts_allowed == 0 ? "any number of attempts" : attempts_words(left);
        open_.push_back({.exam = exam.id, .title = exam.title, .second = attempts, .left = left});
    }
}

void ExamSeat::take(const std::string& id) {
    const exams::Exam exam = records::ClassBook(data_).exam(id);
    ExamPaper paper{.exam = exam};
    paper.drill = drills::parse_drill(exam.drill_text, "drill of the exam " + exam.title);
    paper.rubric = scoring::parse_rubric(exam.rubric_text, "rubric of the exam " + exam.title);
    paper.client = client::parse_client(exam.client_text, "client of the exam " + exam.title);
    paper_ = std::move(paper);
    sitting_ = {};
}

void ExamSeat::sit_down(const std::string& profile, const MachineSpeed& speed, bool aided) {
    require_fit(paper_->exam, speed, aided);
    sitting_ = records::ClassBook(data_).sit_down(paper_->exam, profile);
    std::cout << "exam: " << paper_->exam.title << ", attempt " << sitting_.number << "\n" << std::flush;
}

RunOrder ExamSeat::order(tissue::Setting setting, bool aided, bool counts) const {
    RunPolicy policy = exam_policy();
    policy.aided = aided;
    policy.counts = counts;
    RunOrder order = drill_order(paper_->drill, paper_->client, policy, setting);
    order.session.rubric = paper_->rubric;
    return order;
}

void ExamSeat::draw_brief(ui::Canvas& canvas, ui::Interaction& interaction, std::string_view note,
                          ui::Commands& ask) const {
    ui::draw_brief_screen(canvas, interaction,
                          {.drill = paper_->drill,
                           .client = paper_->client,
                           .feedback = std::nullopt,
                           .practice = std::nullopt,
                           .note = note,
                           .exam = paper_->exam.title},
                          ask);
}

std::string ExamSeat::hand_in(const records::Attempt& attempt, const client::Client& treated) const {
    const std::string reason = records::ClassBook(data_).hand_in(sitting_, attempt, treated);
    std::cout << "handed in: " << (reason.empty() ? paper_->exam.title : "no, " + reason) << "\n"
              << std::flush;
    if (!reason.empty()) {
        return "Not handed in: " + reason + ". You have another attempt.";
    }
    return "Handed in: " + paper_->exam.title + ", attempt " + std::to_string(sitting_.number) + ".";
}

} // namespace tactus::app
