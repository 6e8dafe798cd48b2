#include "sim/anatomy/scalp_hair.hpp"

#include "sim/anatomy/implicit_shapes.hpp"

namespace tactus::anatomy {
namespace {

using math::mix;
using math::smoothstep;

constexpr float no_hair = 1.0F;

/// The measures of a head that hair is cut by.
struct Head {
    explicit Head(const BodyFrame& f)
        : centre(0, .132F * f.breadth_scale, -.178F * f.stature_scale),
          radii(Vec3(.0755F, .097F, .106F) * f.head_scale),
          ear(.0800F * f.head_scale, .106F * f.breadth_scale, -.147F * f.stature_scale) {}

    Vec3 centre;
    Vec3 radii;
    Vec3 ear;
};

/// Where hair ends: how far below the usual line at nape and temples, metres, and whether the ears are free.
struct Hairline {
    float nape_m;
    float temple_m;
    bool ears;
};

/// How far a place lies inside the hairline, metres.
float inside_hairline(const Head& head, Vec3 q, const Hairline& line) {
    constexpr float nape_rounding_m = .030F;
    const Vec3 p = q - head.centre;
    const float aside = std::sqrt(p.x * p.x + nape_rounding_m * nape_rounding_m) - nape_rounding_m;
    const float nape = .068F + line.nape_m - (p.z + .34F * aside) + .62F * (p.y - .045F);
    const float face = p.y + .034F + line.temple_m - .15F * std::fabs(p.z);
    float outside = smooth_intersection(-nape, -face, .020F);
    if (line.ears) {
        outside = smooth_intersection(outside, -ellipsoid(q, head.ear, {.026F, .024F, .036F}), .012F);
    }
    return -outside;
}

/// Grooves between strands that run from a point on the scalp. 1 and -1 at the most.
float strands(Vec3 from, int count) {
    return math::sin(static_cast<float>(count) * math::atan2(from.x, from.z)) *
           smoothstep(.028F, .065F, glm::length(from));
}

/// The scalp raised by the length of the hair, and sunk into the head outside the hairline.
float cap(const Head& head, Vec3 point, float length_m, float inside_m) {
    constexpr float sunk_m = .0045F;
    const float raised = mix(-sunk_m, length_m, smoothstep(-.004F, .020F, inside_m));
    return ellipsoid(point, head.centre, head.radii + Vec3(raised));
}

/// Cut short: longest over the crown, shorn toward nape and temples.
float cropped(const Head& head, Vec3 point, Vec3 q) {
    const float inside = inside_hairline(head, q, {0, 0, true});
    return cap(head, point, mix(.0020F, .0115F, smoothstep(.008F, .075F, inside)), inside);
}

/// Combed back to a knot on the crown, tight at the hairline, in strands that run to it.
float bun(const Head& head, Vec3 point, Vec3 q, const BodyFrame& f) {
    const Vec3 knot(0, .231F * f.breadth_scale, -.214F * f.stature_scale);
    const Vec3 to = point - knot;
    const float away = glm::length(to);
    const float length = mix(.0035F, .0105F, smoothstep(.150F, .030F, away)) + .0004F * strands(to, 34);
    const float hair = cap(head, point, length, inside_hairline(head, q, {.006F, 0, true}));
    const float turns = math::sin(3.0F * math::atan2(to.x, to.z) + 170.0F * away);
    const float twist = .0014F * turns * smoothstep(.006F, .020F, away);
    return smooth_union(hair, ellipsoid(point, knot, {.0345F, .0270F, .0335F}) - twist, .010F);
}

/// Chin-long and loose: it covers the ears and falls to the sides of the face.
float bob(const Head& head, Vec3 point, Vec3 q) {
    const Vec3 crown = head.centre + Vec3(0, .070F, -.055F);
    const float fall = smoothstep(.01F, -.06F, q.y - head.centre.y);
    const float length = .0115F + .0065F * fall + .0005F * strands(point - crown, 30);
    return cap(head, point, length, inside_hairline(head, q, {.022F, .040F, false}));
}

} // namespace

float scalp_hair(const BodyFrame& frame, Vec3 point, HairStyle style) {
    const Head head(frame);
    const Vec3 q(std::fabs(point.x), point.y, point.z);
    switch (style) {
    case HairStyle::cropped:
        return cropped(head, point, q);
    case HairStyle::bun:
        return bun(head, point, q, frame);
    case HairStyle::bob:
        return bob(head, point, q);
    case HairStyle::none:
        break;
    }
    return no_hair;
}

} // namespace tactus::anatomy
