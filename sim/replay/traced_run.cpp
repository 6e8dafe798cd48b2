#include "sim/replay/traced_run.hpp"

#include "sim/replay/recorder.hpp"
#include "sim/session/track_input.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tactus::replay {

struct TracedRun::State {
    Recording played; ///< empty for strokes
    hands::StrokeTrack strokes;
    session::Session session;
    std::optional<session::TrackInput> input; ///< of the strokes
    std::optional<Recorder> recorder;
    std::size_t place = 0; ///< frames played

    State(Recording recording, int threads) : played(std::move(recording)), session(played.setup, threads) {}

    State(const session::Setup& setup, hands::StrokeTrack track, std::string device, int threads)
        : strokes(std::move(track)), session(setup, threads), input(std::in_place, strokes),
          recorder(std::in_place, session, make_origin(std::move(device), "inferred")) {}
};

TracedRun::TracedRun(Recording recording, int threads)
    : state_(std::make_unique<State>(std::move(recording), threads)) {}

TracedRun::TracedRun(const session::Setup& setup, hands::StrokeTrack strokes, std::string device, int threads)
    : state_(std::make_unique<State>(setup, std::move(strokes), std::move(device), threads)) {}

TracedRun::~TracedRun() = default;

bool TracedRun::finished() const {
    const session::Session& session = state_->session;
    return session.finished() || (!state_->input && state_->place >= state_->played.frames.size());
}

void TracedRun::step() {
    if (finished()) {
        return;
    }
    session::Session& session = state_->session;
    if (!state_->input) {
        session.step(state_->played.frames[state_->place++]);
        return;
    }
    const session::InputFrame frame = state_->input->frame(session.steps());
    session.step(frame);
    state_->recorder->add(frame, session);
}

double TracedRun::progress() const {
    const session::Session& session = state_->session;
    const double whole_s = state_->input ? session.setup().drill.duration_s() : state_->played.duration_s();
    const double done_s = static_cast<double>(session.steps()) * session::step_s;
    return whole_s > 0 ? std::clamp(done_s / whole_s, 0.0, 1.0) : 1;
}

RunTrace TracedRun::trace() const { return trace_run(state_->session); }

Recording TracedRun::recording() const {
    return state_->recorder ? state_->recorder->finish(state_->session, false, 1.0) : state_->played;
}

} // namespace tactus::replay
