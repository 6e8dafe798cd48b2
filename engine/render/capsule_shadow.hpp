#pragma once
/// Light that a hand of capsules keeps from the skin under it.

#include "sim/contact/tool.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace tactus::render {

/// Places of skin that lie together and what light is left to them, an array a coordinate: several places are
/// worked out at once.
struct ShadedPatch {
    static constexpr std::size_t most = 64;
    using Values = std::array<float, most>;

    std::size_t count = 0;
    Values x, y, z;
    Values normal_x, normal_y, normal_z;
    Values sky, key; ///< shares that pass the hand, 0..1

    void add(Vec3 place, Vec3 normal);
};

/// One thread at a time. Keeps its memory from hand to hand.
class CapsuleShadow {
public:
    /// key_m: where the key light is, as the skin sees it.
    explicit CapsuleShadow(Vec3 key_m) : key_m_(key_m) {}

    /// From now on that hand throws the shadow.
    void set_hand(std::span<const contact::Capsule> capsules);

    /// False where the hand is too far to matter: a row of the skin at that z, or a place of it at that x.
    [[nodiscard]] bool reaches_row(float z_m) const { return z_m > low_.z && z_m < high_.z; }

    [[nodiscard]] bool reaches_column(float x_m) const { return x_m > low_.x && x_m < high_.x; }

    /// From now on `darken` is asked within that distance of a place only. False where no capsule matters
    /// there.
    bool look_around(Vec3 place, float radius_m);

    /// Works out sky and key of a patch.
    void darken(ShadedPatch& patch) const;

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

    /// The way from each place of a patch to the key light.
    struct KeyWays {
        ShadedPatch::Values x, y, z;
    };

    static void darken_sky(const Caster& of, ShadedPatch& patch);
    static void darken_key(const Caster& of, const KeyWays& to_key, ShadedPatch& patch);

    Vec3 key_m_;
    std::vector<Caster> casters_;
    std::vector<Caster> sky_casters_; ///< of them, those that matter where `darken` is asked
    std::vector<Caster> key_casters_;
    Vec3 low_ = Vec3(0); ///< box of the places that are reached
    Vec3 high_ = Vec3(0);
};

} // namespace tactus::render
