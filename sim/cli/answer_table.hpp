#pragma once
/// The answers of the tissue to all techniques, as a table beside what is asked of them.

#include "sim/tissue/tissue.hpp"

#include <ostream>
#include <string>

namespace tactus::cli {

struct AnswerOptions {
    std::string technique; ///< one recipe; "" = all
    tissue::Setting setting = tissue::Setting::standard;
    bool json = false;
};

/// Prints a row a technique and a line a bar. Returns 0 when every bar that belongs to what was run is kept,
/// else 1. Throws UserError for a technique that has no recipe.
int print_answers(const AnswerOptions& options, std::ostream& out);

} // namespace tactus::cli
