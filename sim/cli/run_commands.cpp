#include "sim/cli/run_answers.hpp"
#include "sim/cli/run_bots.hpp"
#include "sim/cli/run_cases.hpp"
#include "sim/cli/run_records.hpp"
#include "sim/cli/run_replay.hpp"
#include "sim/cli/run_run.hpp"
#include "sim/cli/subcommand.hpp"

#include <functional>

namespace tactus::cli {
namespace {

void add_run(CLI::App& app, Chosen& chosen) {
    add_subcommand<RunOptions>(
        app, chosen, {"run", "run a drill from a CSV of strokes and score it"},
        [](CLI::App& command, RunOptions& o) {
            command.add_option("--client", o.client, "client id or file; the drill's own by default");
            command.add_option("--drill", o.drill, "drill id or file")->required();
            command.add_option("--rubric", o.rubric, "rubric id or file; the drill's own by default");
            command.add_option("--strokes", o.strokes, "CSV: t,hand,tool,u,v,force[,angle,tilt,...]")
                ->required();
            command.add_option("--setting", o.setting, "solver setting: fine, standard or half");
            add_seed(command, o.seed, "seed of everything random");
            command.add_option("--record", o.record, "write the run as a recording");
            command.add_option("--fat-scale", o.fat_scale, "experiment: multiply the stiffness of fat")
                ->check(CLI::Range(0.1, 10.0));
            command.add_flag("--timing", o.timing, "also print on standard error how long the steps took");
            add_threads(command, o.threads);
            add_json(command, o.json);
        },
        run_run);
}

void add_bots(CLI::App& app, Chosen& chosen) {
    add_subcommand<BotsOptions>(
        app, chosen, {"bots", "let simulated students of known skill do drills, and mark them"},
        [](CLI::App& command, BotsOptions& o) {
            command.add_option("--drill", o.drills, "drill ids or files, as a,b,c")
                ->required()
                ->delimiter(',');
            command
                .add_option("--quality", o.qualities,
                            "who: novice, middle and expert by default; also ideal, good, fair, poor")
                ->delimiter(',');
            command.add_option("--setting", o.setting, "solver setting: fine, standard or half");
            command.add_option("--seeds", o.seeds, "runs of each student")->check(CLI::Range(1, 100));
            add_seed(command, o.seed, "seed of the first run");
            command
                .add_option("--threads", o.threads,
                            "runs at a time; as many as the machine has threads by default")
                ->check(CLI::Range(1, threads_limit));
            add_json(command, o.json);
        },
        run_bots);
}

void add_cases(CLI::App& app, Chosen& chosen) {
    add_subcommand<CasesOptions>(
        app, chosen,
        {"cases", "for each condition a right, a careless and a harmful session, and their marks"},
        [](CLI::App& command, CasesOptions& o) {
            command.add_option("clients", o.clients, "client ids or files; all with a condition by default");
            command.add_option("--setting", o.setting, "solver setting: fine, standard or half");
            add_threads(command, o.threads);
            add_json(command, o.json);
        },
        run_cases);
}

void add_answers(CLI::App& app, Chosen& chosen) {
    add_subcommand<AnswersOptions>(
        app, chosen,
        {"answers", "the same palm stroke on every client: what is felt, tone, redness and words"},
        [](CLI::App& command, AnswersOptions& o) {
            command.add_option("clients", o.clients, "client ids or files; all by default");
            command.add_option("--setting", o.setting, "solver setting: fine, standard or half");
            add_threads(command, o.threads);
            add_json(command, o.json);
        },
        run_answers);
}

void add_replay(CLI::App& app, Chosen& chosen) {
    add_subcommand<ReplayOptions>(
        app, chosen, {"replay", "show what a recording holds, or verify it"},
        [](CLI::App& command, ReplayOptions& o) {
            command.add_option("file", o.file, "a recording (.tactus)")->required();
            command.add_flag("--verify", o.verify, "run it again and compare every hash and the score");
            add_threads(command, o.threads);
            add_json(command, o.json);
        },
        run_replay);
}

using RecordsAction = RecordsOptions::Action;

void add_filters(CLI::App& command, RecordsOptions& o) {
    command.add_option("--student", o.student, "only this student");
    command.add_option("--drill", o.drill, "only this drill, by id");
    command.add_option("--since", o.since, "only from this day on, YYYY-MM-DD (UTC)");
}

void add_records_action(CLI::App& records, Chosen& chosen, Title title, RecordsAction action,
                        const std::function<void(CLI::App&, RecordsOptions&)>& add_options) {
    add_subcommand<RecordsOptions>(
        records, chosen, title,
        [&](CLI::App& command, RecordsOptions& o) {
            o.action = action;
            o.data = default_data_folder();
            command.add_option("--data", o.data, "the station's data folder");
            add_options(command, o);
        },
        run_records);
}

void add_reading_actions(CLI::App& records, Chosen& chosen) {
    add_records_action(records, chosen, {"list", "list attempts, newest first"}, RecordsAction::list,
                       [](CLI::App& command, RecordsOptions& o) {
                           add_filters(command, o);
                           add_json(command, o.json);
                       });
    add_records_action(records, chosen, {"show", "print one attempt with its whole result, as JSON"},
                       RecordsAction::show, [](CLI::App& command, RecordsOptions& o) {
                           command.add_option("id", o.id, "its id, or the first characters")->required();
                       });
    add_records_action(
        records, chosen,
        {"export",
         "write attempts as CSV, or a student's everything into a folder; 1 when a recording is lost"},
        RecordsAction::export_table, [](CLI::App& command, RecordsOptions& o) {
            add_filters(command, o);
            command.add_option("--folder", o.folder,
                               "write the table, the results and the recordings there (no ZIP)");
            command.add_option("files", o.files, "the CSV; none = print");
        });
    add_records_action(records, chosen, {"report", "write a student's attempts as one HTML file to print"},
                       RecordsAction::report, [](CLI::App& command, RecordsOptions& o) {
                           command.add_option("--student", o.student, "whose; guest by default");
                           command.add_option("--out", o.report, "the HTML file to write")->required();
                       });
}

void add_writing_actions(CLI::App& records, Chosen& chosen) {
    add_records_action(records, chosen, {"import", "take recordings over"}, RecordsAction::import,
                       [](CLI::App& command, RecordsOptions& o) {
                           command.add_option("--student", o.student, "whose they are; guest by default");
                           command.add_option("files", o.files, "recordings (.tactus)")->required();
                       });
    add_records_action(records, chosen,
                       {"merge", "take over another station's attempts; students are known by name"},
                       RecordsAction::merge, [](CLI::App& command, RecordsOptions& o) {
                           command.add_option("files", o.files, "other data folders")->required();
                       });
    add_records_action(
        records, chosen,
        {"class", "enter a student in a class, whose best run of a drill all in it may compare theirs with"},
        RecordsAction::enter_class, [](CLI::App& command, RecordsOptions& o) {
            command.add_option("--student", o.student, "the student's name")->required();
            command.add_option("name", o.class_name, "the class, as \"2B\"; none = out of it");
        });
    add_records_action(
        records, chosen,
        {"erase",
         "erase a student for good: attempts, recordings, name, daily backups and set-aside records"},
        RecordsAction::erase, [](CLI::App& command, RecordsOptions& o) {
            command.add_option("--student", o.student, "the student's name");
        });
    add_records_action(records, chosen, {"backup", "write a whole copy of the records"},
                       RecordsAction::backup, [](CLI::App& command, RecordsOptions& o) {
                           command.add_option("files", o.files, "the file to write")->required();
                       });
    add_records_action(
        records, chosen,
        {"restore", "put a backup back, without who was erased since; what was there is kept beside it"},
        RecordsAction::restore, [](CLI::App& command, RecordsOptions& o) {
            command.add_option("files", o.files, "the backup")->required();
        });
}

void add_records(CLI::App& app, Chosen& chosen) {
    CLI::App* records = app.add_subcommand("records", "students' attempts on this station");
    records->require_subcommand(1);
    add_reading_actions(*records, chosen);
    add_writing_actions(*records, chosen);
    add_school_actions(*records, chosen);
    add_grade_actions(*records, chosen);
}

} // namespace

void add_run_commands(CLI::App& app, Chosen& chosen) {
    add_run(app, chosen);
    add_bots(app, chosen);
    add_cases(app, chosen);
    add_answers(app, chosen);
    add_replay(app, chosen);
    add_records(app, chosen);
}

} // namespace tactus::cli
