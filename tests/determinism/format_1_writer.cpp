/// format_1_writer IN OUT: the run of a recording as it was kept before there were signatures.

#include "sim/authoring/user_error.hpp"
#include "sim/replay/recording.hpp"
#include "tests/scenes/recordings.hpp"

#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: format_1_writer IN OUT\n";
        return 2;
    }
    try {
        const std::vector<std::uint8_t> bytes =
            tactus::scenes::format_1_bytes(tactus::replay::read_recording(argv[1]));
        std::ofstream(argv[2], std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return 0;
    } catch (const tactus::UserError& error) {
        std::cerr << "format_1_writer: " << error.what() << '\n';
        return 2;
    }
}
