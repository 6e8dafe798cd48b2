#pragma once
/// A finished run: how it was done, what is left of it, where it was kept; and what the records and the card
/// shall say of that.

#include "engine/app/session/run_core.hpp"
#include "sim/records/attempt.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace tactus::app {

struct FinishedRun {
    RunOutcome outcome;
    RunPolicy policy;
    drills::Drill drill;
    client::Client client;
    std::optional<double> best; ///< before it, at the drill
    std::string saved;          ///< where, or why not
    std::filesystem::path file; ///< the recording; empty when it could not be kept
    std::string change;         ///< what follows from it: of the feedback, or of an exam; empty = nothing
    records::Attempt attempt;   ///< as it was kept; without an id when it could not be
};

/// For the records. student: name, "" = guest. Pure.
records::RunFacts facts_of(const FinishedRun& run, const std::string& student);

/// Force and score on standard output, a line each, for who reads the screen by other means and for tests.
void tell_result(const FinishedRun& run);

/// One sentence for the card: why it is no more than practice, what follows from it, or what could not be
/// resolved; may be empty. aids_allowed: the station grades an aided press. Pure.
std::string note_of(const FinishedRun& run, bool aids_allowed);

} // namespace tactus::app
