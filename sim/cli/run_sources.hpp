#pragma once
/// `tactus-sim sources`: the bibliography, and which constants rest on each source.

#include "sim/sources/cited.hpp"

#include <ostream>
#include <string_view>
#include <vector>

namespace tactus::cli {

/// Flags of the subcommand.
struct SourcesOptions {
    bool json = false;
};

/// Prints every source that a constant names, with its kind, its reference and its constants (value and
/// range). Literature comes first, by name; design values last. Returns 0.
int run_sources(const SourcesOptions& options, std::ostream& out);

/// The constants of all rooms, in the order of the rooms.
std::vector<NamedConstant> all_constants();

/// "doi", "url", "book recalled", "design". Pure.
std::string_view kind_name(source::Kind kind);

} // namespace tactus::cli
