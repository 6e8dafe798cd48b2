#include "sim/cli/run_bench.hpp"
#include "sim/cli/run_discomfort.hpp"
#include "sim/cli/run_export.hpp"
#include "sim/cli/run_forces.hpp"
#include "sim/cli/run_indent.hpp"
#include "sim/cli/run_list.hpp"
#include "sim/cli/run_measure.hpp"
#include "sim/cli/run_physiology.hpp"
#include "sim/cli/run_plan.hpp"
#include "sim/cli/run_smoothness.hpp"
#include "sim/cli/run_sources.hpp"
#include "sim/cli/run_stretch.hpp"
#include "sim/cli/run_techniques.hpp"
#include "sim/cli/run_validate.hpp"
#include "sim/cli/subcommand.hpp"

namespace tactus::cli {
namespace {

void add_body_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<MeasureOptions>(
        app, chosen, {"measure", "print a client's sizes, landmarks and layer thicknesses"},
        [](CLI::App& command, MeasureOptions& o) {
            CLI::Option* client = command.add_option("--client", o.client, "client id or file");
            CLI::Option* table =
                command
                    .add_flag("--table", o.table, "ten bodies that span the ANSUR survey, held against it")
                    ->excludes(client);
            command
                .add_flag("--check", o.check,
                          "growth with BMI and stature, landmarks and layers beside the published")
                ->excludes(client)
                ->excludes(table);
            add_json(command, o.json);
        },
        run_measure);
    add_subcommand<ExportOptions>(
        app, chosen, {"export", "write a client's skin, muscles, bones and trigger points as glTF"},
        [](CLI::App& command, ExportOptions& o) {
            command.add_option("--client", o.client, "client id or file")->required();
            command.add_option("--gltf", o.gltf, "the .glb to write")->required();
        },
        run_export);
}

void add_joint_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<StretchOptions>(
        app, chosen, {"stretch", "pull a joint to its barrier and back: angle, torque, length of the muscle"},
        [](CLI::App& command, StretchOptions& o) {
            command.add_option("name", o.name, "the pull whose curve to print as CSV; none = all, in short");
            command.add_option("--client", o.client, "client id or file; the average man by default");
            command.add_option("--force", o.force_n, "newtons of the full pull; as it is taught by default")
                ->check(CLI::Range(1.0, 60.0));
            command.add_option("--seconds", o.ramp_s, "from nothing to the full pull, and back")
                ->check(CLI::Range(1.0, 120.0));
            command.add_option("--out", o.out, "the CSV to write; none = print");
            add_json(command, o.json);
        },
        run_stretch);
}

void add_stroke_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<SmoothnessOptions>(
        app, chosen, {"smoothness", "print SPARC, DLJ and LDLJ of a speed profile"},
        [](CLI::App& command, SmoothnessOptions& o) {
            command.add_option("file", o.file, "CSV with the columns t,speed")->required();
            add_json(command, o.json);
        },
        run_smoothness);
    add_subcommand<TechniquesOptions>(
        app, chosen, {"techniques", "list techniques, or write one as strokes of a given quality"},
        [](CLI::App& command, TechniquesOptions& o) {
            command.add_option("name", o.name, "a technique; none = list them");
            command.add_option("--drill", o.drill, "instead: a whole drill, by id or file");
            command.add_option("--quality", o.quality,
                               "ideal, good, fair or poor; novice, middle or expert as the bots");
            add_seed(command, o.seed, "seed of the noise");
            command.add_option("--client", o.client, "client id or file whose size they are made for");
            command.add_flag("--list", o.list, "list the techniques");
            command.add_flag("--routine", o.routine, "write ten techniques in a row");
            command.add_flag("--confusion", o.confusion,
                             "run all techniques, good and fair, and print what each was taken for");
            command.add_flag("--answers", o.answers,
                             "run one or all and print what skin, folds and joints made of it");
            command.add_option("--setting", o.setting,
                               "solver setting of the answers: fine, standard or half");
            command.add_option("--seeds", o.seeds, "of the confusion matrix, for each quality")
                ->check(CLI::Range(1, 100));
            add_threads(command, o.threads);
            command.add_option("--out", o.out, "the CSV to write; none = print");
            add_json(command, o.json);
        },
        run_techniques);
}

void add_file_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<ValidateOptions>(
        app, chosen,
        {"validate",
         "check drills, clients, conditions, what an interview uses, rubrics, plans, strokes, recordings"},
        [](CLI::App& command, ValidateOptions& o) {
            command.add_option("files", o.files, "the files to check")->required();
            add_json(command, o.json);
        },
        run_validate);
    add_subcommand<ListOptions>(
        app, chosen, {"list", "list what is shipped"},
        [](CLI::App& command, ListOptions& o) {
            command
                .add_option("kind", o.kind,
                            "drills, clients, conditions, rubrics, plans, products or wordings")
                ->required();
            add_json(command, o.json);
        },
        run_list);
}

void add_care_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<PlanOptions>(
        app, chosen, {"plan", "follow a treatment plan over weeks and score it"},
        [](CLI::App& command, PlanOptions& o) {
            CLI::Option* plan = command.add_option("plan", o.plan, "plan id or file");
            command.add_option("--client", o.client, "client id or file; the plan's own by default");
            add_seed(command, o.seed, "seed of what chance deals the client");
            CLI::Option* table =
                command.add_flag("--table", o.table, "six published plans, the model held against the facts")
                    ->excludes(plan);
            CLI::Option* trial =
                command.add_flag("--trial", o.trial, "the dosing trial with simulated clients")
                    ->excludes(plan)
                    ->excludes(table);
            command.add_option("--clients", o.clients, "how many clients the trial has")
                ->check(CLI::Range(100, 10000000))
                ->needs(trial);
            add_json(command, o.json);
        },
        run_plan);
}

void add_tissue_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<IndentOptions>(
        app, chosen, {"indent", "press a tool into a slab of its own on a rigid base"},
        [](CLI::App& command, IndentOptions& o) {
            command.add_option("--tool", o.tool, "flat or sphere")->required();
            command.add_option("--radius-mm", o.radius_mm, "radius of the tool")->required();
            command.add_option("--layer-mm", o.layer_mm, "thickness of the slab")->required();
            command.add_option("--young-kpa", o.young_kpa, "Young's modulus")->required();
            command.add_option("--poisson", o.poisson, "Poisson's ratio")->required();
            command.add_option("--depth-mm", o.depth_mm, "how far the tool sinks")->required();
            CLI::Option* bonded = command.add_flag("--bonded", o.bonded, "the skin sticks to the tool");
            command
                .add_flag_function(
                    "--slip", [](std::int64_t) {}, "the skin slips without friction (the default)")
                ->excludes(bonded);
            CLI::Option* refine = command.add_option("--refine", o.refine,
                                                     "cells of radius / (16 K) under the tool; 1 by default");
            command.add_option("--edge-mm", o.edge_mm, "cells of this edge under the tool; the back has 5")
                ->excludes(refine);
            command.add_flag("--rim-on-edge", o.rim_on_edge,
                             "a flat tool's rim on a cell edge, without the correction of its singularity");
            add_threads(command, o.threads);
            add_json(command, o.json);
        },
        run_indent);
    add_subcommand<ForcesOptions>(
        app, chosen,
        {"forces", "hold the force that is delivered, or the skin touched, against what is asked"},
        [](CLI::App& command, ForcesOptions& o) {
            command.add_option("--tool", o.tool, "one tool; all by default");
            command.add_flag("--areas", o.areas, "contact area against force, beside the published ranges");
            command.add_option("--setting", o.setting, "solver setting: fine, standard or half");
            add_json(command, o.json);
        },
        run_forces);
    add_subcommand<BenchOptions>(
        app, chosen, {"bench", "time the tissue's step and print ratios"},
        [](CLI::App& command, BenchOptions& o) {
            command.add_option("--seconds", o.seconds, "of simulated stroke a row")
                ->check(CLI::Range(0.5, 600.0));
            add_threads(command, o.threads);
            add_json(command, o.json);
        },
        run_bench);
    add_subcommand<SourcesOptions>(
        app, chosen, {"sources", "print the bibliography and which constants rest on it"},
        [](CLI::App& command, SourcesOptions& o) { add_json(command, o.json); }, run_sources);
}

void add_answer_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<PhysiologyOptions>(
        app, chosen,
        {"physiology", "hold redness, warmth, heart rate, softening and soreness against the facts"},
        [](CLI::App& command, PhysiologyOptions& o) { add_json(command, o.json); }, run_physiology);
    add_subcommand<DiscomfortOptions>(
        app, chosen,
        {"discomfort", "press harder and harder by tool and site: the force felt as 5, 6.5, 7 and 8"},
        [](CLI::App& command, DiscomfortOptions& o) {
            command.add_option("--tool", o.tool, "thumb, palm, forearm, elbow or knuckles; all by default");
            command.add_option("--setting", o.setting, "solver setting: fine, standard or half");
            add_threads(command, o.threads);
            add_json(command, o.json);
        },
        run_discomfort);
}

} // namespace

void add_part_commands(CLI::App& app, Chosen& chosen) {
    add_body_commands(app, chosen);
    add_joint_commands(app, chosen);
    add_stroke_commands(app, chosen);
    add_file_commands(app, chosen);
    add_care_commands(app, chosen);
    add_tissue_commands(app, chosen);
    add_answer_commands(app, chosen);
}

} // namespace tactus::cli
