/// libFuzzer's entry: `tactus_fuzz --reader=NAME CORPUS... -flag=value...` gives bytes to one reader.
/// libFuzzer leaves out flags that begin with two dashes.

#include "tests/fuzz/reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace {

const tactus::fuzz::Reader& reader_named(int argc, char** argv) {
    constexpr std::string_view flag = "--reader=";
    for (const std::string_view word : std::span(argv, static_cast<std::size_t>(argc))) {
        const auto readers = tactus::fuzz::readers();
        const auto found = std::ranges::find(readers, word.starts_with(flag) ? word.substr(flag.size()) : "",
                                             &tactus::fuzz::Reader::name);
        if (found != readers.end()) {
            return *found;
        }
    }
    for (const tactus::fuzz::Reader& reader : tactus::fuzz::readers()) {
        std::cout << reader.name << '\n';
    }
    std::exit(argc > 1 && std::string_view(argv[1]) == "--list" ? 0 : 2);
}

const tactus::fuzz::Reader* chosen = nullptr; // libFuzzer calls without an argument of ours

} // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    chosen = &reader_named(*argc, *argv);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chosen->read({data, size});
    return 0;
}
