#pragma once
/// JSON from the other end of a wire: never trusted for depth, kind or length.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace tactus::school {

/// Throws UserError: no JSON, deeper than twenty levels, or not an object. `where` is what complaints call
/// it.
nlohmann::json parse_object(const std::string& text, const std::string& where);

/// The text under `key`, "" when there is none. Throws UserError: no text, or longer than limit bytes, or
/// with a zero byte in it.
std::string text_of(const nlohmann::json& object, std::string_view key, std::size_t limit);

/// One line, bytes that are no UTF-8 replaced.
std::string line_of(const nlohmann::json& json);

/// Standard Base64 with padding, and back. Throws UserError: is not Base64.
std::string to_base64(const std::string& bytes);
std::string from_base64(const std::string& text, const std::string& where);

} // namespace tactus::school
