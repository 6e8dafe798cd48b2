/// The part of Stage in which a student takes an exam, and asks for another look at a run.

#include "engine/app/stage/stage.hpp"
#include "engine/ui/screens/reviews_screen.hpp"
#include "sim/records/class_book.hpp"

#include <iostream>

namespace tactus::app {

/// The brief of an exam, with the drill, the client and the rubric that were frozen for it.
void Stage::show_exam(const std::string& id) {
    exam_.take(id);
    card_.put_away();
    table_.end_run();
    clients_.prepare(exam_.paper()->client);
    page_ = ui::Page::brief;
}

void Stage::sit_exam() {
    exam_.sit_down(students_.chosen().id, speed_, aided());
    RunPolicy policy = exam_policy();
    policy.aided = settings().aided_press();
    policy.counts = !aided();
    RunOrder order = drill_order(exam_.paper()->drill, exam_.paper()->client, policy, setting());
    order.session.rubric = exam_.paper()->rubric;
    start(std::move(order));
}

void Stage::obey_class(const ui::ClassDeed& deed) {
    if (const auto* show = std::get_if<ui::ShowAskReview>(&deed)) {
        card_.obey(*show);
    } else if (const auto* ask = std::get_if<ui::AskReview>(&deed)) {
        card_.obey(*ask);
    } else {
        desk_.obey(deed, choice_.catalogue(), commands_);
    }
}

} // namespace tactus::app
