#pragma once
/// The pages of classes and exams with plausible contents, long names among them.

#include "engine/ui/screens/classes_screen.hpp"
#include "engine/ui/screens/exam_order_screen.hpp"
#include "engine/ui/screens/gradebook_screen.hpp"
#include "engine/ui/screens/marking_screen.hpp"
#include "engine/ui/screens/reviews_screen.hpp"
#include "engine/ui/screens/roster_screen.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tactus::tests {

/// A class of forty with seven exams; the second student's newest exam has two attempts and a review.
struct ClassGallery {
    std::vector<records::Class> classes{
        12, {.id = "c", .name = "Class 2B, the morning group of Ms. Fox", .members = 40}};
    exams::Gradebook grades{.class_name = "2B"};
    std::vector<records::Member> members;
    std::vector<exams::RosterEntry> looked_at;
    std::vector<Complaint> complaints{9,
                                      {"line:12",
                                       "names Wilhelmina Wolkenstein-Trostburg again, who stands in line 3",
                                       "tell two people of one name apart by a middle name or a year"}};
    std::vector<ui::MarkedAttempt> attempts;
    std::vector<exams::Mark> marks;
    std::vector<records::Review> reviews;
    ui::Catalogue catalogue;
    ui::ClassesScreen classes_screen{.who = "Ms. Fox"};
    ui::RosterScreen roster_screen;
    ui::ExamOrderScreen order_screen;
    ui::GradebookScreen gradebook_screen;
    ui::MarkingScreen marking_screen;
    ui::ReviewsScreen reviews_screen;
    std::string said = "gradebook: /home/somebody/.local/share/tactus/reports/2B-gradebook-2026-11-30.csv";

    explicit ClassGallery(ui::Catalogue all) : catalogue(std::move(all)) {
        for (int k = 0; k < 7; ++k) {
            exams::Exam exam{.id = "exam" + std::to_string(k),
                             .title = "Full back, routine A, make-up",
                             .drill_name = "Long effleurage",
                             .frozen_hash = "9f3c21ab"};
            exam.seen.assign(8,
                             {.words = "Straight wrists, weight from the legs, table at the right height"});
            exam.seen.back().critical = true;
            exam.seen_share = 0.4;
            grades.exams.push_back(exam);
        }
        for (int k = 0; k < 40; ++k) {
            exams::Standing standing{.final_grade = 2.5 * k, .overridden = k % 7 == 0, .passed = k > 30};
            standing.stage = static_cast<exams::Stage>(k % 5);
            standing.attempts.resize(2);
            const std::string name =
                k == 1 ? "Wilhelmina Wolkenstein-Trostburg" : "Student " + std::to_string(k);
            grades.rows.push_back({.profile = std::to_string(k),
                                   .name = name,
                                   .school_number = "S-1000" + std::to_string(k),
                                   .standings = std::vector<exams::Standing>(7, standing)});
            members.push_back({.profile = {.id = std::to_string(k), .name = name}, .school_number = "S-1"});
            looked_at.push_back({name, "S-1"});
        }
        records::Attempt attempt{
            .id = "a", .student = "Ana", .drill_name = "Long effleurage", .duration_s = 60, .score = 71};
        attempt.groups = {80, 40, 75, 100, 50, 90};
        attempt.force_source = "inferred";
        attempt.setting = "standard";
        reviews.assign(9, {.id = "r",
                           .attempt = attempt,
                           .exam = "exam0",
                           .moment_s = 41,
                           .words = "My hand did not leave the back here, I only turned it at the shoulder"});
        const records::LostMark lost{
            .what = "In range for 71 % of the contact, mostly too hard toward the shoulders.",
            .marks = 4,
            .moment_s = 12};
        attempts.assign(2, {.attempt = attempt, .lost = std::vector(9, lost), .reviews = {reviews.front()}});
        marks.assign(12, {.kind = exams::MarkKind::override_grade,
                          .value = 82,
                          .words = "The clock of the station stood still for a second",
                          .who = "Ms. Fox"});
        marks.back().undone = true;
    }

    [[nodiscard]] ui::GradebookView gradebook() const { return {.grades = grades, .said = said}; }

    [[nodiscard]] ui::MarkingView marking() const {
        return {.exam = grades.exams.front(),
                .student = grades.rows[1].name,
                .profile = grades.rows[1].profile,
                .standing = grades.rows[1].standings.front(),
                .attempts = attempts,
                .marks = marks,
                .said = said};
    }

    using Draw = std::function<void(ui::Canvas&, ui::Interaction&, ui::Commands&)>;

    std::map<std::string, Draw> screens() {
        using ui::Canvas;
        using ui::Commands;
        using ui::Interaction;
        return {
            {"classes",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_classes_screen(c, i,
                                         {.classes = classes,
                                          .chosen = &classes[2],
                                          .grades = grades,
                                          .now_unix_s = 1,
                                          .who = classes_screen.who,
                                          .said = said},
                                         classes_screen, ask);
             }},
            {"roster pasted",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_roster_screen(c, i,
                                        {.class_name = "2B",
                                         .members = members,
                                         .looked_at = looked_at,
                                         .complaints = {},
                                         .said = said},
                                        roster_screen, ask);
             }},
            {"roster to mend",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_roster_screen(c, i,
                                        {.class_name = "2B",
                                         .members = members,
                                         .looked_at = {},
                                         .complaints = complaints,
                                         .said = said},
                                        roster_screen, ask);
             }},
            {"exam order",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_exam_order_screen(c, i, {.class_name = "2B", .catalogue = catalogue, .said = said},
                                            order_screen, ask);
             }},
            {"gradebook",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_gradebook_screen(c, i, gradebook(), gradebook_screen, ask);
             }},
            {"marking",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_marking_screen(c, i, marking(), marking_screen, ask);
             }},
            {"marking of nothing",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::MarkingView view = marking();
                 view.attempts = {};
                 ui::draw_marking_screen(c, i, view, marking_screen, ask);
             }},
            {"reviews", [&](Canvas& c, Interaction& i,
                            Commands& ask) { ui::draw_reviews_screen(c, i, reviews, reviews_screen, ask); }},
            {"ask review",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 static constexpr std::array moments{3.5, 41.0, 55.0, 58.0};
                 ui::draw_ask_review_screen(
                     c, i, {.drill = "Long effleurage", .duration_s = 60, .moments_s = moments},
                     reviews_screen, ask);
             }},
        };
    }
};

} // namespace tactus::tests
