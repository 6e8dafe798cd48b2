#pragma once
/// Light that a hand of capsules keeps from the skin under it.

#include "sim/contact/tool.hpp"

#include <span>
#include <vector>

namespace tactus::render {

class CapsuleShadow {
public:
    explicit CapsuleShadow(std::span<const contact::Capsule> capsules);

    /// Shares that pass the hand, 0..1.
    struct Open {
        float sky;
        float key;
    };

    /// False where the hand is too far to matter: a row of the skin at that z, or a place.
    [[nodiscard]] bool reaches_row(float z_m) const;
    [[nodiscard]] bool reaches(Vec3 place) const;

    /// From now on `at` is asked within that distance of a place only. False where no capsule matters there.
    bool look_around(Vec3 place, float radius_m);

    [[nodiscard]] Open at(Vec3 place, Vec3 normal) const;

private:
    /// A capsule with what every place asks of it.
    struct Caster {
        Vec3 a;
        Vec3 axis;
        Vec3 middle;
        float inverse_squared_length;
        float squared_length;
        float radius_a_m;
        float radius_step_m; ///< from a to b
        float sky_reach_m;   ///< of its middle: places beyond it see all of the sky
        float half_reach_m;  ///< of its middle: its half length and its radius
    };

    static float sky_past(const Caster& caster, Vec3 place, Vec3 normal);
    static float key_past(const Caster& caster, Vec3 place, Vec3 to_key);

    std::vector<Caster> casters_; ///< thick ones first: they soon leave nothing to take
    std::vector<Caster> near_;    ///< of them, those that matter where `at` is asked
    Vec3 low_;                    ///< box of the places that are reached
    Vec3 high_;
};

} // namespace tactus::render
