#pragma once
/// The live wall as one web page, embedded from wall.html; it asks for GET /v1/live twice a second.

#include <string_view>

namespace tactus::server {

extern const std::string_view wall_page;

/// Nothing from elsewhere: the page's own style and script, and this server's answers.
inline constexpr std::string_view wall_policy = "default-src 'none'; style-src 'unsafe-inline'; script-src "
                                                "'unsafe-inline'; connect-src 'self'; base-uri 'none';"
                                                " form-action 'none'; frame-ancestors 'none'";

} // namespace tactus::server
