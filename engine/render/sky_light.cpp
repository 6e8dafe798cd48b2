#include "engine/render/sky_light.hpp"

#include "shaders/shared/lights.h"

#include <cmath>

namespace tactus::render {
namespace {

std::array<float, 9> harmonics(glm::vec3 d) {
    return {1.0F, d.y, d.z, d.x, d.x * d.y, d.y * d.z, 3 * d.z * d.z - 1, d.x * d.z, d.x * d.x - d.y * d.y};
}

// Normalisation of the real harmonics, and the cosine lobe's factor of each band over pi.
constexpr std::array<float, 9> norms{.282095F,  .488603F, .488603F,  .488603F, 1.092548F,
                                     1.092548F, .315392F, 1.092548F, .546274F};
constexpr std::array<float, 9> lobe{1.0F, 2.0F / 3, 2.0F / 3, 2.0F / 3, .25F, .25F, .25F, .25F, .25F};

} // namespace

std::array<glm::vec4, 9> sky_harmonics(const Mat3& room_from_body) {
    std::array<glm::vec4, 9> sky{};
    constexpr int samples = 4096;
    constexpr float golden_angle = 2.39996323F;
    for (int k = 0; k < samples; ++k) {
        const float y = 1 - (2 * static_cast<float>(k) + 1) / samples;
        const float radius = std::sqrt(1 - y * y);
        const float turn = golden_angle * static_cast<float>(k);
        const glm::vec3 direction(radius * std::cos(turn), y, radius * std::sin(turn));
        const glm::vec3 light = shared::environment(room_from_body * direction) * (4 * 3.14159265F / samples);
        const std::array<float, 9> value = harmonics(direction);
        for (std::size_t band = 0; band < value.size(); ++band) {
            sky[band] += glm::vec4(light * (value[band] * norms[band] * norms[band] * lobe[band]), 0);
        }
    }
    return sky;
}

} // namespace tactus::render
