#pragma once
/// What the pages to print have in common: no script, nothing loaded from outside, A4.

#include <cstdint>
#include <string>

namespace tactus::records {

/// From the doctype to the opening of the body. title: HTML, escaped already.
std::string page_head(const std::string& title);

/// "2026-01-31 10:00 UTC"; "day unknown" for 0.
std::string when_words(std::int64_t unix_s);

} // namespace tactus::records
