#include "sim/cli/run_smoothness.hpp"
#include "tests/fuzz/bytes_file.hpp"
#include "tests/fuzz/readers/readers.hpp"

#include <sstream>

namespace tactus::fuzz {

/// `tactus-sim smoothness FILE`.
void read_speeds(Bytes bytes) {
    const BytesFile file(bytes);
    std::ostringstream out;
    accepted([&] { return cli::run_smoothness({.file = file.path(), .json = true}, out); });
}

} // namespace tactus::fuzz
