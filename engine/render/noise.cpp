#include "engine/render/noise.hpp"

#include <array>
#include <cstdint>

namespace tactus::render {
namespace {

std::uint32_t scramble(std::uint32_t x) {
    x ^= x >> 16U;
    x *= 0x7feb352dU;
    x ^= x >> 15U;
    x *= 0x846ca68bU;
    return x ^ (x >> 16U);
}

} // namespace

float cell_noise(glm::ivec3 cell) {
    const std::uint32_t mixed = static_cast<std::uint32_t>(cell.x) * 73856093U ^
                                static_cast<std::uint32_t>(cell.y) * 19349663U ^
                                static_cast<std::uint32_t>(cell.z) * 83492791U;
    return static_cast<float>(scramble(mixed) & 0xffffffU) / 16777215.0F;
}

float value_noise(Vec3 point) {
    const Vec3 base = glm::floor(point);
    const glm::ivec3 cell(base);
    const Vec3 f = point - base;
    const Vec3 t = f * f * (3.0F - 2.0F * f);
    std::array<float, 4> edge{};
    for (int k = 0; k < 4; ++k) {
        const glm::ivec3 corner = cell + glm::ivec3(0, k & 1, k >> 1);
        edge[k] = glm::mix(cell_noise(corner), cell_noise(corner + glm::ivec3(1, 0, 0)), t.x);
    }
    return glm::mix(glm::mix(edge[0], edge[1], t.y), glm::mix(edge[2], edge[3], t.y), t.z);
}

float fractal_noise(Vec3 point, int octaves) {
    float sum = 0;
    float amplitude = 0.5F;
    for (int octave = 0; octave < octaves; ++octave) {
        sum += amplitude * value_noise(point);
        point = point * 2.03F + Vec3(7.1F, 3.3F, 5.7F);
        amplitude *= 0.5F;
    }
    return sum;
}

} // namespace tactus::render
