#include "engine/render/skin_change.hpp"

#include <cmath>
#include <cstdlib>

namespace tactus::render {
namespace {

// What is not seen in skin that moves: a few levels of the picture.
constexpr float unseen_shift_m = 0.00015F; ///< against a neighbour that stays: two degrees
constexpr float unseen_sky = 0.03F;
constexpr float unseen_pressure = 0.01F; ///< of 20 kPa
constexpr int unseen_state = 6;          ///< of 255
constexpr float reach_m = 0.009F;        ///< as far as a place of the field is blended with its neighbours

bool bytes_differ(std::uint32_t a, std::uint32_t b) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        const int off = static_cast<int>(a >> shift & 255U) - static_cast<int>(b >> shift & 255U);
        if (std::abs(off) > unseen_state) {
            return true;
        }
    }
    return false;
}

} // namespace

bool SkinChange::differs(const Look& a, const Look& b) {
    const Vec3 moved = a.moved_m - b.moved_m;
    return glm::dot(moved, moved) > unseen_shift_m * unseen_shift_m || std::abs(a.sky - b.sky) > unseen_sky ||
           std::abs(a.pressure - b.pressure) > unseen_pressure || bytes_differ(a.state, b.state);
}

std::span<const RowCover> SkinChange::next(const SkinField& field, const Camera& camera, VkExtent2D picture) {
    for (RowCover& cover : covers_) {
        cover.clear(picture);
    }
    const Vec2 size(static_cast<float>(picture.width), static_cast<float>(picture.height));
    const glm::mat4 clip_from_world = camera.clip_from_world(size.x / size.y);
    const float reach_px_at_1_m = reach_m * camera.pixels_at_1_m(size.y);
    drawn_.resize(field.state().size());
    for (std::size_t k = 0; k < drawn_.size(); ++k) {
        const Look now{field.moved_m()[k], field.sky()[k], field.pressure()[k], field.state()[k]};
        if (!differs(now, drawn_[k])) {
            continue;
        }
        drawn_[k] = now;
        const Vec3 place = field.place(k);
        const glm::vec4 clip = clip_from_world * glm::vec4(place, 1);
        if (clip.w > 0) {
            const Vec2 pixel = (Vec2(clip) / clip.w * .5F + .5F) * size;
            covers_[place.x < 0 ? 0 : 1].take_in(pixel, reach_px_at_1_m / clip.w);
        }
    }
    return covers_;
}

} // namespace tactus::render
