/// The part of Stage that sees to it that nothing is lost unseen: runs that were interrupted, what stands in
/// the way of saving, a picture that failed.

#include "engine/app/stage/stage.hpp"

#include <utility>

namespace tactus::app {

void Stage::offer_interrupted() {
    for (const std::string& note : recovery_.look(students_.names())) {
        report(note);
    }
}

bool Stage::resume_interrupted() {
    offer_interrupted();
    if (!recovery_.found()) {
        return false;
    }
    commands_(ui::TakeUpInterrupted{ui::TakeUpInterrupted::How::go_on});
    return true;
}

void Stage::take_up(const ui::TakeUpInterrupted& asked) {
    if (!recovery_.found()) {
        return;
    }
    if (asked.how == ui::TakeUpInterrupted::How::discard) {
        recovery_.discard();
        offer_interrupted(); // there may be another
        return;
    }
    InterruptedRun run = *recovery_.take();
    students_.choose(run.spool.student);
    change_student();
    start(taken_up(std::move(run), asked.how == ui::TakeUpInterrupted::How::go_on));
}

void Stage::set_picture_health(const PictureHealth& health) {
    if (health.made_anew != picture_.made_anew) {
        report(health.words);
        setup_.facts.push_back(health.words);
    }
    picture_ = health;
}

/// What is wrong for now outweighs what was wrong with the last command.
std::string Stage::standing_problem() const {
    if (const std::string unsaved = keeper_.trouble(); !unsaved.empty()) {
        return unsaved;
    }
    const std::string spooling = table_.trouble();
    return spooling.empty() ? problem_ : spooling;
}

} // namespace tactus::app
