#include "sim/contact/soft_surface.hpp"

#include "sim/contact/capsule_foot.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <vector>

namespace tactus::contact {

namespace {

/// Each pass divides a weight by the sum at its own sole; so many bring the sums within a few percent of 1.
constexpr int passes = 6;

/// The places of a capsule that have a weight: a, the middle, b.
constexpr std::size_t stations = 3;

struct Nearness {
    float near;  ///< max(0, 1 - gap / blend)
    float share; ///< of the foot between a and b
    Vec3 out;    ///< unit, away from the capsule
};

Nearness nearness(const Capsule& capsule, Vec3 point, float blend_m) {
    const CapsuleFoot foot = capsule_foot(capsule, point);
    const Vec3 out = point - foot.centre;
    const float reach = std::sqrt(glm::dot(out, out));
    return {std::max(0.0F, 1 - (reach - foot.radius_m) / blend_m), foot.share,
            reach > 1e-9F ? out / reach : Vec3{0, 1, 0}};
}

/// Of the three weights at `share` of the way from a to b.
std::array<float, stations> hats(float share) {
    return {std::max(0.0F, 1 - 2 * share), 1 - std::fabs(2 * share - 1), std::max(0.0F, 2 * share - 1)};
}

/// What a station adds to the sum at another's sole, for a weight of 1.
struct Part {
    std::uint16_t sole;
    std::uint16_t station;
    float amount;
};

/// Less than this is left out of a sum.
constexpr float faint = 1e-3F;

/// Whether no part of the capsule comes within the blend's width of the point.
bool out_of_reach(const Capsule& capsule, Vec3 point, float blend_m) {
    const Vec3 apart = point - 0.5F * (capsule.a + capsule.b);
    const Vec3 half = 0.5F * (capsule.b - capsule.a);
    const float rest = std::max(capsule.radius_a_m, capsule.radius_b_m) + blend_m;
    // (|half| + rest)^2 is at most this.
    return glm::dot(apart, apart) > 2 * (glm::dot(half, half) + rest * rest);
}

/// Adds what the stations of capsule `k` give at sole `row`, which lies `n` from it.
void add_parts(std::vector<Part>& parts, std::size_t row, std::size_t k, const Nearness& n) {
    const float fourth = n.near * n.near * n.near * n.near;
    if (fourth <= faint) {
        return;
    }
    const std::array<float, stations> hat = hats(n.share);
    for (std::size_t s = 0; s < stations; ++s) {
        if (hat[s] > 0) {
            parts.push_back({static_cast<std::uint16_t>(row), static_cast<std::uint16_t>(stations * k + s),
                             fourth * hat[s]});
        }
    }
}

/// Only neighbours have a part: of a palm's stations about a tenth.
std::vector<Part> mutual_parts(std::span<const Capsule> capsules, Vec3 sole, float blend_m) {
    const std::size_t count = stations * capsules.size();
    std::vector<Part> parts;
    parts.reserve(count * 2 * stations * stations);
    for (std::size_t row = 0; row < count; ++row) {
        const Capsule& own = capsules[row / stations];
        const float place = 0.5F * static_cast<float>(row % stations);
        const Vec3 point =
            glm::mix(own.a, own.b, place) + sole * glm::mix(own.radius_a_m, own.radius_b_m, place);
        for (std::size_t k = 0; k < capsules.size(); ++k) {
            if (!out_of_reach(capsules[k], point, blend_m)) {
                add_parts(parts, row, k, nearness(capsules[k], point, blend_m));
            }
        }
    }
    return parts;
}

} // namespace

void share_surface(std::span<Capsule> capsules, Vec3 sole, float blend_m) {
    const std::size_t count = stations * capsules.size();
    const std::vector<Part> parts = mutual_parts(capsules, sole, blend_m);
    std::vector<float> weight(count, 1.0F);
    std::vector<float> sum(count);
    for (int pass = 0; pass < passes; ++pass) {
        std::fill(sum.begin(), sum.end(), 0.0F);
        for (const Part& part : parts) {
            sum[part.sole] += part.amount * weight[part.station];
        }
        for (std::size_t row = 0; row < count; ++row) {
            weight[row] /= std::max(sum[row], faint);
        }
    }
    for (std::size_t k = 0; k < capsules.size(); ++k) {
        capsules[k].weight_a = weight[stations * k];
        capsules[k].weight_middle = weight[stations * k + 1];
        capsules[k].weight_b = weight[stations * k + 2];
    }
}

Gap soft_gap(std::span<const Capsule> capsules, Vec3 point, float blend_m) {
    assert(!capsules.empty());
    float sum = 0;
    Vec3 normal{0, 0, 0};
    for (const Capsule& capsule : capsules) {
        const Nearness n = nearness(capsule, point, blend_m);
        const std::array<float, stations> hat = hats(n.share);
        const float weight =
            capsule.weight_a * hat[0] + capsule.weight_middle * hat[1] + capsule.weight_b * hat[2];
        const float cube = n.near * n.near * n.near * weight;
        sum += cube * n.near;
        normal += n.out * cube;
    }
    const float size = std::sqrt(glm::dot(normal, normal));
    return {(1 - std::sqrt(std::sqrt(sum))) * blend_m, size > 1e-12F ? normal / size : Vec3{0, 1, 0}};
}

} // namespace tactus::contact
