/// Recordings on the disk.

#include "sim/authoring/table.hpp"
#include "sim/replay/recording.hpp"

#include <fstream>
#include <string>
#include <system_error>

namespace fs = std::filesystem;

namespace tactus::replay {
namespace {

/// What is written is written beside its place first, so that a full disk leaves an older recording whole.
fs::path beside_of(fs::path file) { return file += ".part"; }

UserError unwritable(const fs::path& file) {
    return UserError(Complaint{file.string(), "the recording could not be written",
                               "check that the folder exists, may be written and has room"});
}

} // namespace

std::vector<std::uint8_t> read_recording_bytes(const fs::path& file) {
    const std::string text = authoring::read_text(file, file_limit_bytes);
    return {text.begin(), text.end()};
}

Recording read_recording(const fs::path& file) {
    return parse_recording(read_recording_bytes(file), file.string());
}

void check_recordable(const fs::path& file) {
    const fs::path beside = beside_of(file);
    const bool opened = std::ofstream(beside, std::ios::binary | std::ios::trunc).is_open();
    std::error_code ignored;
    fs::remove(beside, ignored);
    if (!opened || fs::is_directory(file, ignored)) {
        throw unwritable(file);
    }
}

void write_recording(const fs::path& file, const Recording& recording) {
    const std::vector<std::uint8_t> bytes = recording_bytes(recording);
    const fs::path beside = beside_of(file);
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    std::error_code error;
    if (out) {
        fs::rename(beside, file, error);
    }
    if (!out || error) {
        std::error_code ignored;
        fs::remove(beside, ignored);
        throw unwritable(file);
    }
}

} // namespace tactus::replay
