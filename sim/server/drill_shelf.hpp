#pragma once
/// Drills that a school gives to its stations. The name of one is the digest of its text, so that what a
/// station pulled cannot change under an exam.

#include "sim/server/postgres.hpp"

#include <optional>
#include <string>

namespace tactus::server {

/// Checks the drill's text and keeps it; returns its hash. Throws UserError with every mistake in the text.
std::string publish_drill(Transaction& transaction, const std::string& school, const std::string& text);

/// {"rows":[{hash, name, published_at}]}, newest first.
std::string drill_list(Transaction& transaction);

std::optional<std::string> drill_text(Transaction& transaction, const std::string& hash);

} // namespace tactus::server
