/// The part of Stage that knows who practises: pages about them, feedback.

#include "engine/app/stage/stage.hpp"
#include "engine/ui/screens/home_screen.hpp"

#include <ctime>

namespace tactus::app {

/// Turns to a page, which reads what it shows once.
void Stage::show(ui::Page page) {
    page_ = page;
    if (page == ui::Page::replays) {
        replays_.open_list(keeper_.kept().list());
    } else if (page == ui::Page::atlas) {
        atlas_.open();
    } else if (page == ui::Page::editor_list) {
        editor_.open_list(choice_.catalogue());
    } else if (page == ui::Page::plan) {
        plan_page_.open(static_cast<std::uint64_t>(std::time(nullptr)));
    } else if (ClassDesk::owns(page)) {
        desk_.open(page);
    } else if (page == ui::Page::home || page == ui::Page::progress) {
        progress_.clear();
        if (!students_.chosen().id.empty() || page == ui::Page::progress) { // home says nothing of a guest
            attempt([&] { progress_.read(students_.chosen(), choice_.catalogue().drills); });
        }
        exam_.look(students_.students(), std::time(nullptr));
    }
}

void Stage::draw_home(ui::Canvas& canvas, ui::Interaction& interaction) {
    const std::vector<ui::DueTest> due = progress_.due();
    ui::draw_home_screen(
        canvas, interaction,
        {.student = students_.chosen().name, .exams = exam_.open_exams(), .due = due, .notes = setup_.facts},
        commands_);
}

/// Sets the screen as the one who practises now has it.
void Stage::change_student() {
    progress_.forget_report();
    show(ui::Page::home);
    students_.greet();
}

/// The level that the student has reached at a drill; the drill's own where the records cannot say.
drills::Feedback Stage::reached_level(const drills::Drill& drill) {
    drills::Feedback level = drill.feedback;
    attempt([&] { level = students_.reached(drill); });
    return level;
}

RunPolicy Stage::policy_for(const drills::Drill& drill) {
    if (kiosk_.on()) {
        return kiosk_policy(drill);
    }
    RunPolicy policy = exam_policy();
    if (!setup_.exam) {
        brief_.set_reached(reached_level(drill));
        policy = brief_.policy();
    }
    policy.aided = settings().aided_press();
    policy.counts = policy.counts && (!policy.aided || setup_.accommodate);
    return policy;
}

} // namespace tactus::app
