#include "engine/app/session/live_summary.hpp"

#include <cmath>

namespace tactus::app {

namespace {

std::string alarm_of(const physiology::ClientState& client) {
    if (client.broken) {
        return "a bone gave";
    }
    return client.discomfort >= alarm_discomfort ? "pain " + std::to_string(std::lround(client.discomfort))
                                                 : std::string();
}

} // namespace

school::Live live_of_run(const std::string& student, const drills::Drill& drill, const session::Snapshot& now,
                         bool paused) {
    const auto marks = [&](scoring::Group group) { return now.live_score[static_cast<std::size_t>(group)]; };
    return {.student = student,
            .drill = drill.name,
            .state = paused ? "paused" : "",
            .step = now.progress.step + 1,
            .steps = static_cast<int>(drill.steps.size()),
            .pressure = marks(scoring::Group::pressure),
            .flow = marks(scoring::Group::flow),
            .targeting = marks(scoring::Group::targeting),
            .alarm = alarm_of(now.client)};
}

school::Live live_of_result(const std::string& student, const drills::Drill& drill, double score,
                            const std::string& grade) {
    school::Live live{.student = student, .drill = drill.name};
    live.state = "done: " + std::to_string(std::lround(score)) + (grade.empty() ? "" : ", " + grade);
    return live;
}

} // namespace tactus::app
