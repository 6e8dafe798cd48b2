#include "sim/cli/run_records.hpp"
#include "sim/cli/run_replay.hpp"
#include "sim/cli/run_run.hpp"
#include "sim/cli/subcommand.hpp"

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

void add_records_action(CLI::App& records, Chosen& chosen, Title title, RecordsOptions::Action action,
                        const char* files_help) {
    add_subcommand<RecordsOptions>(
        records, chosen, title,
        [&](CLI::App& command, RecordsOptions& o) {
            o.action = action;
            o.data = default_data_folder();
            command.add_option("--data", o.data, "the station's data folder");
            command.add_option("--student", o.student, "only this student, or the owner of what is imported");
            if (files_help != nullptr) {
                command.add_option("files", o.files, files_help);
            }
            add_threads(command, o.threads);
            add_json(command, o.json);
        },
        run_records);
}

void add_records(CLI::App& app, Chosen& chosen) {
    CLI::App* records = app.add_subcommand("records", "students' attempts on this station");
    records->require_subcommand(1);
    using Action = RecordsOptions::Action;
    add_records_action(*records, chosen, {"list", "list attempts, newest first"}, Action::list, nullptr);
    add_records_action(*records, chosen, {"import", "take recordings over"}, Action::import,
                       "recordings (.tactus)");
    add_records_action(*records, chosen, {"export", "write attempts as CSV"}, Action::export_csv,
                       "the CSV; none = print");
    add_records_action(*records, chosen, {"merge", "take over another station's attempts"}, Action::merge,
                       "other data folders");
    add_records_action(*records, chosen, {"erase", "erase a student for good"}, Action::erase, nullptr);
    add_records_action(*records, chosen, {"verify", "run every recording again"}, Action::verify, nullptr);
}

} // namespace

void add_run_commands(CLI::App& app, Chosen& chosen) {
    add_run(app, chosen);
    add_replay(app, chosen);
    add_records(app, chosen);
}

} // namespace tactus::cli
