/// The part of Stage in which a student takes an exam, and asks for another look at a run.

#include "engine/app/stage/stage.hpp"
#include "engine/ui/screens/reviews_screen.hpp"
#include "sim/records/class_book.hpp"

#include <iostream>

namespace tactus::app {

/// The brief of an exam, with the drill, the client and the rubric that were frozen for it.
void Stage::show_exam(const std::string& id) {
    exam_.take(id);
    result_shown_ = false;
    run_.reset();
    prepare(exam_.paper()->client);
    page_ = ui::Page::brief;
}

void Stage::sit_exam() {
    exam_.sit_down(students_.chosen().id, speed_, aided());
    RunPolicy policy = exam_policy();
    policy.aided = settings_.aided_press();
    policy.counts = !aided();
    start_run(exam_.paper()->drill, exam_.paper()->client, policy);
    pending_->session.rubric = exam_.paper()->rubric;
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
