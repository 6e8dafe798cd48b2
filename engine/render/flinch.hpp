#pragma once
/// How the body shows what the client feels: shoulders drawn up, the head turned away from the hand, a start.
/// Of the picture alone; the tissue under the hand has the muscle tone behind it.

#include "sim/session/snapshot.hpp"

#include <array>

namespace tactus::render {

class Flinch {
public:
    /// Follows the client to the moment of a snapshot, whose own clock it goes by; from an earlier one it
    /// begins anew.
    void follow(const session::Snapshot& now);

    /// Lays it over the joints of a snapshot: a few millimetres and degrees more than they have moved.
    void pose(session::Snapshot& shown) const;

    /// 0 at ease .. 1 as far as a body on a table draws away.
    [[nodiscard]] float drawn_up() const { return drawn_up_; }

private:
    void start_at(const session::Snapshot& now);

    double t_s_ = -1;
    std::size_t events_ = 0; ///< seen so far
    double started_s_ = -1e6;
    double jerks_until_s_ = -1e6;
    float drawn_up_ = 0;
    float away_ = 0; ///< of the head: 1 = to the client's right
};

} // namespace tactus::render
