#include "engine/app/pages/carousel.hpp"

#include "sim/drills/carousel.hpp"

#include <algorithm>

namespace tactus::app {

Carousel::Carousel(const drills::Drill& drill, std::uint64_t lot)
    : drill_(drill.id), clients_(drills::drawn_clients(drill, lot)) {}

const std::string* Carousel::client() const {
    return rows_.size() < clients_.size() ? &clients_[rows_.size()] : nullptr;
}

std::string Carousel::title() const {
    return "Card " + std::to_string(std::min(rows_.size() + 1, clients_.size())) + " of " +
           std::to_string(clients_.size());
}

void Carousel::take(const client::Client& client, std::optional<client::Urgency> decided,
                    const scoring::Score& score) {
    rows_.push_back({.client = client.name,
                     .condition = client.condition.name,
                     .decided = decided,
                     .right = client.condition.decision.urgency,
                     .marks = score.total,
                     .failed = !score.critical.empty(),
                     .next_time = score.next_time});
}

} // namespace tactus::app
