#pragma once
/// The bone nearest to a place, found quickly: each cell of a lattice knows the few bones that its places
/// have to be held against.

#include "sim/anatomy/bones.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tactus::render {

class NearBones {
public:
    struct Nearest {
        float distance_m;          ///< negative inside
        const anatomy::Bone* bone; ///< null when none lies within the reach; then distance_m is the reach
    };

    /// Of several skeletons, which outlive this. reach_m: bones farther away than this are not looked for.
    NearBones(std::span<const anatomy::Bones* const> skeletons, float reach_m);

    /// Any thread.
    [[nodiscard]] Nearest at(Vec3 place) const;

private:
    struct Candidate {
        const anatomy::Bone* bone;
        anatomy::BoneBox box;
    };

    [[nodiscard]] std::size_t cell_at(const std::array<int, 3>& cell) const;
    void put(std::uint16_t candidate, std::vector<std::vector<std::uint16_t>>& cells) const;

    std::vector<Candidate> bones_;
    std::vector<std::uint16_t> near_;   ///< the bones of one cell after the other's, the nearest first
    std::vector<std::uint32_t> begins_; ///< of each cell among them, and the end of the last
    Vec3 low_ = Vec3(0);
    std::array<int, 3> cells_{};
    float reach_m_;
};

} // namespace tactus::render
