#include "engine/render/buried.hpp"

#include <utility>

namespace tactus::render {

void light_buried(std::span<const std::uint32_t> triangles, const std::vector<bool>& buried,
                  std::vector<Vec3>& light) {
    constexpr int rings = 10; // of triangles: the finest are a quarter of what the shadows are sampled by
    std::vector<bool> dark = buried;
    for (int ring = 0; ring < rings; ++ring) {
        std::vector<Vec3> sum(light.size(), Vec3(0));
        std::vector<float> count(light.size(), 0);
        for (std::size_t k = 0; k + 2 < triangles.size(); k += 3) {
            for (std::size_t corner = 0; corner < 3; ++corner) {
                const std::uint32_t a = triangles[k + corner];
                const std::uint32_t b = triangles[k + (corner + 1) % 3];
                for (const auto& [to, from] : {std::pair(a, b), std::pair(b, a)}) {
                    if (dark[to] && !dark[from]) {
                        sum[to] += light[from];
                        count[to] += 1;
                    }
                }
            }
        }
        for (std::size_t k = 0; k < light.size(); ++k) {
            if (count[k] > 0) {
                light[k] = sum[k] / count[k];
                dark[k] = false;
            }
        }
    }
}

} // namespace tactus::render
