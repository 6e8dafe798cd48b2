#pragma once
/// A carousel of clients: each is talked with for a short time, one card after the other.

#include "engine/ui/screens/carousel_screen.hpp"
#include "sim/client/client.hpp"
#include "sim/drills/drill.hpp"
#include "sim/scoring/score.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

class Carousel {
public:
    Carousel(const drills::Drill& drill, std::uint64_t lot);

    /// Whom the card under way is about; nullptr once all are done.
    [[nodiscard]] const std::string* client() const;

    /// "Card 2 of 6".
    [[nodiscard]] std::string title() const;

    /// The card under way is done: notes how, and turns to the next.
    void take(const client::Client& client, std::optional<client::Urgency> decided,
              const scoring::Score& score);

    [[nodiscard]] const std::vector<ui::CardRow>& rows() const { return rows_; }

    [[nodiscard]] const std::string& drill() const { return drill_; }

private:
    std::string drill_;
    std::vector<std::string> clients_;
    std::vector<ui::CardRow> rows_;
};

} // namespace tactus::app
