#pragma once
/// The command line of `tactus-sim`: subcommands, their flags and help.

#include <functional>
#include <ostream>

namespace CLI {
class App;
}

namespace tactus::cli {

/// What the user asked for; empty until a subcommand was parsed. Returns the exit code.
using Chosen = std::function<int(std::ostream&)>;

/// Adds every subcommand to `app`. Parsing sets `chosen`, which must outlive the app.
void add_subcommands(CLI::App& app, Chosen& chosen);

} // namespace tactus::cli
