#include "sim/replay/recording.hpp"

#include "sim/authoring/table.hpp"
#include "sim/bodies/skeleton.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/replay/byte_stream.hpp"
#include "sim/replay/frame_block.hpp"
#include "sim/session/version.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <gnu/libc-version.h>
#include <sodium.h>
#include <string_view>
#include <system_error>

namespace fs = std::filesystem;

namespace tactus::replay {
namespace {

constexpr std::string_view magic = "TACTUS\r\n"; // the line end shows a transfer that meddled with texts
constexpr std::uint32_t deprecation = 0;         // raised when old files must be upgraded, not only read
constexpr std::size_t digest_bytes = crypto_generichash_blake2b_BYTES;
constexpr std::size_t file_limit_bytes = std::size_t{256} << 20U;
constexpr std::uint32_t frames_limit = 240U * 3600U * 4U;

using Digest = std::array<std::uint8_t, digest_bytes>;

Digest blake2b(std::span<const std::uint8_t> bytes) {
    Digest digest{};
    crypto_generichash_blake2b(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
    return digest;
}

void put_header(ByteWriter& out, const Recording& recording) {
    const Origin& origin = recording.origin;
    for (const std::string* text : {&origin.sim_version, &origin.bullet_version, &origin.libc_version,
                                    &origin.device, &origin.force_source}) {
        out.put_text(*text);
    }
    out.put(origin.started_at_unix_s);
    out.put_text(client::write_client(recording.setup.client));
    out.put_text(recording.setup.drill.id);
    out.put_text(drills::write_drill(recording.setup.drill));
    out.put_text(recording.setup.rubric.id);
    out.put_text(scoring::write_rubric(recording.setup.rubric));
    out.put_text(recording.setup.client.id);
    out.put(static_cast<std::uint8_t>(recording.setup.setting));
    out.put(recording.setup.seed);
}

void get_header(ByteReader& in, Recording& recording) {
    Origin& origin = recording.origin;
    for (std::string* text : {&origin.sim_version, &origin.bullet_version, &origin.libc_version,
                              &origin.device, &origin.force_source}) {
        *text = in.get_text();
    }
    origin.started_at_unix_s = in.get<std::int64_t>();
    session::Setup& setup = recording.setup;
    setup.client = client::parse_client(in.get_text(), in.name() + " (client)");
    const std::string drill_id = in.get_text();
    setup.drill = drills::parse_drill(in.get_text(), in.name() + " (drill)");
    setup.drill.id = drill_id;
    const std::string rubric_id = in.get_text();
    setup.rubric = scoring::parse_rubric(in.get_text(), in.name() + " (rubric)");
    setup.rubric.id = rubric_id;
    setup.client.id = in.get_text();
    const auto setting = in.get<std::uint8_t>();
    if (setting > static_cast<std::uint8_t>(tissue::Setting::half)) {
        throw UserError(Complaint{in.name(), "names a solver setting that this version does not know",
                                  "open it with the version that made it"});
    }
    setup.setting = static_cast<tissue::Setting>(setting);
    setup.seed = in.get<std::uint64_t>();
}

void put_frames(ByteWriter& out, const Recording& recording) {
    const std::size_t total = recording.frames.size();
    out.put(static_cast<std::uint32_t>(total));
    for (std::size_t first = 0, second = 0; first < total; first += frames_a_block, ++second) {
        const std::size_t count = std::min(frames_a_block, total - first);
        const std::vector<std::uint8_t> packed =
            compress_frames(std::span(recording.frames).subspan(first, count));
        out.put(static_cast<std::uint32_t>(packed.size()));
        out.put_bytes(packed);
        for (std::size_t k = first; k < first + count; ++k) {
            out.put(recording.step_marks[k]);
        }
        out.put(recording.seconds[second].chain);
        out.put(recording.seconds[second].state);
    }
}

void get_frames(ByteReader& in, Recording& recording) {
    const auto total = in.get<std::uint32_t>();
    if (total > frames_limit) {
        throw UserError(Complaint{in.name(), "claims to be longer than four hours", "record the run again"});
    }
    while (recording.frames.size() < total) {
        const std::vector<session::InputFrame> frames =
            expand_frames(in.take(in.get<std::uint32_t>()), in.name());
        if (frames.empty() || frames.size() > total - recording.frames.size()) {
            throw UserError(
                Complaint{in.name(), "a block of input has the wrong length", "record the run again"});
        }
        recording.frames.insert(recording.frames.end(), frames.begin(), frames.end());
        for (std::size_t k = 0; k < frames.size(); ++k) {
            recording.step_marks.push_back(in.get<std::uint16_t>());
        }
        SecondMark mark;
        mark.chain = in.get<std::uint64_t>();
        mark.state = in.get<std::uint64_t>();
        recording.seconds.push_back(mark);
    }
}

void put_ending(ByteWriter& out, const Ending& ending) {
    out.put(ending.chain);
    out.put(ending.state);
    out.put(ending.score_total);
    out.put(static_cast<std::uint8_t>(ending.score_groups.size()));
    for (const double group : ending.score_groups) {
        out.put(group);
    }
    out.put(static_cast<std::uint8_t>(ending.passed ? 1 : 0));
    out.put(static_cast<std::uint8_t>(ending.graded ? 1 : 0));
    out.put(ending.sim_per_wall);
    out.put(ending.trust_error);
}

void get_ending(ByteReader& in, Ending& ending) {
    ending.chain = in.get<std::uint64_t>();
    ending.state = in.get<std::uint64_t>();
    ending.score_total = in.get<double>();
    ending.score_groups.resize(in.get<std::uint8_t>());
    for (double& group : ending.score_groups) {
        group = in.get<double>();
    }
    ending.passed = in.get<std::uint8_t>() != 0;
    ending.graded = in.get<std::uint8_t>() != 0;
    ending.sim_per_wall = in.get<double>();
    ending.trust_error = in.get<double>();
}

/// What is written is written beside its place first, so that a full disk leaves an older recording whole.
fs::path beside_of(fs::path file) { return file += ".part"; }

UserError unwritable(const fs::path& file) {
    return UserError(Complaint{file.string(), "the recording could not be written",
                               "check that the folder exists, may be written and has room"});
}

} // namespace

std::vector<std::uint8_t> recording_bytes(const Recording& recording) {
    ByteWriter out;
    out.put_bytes({reinterpret_cast<const std::uint8_t*>(magic.data()), magic.size()});
    out.put(format_version);
    out.put(deprecation);
    put_header(out, recording);
    put_frames(out, recording);
    put_ending(out, recording.ending);
    const Digest digest = blake2b(out.bytes());
    out.put_bytes(digest);
    return out.bytes();
}

Recording parse_recording(std::span<const std::uint8_t> bytes, const std::string& name) {
    if (bytes.size() < magic.size() || !std::equal(magic.begin(), magic.end(), bytes.begin())) {
        throw UserError(
            Complaint{name, "is not a Tactus recording", "choose a file that Tactus wrote (.tactus)"});
    }
    ByteReader start(bytes.subspan(magic.size()), name);
    const auto format = start.get<std::uint32_t>();
    if (format != format_version) {
        throw UserError(
            Complaint{name, "has recording format " + std::to_string(format),
                      "open it with the version of Tactus that made it; this one reads format 1"});
    }
    if (bytes.size() < magic.size() + 8 + digest_bytes) {
        throw UserError(
            Complaint{name, "the recording ends too early", "copy the file again from where it was made"});
    }
    const std::span<const std::uint8_t> body = bytes.first(bytes.size() - digest_bytes);
    const Digest digest = blake2b(body);
    if (!std::equal(digest.begin(), digest.end(), bytes.end() - static_cast<std::ptrdiff_t>(digest_bytes))) {
        throw UserError(Complaint{name,
                                  "does not match its checksum: it was changed or cut after it was made",
                                  "copy the file again from where it was made"});
    }
    ByteReader in(body.subspan(magic.size() + 8), name);
    Recording recording;
    get_header(in, recording);
    get_frames(in, recording);
    get_ending(in, recording.ending);
    if (!in.at_end()) {
        throw UserError(
            Complaint{name, "holds more than a recording", "copy the file again from where it was made"});
    }
    return recording;
}

Recording read_recording(const fs::path& file) {
    const std::string text = authoring::read_text(file, file_limit_bytes);
    return parse_recording({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, file.string());
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

Origin make_origin(std::string device, std::string force_source) {
    return {.sim_version = std::string(session::sim_version()),
            .bullet_version = std::string(bodies::bullet_version()),
            .libc_version = gnu_get_libc_version(),
            .device = std::move(device),
            .force_source = std::move(force_source)};
}

} // namespace tactus::replay
