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

    /// A mark on the body chart, in spine coordinates.
    struct PainMark {
        float u = 0;
        float v = 0;
        float points = 0; ///< 0..10, as the client puts it

        friend bool operator==(const PainMark&, const PainMark&) = default;
    };

    /// What the client answered when asked how it is.
    struct Reply {
        double t_s = 0;
        float force_n = 0; ///< of the hand that pressed more at that moment
        float points = 0;  ///< 0..10, as told

        friend bool operator==(const Reply&, const Reply&) = default;
    };

    std::vector<std::string> asked; ///< question ids in order
    std::vector<double> asked_s;    ///< when each was asked, seconds into the interview; 0 = not told
    std::optional<Urgency> decision;
    double decided_s = 0; ///< the same of the decision
    std::string wording;  ///< id of the sentence by which the client was told; "" = none
    std::string note;     ///< as written down
    std::vector<PainMark> pain_marks;
    std::vector<Reply> replies;
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
