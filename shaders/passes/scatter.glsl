// Light that wanders inside skin comes out elsewhere: one sweep of a separable blur in millimetres (Jimenez et al. 2012,
// after four Gaussians of 0.7, 1.6, 3.6 and 8 mm). What lies deeper or nearer than skin reaches takes no part.
#include "passes/pixel_noise.glsl"
#include "shared/scatter.h"
layout(push_constant, scalar) uniform Push { ScatterPush push; };
layout(set = 0, binding = 0) uniform sampler2D surface;       // what does not wander, cover in the fourth
layout(set = 0, binding = 1) uniform sampler2D light;         // what wanders, cover in the fourth
layout(set = 0, binding = 2) uniform sampler2D albedo;
layout(set = 0, binding = 3) uniform sampler2D depth;
layout(set = 0, binding = 4) uniform sampler2D swept;         // light after the first sweep
layout(set = 0, binding = 5) uniform sampler2D open_sky;      // half as wide and high
layout(set = 0, binding = 6) uniform sampler2D backdrop;

// Share of red, green and blue, and how far away, millimetres; both ways but for the first.
const vec4 taps[9] = vec4[](
    vec4(0.0677, 0.0983, 0.1213, 0.000),
    vec4(0.1215, 0.1712, 0.2066, 0.281),
    vec4(0.1388, 0.1609, 0.1630, 1.125),
    vec4(0.0905, 0.0711, 0.0478, 2.531),
    vec4(0.0539, 0.0285, 0.0147, 4.500),
    vec4(0.0318, 0.0121, 0.0051, 7.031),
    vec4(0.0172, 0.0044, 0.0015, 10.125),
    vec4(0.0090, 0.0018, 0.0005, 13.781),
    vec4(0.0035, 0.0007, 0.0002, 18.000));

float distance_at(vec2 at) { return push.near / max(textureLod(depth, at, 0.0).r, 1e-6); }

vec4 scattered_light(sampler2D image, vec2 at, vec2 direction) {
    vec4 here = textureLod(image, at, 0.0);
    if (here.a <= 0.0) return vec4(0.0);
    float z = distance_at(at);
    // A millimetre, as a share of the picture.
    vec2 millimetre = direction * (push.texel * (0.001 * push.pixels_at_metre / z));
    // Steps differ from pixel to pixel, or fine detail would come back as a weave.
    millimetre *= 0.75 + 0.5 * pixel_noise(at / push.texel);
    vec3 sum = here.rgb * taps[0].rgb;
    vec3 total = here.a * taps[0].rgb;
    for (int k = 1; k < 9; ++k) {
        for (float side = -1.0; side <= 1.0; side += 2.0) {
            vec2 tap = at + millimetre * (taps[k].w * side);
            vec4 there = textureLod(image, tap, 0.0);
            float off = 1000.0 * (distance_at(tap) - z) / (taps[k].w + 2.5);
            vec3 share = taps[k].rgb * exp(-0.5 * off * off);
            sum += there.rgb * share;
            total += there.a * share;
        }
    }
    // A thin rest of cover keeps its light.
    return vec4(sum / max(total, vec3(1e-4)) * here.a, here.a);
}
