#pragma once
/// Whether a grade stands: the recording's bytes, its signature, the row that the records keep of it, and the
/// run itself, run again. What is found first is named and the rest is not looked at.

#include "sim/records/attempt.hpp"
#include "sim/records/known_stations.hpp"
#include "sim/replay/signature.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tactus::records {

/// In the order in which they are looked for; the last three are sound.
enum class Verdict : std::uint8_t {
    missing,          ///< the records keep no recording of the attempt
    not_a_recording,  ///< other bytes
    newer_format,     ///< of a format that this program does not read
    truncated,        ///< it ends too early
    edited,           ///< the bytes are not those that were sealed
    forged_signature, ///< the signature is not that of the station it names
    unreadable,       ///< sealed, but holds what this version does not know
    other_build,      ///< made with another sim_version, so not run: needs tactus-verify-VERSION
    edited_row,       ///< the records say something else than the recording or the run
    diverges,         ///< the run, run again, gives other bits or another score
    foreign_station,  ///< all agrees, signed by a station that is not known here
    unsigned_run,     ///< all agrees, nobody signed
    verified          ///< all agrees, signed by a known station
};

inline constexpr std::size_t verdict_count = 13;
std::string_view verdict_name(Verdict verdict); ///< "forged signature"

struct Audit {
    Verdict verdict = Verdict::verified;
    std::string finding; ///< one sentence on what differs, what to do; "" = nothing to say
    std::optional<replay::SignedBy> signer;
    std::string known_as;  ///< the signer's name in the list of known stations; "" = not known
    double duration_s = 0; ///< of the run; 0 = not read
    bool rerun = false;    ///< the run was run again
};

struct AuditSettings {
    std::span<const KnownStation> known;
    int threads = 1;
};

/// bytes: the recording's file. row: what the records say of it; nullptr = nothing to compare. name: what
/// sentences call it. Takes as long as the run takes to simulate. Any thread; throws nothing that the bytes
/// could cause.
Audit audit(std::span<const std::uint8_t> bytes, const Attempt* row, const std::string& name,
            const AuditSettings& settings);

/// What a row says otherwise than the one that its recording makes: "score is 95, recorded 78.25"; "" =
/// nothing. Leaves out what no recording tells: student, grade, why it is practice.
std::string row_difference(const Attempt& row, const Attempt& recorded);

} // namespace tactus::records
