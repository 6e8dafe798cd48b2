#pragma once
/// The outcome of a run as one value, and as the JSON that other programs read (architecture.md, Interfaces).

#include "sim/scoring/score.hpp"
#include "sim/session/session.hpp"
#include "sim/strokes/recognition.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tactus::records {

struct Result {
    std::string drill;
    std::string client;
    double duration_s = 0;
    scoring::Score score;
    std::vector<strokes::Recognised> techniques; ///< what the hands were seen to do, in order
    physiology::ClientState client_state;
    double trust_error = 0; ///< 95th percentile over loaded steps
    bool trusted = true;    ///< trust_error <= 0.10
    bool thumb_resolved = true;
    bool thumb_used = false;
    std::string setting;
    std::uint64_t state_hash = 0; ///< digest of the full state at the end
    std::uint64_t chain_hash = 0;
    std::string sim_version;
    std::string force_source;
};

/// A hash as it is printed everywhere: sixteen hexadecimal digits.
std::string hash_text(std::uint64_t hash);

/// Of a run as it stands.
Result result_of(const session::Session& session, std::string force_source);

/// One JSON object, pretty-printed, with the keys of architecture.md.
std::string result_json(const Result& result);

/// The same for people, a few lines.
std::string result_text(const Result& result);

} // namespace tactus::records
