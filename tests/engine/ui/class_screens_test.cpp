/// The instructor's pages as keyboard, mouse and clipboard use them.

#include "tests/engine/ui/class_gallery.hpp"
#include "tests/engine/ui/drawn_page.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::ui;
using devices::Key;
using tests::ClassGallery;
using tests::Page720;
using tests::striking;
using tests::typing;

namespace {

devices::InputEvents with_control(Key key) {
    devices::InputEvents events;
    events.keys.push_back({.key = key, .control = true});
    return events;
}

/// The only thing that was asked, as a deed of a class page.
template <class Deed> const Deed* only_deed(const std::vector<Command>& asked) {
    if (asked.size() != 1 || !std::holds_alternative<DoInClass>(asked.front())) {
        return nullptr;
    }
    return std::get_if<Deed>(&std::get<DoInClass>(asked.front()).deed);
}

/// Three students to mark, in one exam.
struct Small {
    ClassGallery gallery{Catalogue{}};
    Page720 page;

    Small() {
        gallery.grades.exams.resize(1);
        gallery.grades.rows.resize(3);
        for (exams::GradebookRow& row : gallery.grades.rows) {
            row.standings = {{.final_grade = 80.0, .passed = true, .stage = exams::Stage::to_mark}};
        }
        frame({});
    }

    std::vector<Command> frame(const devices::InputEvents& events) {
        return page.frame(events, [&](Canvas& c, Interaction& i, Commands& ask) {
            draw_gradebook_screen(c, i, gallery.gradebook(), gallery.gradebook_screen, ask);
        });
    }
};

} // namespace

TEST_CASE("in the gradebook Enter opens, Control and Enter approves and goes to the next that waits") {
    Small small;
    std::vector<Command> asked = small.frame(striking(Key::enter));
    const auto* open = only_deed<MarkExam>(asked);
    REQUIRE(open != nullptr);
    CHECK(open->profile == "0");
    asked = small.frame(with_control(Key::enter));
    const auto* act = only_deed<SayMarks>(asked);
    REQUIRE(act != nullptr);
    REQUIRE(act->marks.size() == 1);
    CHECK(act->marks[0].profile == "0");
    CHECK(act->marks[0].kind == exams::MarkKind::approve);
    small.frame({});
    asked = small.frame(with_control(Key::enter)); // the focus went on
    act = only_deed<SayMarks>(asked);
    REQUIRE(act != nullptr);
    CHECK(act->marks[0].profile == "1");
    asked = small.frame(with_control(devices::key_of('z')));
    REQUIRE(only_deed<UndoMarks>(asked) != nullptr);
    CHECK(only_deed<UndoMarks>(asked)->exam == "exam0");
}

TEST_CASE("what cannot be approved is not: it only goes on") {
    Small small;
    small.gallery.grades.rows[0].standings[0].final_grade.reset(); // a row of its sheet is missing
    CHECK(small.frame(with_control(Key::enter)).empty());
    small.frame({});
    const std::vector<Command> asked = small.frame(with_control(Key::enter));
    REQUIRE(only_deed<SayMarks>(asked) != nullptr);
    CHECK(only_deed<SayMarks>(asked)->marks[0].profile == "1");
}

TEST_CASE("typing narrows the names and a filter the stages") {
    Small small;
    small.gallery.grades.rows[2].name = "Zoe";
    small.frame(typing("zo"));
    small.frame({});
    const std::vector<Command> asked = small.frame(striking(Key::enter));
    REQUIRE(only_deed<MarkExam>(asked) != nullptr);
    CHECK(only_deed<MarkExam>(asked)->profile == "2");
    small.gallery.gradebook_screen.show = GradebookScreen::Show::approved;
    small.frame({});
    CHECK(small.frame(with_control(Key::enter)).empty()); // nobody is left
}

TEST_CASE("a pasted class is looked at, then entered by one press") {
    ClassGallery gallery{Catalogue{}};
    Page720 page;
    RosterView view{.class_name = "2B", .members = {}, .looked_at = {}, .complaints = {}, .said = {}};
    const auto draw = [&](Canvas& c, Interaction& i, Commands& ask) {
        draw_roster_screen(c, i, view, gallery.roster_screen, ask);
    };
    page.frame({}, draw);
    devices::InputEvents paste = with_control(devices::key_of('v'));
    paste.pasted = "Ana,1\nBen,2\n";
    std::vector<Command> asked = page.frame(paste, draw);
    REQUIRE(only_deed<LookAtRoster>(asked) != nullptr);
    CHECK(only_deed<LookAtRoster>(asked)->text == "Ana,1\nBen,2\n");
    view.looked_at = gallery.looked_at;
    page.frame({}, draw);
    asked = page.frame(striking(Key::enter), draw);
    CHECK(only_deed<EnterRoster>(asked) != nullptr);
    view.complaints = gallery.complaints; // what is wrong is never entered
    page.frame({}, draw);
    CHECK(page.frame(striking(Key::enter), draw).empty());
}

TEST_CASE(
    "a grade by hand is a typed figure and a reason; the figure may be nonsense, which is refused later") {
    ClassGallery gallery{Catalogue{}};
    Page720 page;
    gallery.marking_screen.grade = "82.5";
    gallery.marking_screen.reason = "The clock stood still";
    devices::InputEvents press;
    const auto draw = [&](Canvas& c, Interaction& i, Commands& ask) {
        draw_marking_screen(c, i, gallery.marking(), gallery.marking_screen, ask);
    };
    page.frame({}, draw);
    page.interaction.move_to(widget_id("Set"));
    std::vector<Command> asked = page.frame(striking(Key::enter), draw);
    const auto* act = only_deed<SayMarks>(asked);
    REQUIRE(act != nullptr);
    CHECK(act->marks[0].kind == exams::MarkKind::override_grade);
    CHECK(act->marks[0].value == 82.5);
    CHECK(act->marks[0].words == "The clock stood still");
    CHECK(act->marks[0].attempt.empty()); // of the exam as a whole
    gallery.marking_screen.grade = "eighty";
    page.interaction.move_to(widget_id("Set"));
    asked = page.frame(striking(Key::enter), draw);
    REQUIRE(only_deed<SayMarks>(asked) != nullptr);
    CHECK_FALSE(only_deed<SayMarks>(asked)->marks[0].value >= 0);
}

TEST_CASE("a student asks for review with words and a moment of the run, and not without words") {
    Page720 page;
    ReviewsScreen state{.moment_s = 41};
    const auto draw = [&](Canvas& c, Interaction& i, Commands& ask) {
        draw_ask_review_screen(c, i, {.drill = "Long effleurage", .duration_s = 60, .moments_s = {}}, state,
                               ask);
    };
    page.frame({}, draw);
    CHECK(page.frame(striking(Key::enter), draw).empty());
    page.frame(typing("I only turned"), draw);
    const std::vector<Command> asked = page.frame(striking(Key::enter), draw);
    REQUIRE(only_deed<AskReview>(asked) != nullptr);
    CHECK(only_deed<AskReview>(asked)->moment_s == 41);
    CHECK(only_deed<AskReview>(asked)->words == "I only turned");
}
