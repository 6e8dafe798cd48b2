#pragma once
/// What lies around the run in a recording's file, which is all that formats have changed so far:
///
///     format 1   magic  format  deprecation                 run  digest
///     format 2   magic  format  deprecation  size of run    run  digest  tail
///
/// The digest covers everything before it. The tail holds blocks, each with its tag and size: so far one, the
/// station's signature. How the next format differs goes into a file format_3.cpp, with a row in
/// envelope.cpp.

#include "sim/replay/seal.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tactus::replay {

inline constexpr std::uint32_t newest_format = 2;

/// A file says the lowest one of a reader that may open it: a format beyond newest_format with this
/// deprecation number is laid out as the newest, with further blocks in its tail that may be skipped.
inline constexpr std::uint32_t deprecation_number = 1;

inline constexpr std::size_t head_bytes = 16; ///< magic, format, deprecation number

/// The parts of a file; views into its bytes.
struct Envelope {
    std::uint32_t format = 0;
    std::span<const std::uint8_t> run;    ///< what run_bytes.hpp reads
    std::span<const std::uint8_t> sealed; ///< what the digest covers
    std::span<const std::uint8_t> digest;
    std::span<const std::uint8_t> tail; ///< blocks; empty in format 1
};

/// Splits a file and checks its digest. `name`: what errors call it. Throws RecordingError.
Envelope open_envelope(std::span<const std::uint8_t> bytes, const std::string& name);

/// The newest format's file around a run, with an empty tail.
std::vector<std::uint8_t> sealed_in_envelope(std::span<const std::uint8_t> run);

/// How one format lays its parts after the head.
struct Format {
    std::uint32_t number;
    /// Throws RecordingError: cut. The digest is not checked yet.
    Envelope (*split)(std::span<const std::uint8_t> bytes, const std::string& name);
    /// When the digest does not match: whether the file was cut and not edited.
    bool (*looks_cut)(const Envelope& envelope);
};

extern const Format format_1;
extern const Format format_2;

} // namespace tactus::replay
