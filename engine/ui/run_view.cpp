#include "engine/ui/run_view.hpp"

#include "sim/contact/contact_data.hpp"

#include <algorithm>

namespace tactus::ui {

const drills::Step& RunView::step() const {
    const int last = static_cast<int>(drill.steps.size()) - 1;
    return drill.steps[static_cast<std::size_t>(std::clamp(now.progress.step, 0, last))];
}

const scoring::Task& RunView::task() const { return step().task; }

const session::HandSnapshot* RunView::leading_hand() const {
    const session::HandSnapshot* hardest = nullptr;
    for (const session::HandSnapshot& hand : now.hands) {
        if (hand.force_n < contact::grazing_force_n.f()) {
            continue;
        }
        if (hand.touching && hand.held.part == contact::Hold::occiput) {
            return &hand; // the other one braces the shoulder
        }
        if (hand.touching && (hardest == nullptr || hand.force_n > hardest->force_n)) {
            hardest = &hand;
        }
    }
    return hardest;
}

const anatomy::TriggerPoint* RunView::target_point() const {
    const auto found = std::ranges::find_if(anatomy.trigger_points, [&](const anatomy::TriggerPoint& point) {
        return task().trigger_point == point.id;
    });
    return found == anatomy.trigger_points.end() ? nullptr : &*found;
}

std::optional<scoring::HoldPlace> RunView::target_place() const {
    if (const anatomy::TriggerPoint* point = target_point()) {
        return scoring::HoldPlace{point->u, point->v, 0};
    }
    return task().trigger_point ? std::nullopt : task().place;
}

} // namespace tactus::ui
