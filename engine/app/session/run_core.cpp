#include "engine/app/session/run_core.hpp"

#include "sim/records/result.hpp"
#include "sim/replay/frame_block.hpp"
#include "sim/replay/spool.hpp"

#include <algorithm>
#include <utility>

namespace tactus::app {

namespace {

constexpr std::uint64_t steps_a_force_point = 24;

session::Event lesson_event(session::EventKind kind, float value = 0) {
    session::Event event;
    event.kind = kind;
    event.value = value;
    return event;
}

} // namespace

RunCore::RunCore(const RunSetup& setup, std::shared_ptr<InputSource> input)
    : setup_(setup), session_(setup.session, setup.anatomy, setup.threads), input_(std::move(input)),
      practice_(setup.policy.practice, setup.session.drill) {
    if (setup_.policy.source == Source::live && setup_.policy.graded && setup_.policy.recorded) {
        recorder_.emplace(session_, replay::make_origin({}, {})); // known at the end
    }
}

void RunCore::step() {
    session::InputFrame frame = input_->next(session_.time_s());
    frame.events.insert(frame.events.end(), events_.begin(), events_.end());
    events_.clear();
    session_.step(frame);
    if (recorder_) {
        recorder_->add(frame, session_);
        put_down_second();
    }
    log_.note(session_.client_state());
    if (session_.steps() % steps_a_force_point == 0) {
        note_force();
    }
    if (auto event = practice_.watch(session_); event && !input_->catching_up()) {
        events_.push_back(std::move(*event)); // what there was before an interruption has its events
    }
}

void RunCore::put_down_second() {
    const replay::Recording& recording = recorder_->so_far();
    if (!setup_.spool || recording.frames.size() % replay::frames_a_block != 0 ||
        recording.frames.size() <= setup_.spooled_frames) {
        return;
    }
    const ForceOrigin origin = input_->origin();
    setup_.spool->add(replay::spool_second(
        recording,
        {.device = origin.device, .force_source = std::string(devices::force_source_name(origin.source))}));
}

void RunCore::note_force() {
    const strokes::ContactTrace& trace = session_.trace();
    if (trace.samples.empty() || (!force_.empty() && trace.samples.back().t_s <= force_.back().t_s)) {
        return;
    }
    const strokes::TraceSample& sample = trace.samples.back();
    ui::ForcePoint point{.t_s = static_cast<float>(sample.t_s)};
    for (const strokes::HandSample& hand : sample.hands) {
        point.force_n = std::max(point.force_n, hand.touching ? hand.force_n : 0);
    }
    const auto step = static_cast<std::size_t>(
        std::clamp(sample.step, 0, static_cast<int>(setup_.session.drill.steps.size()) - 1));
    if (const auto& band = setup_.session.drill.steps[step].task.force_n) {
        point.low_n = band->low;
        point.high_n = band->high;
    }
    force_.push_back(point);
}

void RunCore::advance_to(double t_s) {
    while (!finished() && session_.time_s() < t_s) {
        step();
    }
}

void RunCore::stop() {
    stopped_ = !finished();
    events_.push_back(lesson_event(session::EventKind::stop));
}

void RunCore::set_paused(bool paused) {
    events_.push_back(lesson_event(session::EventKind::pause, paused ? 1.0F : 0.0F));
    step();
}

bool RunCore::finished() const { return session_.finished() || input_->exhausted(); }

RunOutcome RunCore::outcome(double sim_per_wall) const {
    const physiology::ClientState& client = session_.client_state();
    const bool kept_pace = sim_per_wall >= graded_pace;
    const bool given_up = stopped_ && setup_.policy.retry; // who gives up an exam has failed it
    const bool interrupted = setup_.policy.interrupted || stood_still_;
    RunOutcome outcome{.score = session_.score(),
                       .recording = std::nullopt,
                       .force = force_,
                       .log = log_,
                       .duration_s = session_.time_s(),
                       .pain_peak = client.discomfort_peak,
                       .tension_before = client.tension_start,
                       .tension_after = client.tension_now,
                       .graded = setup_.policy.graded && setup_.policy.counts && kept_pace && !given_up &&
                                 !interrupted,
                       .ended_early = stopped_,
                       .interrupted = interrupted,
                       .thumb_resolved = session_.resolved_thumb(),
                       .sim_per_wall = sim_per_wall,
                       .origin = input_->origin(),
                       .trace = std::nullopt,
                       .practice = practice_.status()};
    if (session::SkinSnapshot later = session_.skin_after(looked_at_again_s); !later.bruise.empty()) {
        outcome.skin_later = std::move(later);
    }
    if (recorder_ || setup_.policy.source == Source::recording) {
        outcome.trace = replay::trace_run(session_);
    }
    if (recorder_) {
        outcome.recording = recorder_->finish(session_, outcome.graded, sim_per_wall);
        outcome.recording->origin.device = outcome.origin.device;
        outcome.recording->origin.started_at_unix_s = setup_.begun_unix_s;
        outcome.recording->origin.force_source = devices::force_source_name(outcome.origin.source);
        outcome.result_json =
            records::result_json(records::result_of(session_, outcome.recording->origin.force_source));
    }
    return outcome;
}

} // namespace tactus::app
