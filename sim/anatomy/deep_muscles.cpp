#include "sim/anatomy/deep_muscles.hpp"

#include "sim/anatomy/body.hpp"
#include "sim/anatomy/implicit_shapes.hpp"
#include "sim/anatomy/relief.hpp"
#include "sim/anatomy/skin_cast.hpp"

#include <array>
#include <span>
#include <string_view>

namespace tactus::anatomy {
namespace {

/// A place on a strand: spine coordinates of the right side and the depth of its middle under the skin of the
/// reference man, metres.
struct MusclePlace {
    float u;
    float v;
    float depth_m;
};

/// What the strands of a muscle are like.
struct Bundle {
    std::string_view muscle;
    int layer;
    int strands;
    float radius_m;
    float end_share; ///< of the radius where it takes hold: little for a spindle, most for a sheet
};

/// A fan of strands between two edges, each edge running evenly from its first place to its last; with a
/// middle where the course bends.
struct Fan {
    Bundle bundle;
    std::array<MusclePlace, 2> origin;
    std::array<MusclePlace, 2> middle;
    std::array<MusclePlace, 2> insertion;
};

/// Halfway between two places: the middle of a straight course.
constexpr MusclePlace halfway(const MusclePlace& a, const MusclePlace& b) {
    return {0.5F * (a.u + b.u), 0.5F * (a.v + b.v), 0.5F * (a.depth_m + b.depth_m)};
}

constexpr float spindle = 0.45F;
constexpr float sheet = 0.85F;

constexpr Fan straight(const Bundle& bundle, const std::array<MusclePlace, 2>& origin,
                       const std::array<MusclePlace, 2>& insertion) {
    return {bundle, origin, {halfway(origin[0], insertion[0]), halfway(origin[1], insertion[1])}, insertion};
}

/// Depths from facts 4.3, courses from the bony places there; counts and radii are design values.
const std::array fans{
    straight({"rhomboid minor", 1, 5, .0033F, sheet}, {{{.03F, .0F, .008F}, {.03F, .05F, .008F}}},
             {{{.34F, .125F, .0125F}, {.35F, .155F, .0120F}}}),
    straight({"rhomboid major", 1, 13, .0034F, sheet}, {{{.03F, .09F, .008F}, {.03F, .25F, .008F}}},
             {{{.35F, .170F, .0120F}, {.41F, .405F, .0120F}}}),
    Fan{{"levator scapulae", 1, 3, .0055F, spindle},
        {{{.13F, -.190F, .018F}, {.17F, -.165F, .024F}}},
        {{{.21F, -.060F, .0125F}, {.25F, -.050F, .0160F}}},
        {{{.31F, .080F, .0150F}, {.35F, .075F, .0165F}}}},
    straight({"supraspinatus", 1, 3, .0075F, spindle}, {{{.42F, .085F, .0185F}, {.42F, .118F, .0175F}}},
             {{{.86F, .120F, .0230F}, {.86F, .130F, .0230F}}}),
    straight({"serratus posterior superior", 1, 10, .0026F, sheet},
             {{{.03F, .0F, .012F}, {.03F, .14F, .012F}}}, {{{.42F, .105F, .0185F}, {.46F, .240F, .0185F}}}),
    straight({"serratus posterior inferior", 1, 13, .0027F, sheet},
             {{{.06F, .69F, .0100F}, {.06F, .86F, .0100F}}},
             {{{.58F, .600F, .0110F}, {.46F, .775F, .0110F}}}),
    straight({"splenius capitis", 1, 3, .0055F, spindle}, {{{.03F, .02F, .010F}, {.03F, .16F, .010F}}},
             {{{.22F, -.235F, .0140F}, {.16F, -.240F, .0140F}}}),
    Fan{{"iliocostalis", 1, 4, .0072F, spindle},
        {{{.20F, 1.13F, .022F}, {.33F, 1.06F, .024F}}},
        {{{.22F, .72F, .022F}, {.30F, .72F, .021F}}},
        {{{.20F, .16F, .0140F}, {.28F, .20F, .0140F}}}},
    Fan{{"longissimus", 1, 4, .0075F, spindle},
        {{{.08F, 1.18F, .018F}, {.19F, 1.14F, .021F}}},
        {{{.11F, .70F, .020F}, {.19F, .70F, .021F}}},
        {{{.10F, .10F, .0130F}, {.16F, .12F, .0130F}}}},
    Fan{{"spinalis", 1, 2, .0045F, spindle},
        {{{.045F, .78F, .013F}, {.065F, .76F, .014F}}},
        {{{.045F, .45F, .013F}, {.070F, .45F, .014F}}},
        {{{.045F, .12F, .0120F}, {.065F, .12F, .0130F}}}},
    Fan{{"semispinalis", 2, 3, .0065F, spindle},
        {{{.11F, .34F, .024F}, {.15F, .30F, .024F}}},
        {{{.08F, .06F, .020F}, {.14F, .06F, .022F}}},
        {{{.05F, -.235F, .0200F}, {.13F, -.235F, .0200F}}}},
    Fan{{"multifidus", 2, 4, .0075F, spindle},
        {{{.055F, 1.25F, .018F}, {.14F, 1.18F, .024F}}},
        {{{.055F, .95F, .026F}, {.14F, .95F, .032F}}},
        {{{.050F, .64F, .0220F}, {.09F, .66F, .0250F}}}},
    Fan{{"rotatores", 2, 2, .0042F, spindle},
        {{{.06F, .64F, .024F}, {.08F, .64F, .026F}}},
        {{{.055F, .36F, .023F}, {.075F, .36F, .025F}}},
        {{{.055F, .06F, .0220F}, {.075F, .06F, .0240F}}}},
    straight({"quadratus lumborum", 2, 5, .0068F, sheet}, {{{.27F, 1.045F, .050F}, {.45F, 1.00F, .040F}}},
             {{{.20F, .745F, .0470F}, {.42F, .800F, .0400F}}}),
};

/// Lays strands under one body's skin.
class StrandLayer {
public:
    StrandLayer(const Body& body, float side) : body_(body), side_(side) {
        reference_.bmi = 22; // the man of facts 4.3
    }

    [[nodiscard]] Vec3 at(const MusclePlace& place) const {
        const float more_fat_m = body_.fat(place.u, place.v) - fat_thickness(reference_, place.u, place.v);
        return skin_at(body_, side_ * place.u, place.v) - Vec3(0, place.depth_m + more_fat_m, 0);
    }

    [[nodiscard]] DeepMuscle lay(const Fan& fan) const {
        DeepMuscle muscle{.name = std::string(fan.bundle.muscle) + (side_ > 0 ? " right" : " left"),
                          .layer = fan.bundle.layer,
                          .strands = {},
                          .box = {Vec3(1e9F), Vec3(-1e9F)}};
        for (int k = 0; k < fan.bundle.strands; ++k) {
            const float share = static_cast<float>(k) / static_cast<float>(fan.bundle.strands - 1);
            muscle.strands.push_back({course(fan, share), fan.bundle.radius_m, fan.bundle.end_share});
            for (const Vec3& p : muscle.strands.back().course) {
                muscle.box.low = glm::min(muscle.box.low, p - Vec3(2 * fan.bundle.radius_m));
                muscle.box.high = glm::max(muscle.box.high, p + Vec3(2 * fan.bundle.radius_m));
            }
        }
        return muscle;
    }

private:
    /// Points along one strand, each laid under the skin for itself, so that a long muscle follows the back.
    [[nodiscard]] std::vector<Vec3> course(const Fan& fan, float share) const {
        constexpr int pieces = 8;
        const auto across = [&](const std::array<MusclePlace, 2>& edge) {
            return MusclePlace{math::mix(edge[0].u, edge[1].u, share), math::mix(edge[0].v, edge[1].v, share),
                               math::mix(edge[0].depth_m, edge[1].depth_m, share)};
        };
        const std::array<MusclePlace, 3> key{across(fan.origin), across(fan.middle), across(fan.insertion)};
        std::vector<Vec3> points;
        for (int i = 0; i <= pieces; ++i) {
            // A parabola through the three keys.
            const float t = static_cast<float>(i) / pieces;
            const auto through = [&](float MusclePlace::*part) {
                return key[0].*part * (1 - t) * (1 - 2 * t) + key[1].*part * 4 * t * (1 - t) +
                       key[2].*part * t * (2 * t - 1);
            };
            points.push_back(
                at({through(&MusclePlace::u), through(&MusclePlace::v), through(&MusclePlace::depth_m)}));
        }
        return points;
    }

    const Body& body_;
    float side_;
    BodyParameters reference_;
};

/// The piece of a strand that lies nearest.
struct NearPiece {
    float distance; ///< to its surface, negative inside
    std::size_t first;
};

NearPiece nearest_piece(const MuscleStrand& strand, Vec3 point) {
    const auto pieces = static_cast<float>(strand.course.size() - 1);
    const auto radius = [&](std::size_t k) {
        const float t = static_cast<float>(k) / pieces;
        return strand.radius_m * math::mix(strand.end_share, 1.0F, 4 * t * (1 - t));
    };
    NearPiece nearest{1e3F, 0};
    for (std::size_t k = 0; k + 1 < strand.course.size(); ++k) {
        const float distance =
            tapered_capsule(point, strand.course[k], strand.course[k + 1], radius(k), radius(k + 1));
        nearest = distance < nearest.distance ? NearPiece{distance, k} : nearest;
    }
    return nearest;
}

} // namespace

std::vector<DeepMuscle> make_deep_muscles(const Body& body) {
    std::vector<DeepMuscle> muscles;
    for (const Fan& fan : fans) {
        for (const float side : {1.0F, -1.0F}) {
            muscles.push_back(StrandLayer(body, side).lay(fan));
        }
    }
    return muscles;
}

float distance_to_muscle(const DeepMuscle& muscle, Vec3 point) {
    float distance = 1e3F;
    for (const MuscleStrand& strand : muscle.strands) {
        const float d = nearest_piece(strand, point).distance;
        distance = distance > 1e2F ? d : smooth_union(distance, d, 1.6F * strand.radius_m);
    }
    return distance;
}

std::optional<Vec3> deep_fibre(std::span<const DeepMuscle> muscles, Vec3 point) {
    std::optional<Vec3> fibre;
    float nearest =
        0; // over the radius of the strand, so that a thin sheet is not lost beside a thick bundle
    for (const DeepMuscle& muscle : muscles) {
        if (squared_distance(muscle.box, point) > 0) {
            continue;
        }
        for (const MuscleStrand& strand : muscle.strands) {
            const NearPiece piece = nearest_piece(strand, point);
            const float share = piece.distance / strand.radius_m;
            if (share < nearest) {
                nearest = share;
                fibre = glm::normalize(strand.course[piece.first + 1] - strand.course[piece.first]);
            }
        }
    }
    return fibre;
}

} // namespace tactus::anatomy
