#include "sim/drills/step_edits.hpp"

#include "sim/strokes/recognition.hpp"

#include <algorithm>
#include <utility>

namespace tactus::drills {

using scoring::Band;

Step new_step(Beginning beginning) {
    Step step{.name = "Long strokes",
              .instruction = "Stroke from the waist toward the head, 20 to 45 N.",
              .duration_s = 60,
              .task = {},
              .feedback = std::nullopt};
    scoring::Task& task = step.task;
    switch (beginning) {
    case Beginning::strokes: // facts 10, D02
        task.force_n = Band{20, 45};
        task.return_force_n = Band{0.5F, 6};
        task.speed_m_s = Band{0.10F, 0.16F};
        task.direction = scoring::Direction::cephalad;
        task.zone = scoring::Zone{.u_low = 0.12F, .u_high = 0.40F, .v_low = 0, .v_high = 1};
        task.tools = {contact::ToolKind::palm};
        return step;
    case Beginning::point: // facts 10, D12
        step.name = "Hold a point";
        step.instruction = "Sink in slowly, hold until it eases, leave slowly.";
        step.duration_s = 45;
        task.force_n = Band{14, 24};
        task.place = scoring::HoldPlace{.u = 0.2F, .v = 0.5F};
        task.hold_s = 20;
        task.hold_max_s = 40;
        task.ramp_limit_n_s = 15;
        task.tools = {contact::ToolKind::thumb};
        return step;
    case Beginning::beats: // facts 10, D04
        step.name = "Knead";
        step.instruction = "Knead with both palms in turn, an even beat.";
        task.force_n = Band{10, 40};
        task.beat_hz = Band{0.5F, 1};
        task.zone = scoring::Zone{.u_low = 0.25F, .u_high = 0.50F, .v_low = 0.1F, .v_high = 0.5F};
        task.techniques = {"kneading"};
        task.tools = {contact::ToolKind::palm};
        return step;
    }
    return step;
}

std::vector<std::string_view> step_techniques() { return strokes::recognised_techniques(); }

Drill new_drill(std::string id, std::string client) {
    Drill drill{.id = std::move(id),
                .catalogue = {},
                .name = "New drill",
                .technique = "Swedish",
                .brief = "What the student is to learn, in a sentence or two.",
                .client = std::move(client),
                .clients = {},
                .weights = {25, 25, 20, 15, 10, 5},
                .steps = {}};
    drill.steps.push_back(new_step(Beginning::strokes));
    return drill;
}

Drill copied(Drill drill, std::string id) {
    drill.id = std::move(id);
    drill.catalogue.clear();
    drill.name += ", copy";
    drill.kiosk = false; // a stand shows one drill, the shipped one
    return drill;
}

std::size_t add_step(Drill& drill, std::size_t step, Step added) {
    const std::size_t at = drill.steps.empty() ? 0 : std::min(step + 1, drill.steps.size());
    drill.steps.insert(drill.steps.begin() + static_cast<std::ptrdiff_t>(at), std::move(added));
    return at;
}

std::size_t copy_step(Drill& drill, std::size_t step) {
    return step < drill.steps.size() ? add_step(drill, step, drill.steps[step]) : step;
}

std::size_t remove_step(Drill& drill, std::size_t step) {
    if (drill.steps.size() > 1 && step < drill.steps.size()) {
        drill.steps.erase(drill.steps.begin() + static_cast<std::ptrdiff_t>(step));
    }
    return std::min(step, drill.steps.size() - 1);
}

std::size_t move_step(Drill& drill, std::size_t step, int by) {
    const auto last = static_cast<std::ptrdiff_t>(drill.steps.size()) - 1;
    const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
        static_cast<std::ptrdiff_t>(step) + by, 0, std::max<std::ptrdiff_t>(last, 0)));
    if (step < drill.steps.size() && to != step) {
        std::swap(drill.steps[step], drill.steps[to]);
    }
    return to;
}

} // namespace tactus::drills
