#pragma once
/// The hands as the key light sees them: the map that their soft shadows are looked up in (medium and high
/// tiers).

#include "engine/gpu/memory.hpp"
#include "engine/gpu/pipeline.hpp"
#include "engine/render/stage_textures.hpp"

#include <array>
#include <functional>

namespace tactus::render {

/// From the body frame to the map: rows for its two directions and the height, 0..1 each.
struct ShadowFit {
    std::array<glm::vec4, 3> rows{};
    float span_m = 0; ///< of the height; 0 = nothing casts a shadow
};

/// A map that holds all between the corners of a box; span 0 when the box is empty (low above high). key_m:
/// where the key light is, in the frame of the box.
ShadowFit fit_shadow(const std::array<Vec3, 2>& box, Vec3 key_m);

class HandsShadowPass {
public:
    HandsShadowPass(const gpu::Device& device, const StageTextures& textures);

    [[nodiscard]] const gpu::Image& map() const { return map_; }

    /// Draws the map, which is in the layout for depth. draw_hands: binds what it needs but the pipeline.
    void record(VkCommandBuffer commands,
                const std::function<void(VkCommandBuffer, const gpu::Pipeline&)>& draw_hands) const;

private:
    gpu::Image map_;
    gpu::Pipeline pipeline_;
};

} // namespace tactus::render
