/// What a student takes an exam with, and what is handed in.

#include "engine/app/desks/exam_seat.hpp"
#include "sim/authoring/user_error.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <ctime>

using namespace tactus;
using app::ExamSeat;
using app::MachineSpeed;
using tissue::Setting;

namespace {

/// A class of one with an exam of two attempts, and Ana who sits down at this station.
struct Classroom {
    scenes::Folder folder;
    records::ClassBook book{folder.path};
    app::Students students{folder.path};
    session::Setup setup = scenes::shipped_setup("effleurage");
    exams::Exam exam;

    explicit Classroom(const std::string& name) : folder(name) {
        const records::Class morning = book.make_class("2B");
        const std::vector<exams::RosterEntry> roster{{"Ana Cruz", "S-1"}};
        book.enrol(morning.id, roster, "Ms. Fox");
        exam = book.open_exam({.class_id = morning.id,
                               .title = "Back A",
                               .drill = setup.drill,
                               .rubric = setup.rubric,
                               .client = setup.client,
                               .seen = {},
                               .attempts_allowed = 2,
                               .who = "Ms. Fox"});
        students.look_again();
    }

    records::Attempt run() {
        replay::Recording recording = scenes::invented_recording(240);
        recording.origin.started_at_unix_s = std::time(nullptr);
        recording.ending.graded = true;
        return records::Archive(folder.path).add(recording, {.student = "Ana Cruz"});
    }
};

const MachineSpeed fine(Setting::fine);

} // namespace

TEST_CASE("a student sees the exams of the class with the attempts left, a guest none") {
    Classroom room("seat-open");
    ExamSeat seat(room.folder.path);
    seat.look(room.students, std::time(nullptr));
    CHECK(seat.open_exams().empty());
    room.students.choose("Ana Cruz");
    seat.look(room.students, std::time(nullptr));
    REQUIRE(seat.open_exams().size() == 1);
    CHECK(seat.open_exams().front().title == "Back A");
    CHECK(seat.open_exams().front().second == "2 attempts left");
    room.students.choose("");
    seat.look(room.students, std::time(nullptr));
    CHECK(seat.open_exams().empty());
}

TEST_CASE("an exam is taken as it was frozen, counts from when one sits down, and is handed in") {
    Classroom room("seat-taken");
    room.students.choose("Ana Cruz");
    const std::string student = room.students.chosen().id;
    ExamSeat seat(room.folder.path);
    CHECK(seat.paper() == nullptr);
    CHECK_THROWS_AS(seat.take("no such exam"), UserError);
    CHECK(seat.paper() == nullptr);
    seat.take(room.exam.id);
    REQUIRE(seat.paper() != nullptr);
    CHECK(seat.paper()->drill == room.setup.drill);
    CHECK(seat.paper()->rubric == room.setup.rubric);
    CHECK(seat.paper()->client.id == room.setup.client.id);
    seat.sit_down(student, fine, false);
    const app::RunOrder order = seat.order(Setting::fine, true, true);
    CHECK(order.session.rubric == room.setup.rubric);
    CHECK(order.session.drill.feedback == drills::Feedback::none);
    CHECK(order.policy.aided);
    CHECK_FALSE(order.policy.retry);
    CHECK(seat.hand_in(room.run(), seat.paper()->client) == "Handed in: Back A, attempt 1.");
    seat.sit_down(student, fine, false);
    seat.look(room.students, std::time(nullptr));
    CHECK(seat.open_exams().front().second == "no attempt left");
    CHECK_THROWS_AS(seat.sit_down(student, fine, false), UserError);
    seat.leave();
    CHECK(seat.paper() == nullptr);
}

TEST_CASE("an exam is refused where it could not be graded, and no attempt is lost by it") {
    Classroom room("seat-refused");
    room.exam.least_setting = "standard";
    CHECK_NOTHROW(app::require_fit(room.exam, MachineSpeed(Setting::standard), false));
    CHECK_THROWS_AS(app::require_fit(room.exam, MachineSpeed(Setting::half), false), UserError);
    CHECK_THROWS_AS(app::require_fit(room.exam, MachineSpeed(std::nullopt), false),
                    UserError); // not yet known
    room.students.choose("Ana Cruz");
    ExamSeat seat(room.folder.path);
    seat.take(room.exam.id);
    CHECK_THROWS_AS(seat.sit_down(room.students.chosen().id, fine, true), UserError); // an aided press
    seat.look(room.students, std::time(nullptr));
    CHECK(seat.open_exams().front().left == 2);
}

TEST_CASE("a computer that was told its setting is not tried, another waits for its trial at the coarsest") {
    CHECK_FALSE(fine.untried());
    CHECK(fine.known());
    CHECK(fine.keeps_pace());
    CHECK(fine.setting() == Setting::fine);
    CHECK(fine.words().empty());
    const MachineSpeed asked(std::nullopt);
    CHECK(asked.untried());
    CHECK_FALSE(asked.known());
    CHECK_FALSE(asked.keeps_pace());
    CHECK(asked.setting() == Setting::half);
    CHECK(asked.words().find("Trying") == 0);
}
