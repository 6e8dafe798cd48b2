#pragma once
/// A simulated student's answer to what the client's body does of itself. Internal to cli.

#include "sim/drills/technique.hpp"
#include "sim/session/session.hpp"

#include <cstddef>
#include <vector>

namespace tactus::cli {

/// Watches a run and takes the hands away, acts and calls as the signs ask: good students within two seconds,
/// middling ones late, poor ones not at all.
class AttentiveStudent {
public:
    explicit AttentiveStudent(drills::Quality quality);

    /// Before each step: changes what the hands were about to do, adds what the student does.
    void answer(const session::Session& session, session::InputFrame& frame);

private:
    struct Due {
        double t_s;
        std::string action; ///< of client::actions()
    };

    void notice(const client::BodyEvent& event, const client::BodyEventRule& rule);

    double delay_s_; ///< from a sign to the first answer; -1 = never
    std::size_t noticed_ = 0;
    std::vector<Due> due_;
    double hands_off_from_s_ = -1;
    double hands_off_until_s_ = -1;
};

} // namespace tactus::cli
