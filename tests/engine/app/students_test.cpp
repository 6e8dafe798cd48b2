#include "engine/app/stores/students.hpp"
#include "sim/authoring/user_error.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

using namespace tactus;

TEST_CASE("a computer without students asks nobody and begins no records") {
    const scenes::Folder folder("students-none");
    const app::Students students(folder.path);
    CHECK(students.all().empty());
    CHECK(students.chosen().id.empty());
    CHECK_FALSE(students.settings().has_value());
    CHECK_FALSE(std::filesystem::exists(folder.path / "records.db"));
}

TEST_CASE("a welcome that was skipped is done with, as one that was read") {
    for (const bool skipped : {true, false}) {
        const scenes::Folder folder("students-welcome");
        CHECK(app::Students(folder.path).new_here());
        app::Students(folder.path).end_welcome(skipped);
        CHECK_FALSE(app::Students(folder.path).new_here());
        CHECK(app::Students(folder.path).all().empty());
    }
}

TEST_CASE("each student keeps settings of their own from one evening to the next") {
    const scenes::Folder folder("students-two");
    {
        app::Students students(folder.path);
        students.enrol("  Ana   Cruz ");
        students.keep({.scale_percent = 150, .high_contrast = true});
        students.enrol("Ben");
        CHECK_FALSE(students.settings().has_value());
        students.keep({.left_handed = true});
    }
    app::Students students(folder.path);
    REQUIRE(students.all().size() == 2);
    students.choose("Ana Cruz");
    CHECK(students.settings()->scale_percent == 150);
    CHECK_FALSE(students.settings()->left_handed);
    students.choose("Ben");
    CHECK(students.settings()->left_handed);
    CHECK(students.settings()->scale_percent == 100);
    students.choose("");
    CHECK_FALSE(students.settings().has_value());
}

TEST_CASE("the same name is the same student, the guest nobody, and a name that says nothing is refused") {
    const scenes::Folder folder("students-names");
    app::Students students(folder.path);
    students.enrol("Ana");
    const std::string id = students.chosen().id;
    students.enrol("Guest");
    CHECK(students.chosen().id.empty());
    students.enrol("Ana ");
    CHECK(students.chosen().id == id);
    CHECK(students.all().size() == 1);
    CHECK_THROWS_AS(students.enrol("   "), UserError);
    CHECK_THROWS_AS(students.enrol("a\nb"), UserError);
    CHECK_THROWS_AS(students.enrol(std::string(61, 'a')), UserError);
    CHECK_THROWS_AS(students.choose("Zoe"), UserError);
    CHECK(students.chosen().id == id);
}
