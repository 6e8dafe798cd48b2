#include "sim/hands/hand_poser.hpp"

#include "sim/hands/hand_pose.hpp"
#include "sim/hands/hands_data.hpp"
#include "sim/math/random.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace tactus::hands {
namespace {

constexpr float step_s = 1.0F / 240.0F;

/// The nearest place on the client's skin grid.
Vec2 on_grid(const anatomy::SkinGrid& grid, float u, float v) {
    if (anatomy::on_skin(grid, u, v)) {
        return {u, v};
    }
    return anatomy::spine_coordinates(grid, anatomy::locate(grid, u, v));
}

} // namespace

HandPoser::HandPoser(const anatomy::Anatomy& anatomy) : anatomy_(&anatomy) {}

HandInput HandPoser::limited(const HandInput& wanted, const Last& last, Vec2 metres_per_unit) const {
    HandInput input = wanted;
    const bool goes_on = last.present && last.input.tool == wanted.tool && last.input.hold == wanted.hold;
    const float most_n = wanted.hold == contact::Hold::none
                             ? tool_limits(wanted.tool).force_n * leaning_share(wanted.tool, table_)
                             : hold_force_limit_n.f();
    const float target = std::clamp(wanted.force_n, 0.0F, most_n);
    const float before = goes_on ? last.input.force_n : 0.0F;
    input.force_n = goes_on ? std::clamp(target, before - force_fall_n_per_s.f() * step_s,
                                         before + force_rise_n_per_s.f() * step_s)
                            : 0.0F;
    if (goes_on) {
        const Vec2 way(wanted.u - last.input.u, wanted.v - last.input.v);
        const float far_m = glm::length(way * metres_per_unit);
        const float most_m = hand_speed_limit_m_s.f() * step_s;
        const float share = far_m > most_m ? most_m / far_m : 1.0F;
        input.u = share < 1 ? last.input.u + way.x * share : wanted.u;
        input.v = share < 1 ? last.input.v + way.y * share : wanted.v;
    }
    return input;
}

std::array<std::optional<contact::PosedTool>, contact::side_count>
HandPoser::pose(const std::array<std::optional<HandInput>, contact::side_count>& input) {
    std::array<std::optional<contact::PosedTool>, contact::side_count> tools;
    const Vec2 metres_per_unit(anatomy_->skin.half_biacromial_m, anatomy_->skin.spine_length_m);
    for (std::size_t side = 0; side < contact::side_count; ++side) {
        Last& last = last_[side];
        if (!input[side]) {
            last = Last{};
            continue;
        }
        HandInput wanted = *input[side];
        assert(std::isfinite(wanted.u) && std::isfinite(wanted.v) && std::isfinite(wanted.force_n));
        const Vec2 place = on_grid(anatomy_->skin, wanted.u, wanted.v);
        wanted.u = place.x;
        wanted.v = place.y;
        const HandInput now = limited(wanted, last, metres_per_unit);
        contact::PosedTool tool = pose_tool(*anatomy_, now, static_cast<contact::Side>(side));
        if (last.present && last.input.tool == now.tool && last.input.hold == now.hold) {
            tool.velocity_m_s = (tool.centre - last.centre) / step_s;
        }
        last = {.present = true, .input = now, .centre = tool.centre};
        tools[side] = std::move(tool);
    }
    return tools;
}

std::uint64_t HandPoser::state_digest() const {
    std::uint64_t digest = 0;
    std::uint64_t field = 0;
    for (const Last& last : last_) {
        digest = math::random_bits(digest, last.present ? 1 : 0, field++);
        const auto grasp =
            static_cast<std::uint64_t>(last.input.tool) | static_cast<std::uint64_t>(last.input.hold) << 32U;
        digest = math::random_bits(digest, grasp, field++);
        for (const float value :
             {last.input.u, last.input.v, last.input.force_n, last.centre.x, last.centre.y, last.centre.z}) {
            digest = math::random_bits(digest, std::bit_cast<std::uint32_t>(value), field++);
        }
    }
    return digest;
}

} // namespace tactus::hands
