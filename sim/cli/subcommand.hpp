#pragma once
/// How a subcommand is added: its options live as long as the app, its flags are bound to them.

#include "sim/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <string>

namespace tactus::cli {

inline constexpr int threads_limit = 64;

/// How the help lists a subcommand.
struct Title {
    const char* name;
    const char* help;
};

/// `bind(command, options)` adds the flags; `run(options, out)` does the work when the subcommand was chosen.
template <class Options, class Bind, class Run>
CLI::App* add_subcommand(CLI::App& app, Chosen& chosen, Title title, Bind bind, Run run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(title.name, title.help);
    bind(*command, *options);
    command->callback([options, &chosen, run] {
        chosen = [options, run](std::ostream& out) { return run(*options, out); };
    });
    return command;
}

inline void add_threads(CLI::App& command, int& threads) {
    command.add_option("--threads", threads, "threads of the solver; changes the time, never the result")
        ->check(CLI::Range(1, threads_limit));
}

inline void add_seed(CLI::App& command, std::uint64_t& seed, const char* help) {
    const auto whole = [](const std::string& text) {
        const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
        return digits ? std::string() : text + " is no whole number from 0 up";
    };
    command.add_option("--seed", seed, help)->check(CLI::Validator(whole, ""));
}

inline void add_json(CLI::App& command, bool& json) {
    command.add_flag("--json", json, "print one JSON object and nothing else");
}

/// run, replay, records: what works on runs.
void add_run_commands(CLI::App& app, Chosen& chosen);

/// push, pull, school: what `records` has to do with a school's server.
void add_school_actions(CLI::App& records, Chosen& chosen);

/// records verify, station, trust, distrust.
void add_grade_actions(CLI::App& records, Chosen& chosen);

/// class: rosters, exams, grades.
void add_class_commands(CLI::App& app, Chosen& chosen);

/// measure, export, stretch, indent, forces, physiology, smoothness, techniques, validate, list, plan,
/// sources, bench: what works on parts.
void add_part_commands(CLI::App& app, Chosen& chosen);

} // namespace tactus::cli
