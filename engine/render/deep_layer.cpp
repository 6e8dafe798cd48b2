#include "engine/render/deep_layer.hpp"

#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

constexpr float border_far_m = .05F; ///< no border of a muscle is looked for farther away
constexpr float between_m = .0012F;  ///< strands of one muscle melt over gaps this wide
constexpr float sinew_share = .14F;  ///< of a muscle's length at either end
constexpr std::string_view right = " right";

float radius_at(float radius_m, float end_share, float share) {
    return radius_m * math::mix(end_share, 1.0F, 4 * share * (1 - share));
}

} // namespace

bool lies_on_bone(anatomy::Muscle muscle) {
    using anatomy::Muscle;
    return muscle == Muscle::infraspinatus || muscle == Muscle::teres_minor ||
           muscle == Muscle::teres_major || muscle == Muscle::gluteus_medius || muscle == Muscle::deltoid;
}

DeepLayer::DeepLayer(const anatomy::Body& body)
    : half_biacromial_m_(body.half_biacromial_m()), spine_length_m_(body.spine_length_m()) {
    for (const anatomy::DeepMuscle& laid : anatomy::make_deep_muscles(body)) {
        if (!laid.name.ends_with(right)) {
            continue; // the picture is symmetric
        }
        Muscle muscle{laid.name.substr(0, laid.name.size() - right.size()), {}, Vec2(1e9F), Vec2(-1e9F)};
        for (const anatomy::MuscleStrand& strand : laid.strands) {
            const float across_m = 2 * strand.radius_m * static_cast<float>(muscle.strands.size());
            Strand seen{{}, across_m, strand.radius_m, strand.end_share};
            float along_m = 0;
            for (const Vec3& p : strand.course) {
                const Vec2 place(p.x - body.spine_x(p.z / spine_length_m_), p.z);
                along_m += seen.points.empty() ? 0 : glm::length(place - seen.points.back().place);
                seen.points.push_back({place, p.y, along_m});
                muscle.low = glm::min(muscle.low, place - Vec2(border_far_m));
                muscle.high = glm::max(muscle.high, place + Vec2(border_far_m));
            }
            muscle.strands.push_back(std::move(seen));
        }
        muscles_.push_back(std::move(muscle));
    }
}

DeepLayer::Hit DeepLayer::on(const Muscle& muscle, Vec2 place) {
    Hit hit{border_far_m, 0, {-1, border_far_m, place.x, place.y}};
    for (const Strand& strand : muscle.strands) {
        const float whole_m = std::max(strand.points.back().along_m, 1e-4F);
        for (std::size_t k = 0; k + 1 < strand.points.size(); ++k) {
            const Point& a = strand.points[k];
            const Point& b = strand.points[k + 1];
            const Vec2 axis = b.place - a.place;
            const float squared = std::max(glm::dot(axis, axis), 1e-10F);
            const float t = math::clamp01(glm::dot(place - a.place, axis) / squared);
            const Vec2 off = place - a.place - axis * t;
            const float along_m = math::mix(a.along_m, b.along_m, t);
            const float share = along_m / whole_m;
            const float distance_m =
                glm::length(off) - radius_at(strand.radius_m, strand.end_share, share) - between_m;
            if (distance_m < hit.distance_m) {
                const float aside = (axis.x * off.y - axis.y * off.x) / std::sqrt(squared);
                const float sinew = std::max(math::smoothstep(sinew_share, 0, share),
                                             math::smoothstep(1 - sinew_share, 1, share));
                hit = {distance_m,
                       math::mix(a.height_m, b.height_m, t),
                       {0, std::fabs(distance_m), strand.across_m + aside, along_m, .85F * sinew}};
            }
        }
    }
    return hit;
}

DeepSample DeepLayer::at(float u, float v) const {
    const Vec2 place(std::fabs(u) * half_biacromial_m_, v * spine_length_m_);
    DeepSample top{-1, border_far_m, place.x, place.y};
    float height_m = -1e9F;
    float edge_m = border_far_m;
    for (std::size_t k = 0; k < muscles_.size(); ++k) {
        const Muscle& muscle = muscles_[k];
        if (glm::any(glm::lessThan(place, muscle.low)) || glm::any(glm::greaterThan(place, muscle.high))) {
            continue;
        }
        const Hit hit = on(muscle, place);
        // A border that a higher muscle covers is not seen.
        if (hit.height_m > height_m) {
            edge_m = hit.distance_m < 0 ? -hit.distance_m : std::min(edge_m, hit.distance_m);
        }
        if (hit.distance_m < 0 && hit.height_m > height_m) {
            height_m = hit.height_m;
            top = hit.sample;
            top.muscle = static_cast<int>(k);
        }
    }
    top.edge_m = edge_m;
    return top;
}

std::string_view DeepLayer::name(int muscle) const {
    return muscle < 0 ? std::string_view() : muscles_[static_cast<std::size_t>(muscle)].name;
}

} // namespace tactus::render
