#include "engine/app/run/run_order.hpp"

#include "engine/app/session/lying_events.hpp"
#include "engine/app/stores/library.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/drills/ladder.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <unistd.h>
#include <utility>

namespace tactus::app {

namespace {

/// How a run was done, from what its spool says of it. It counts as practice whatever it was.
RunPolicy policy_of(const replay::Spool& spool) {
    const auto known = static_cast<std::uint8_t>(ui::Practice::wait);
    RunPolicy policy{.aided = spool.mode.aided,
                     .counts = false,
                     .feedback = spool.recording.setup.drill.feedback,
                     .interrupted = true,
                     .speed = spool.mode.speed,
                     .retry = spool.mode.retry,
                     .countdown = false};
    policy.practice = static_cast<ui::Practice>(std::min(spool.mode.practice, known));
    policy.ladder_step = spool.mode.ladder_step;
    return policy;
}

/// Names sort by time.
std::filesystem::path new_spool_file(const std::filesystem::path& data) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    return running_folder(data) / (std::to_string(ms) + "-" + std::to_string(getpid()) + ".spool");
}

} // namespace

RunOrder drill_order(const drills::Drill& drill, const client::Client& client, const RunPolicy& policy,
                     tissue::Setting setting) {
    const drills::Drill done =
        policy.practice == ui::Practice::ladder ? drills::looped(drill, policy.ladder_step) : drill;
    RunOrder order{.session = session_setup(done, client, setting), .policy = policy};
    order.session.drill.feedback = policy.feedback; // the recording says what there was
    return order;
}

RunOrder taken_up(InterruptedRun run, bool goes_on) {
    RunOrder order{.session = {}, .policy = policy_of(run.spool), .goes_on = goes_on};
    order.session = std::move(run.spool.recording.setup);
    order.frames = std::move(run.spool.recording.frames);
    if (order.session.drill.interview) {
        order.wordings = client::read_wordings(authoring::resource("assets/intake/wordings.toml"));
    }
    order.interrupted = std::move(run);
    return order;
}

render::Lying first_lying(const RunOrder& order) {
    // A recording, or a run that goes on, has its opening in its first step.
    return lying_of(order.frames.empty() ? order.opening : order.frames.front().events);
}

std::optional<Interruption> interruption_of(const RunOrder& order) {
    if (!order.interrupted) {
        return std::nullopt;
    }
    const replay::Origin& origin = order.interrupted->spool.recording.origin;
    return Interruption{
        .done_by = {.device = origin.device, .source = devices::force_source_named(origin.force_source)},
        .begun_unix_s = origin.started_at_unix_s,
        .goes_on = order.goes_on};
}

std::shared_ptr<RunSpool> spool_for(const RunOrder& order, const std::filesystem::path& data,
                                    const std::string& student) {
    const RunPolicy& policy = order.policy;
    if (policy.source != Source::live || !policy.graded || policy.idle) {
        return nullptr;
    }
    if (order.interrupted) {
        return std::make_shared<RunSpool>(order.interrupted->file, order.interrupted->spool.whole_bytes);
    }
    replay::Spool start{.student = student,
                        .mode = {.speed = policy.speed,
                                 .practice = static_cast<std::uint8_t>(policy.practice),
                                 .ladder_step = policy.ladder_step,
                                 .retry = policy.retry,
                                 .aided = policy.aided}};
    start.recording.origin = replay::make_origin({}, {});
    start.recording.origin.started_at_unix_s = std::time(nullptr);
    start.recording.setup = order.session;
    auto spool = std::make_shared<RunSpool>(new_spool_file(data), 0);
    spool->add(replay::spool_start(start));
    return spool;
}

} // namespace tactus::app
