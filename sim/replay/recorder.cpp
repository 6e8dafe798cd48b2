#include "sim/replay/recorder.hpp"

#include "sim/replay/frame_block.hpp"

namespace tactus::replay {
namespace {

Ending ending_of(const session::Session& session) {
    const scoring::Score score = session.score();
    Ending ending{.chain = session.chain_hash(),
                  .state = session.state_digest(),
                  .score_total = score.total,
                  .passed = score.passed,
                  .trust_error = session.worst_trust_error()};
    for (const std::optional<double>& group : score.groups) {
        ending.score_groups.push_back(group.value_or(-1));
    }
    return ending;
}

} // namespace

Recorder::Recorder(const session::Session& session, Origin origin) {
    recording_.origin = std::move(origin);
    recording_.setup = session.setup();
}

void Recorder::add(const session::InputFrame& frame, const session::Session& session) {
    if (recording_.frames.size() % frames_a_block == 0) {
        recording_.seconds.emplace_back();
    }
    recording_.frames.push_back(frame);
    recording_.step_marks.push_back(static_cast<std::uint16_t>(session.chain_hash()));
    if (recording_.frames.size() % frames_a_block == 0) {
        recording_.seconds.back() = {.chain = session.chain_hash(), .state = session.state_digest()};
    }
}

Recording Recorder::finish(const session::Session& session, bool graded, double sim_per_wall) const {
    Recording recording = recording_;
    recording.ending = ending_of(session);
    recording.ending.graded = graded;
    recording.ending.sim_per_wall = sim_per_wall;
    if (recording.frames.size() % frames_a_block != 0) {
        recording.seconds.back() = {.chain = recording.ending.chain, .state = recording.ending.state};
    }
    return recording;
}

} // namespace tactus::replay
