#include "sim/client/client_file.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

/// Recordings carry clients as text, so what is read must be written to read back the same.
void read_client(Bytes bytes) {
    if (const auto client = accepted([&] { return client::parse_client(text_of(bytes), "client.toml"); })) {
        const std::string written = client::write_client(*client);
        promise(client::write_client(client::parse_client(written, "again.toml")) == written,
                "a client reads back as it was written");
    }
}

} // namespace tactus::fuzz
