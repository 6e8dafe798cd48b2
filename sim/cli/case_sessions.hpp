#pragma once
/// Scripted sessions with a client who has a condition: done right, done carelessly, and done so that it
/// harms (facts 5.5).

#include "sim/hands/stroke_file.hpp"
#include "sim/scoring/score.hpp"
#include "sim/session/session.hpp"

#include <string>
#include <vector>

namespace tactus::cli {

enum class Manner : std::uint8_t { right, careless, harmful };

inline constexpr int manner_count = 3;
std::string_view manner_name(Manner manner);

/// What a session is expected to end in.
struct CaseScript {
    session::Setup setup;            ///< a drill made for this client: talk, then work within the caps
    hands::StrokeTrack track;        ///< hands and events
    std::string critical;            ///< id of the finding that must come; "" = none
    std::vector<std::string> losses; ///< measures that must have lost marks
};

/// Pure; anatomy of the client.
CaseScript case_script(const client::Client& client, const scoring::Rubric& rubric,
                       const anatomy::Anatomy& anatomy, Manner manner);

/// Five columns of facts 5.5, 0-100, and their weighted sum.
struct CaseMarks {
    double intake = 0, caps = 0, adaptation = 0, technique = 0, communication = 0, total = 0;
};

CaseMarks case_marks_of(const scoring::Score& score, const client::CaseWeights& weights);

} // namespace tactus::cli
