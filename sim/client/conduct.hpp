#pragma once
/// What the therapist asked, chose, prepared and did beside the strokes.

#include "sim/client/urgency.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tactus::client {

struct Conduct {
    /// Something done at a moment of the session.
    struct Done {
        std::string action; ///< of client::actions()
        double t_s = 0;

        friend bool operator==(const Done&, const Done&) = default;
    };

    std::vector<std::string> asked; ///< question ids in order
    std::optional<Urgency> decision;
    std::string position = "prone"; ///< of client::positions()
    std::vector<std::string> prepared;
    std::vector<Done> done;
    std::vector<std::string> ingredients; ///< INCI names of all products taken
    bool banned_product = false;          ///< one of them holds what this client does not bear

    /// An interview was held at all: a drill without one is not marked for it.
    [[nodiscard]] bool interviewed() const { return !asked.empty() || decision.has_value(); }

    friend bool operator==(const Conduct&, const Conduct&) = default;
};

} // namespace tactus::client
