#include "sim/authoring/user_error.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/session/version.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <string>

namespace {

constexpr int bad_input = 2;

/// Every complaint on a line of its own, behind the program's name.
void complain(const tactus::UserError& error) {
    for (const tactus::Complaint& complaint : error.complaints()) {
        std::cerr << "tactus-sim: " << complaint.where << ": " << complaint.what
                  << (complaint.mend.empty() ? "" : "; " + complaint.mend) << '\n';
    }
}

/// True for a flag and for a known subcommand.
bool names_subcommand(const CLI::App& app, const std::string& word) {
    const auto known =
        app.get_subcommands([&](const CLI::App* command) { return command->get_name() == word; });
    return word.starts_with('-') || !known.empty();
}

/// Parses the command line and runs what it asks for; returns the exit code. Throws what the run throws.
int obey(int argc, char** argv) {
    CLI::App app("The simulation of Tactus without a screen: run, replay, measure, export, check.",
                 "tactus-sim");
    app.set_version_flag("--version", std::string(tactus::session::sim_version()));
    app.require_subcommand(1);
    tactus::cli::Chosen chosen;
    tactus::cli::add_subcommands(app, chosen);
    try {
        if (argc > 1 && !names_subcommand(app, argv[1])) {
            throw tactus::UserError({.where = "command line",
                                     .what = "there is no subcommand \"" + std::string(argv[1]) + "\"",
                                     .mend = "see tactus-sim --help"});
        }
        app.parse(argc, argv);
        const int code = chosen(std::cout);
        std::cout.flush();
        if (!std::cout) {
            std::cerr << "tactus-sim: standard output: could not be written; check that the disk has room\n";
            return bad_input;
        }
        return code;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) { // --help and --version
            return app.exit(error);
        }
        const auto of = app.get_subcommands();
        std::cerr << "tactus-sim: command line: " << error.what() << "; see tactus-sim "
                  << (of.empty() ? "" : of.front()->get_name() + " ") << "--help\n";
        return bad_input;
    }
}

} // namespace

int main(int argc, char** argv) {
    try {
        return obey(argc, argv);
    } catch (const tactus::UserError& error) {
        complain(error);
        return bad_input;
    } catch (const std::exception& error) {
        std::cerr << "tactus-sim: " << error.what() << '\n';
        return 1;
    }
}
