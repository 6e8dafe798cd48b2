/// Choosing a student and typing a name, as mouse and keyboard do it.

#include "engine/ui/screens/students_screen.hpp"
#include "engine/ui/widgets/initials.hpp"
#include "engine/ui/widgets/text_field.hpp"
#include "tests/engine/ui/drawn_page.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::ui;
using devices::Key;
using tests::Page720;
using tests::striking;
using tests::typing;

TEST_CASE("initials are those of the first and the last word, with all bytes of a letter") {
    CHECK(initials("Ana de la Cruz") == "AC");
    CHECK(initials("  bo ") == "B");
    CHECK(initials("Émile Zola") == "ÉZ");
    CHECK(initials(" ").empty());
}

TEST_CASE("Backspace takes back whole characters, and a full line takes nothing more") {
    std::string text = "Jo";
    type_into(text, typing("ë"), 60);
    CHECK(text == "Joë");
    type_into(text, striking(Key::backspace), 60);
    CHECK(text == "Jo");
    type_into(text, typing("abc"), 4);
    CHECK(text == "Jo");
    type_into(text, striking(Key::backspace), 60);
    type_into(text, striking(Key::backspace), 60);
    type_into(text, striking(Key::backspace), 60);
    CHECK(text.empty());
}

TEST_CASE("a new student is a typed name and Enter; a blank in it presses nothing") {
    Page720 page;
    StudentsScreen state;
    const auto draw = [&](Canvas& c, Interaction& i, Commands& ask) {
        draw_new_student_screen(c, i, state, ask);
    };
    page.frame({}, draw);
    CHECK(page.frame(typing("Ana"), draw).empty());
    devices::InputEvents blank = typing(" ");
    blank.keys.push_back({.key = Key::space});
    CHECK(page.frame(blank, draw).empty());
    page.frame(typing("Cruz"), draw);
    const auto asked = page.frame(striking(Key::enter), draw);
    REQUIRE(asked.size() == 1);
    CHECK(std::get<EnrolStudent>(asked.front()).name == "Ana Cruz");
}

TEST_CASE("with many students what is typed narrows the tiles, and Enter takes the one with the focus") {
    Page720 page;
    StudentsScreen state;
    std::vector<records::Profile> students;
    for (const std::string& name : std::vector<std::string>{"Ana", "Ben", "Chi", "Dee", "Eve", "Fay", "Gus",
                                                            "Hal", "Ida", "Jo", "Kim Li"}) {
        students.push_back({.id = name, .name = name});
    }
    const auto draw = [&](Canvas& c, Interaction& i, Commands& ask) {
        draw_students_screen(c, i, {.students = students, .chosen = students.back().name}, state, ask);
    };
    page.frame({}, draw);
    page.frame(typing("kim"), draw);
    CHECK(state.sought == "kim");
    const auto asked = page.frame(striking(Key::enter), draw);
    REQUIRE(asked.size() == 1);
    CHECK(std::get<ChooseStudent>(asked.front()).name == "Kim Li");
    CHECK(name_holds("Kim Li", "m l"));
    CHECK_FALSE(name_holds("Kim Li", "kims"));
}
