#pragma once
/// A run without a clock: session, input, recorder and what the result card draws. Used by the session
/// thread, by pictures and by tests alike.

#include "engine/app/hands/force_origin.hpp"
#include "engine/app/hands/input_source.hpp"
#include "engine/app/session/practice_course.hpp"
#include "engine/app/session/run_policy.hpp"
#include "engine/app/session/run_spool.hpp"
#include "engine/ui/client_log.hpp"
#include "engine/ui/widgets/force_graph.hpp"
#include "sim/replay/recorder.hpp"
#include "sim/replay/run_trace.hpp"
#include "sim/session/session.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace tactus::app {

/// Everything that a run starts from.
struct RunSetup {
    session::Setup session;
    std::shared_ptr<const anatomy::Anatomy> anatomy;
    RunPolicy policy;
    int threads = 1;
    std::int64_t begun_unix_s = 0;   ///< the day on the recording's label; 0 = unknown
    std::shared_ptr<RunSpool> spool; ///< takes the seconds of a recorded run; may be null
    std::size_t spooled_frames = 0;  ///< it has so many of them already
};

/// What is left of a run.
struct RunOutcome {
    scoring::Score score;
    std::optional<replay::Recording> recording; ///< of drills done by a device
    std::string result_json;                    ///< records::result_json, when there is a recording
    std::vector<ui::ForcePoint> force;          ///< ten a second
    ui::ClientLog log;                          ///< what the client answered, and why
    double duration_s = 0;
    float pain_peak = 0;
    float tension_before = 0;
    float tension_after = 0;
    bool graded = false;
    bool ended_early = false; ///< by the student
    bool interrupted = false; ///< the program ended in the middle of it, or the computer stood still
    bool thumb_resolved = true;
    double sim_per_wall = 1;
    ForceOrigin origin;                              ///< by what the hands were moved
    std::optional<replay::RunTrace> trace;           ///< of a run that a person did, now or earlier
    ui::PracticeStatus practice;                     ///< as it stood at the end
    std::optional<session::SkinSnapshot> skin_later; ///< an hour after; nullopt = no bruise shows by then
};

class RunCore {
public:
    /// Builds the session (about a second).
    RunCore(const RunSetup& setup, std::shared_ptr<InputSource> input);

    /// One step of 1/240 s with the source's next frame and the events given.
    void step();

    /// Steps until `t_s` of scored time, or the end.
    void advance_to(double t_s);

    /// The student ends the run early, which makes practice of one that may be done again; takes effect at
    /// the next step.
    void stop();

    /// Enters the pause into the recording; the caller stops stepping meanwhile.
    void set_paused(bool paused);

    /// The computer stood still in the middle of the run, which makes practice of it.
    void note_standstill() { stood_still_ = true; }

    [[nodiscard]] bool finished() const;

    /// True while what is stepped is what there was before the run was interrupted.
    [[nodiscard]] bool catching_up() const { return input_->catching_up(); }

    [[nodiscard]] const session::Session& session() const { return session_; }

    [[nodiscard]] const ui::PracticeStatus& practice() const { return practice_.status(); }

    /// sim_per_wall: slowest second of the run; below 0.98 it is not graded.
    [[nodiscard]] RunOutcome outcome(double sim_per_wall) const;

private:
    void note_force();
    void put_down_second();

    RunSetup setup_;
    session::Session session_;
    std::shared_ptr<InputSource> input_;
    PracticeCourse practice_;
    std::optional<replay::Recorder> recorder_;
    std::vector<session::Event> events_;
    bool stopped_ = false;
    bool stood_still_ = false;
    std::vector<ui::ForcePoint> force_;
    ui::ClientLog log_;
};

/// When a bruise is out, and the skin is looked at again (facts 5.4, ACG).
inline constexpr double looked_at_again_s = 3600;

/// Below this share of real time over a second a run is practice (architecture.md, Time).
inline constexpr double graded_pace = 0.98;

} // namespace tactus::app
