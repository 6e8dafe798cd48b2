/// The part of Stage that keeps its school informed, and shows what comes from there.

#include "engine/app/live_summary.hpp"
#include "engine/app/stage.hpp"
#include "sim/authoring/user_error.hpp"

namespace tactus::app {

school::Live Stage::shown_live() const {
    const std::string& student = students_.chosen().name;
    if (result_shown_ && result_) {
        return live_of_result(student, result_->drill, result_->outcome.score.total,
                              result_->outcome.score.grade);
    }
    if (run_ && run_->policy().source == Source::live && run_->under_way()) {
        return live_of_run(student, run_->drill(), run_->now(), run_->paused());
    }
    return {.student = student};
}

void Stage::pass_school() {
    const bool works = pending_ || (run_ && run_->policy().source == Source::live && !result_shown_);
    school_.update(kiosk_.on() ? school::Live{} : shown_live(), works);
    const bool at_rest = !works && !result_shown_ && page_ == ui::Page::home;
    if (at_rest && school_.take_arrivals()) {
        take_in_from_school();
    }
}

/// New drills, students and exams, where they are chosen.
void Stage::take_in_from_school() {
    try {
        students_.look_again();
        catalogue_ = read_catalogue(setup_.data);
        show(ui::Page::home);
    } catch (const UserError& error) {
        report(error.what());
    }
}

} // namespace tactus::app
