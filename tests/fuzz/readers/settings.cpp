#include "engine/app/stores/settings_file.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

/// config.toml, key bindings among it.
void read_settings(Bytes bytes) {
    const std::string text(text_of(bytes));
    if (const auto settings = accepted([&] { return app::parse_settings(text, "config.toml"); })) {
        promise(app::parse_settings(app::settings_text(*settings), "again.toml") == *settings,
                "settings read back as they were written");
    }
}

} // namespace tactus::fuzz
