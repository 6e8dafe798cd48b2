#include "engine/render/skin_change.hpp"

#include "engine/render/many_at_once.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace tactus::render {
namespace {

// What is not seen in skin that moves: a few levels of the picture.
constexpr float unseen_shift_m = 0.00015F; ///< against a neighbour that stays: two degrees
constexpr float unseen_sky = 0.03F;
constexpr float unseen_pressure = 0.01F; ///< of 20 kPa
constexpr int unseen_state = 6;          ///< of 255
constexpr float blend_reach_m = 0.009F;  ///< as far as a place of the field is blended with its neighbours

} // namespace

MANY_AT_ONCE void SkinChange::compare(const Looks& a, const Looks& b, std::uint8_t* differs) {
    const Looks one = a; // copies that no store can change
    const Looks two = b;
    std::uint8_t* __restrict out = differs;
    for (std::size_t k = 0; k < coarse_count; ++k) {
        const float x = one.x[k] - two.x[k];
        const float y = one.y[k] - two.y[k];
        const float z = one.z[k] - two.z[k];
        int most = 0;
        for (unsigned shift = 0; shift < 32; shift += 8) {
            const int off = static_cast<int>(one.state[k] >> shift & 255U) -
                            static_cast<int>(two.state[k] >> shift & 255U);
            most = std::max(most, std::abs(off));
        }
        const bool moved = x * x + y * y + z * z > unseen_shift_m * unseen_shift_m;
        const bool lit = std::abs(one.sky[k] - two.sky[k]) > unseen_sky;
        const bool pressed = std::abs(one.pressure[k] - two.pressure[k]) > unseen_pressure;
        out[k] = static_cast<std::uint8_t>(moved || lit || pressed || most > unseen_state);
    }
}

std::span<const RowCover> SkinChange::next(const SkinField& field, const Camera& camera, VkExtent2D picture) {
    for (RowCover& cover : covers_) {
        cover.clear(picture);
    }
    const Vec2 size(static_cast<float>(picture.width), static_cast<float>(picture.height));
    const glm::mat4 clip_from_world = camera.clip_from_world(size.x / size.y);
    const float reach_px_at_1_m = blend_reach_m * camera.pixels_at_1_m(size.y);
    const SplitVectors& moved = field.moved_m();
    const auto [x, y, z] = moved.from(0);
    const auto [last_x, last_y, last_z] = std::as_const(moved_).from(0);
    compare({x, y, z, field.sky().data(), field.pressure().data(), field.state().data()},
            {last_x, last_y, last_z, sky_.data(), pressure_.data(), state_.data()}, differs_.data());
    for (std::size_t k = 0; k < coarse_count; ++k) {
        if (differs_[k] == 0) {
            continue;
        }
        moved_.set(k, moved[k]);
        sky_[k] = field.sky()[k];
        pressure_[k] = field.pressure()[k];
        state_[k] = field.state()[k];
        const Vec3 place = field.places()[k];
        const glm::vec4 clip = clip_from_world * glm::vec4(place, 1);
        if (clip.w > 0) {
            const Vec2 pixel = (Vec2(clip) / clip.w * .5F + .5F) * size;
            covers_[place.x < 0 ? 0 : 1].take_in(pixel, reach_px_at_1_m / clip.w);
        }
    }
    return covers_;
}

} // namespace tactus::render
