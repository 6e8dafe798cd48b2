#include "sim/cli/command_line.hpp"

#include "sim/cli/subcommand.hpp"

namespace tactus::cli {

void add_subcommands(CLI::App& app, Chosen& chosen) {
    add_run_commands(app, chosen);
    add_class_commands(app, chosen);
    add_part_commands(app, chosen);
}

} // namespace tactus::cli
