#pragma once
/// A run that was asked for: all that is decided of it before its client lies there.

#include "engine/app/run/compare_page.hpp"
#include "engine/app/run/interrupted_runs.hpp"
#include "engine/app/run/run_screen.hpp"
#include "engine/app/session/run_policy.hpp"
#include "sim/session/session.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

struct RunOrder {
    session::Setup session;
    RunPolicy policy;
    std::vector<session::InputFrame> frames;   ///< of a recording, or of what there was of the run
    std::optional<InterruptedRun> interrupted; ///< it goes on with that, without its frames
    bool goes_on = true;                       ///< false: the interrupted run ends where it was
    std::vector<session::Event> opening;       ///< of the talk before it
    std::vector<client::Wording> wordings;     ///< for a decision during it
    double from_s = 0;                         ///< a recording opens here
    std::vector<replay::Moment> moments;       ///< of the recording, where they are known
    std::shared_ptr<const Beside> beside;      ///< the run that it is compared with; may be null
    std::optional<ReplayLook> look;            ///< as the replay before was looked at
};

/// A drill, or the rung of it that the policy practises, done anew. Throws UserError when its rubric cannot
/// be read.
RunOrder drill_order(const drills::Drill& drill, const client::Client& client, const RunPolicy& policy,
                     tissue::Setting setting);

/// A run in the middle of which the program ended, taken up again; goes_on: false = it ends where it was.
/// Throws UserError when the wordings of a talk cannot be read.
RunOrder taken_up(InterruptedRun run, bool goes_on);

/// How the client lies when it begins. Pure.
render::Lying first_lying(const RunOrder& order);

/// What the run screen is told of a run that is taken up; nullopt of any other. Pure.
std::optional<Interruption> interruption_of(const RunOrder& order);

/// Where the run is put down while it goes on: of runs that are recorded, but for those of visitors of a
/// stand, who are nobody. data: the folder of the records; student: name, "" = guest.
std::shared_ptr<RunSpool> spool_for(const RunOrder& order, const std::filesystem::path& data,
                                    const std::string& student);

} // namespace tactus::app
