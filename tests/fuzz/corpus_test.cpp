/// What the fuzzers found, or went by, is read again by an ordinary build.

#include "tests/fuzz/reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

using namespace tactus;
namespace fs = std::filesystem;

namespace {

const fs::path corpora = fs::path(TACTUS_SOURCE_DIR) / "tests" / "fuzz" / "corpus";

std::vector<std::uint8_t> bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

double seconds_for(const fuzz::Reader& reader, fuzz::Bytes bytes) {
    const std::clock_t begin = std::clock(); // of the processor, so that other work does not count
    reader.read(bytes);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

} // namespace

TEST_CASE("every reader has a corpus, and every corpus a reader") {
    for (const fuzz::Reader& reader : fuzz::readers()) {
        CAPTURE(reader.name);
        CHECK(fs::is_regular_file(corpora / reader.name / "sound"));
    }
    for (const auto& entry : fs::directory_iterator(corpora)) {
        CAPTURE(entry.path().string());
        CHECK(std::ranges::find(fuzz::readers(), entry.path().filename().string(), &fuzz::Reader::name) !=
              fuzz::readers().end());
    }
}

TEST_CASE("each file of the corpora keeps the promises of its reader, within a second") {
    for (const fuzz::Reader& reader : fuzz::readers()) {
        for (const auto& entry : fs::directory_iterator(corpora / reader.name)) {
            CAPTURE(entry.path().string());
            CHECK(seconds_for(reader, bytes_of(entry.path())) < 1);
        }
    }
}

TEST_CASE("a sound file cut after any byte, or with any byte turned over, is read or refused") {
    for (const fuzz::Reader& reader : fuzz::readers()) {
        std::vector<std::uint8_t> bytes = bytes_of(corpora / reader.name / "sound");
        CAPTURE(reader.name);
        REQUIRE(!bytes.empty());
        for (std::size_t k = 0; k < bytes.size(); ++k) {
            reader.read(std::span(bytes).first(k));
            bytes[k] ^= 0xFFU;
            reader.read(bytes);
            bytes[k] ^= 0xFFU;
        }
    }
}

TEST_CASE("the corpora stay small") {
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(corpora)) {
        if (entry.is_regular_file()) {
            CAPTURE(entry.path().string());
            CHECK(entry.file_size() <= 8192);
            bytes += entry.file_size();
        }
    }
    CHECK(bytes < 1'000'000);
}
