#pragma once
/// A run that anyone can check: everything that went in, by value, and hashes of what came out.
///
/// The file (little endian) is the run (run_bytes.hpp) between a head and a BLAKE2b-256 of everything before
/// it, so that any flipped bit is found; behind that, the station may sign (envelope.hpp, signature.hpp).

#include "sim/replay/signature.hpp"
#include "sim/session/input_frame.hpp"
#include "sim/session/session.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::replay {

/// A larger file, of a recording or a spool, is refused.
inline constexpr std::size_t file_limit_bytes = std::size_t{256} << 20U;

/// Where a recording came from: for people, not for the simulation.
struct Origin {
    std::string sim_version;
    std::string bullet_version;
    std::string libc_version;
    std::string device;                 ///< "mouse", "strokes file expert.csv"
    std::string force_source;           ///< "inferred", "mapped", "measured"
    std::int64_t started_at_unix_s = 0; ///< a label only; 0 = unknown
};

/// Hashes at the end of each second of simulated time (and at the very end).
struct SecondMark {
    std::uint64_t chain = 0;
    std::uint64_t state = 0;

    friend bool operator==(const SecondMark&, const SecondMark&) = default;
};

struct Ending {
    std::uint64_t chain = 0;
    std::uint64_t state = 0;
    double score_total = 0;
    std::vector<double> score_groups; ///< -1 = not measured; Group order
    bool passed = false;
    bool graded = true;      ///< false: practice, or time fell behind the wall clock
    double sim_per_wall = 1; ///< slowest second of the run
    double trust_error = 0;

    friend bool operator==(const Ending&, const Ending&) = default;
};

struct Recording {
    Origin origin;
    session::Setup setup;
    std::vector<session::InputFrame> frames;
    std::vector<std::uint16_t> step_marks; ///< low 16 bits of the chained hash after each step
    std::vector<SecondMark> seconds;
    Ending ending;

    [[nodiscard]] double duration_s() const { return static_cast<double>(frames.size()) * session::step_s; }
};

/// A recording with what its file says beside it.
struct Opened {
    Recording recording;
    std::uint32_t format = 0;
    std::optional<SignedBy> signed_by; ///< nullopt = unsigned; its `holds` says whether it is true
};

/// Throws RecordingError: not a recording, of a newer format, cut, edited; UserError: holds what this version
/// does not know. A forged signature is told, not thrown.
Opened open_recording(std::span<const std::uint8_t> bytes, const std::string& name);

/// The run alone, whoever signed it. Also throws when the file is missing, or too large to be a recording.
Recording read_recording(const std::filesystem::path& file);
Recording parse_recording(std::span<const std::uint8_t> bytes, const std::string& name);

/// A recording's file as it is, to be opened. Throws UserError.
std::vector<std::uint8_t> read_recording_bytes(const std::filesystem::path& file);

/// Throws what write_recording would throw for a folder that is missing or may not be written: asked before a
/// long run, not after it.
void check_recordable(const std::filesystem::path& file);

/// Writes beside the file and renames, so that a full disk or a kill leaves no half recording. Throws
/// UserError.
void write_recording(const std::filesystem::path& file, const Recording& recording);

/// In the newest format, unsigned.
std::vector<std::uint8_t> recording_bytes(const Recording& recording);

/// What this program would put into Origin of a new recording.
Origin make_origin(std::string device, std::string force_source);

} // namespace tactus::replay
