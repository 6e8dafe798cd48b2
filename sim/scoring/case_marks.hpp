#pragma once
/// What was asked, decided and prepared, against what is right for the client (facts 5.5). Internal to
/// scoring.

#include "sim/scoring/group_marks.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::scoring {

/// This client must not be massaged at all: a run is marked for talk and decision, never for strokes. True
/// only where an interview was due or held.
bool hands_stay_off(const MarkedRun& run);

/// "on the side, pillows at knees and head", of "side_lying"; for sentences.
std::string position_words(std::string_view position);

/// A decision as it is told, in quotes; for sentences.
std::string decision_words(client::Urgency urgency);

/// The decision to treat or refer, and position and preparations against what is right for the client; only
/// where an interview was held.
std::vector<Mark> case_marks(const MarkedRun& run, Measures& measures);

/// How much was asked of what this case offers; only where an interview was held.
std::optional<Mark> asking_mark(const MarkedRun& run, Measures& measures);

/// How many of the questions "reflux or muscle?" were asked, of the eight of ten that suffice; only where the
/// drill has a press test, which belongs to them.
std::optional<Mark> matrix_mark(const MarkedRun& run, Measures& measures);

/// How the decision was told the client and written down; only where one was taken, and where the client's
/// record knows the sentences.
std::optional<Mark> closing_mark(const MarkedRun& run, Measures& measures);

} // namespace tactus::scoring
