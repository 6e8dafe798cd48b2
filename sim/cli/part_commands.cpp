#include "sim/cli/run_export.hpp"
#include "sim/cli/run_list.hpp"
#include "sim/cli/run_measure.hpp"
#include "sim/cli/run_smoothness.hpp"
#include "sim/cli/run_techniques.hpp"
#include "sim/cli/run_validate.hpp"
#include "sim/cli/subcommand.hpp"

namespace tactus::cli {
namespace {

void add_body_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<MeasureOptions>(
        app, chosen, "measure", "print a client's sizes, landmarks and layer thicknesses",
        [](CLI::App& command, MeasureOptions& o) {
            command.add_option("--client", o.client, "client id or file")->required();
            add_json(command, o.json);
        },
        run_measure);
    add_subcommand<ExportOptions>(
        app, chosen, "export", "write a client's skin, muscles, bones and trigger points as glTF",
        [](CLI::App& command, ExportOptions& o) {
            command.add_option("--client", o.client, "client id or file")->required();
            command.add_option("--gltf", o.gltf, "the .glb to write")->required();
        },
        run_export);
}

void add_stroke_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<SmoothnessOptions>(
        app, chosen, "smoothness", "print SPARC, DLJ and LDLJ of a speed profile",
        [](CLI::App& command, SmoothnessOptions& o) {
            command.add_option("file", o.file, "CSV with the columns t,speed")->required();
            add_json(command, o.json);
        },
        run_smoothness);
    add_subcommand<TechniquesOptions>(
        app, chosen, "techniques", "list techniques, or write one as strokes of a given quality",
        [](CLI::App& command, TechniquesOptions& o) {
            command.add_option("name", o.name, "a technique; none = list them");
            command.add_option("--quality", o.quality, "ideal, good, fair or poor");
            command.add_option("--seed", o.seed, "seed of the noise");
            command.add_option("--out", o.out, "the CSV to write; none = print");
            add_json(command, o.json);
        },
        run_techniques);
}

void add_file_commands(CLI::App& app, Chosen& chosen) {
    add_subcommand<ValidateOptions>(
        app, chosen, "validate", "check drills, clients, rubrics, strokes and recordings",
        [](CLI::App& command, ValidateOptions& o) {
            command.add_option("files", o.files, "the files to check")->required();
            add_json(command, o.json);
        },
        run_validate);
    add_subcommand<ListOptions>(
        app, chosen, "list", "list what is shipped",
        [](CLI::App& command, ListOptions& o) {
            command.add_option("kind", o.kind, "drills, clients or rubrics")->required();
            add_json(command, o.json);
        },
        run_list);
}

} // namespace

void add_part_commands(CLI::App& app, Chosen& chosen) {
    add_body_commands(app, chosen);
    add_stroke_commands(app, chosen);
    add_file_commands(app, chosen);
}

} // namespace tactus::cli
