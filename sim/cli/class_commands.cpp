#include "sim/cli/run_class.hpp"
#include "sim/cli/run_records.hpp"
#include "sim/cli/subcommand.hpp"

#include <functional>

namespace tactus::cli {
namespace {

using ClassAction = ClassOptions::Action;

void add_action(CLI::App& group, Chosen& chosen, Title title, ClassAction action,
                const std::function<void(CLI::App&, ClassOptions&)>& add_options) {
    add_subcommand<ClassOptions>(
        group, chosen, title,
        [&](CLI::App& command, ClassOptions& o) {
            o.action = action;
            o.data = default_data_folder();
            command.add_option("--data", o.data, "the station's data folder");
            add_options(command, o);
            add_json(command, o.json);
        },
        run_class);
}

void add_exam(CLI::App& command, ClassOptions& o) {
    command.add_option("exam", o.exam, "the exam: its id, the first characters, or its title")->required();
}

void add_by(CLI::App& command, ClassOptions& o) {
    command.add_option("--by", o.by, "who you are: stands beside what you say")->required();
}

void add_roster_actions(CLI::App& group, Chosen& chosen) {
    add_action(group, chosen, {"list", "list classes; --json names their students"}, ClassAction::list,
               [](CLI::App&, ClassOptions&) {});
    add_action(group, chosen,
               {"roster", "enter a class from lines of name and school number (CSV, tabs or semicolons)"},
               ClassAction::roster, [](CLI::App& command, ClassOptions& o) {
                   command.add_option("class", o.class_name, "its name, as 2B; made when new")->required();
                   command.add_option("file", o.file, "the roster; - = standard input")->required();
                   command.add_option("--by", o.by, "who you are");
               });
}

void add_open(CLI::App& command, ClassOptions& o) {
    command.add_option("class", o.class_name, "whose exam it is")->required();
    command.add_option("--drill", o.drill, "drill id or file; frozen as it is now")->required();
    command.add_option("--client", o.client, "client id or file; the drill's own by default");
    command.add_option("--rubric", o.rubric, "rubric id or file; the drill's own by default");
    command.add_option("--title", o.title, "what it is called; the drill's name by default");
    command.add_option("--opens", o.opens, "\"2026-01-31 10:00\" in UTC; now by default");
    command.add_option("--closes", o.closes, "the same; until `class close` by default");
    command.add_option("--policy", o.policy, "which attempts make the grade: first, best, last, mean")
        ->check(CLI::IsMember({"first", "best", "last", "mean"}));
    command.add_option("--attempts", o.attempts, "how many each has; 0 = any number")
        ->check(CLI::Range(0, 100));
    command.add_option("--setting", o.least_setting, "least solver setting: half, standard, fine")
        ->check(CLI::IsMember({"half", "standard", "fine"}));
    command.add_option("--force", o.least_force, "least source of force: inferred, mapped, measured")
        ->check(CLI::IsMember({"inferred", "mapped", "measured"}));
    command.add_option("--seen", o.sheet, "sheet of rows that you tick, id or file: practical");
    command.add_option("--seen-share", o.seen_share, "of the grade, with --seen; 0.4 by default")
        ->check(CLI::Range(0.0, 1.0));
    add_by(command, o);
}

void add_exam_actions(CLI::App& group, Chosen& chosen) {
    add_action(group, chosen, {"exams", "list exams"}, ClassAction::exams,
               [](CLI::App& command, ClassOptions& o) {
                   command.add_option("class", o.class_name, "only of this class");
               });
    add_action(group, chosen, {"open", "freeze a drill with its rubric and client, and open it as an exam"},
               ClassAction::open, add_open);
    for (const auto& [title, action] :
         {std::pair{Title{"close", "close an exam"}, ClassAction::close},
          std::pair{Title{"reopen", "open a closed exam again"}, ClassAction::reopen}}) {
        add_action(group, chosen, title, action, [](CLI::App& command, ClassOptions& o) {
            add_exam(command, o);
            add_by(command, o);
            command.add_option("--why", o.why, "the reason");
        });
    }
}

void add_marking_actions(CLI::App& group, Chosen& chosen) {
    add_action(group, chosen,
               {"gradebook", "write raw, adjusted and final grades as CSV for a learning platform"},
               ClassAction::gradebook, [](CLI::App& command, ClassOptions& o) {
                   command.add_option("class", o.class_name, "whose")->required();
                   command.add_option("file", o.file, "the CSV; none = print");
               });
    add_action(group, chosen, {"report", "write an exam of a class, or of one student, as HTML to print"},
               ClassAction::report, [](CLI::App& command, ClassOptions& o) {
                   add_exam(command, o);
                   command.add_option("--student", o.student, "only this student's exam, with every event");
                   command.add_option("--out", o.file, "the HTML file; none = print");
               });
    add_action(group, chosen, {"override", "set a student's final grade, as an event with its reason"},
               ClassAction::override_grade, [](CLI::App& command, ClassOptions& o) {
                   add_exam(command, o);
                   command.add_option("--student", o.student, "the student's name")->required();
                   command.add_option("--grade", o.grade, "0 to 100")->required();
                   command.add_option("--why", o.why, "the reason")->required();
                   add_by(command, o);
               });
    add_action(group, chosen, {"grant", "give a student one more attempt"}, ClassAction::grant,
               [](CLI::App& command, ClassOptions& o) {
                   add_exam(command, o);
                   command.add_option("--student", o.student, "the student's name")->required();
                   command.add_option("--why", o.why, "the reason")->required();
                   add_by(command, o);
               });
    add_action(group, chosen,
               {"undo", "take back what was said last of an exam; returns 1 when there is nothing"},
               ClassAction::undo, [](CLI::App& command, ClassOptions& o) {
                   add_exam(command, o);
                   add_by(command, o);
               });
    add_action(group, chosen, {"trail", "list everything that was said of an exam: who, when, why"},
               ClassAction::trail, [](CLI::App& command, ClassOptions& o) {
                   add_exam(command, o);
                   command.add_option("--student", o.student, "only of this student");
               });
}

void add_review_actions(CLI::App& group, Chosen& chosen) {
    add_action(group, chosen, {"reviews", "list what students ask to be looked at again"},
               ClassAction::reviews, [](CLI::App& command, ClassOptions& o) {
                   command.add_flag("--all", o.all, "those that were answered too");
               });
    add_action(group, chosen, {"answer", "answer a review"}, ClassAction::answer,
               [](CLI::App& command, ClassOptions& o) {
                   command.add_option("review", o.review, "its id, or the first characters")->required();
                   command.add_option("--words", o.why, "what you found")->required();
                   add_by(command, o);
               });
}

} // namespace

void add_class_commands(CLI::App& app, Chosen& chosen) {
    CLI::App* group = app.add_subcommand("class", "classes, their exams and grades on this station");
    group->require_subcommand(1);
    add_roster_actions(*group, chosen);
    add_exam_actions(*group, chosen);
    add_marking_actions(*group, chosen);
    add_review_actions(*group, chosen);
}

} // namespace tactus::cli
