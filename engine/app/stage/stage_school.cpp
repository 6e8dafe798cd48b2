/// The part of Stage that keeps its school informed, and shows how it stands and what comes from there.

#include "engine/app/run/live_summary.hpp"
#include "engine/app/stage/stage.hpp"

namespace tactus::app {

school::Live Stage::shown_live() const {
    const std::string& student = students_.chosen().name;
    if (card_.shown()) {
        const scoring::Score& score = card_.run()->outcome.score;
        return live_of_result(student, card_.run()->drill, score.total, score.grade);
    }
    if (table_.source() == Source::live && run()->under_way()) {
        return live_of_run(student, run()->drill(), run()->now(), run()->paused());
    }
    return {.student = student};
}

void Stage::pass_school() {
    const bool works = table_.awaited() != nullptr || (table_.source() == Source::live && !card_.shown());
    school_.update(kiosk_.on() ? school::Live{} : shown_live(), works);
    const bool at_rest = !works && !card_.shown() && run() == nullptr && page_ == ui::Page::home;
    if (at_rest && !choice_.reading() && school_.take_arrivals()) {
        choice_.read_anew();
    }
    if (at_rest) { // new drills, students and exams, where they are chosen
        attempt([&] {
            if (choice_.take_anew()) {
                students_.look_again();
                show(ui::Page::home);
            }
        });
    }
}

void Stage::draw_settings(ui::Canvas& canvas, ui::Interaction& interaction) {
    ui::draw_settings_screen(canvas, interaction,
                             {.settings = settings(),
                              .facts = setup_.facts,
                              .sound_trouble = voice_.trouble(),
                              .school = school_.view()},
                             settings_screen_, commands_);
    if (settings_screen_.looks_for_school) {
        school_.look_for_school();
    }
    if (settings_screen_.pushes_now) {
        school_.push_now();
    }
}

} // namespace tactus::app
