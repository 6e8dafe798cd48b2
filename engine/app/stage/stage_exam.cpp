/// The part of Stage in which a student takes an exam, and asks for another look at a run.

#include "engine/app/stage/stage.hpp"
#include "engine/ui/screens/reviews_screen.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"

#include <algorithm>
#include <ctime>
#include <iostream>

namespace tactus::app {

namespace {

std::string attempts_words(int left) {
    return left == 0   ? "no attempt left"
           : left == 1 ? "1 attempt left"
                       : std::to_string(left) + " attempts left";
}

} // namespace

/// Exams that are open for who practises, as home shows them.
void Stage::read_exams_of_student() {
    open_exams_.clear();
    const records::Profile& student = students_.chosen();
    if (student.id.empty() || students_.new_here()) {
        return;
    }
    const records::ClassBook book(setup_.data);
    for (const exams::Exam& exam : book.exams_for(student.id, std::time(nullptr))) {
        const int left = exams::attempts_left(exam, book.standing(exam, student.id));
        const std::string attempts =
            exam.attempts_allowed == 0 ? "any number of attempts" : attempts_words(left);
        open_exams_.push_back({.exam = exam.id, .title = exam.title, .second = attempts, .left = left});
    }
}

/// The brief of an exam, with the drill, the client and the rubric that were frozen for it.
void Stage::show_exam(const std::string& id) {
    const exams::Exam exam = records::ClassBook(setup_.data).exam(id);
    ExamUnderWay taken;
    taken.exam = exam;
    taken.drill = drills::parse_drill(exam.drill_text, "drill of the exam " + exam.title);
    taken.rubric = scoring::parse_rubric(exam.rubric_text, "rubric of the exam " + exam.title);
    taken.client = client::parse_client(exam.client_text, "client of the exam " + exam.title);
    result_shown_ = false;
    run_.reset();
    prepare(taken.client);
    exam_ = std::move(taken);
    page_ = ui::Page::brief;
}

/// Counts as an attempt from here on. Throws UserError where the exam or the computer does not allow it.
void Stage::sit_exam() {
    require_fit_for(exam_->exam);
    exam_->sitting = records::ClassBook(setup_.data).sit_down(exam_->exam, students_.chosen().id);
    std::cout << "exam: " << exam_->exam.title << ", attempt " << exam_->sitting.number << "\n" << std::flush;
    RunPolicy policy = exam_policy();
    policy.aided = settings_.aided_press();
    policy.counts = !policy.aided || setup_.accommodate;
    start_run(exam_->drill, exam_->client, policy);
    pending_->session.rubric = exam_->rubric;
}

void Stage::require_fit_for(const exams::Exam& exam) const {
    if (!setup_.setting && !probe_) {
        throw UserError(Complaint{"exam " + exam.title, "waits until this computer's speed is known",
                                  "press Start again in a moment"});
    }
    if (!setup_.setting && !probe_->keeps_pace) {
        throw UserError(Complaint{"exam " + exam.title,
                                  "cannot be held here: this computer is too slow for it",
                                  "take it on another one"});
    }
    if (!exams::reaches(exams::settings_ladder(), tissue::setting_name(setting()), exam.least_setting)) {
        throw UserError(Complaint{"exam " + exam.title,
                                  "asks for the tissue setting \"" + exam.least_setting +
                                      "\", this computer holds \"" +
                                      std::string(tissue::setting_name(setting())) + "\"",
                                  "take it on another one"});
    }
    if (settings_.aided_press() && !setup_.accommodate) {
        throw UserError(Complaint{"exam " + exam.title,
                                  "is not graded with sticky press or pressing by resting",
                                  "turn them off, or ask for --accommodate"});
    }
}

/// Links the run to the exam that it was done for; returns what the card shall say of it.
std::string Stage::hand_in(const records::Attempt& attempt, const client::Client& treated) {
    const std::string reason = records::ClassBook(setup_.data).hand_in(exam_->sitting, attempt, treated);
    std::cout << "handed in: " << (reason.empty() ? exam_->exam.title : "no, " + reason) << "\n"
              << std::flush;
    if (!reason.empty()) {
        return "Not handed in: " + reason + ". You have another attempt.";
    }
    return "Handed in: " + exam_->exam.title + ", attempt " + std::to_string(exam_->sitting.number) + ".";
}

void Stage::obey_class(const ui::ClassDeed& deed) {
    if (const auto* show = std::get_if<ui::ShowAskReview>(&deed)) {
        asks_review_ = show->shown && reviewable().has_value();
        asking_ = {};
    } else if (const auto* ask = std::get_if<ui::AskReview>(&deed)) {
        ask_review(*ask);
    } else {
        desk_.obey(deed, catalogue_, commands_);
    }
}

/// The run on the card, when it can be looked at again: kept under a student's name.
std::optional<records::Attempt> Stage::reviewable() const {
    if (!result_ || result_->attempt.profile.empty()) {
        return std::nullopt;
    }
    return result_->attempt;
}

void Stage::ask_review(const ui::AskReview& ask) {
    if (const auto attempt = reviewable()) {
        records::ClassBook(setup_.data).ask_review(*attempt, ask.moment_s, ask.words);
        result_->change = "Your instructor is asked to look at it again.";
        asks_review_ = false;
        std::cout << "review asked: " << attempt->id << "\n" << std::flush;
    }
}

void Stage::draw_ask_review(ui::Canvas& canvas, ui::Interaction& interaction) {
    std::vector<double> moments;
    for (const scoring::Reason& reason : result_->outcome.score.reasons) {
        if (reason.moment_s >= 0) {
            moments.push_back(reason.moment_s);
        }
    }
    ui::draw_ask_review_screen(
        canvas, interaction,
        {.drill = result_->drill.name, .duration_s = result_->outcome.duration_s, .moments_s = moments},
        asking_, commands_);
}

} // namespace tactus::app
