#pragma once
/// Whether bytes are text.

#include <string_view>

namespace tactus::authoring {

/// True for well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). Pure.
bool is_utf8(std::string_view text);

} // namespace tactus::authoring
