#include "engine/render/near_bones.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

constexpr float bone_cell_m = 0.04F;

} // namespace

NearBones::NearBones(std::span<const anatomy::Bones* const> skeletons, float reach_m) : reach_m_(reach_m) {
    Vec3 low(1e9F);
    Vec3 high(-1e9F);
    for (const anatomy::Bones* skeleton : skeletons) {
        for (std::size_t k = 0; k < skeleton->bones.size(); ++k) {
            bones_.push_back({&skeleton->bones[k], skeleton->boxes[k]});
            low = glm::min(low, skeleton->boxes[k].low);
            high = glm::max(high, skeleton->boxes[k].high);
        }
    }
    low_ = low - reach_m;
    std::size_t count = 1;
    for (int axis = 0; axis < 3; ++axis) {
        const float cells = std::max((high[axis] + reach_m - low_[axis]) / bone_cell_m, 0.0F);
        cells_[static_cast<std::size_t>(axis)] = bones_.empty() ? 0 : static_cast<int>(cells) + 1;
        count *= static_cast<std::size_t>(cells_[static_cast<std::size_t>(axis)]);
    }
    std::vector<std::vector<std::uint16_t>> cells(count);
    for (std::size_t k = 0; k < bones_.size(); ++k) {
        put(static_cast<std::uint16_t>(k), cells);
    }
    begins_.push_back(0);
    for (std::size_t k = 0; k < count; ++k) {
        const Vec3 middle =
            low_ + bone_cell_m * (.5F + Vec3(k % static_cast<std::size_t>(cells_[0]),
                                             k / static_cast<std::size_t>(cells_[0]) %
                                                 static_cast<std::size_t>(cells_[1]),
                                             k / static_cast<std::size_t>(cells_[0] * cells_[1])));
        std::ranges::stable_sort(cells[k], {}, [&](std::uint16_t bone) {
            return anatomy::squared_distance(bones_[bone].box, middle);
        });
        near_.insert(near_.end(), cells[k].begin(), cells[k].end());
        begins_.push_back(static_cast<std::uint32_t>(near_.size()));
    }
}

std::size_t NearBones::cell_at(const std::array<int, 3>& cell) const {
    return (static_cast<std::size_t>(cell[2]) * static_cast<std::size_t>(cells_[1]) +
            static_cast<std::size_t>(cell[1])) *
               static_cast<std::size_t>(cells_[0]) +
           static_cast<std::size_t>(cell[0]);
}

/// Enters a bone into every cell that has a place within its reach.
void NearBones::put(std::uint16_t candidate, std::vector<std::vector<std::uint16_t>>& cells) const {
    const anatomy::BoneBox& box = bones_[candidate].box;
    const Vec3 first = (box.low - reach_m_ - low_) / bone_cell_m;
    const Vec3 last = (box.high + reach_m_ - low_) / bone_cell_m;
    const auto clamped = [&](float at, std::size_t axis) {
        return std::clamp(static_cast<int>(std::floor(at)), 0, cells_[axis] - 1);
    };
    for (int z = clamped(first.z, 2); z <= clamped(last.z, 2); ++z) {
        for (int y = clamped(first.y, 1); y <= clamped(last.y, 1); ++y) {
            for (int x = clamped(first.x, 0); x <= clamped(last.x, 0); ++x) {
                cells[cell_at({x, y, z})].push_back(candidate);
            }
        }
    }
}

NearBones::Nearest NearBones::at(Vec3 place) const {
    Nearest nearest{reach_m_, nullptr};
    std::array<int, 3> cell{};
    for (int axis = 0; axis < 3; ++axis) {
        const auto k = static_cast<std::size_t>(axis);
        const float at = (place[axis] - low_[axis]) / bone_cell_m;
        if (!(at >= 0) || at >= static_cast<float>(cells_[k])) {
            return nearest;
        }
        cell[k] = static_cast<int>(at);
    }
    const std::size_t here = cell_at(cell);
    for (std::uint32_t k = begins_[here]; k < begins_[here + 1]; ++k) {
        const Candidate& candidate = bones_[near_[k]];
        const float reach = std::max(nearest.distance_m, 0.0F);
        if (anatomy::squared_distance(candidate.box, place) > reach * reach) {
            continue;
        }
        const float distance_m = anatomy::distance_to_bone(*candidate.bone, place);
        if (distance_m < nearest.distance_m) {
            nearest = {distance_m, candidate.bone};
        }
    }
    return nearest;
}

} // namespace tactus::render
