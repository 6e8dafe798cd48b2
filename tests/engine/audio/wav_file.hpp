#pragma once
/// Reads what OpenAL Soft's wave backend wrote: the left channel.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace tactus::tests {

struct WavFile {
    int rate_hz = 0;
    std::vector<float> left;
};

/// Throws std::runtime_error for what is no RIFF file of 16-bit whole or 32-bit real samples.
inline WavFile read_wav(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto number = [&](std::size_t at, std::size_t size) {
        std::uint32_t value = 0;
        std::memcpy(&value, bytes.data() + at, size);
        return value;
    };
    const std::size_t format = bytes.find("fmt ");
    const std::size_t data = bytes.find("data");
    if (bytes.size() < 44 || bytes.compare(0, 4, "RIFF") != 0 || format == std::string::npos ||
        data == std::string::npos) {
        throw std::runtime_error(file.string() + " is no WAV file");
    }
    const std::size_t channels = number(format + 10, 2);
    const std::size_t bits = number(format + 22, 2);
    WavFile read{.rate_hz = static_cast<int>(number(format + 12, 4)), .left = {}};
    const std::size_t frame = channels * bits / 8;
    for (std::size_t at = data + 8; frame > 0 && at + frame <= bytes.size(); at += frame) {
        if (bits == 16) {
            std::int16_t sample = 0;
            std::memcpy(&sample, bytes.data() + at, sizeof sample);
            read.left.push_back(static_cast<float>(sample) / 32768.0F);
        } else if (bits == 32) {
            float sample = 0;
            std::memcpy(&sample, bytes.data() + at, sizeof sample);
            read.left.push_back(sample);
        } else {
            throw std::runtime_error(file.string() + ": samples of " + std::to_string(bits) + " bits");
        }
    }
    return read;
}

/// Tells OpenAL Soft to write what it plays into `wav`; holds for programs started afterwards, and for this
/// one until its first device is opened.
inline void play_into(const std::filesystem::path& wav) {
    const std::filesystem::path settings = std::filesystem::path(wav).replace_extension(".conf");
    std::ofstream(settings) << "[general]\ndrivers = wave\nfrequency = 44100\nsample-type = int16\ndither = "
                               "false\n[wave]\nfile = "
                            << wav.string() << "\n";
    setenv("ALSOFT_CONF", settings.c_str(), 1);
    setenv("ALSOFT_DRIVERS", "wave", 1);
}

} // namespace tactus::tests
