#include "engine/render/grain.hpp"

#include "engine/render/noise.hpp"
#include "sim/math/interpolation.hpp"

#include <array>
#include <vector>

namespace tactus::render {
namespace {

constexpr int side = 256;

/// Value noise on a lattice that wraps after `cells`.
float wrapped_noise(float x, float y, int cells, int salt) {
    const auto column = static_cast<int>(x);
    const auto row = static_cast<int>(y);
    const auto at = [&](int dx, int dy) {
        return cell_noise(glm::ivec3((column + dx) % cells, (row + dy) % cells, salt));
    };
    const float s = math::smoothstep(0, 1, x - static_cast<float>(column));
    const float t = math::smoothstep(0, 1, y - static_cast<float>(row));
    return math::mix(math::mix(at(0, 0), at(1, 0), s), math::mix(at(0, 1), at(1, 1), s), t);
}

/// Octaves from 8 lines a tile up.
float grain_height(int x, int y) {
    constexpr std::array<int, 4> cells{9, 18, 36, 72};
    constexpr std::array<float, 4> weight{.40F, .30F, .20F, .10F};
    float sum = 0;
    for (std::size_t octave = 0; octave < cells.size(); ++octave) {
        const float scale = static_cast<float>(cells[octave]) / side;
        sum += weight[octave] * wrapped_noise(static_cast<float>(x) * scale, static_cast<float>(y) * scale,
                                              cells[octave], static_cast<int>(octave));
    }
    return sum;
}

} // namespace

ByteMap make_grain() {
    std::vector<float> heights(std::size_t{side} * side);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            heights[static_cast<std::size_t>(y) * side + x] = grain_height(x, y);
        }
    }
    const auto at = [&](int x, int y) {
        return heights[static_cast<std::size_t>((y + side) % side) * side + (x + side) % side];
    };
    ByteMap map{side, side, {}};
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            constexpr float gain = 2.2F;
            map.texels.push_back(packed(.5F + gain * (at(x + 1, y) - at(x - 1, y)),
                                        .5F + gain * (at(x, y + 1) - at(x, y - 1)), at(x, y), 1));
        }
    }
    return map;
}

} // namespace tactus::render
