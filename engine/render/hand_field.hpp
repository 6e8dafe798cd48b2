#pragma once
/// The skin over the capsules of a hand, as the picture has it.

#include "engine/render/hand_digits.hpp"
#include "engine/render/hand_shape.hpp"
#include "sim/session/snapshot.hpp"

#include <array>
#include <vector>

namespace tactus::render {

/// The skin of a hand as a signed distance: a palm of blended bones, webs between the fingers, tendons and
/// knuckles that only the picture has; fingers that join the palm but not each other; and, where the arm
/// presses, the upper arm that it hangs on.
class HandField {
public:
    explicit HandField(const session::HandSnapshot& hand);

    /// Metres, negative inside. Pure.
    float operator()(Vec3 point) const;

    /// Corners of a box that holds all that is drawn.
    [[nodiscard]] std::array<Vec3, 2> box() const;

    [[nodiscard]] const std::array<Digit, digit_count>& digits() const { return digits_; }

private:
    /// A capsule with the width of its smooth union.
    struct Lobe {
        contact::Capsule capsule;
        float blend_m;
    };

    void add_wrist(const session::HandSnapshot& hand);
    void add_webs(const session::HandSnapshot& hand);
    void add_back(const session::HandSnapshot& hand);
    void add_elbow(const session::HandSnapshot& hand);
    [[nodiscard]] float finger(const Digit& digit, Vec3 point) const;

    std::vector<Lobe> palm_;
    std::array<Digit, digit_count> digits_;
    Cuff cuff_;      ///< the bare skin is cut inside it
    bool whole_arm_; ///< the arm presses, and its upper arm is seen
    contact::Capsule upper_arm_;
};

} // namespace tactus::render
