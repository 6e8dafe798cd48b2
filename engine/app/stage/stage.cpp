#include "engine/app/stage/stage.hpp"

#include "engine/app/stores/library.hpp"
#include "sim/authoring/user_error.hpp"

#include <ctime>
#include <utility>

namespace tactus::app {

Stage::Stage(StageSetup setup)
    : setup_(std::move(setup)), devices_(setup_.devices != nullptr ? setup_.devices : &mouse_alone_),
      choice_(setup_.data), phrases_(read_phrases()), keeper_(setup_.data),
      students_(setup_.data, setup_.settings_file), progress_(setup_.data),
      clients_(setup_.tier, setup_.models), speed_(setup_.setting), editor_(setup_.data), desk_(setup_.data),
      exam_(setup_.data), table_(setup_.data, setup_.threads, setup_.hold_at_s), card_(setup_.data),
      replays_(setup_.data), kiosk_(setup_.kiosk) {
    if (students_.students().new_here() && keeper_.kept().list().empty()) { // before a student is entered
        students_.expect_newcomer();
    }
    if (!setup_.student.empty()) {
        students_.enrol(setup_.student);
    }
    attempt([&] { students_.greet(); });
    if (choice_.has_client()) {
        clients_.prepare(choice_.client());
    }
}

/// What cannot be done is said on the screen.
void Stage::attempt(const std::function<void()>& act) {
    try {
        act();
    } catch (const UserError& error) {
        problem_ = error.what();
    }
}

void Stage::open_home() { show(students_.first_page(!setup_.student.empty())); }

void Stage::open_drill(const std::string& drill, const std::string& client) {
    choice_.bring_drill(drill);
    brief_.begin(reached_level(*choice_.drill()));
    choice_.bring_client(client.empty() ? choice_.drill()->client : client);
    page_ = ui::Page::brief;
    clients_.prepare(choice_.client());
}

void Stage::open_drills() { page_ = ui::Page::drills; }

void Stage::open_client(const std::string& client) {
    if (!client.empty()) {
        choice_.bring_client(client);
    }
    if (choice_.has_client()) {
        clients_.prepare(choice_.client());
    }
}

void Stage::open_practice(const std::string& client) {
    if (!client.empty()) {
        choice_.bring_client(client);
    }
    commands_(ui::StartPractice{});
}

void Stage::open_kiosk() { commands_(ui::StartKiosk{}); }

void Stage::open_instructor() { show(ui::Page::instructor); }

void Stage::open_replay(const std::filesystem::path& file, double from_s) {
    lay(replays_.watch(file, from_s));
}

void Stage::open_demonstration(const std::string& drill, const std::string& client) {
    open_drill(drill, client);
    start(*choice_.drill(), choice_.client(), demonstration_policy());
}

void Stage::offer_interrupted() {
    for (const std::string& note : recovery_.look(students_.names())) {
        problem_ = note;
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

} // namespace tactus::app
