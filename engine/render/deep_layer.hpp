#pragma once
/// The muscles under the superficial ones as they lie seen from above: which strand of which muscle shows at
/// a place of the back. Laid from anatomy's deep muscles of one body, for its picture and its names.

#include "sim/anatomy/body.hpp"
#include "sim/anatomy/deep_muscles.hpp"
#include "sim/anatomy/muscles.hpp"

#include <string_view>
#include <vector>

namespace tactus::render {

/// What lies at a place of the deep layer.
struct DeepSample {
    int muscle;       ///< index for DeepLayer::name; -1 = only ribs and membranes there
    float edge_m;     ///< to the nearest border of a muscle
    float across_m;   ///< coordinate across the fibres
    float along_m;    ///< coordinate along them
    float tendon = 0; ///< 0 meat .. 1 sinew
};

/// True of superficial muscles that lie on the bone: nothing is under them to be bared.
bool lies_on_bone(anatomy::Muscle muscle);

class DeepLayer {
public:
    explicit DeepLayer(const anatomy::Body& body);

    /// The topmost deep muscle at spine coordinates; symmetric in u. Pure.
    [[nodiscard]] DeepSample at(float u, float v) const;

    /// "longissimus", whichever side; empty for -1.
    [[nodiscard]] std::string_view name(int muscle) const;

private:
    /// A point of a strand seen from above, metres from the spine and down from C7.
    struct Point {
        Vec2 place;
        float height_m;
        float along_m;
    };

    struct Strand {
        std::vector<Point> points;
        float across_m; ///< of its middle line in the muscle
        float radius_m;
        float end_share;
    };

    struct Muscle {
        std::string name;
        std::vector<Strand> strands;
        Vec2 low; ///< box that holds it
        Vec2 high;
    };

    /// A place on a muscle: distance to its border, negative inside, and how high it lies.
    struct Hit {
        float distance_m;
        float height_m;
        DeepSample sample;
    };

    static Hit on(const Muscle& muscle, Vec2 place);

    std::vector<Muscle> muscles_;
    float half_biacromial_m_;
    float spine_length_m_;
};

} // namespace tactus::render
