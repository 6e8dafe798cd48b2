#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// One sweep of a Gaussian; the second grades for the screen, so that showing the backdrop costs one fetch.
#include "shared/room.h"
layout(push_constant, scalar) uniform Push { RoomPush push; };
layout(set = 0, binding = 0) uniform sampler2D image;
layout(location = 0) out vec4 colour;

vec3 film(vec3 x) { return x * (2.43 * x + 0.035) / (x * (2.35 * x + 0.63) + 0.135); }

vec3 graded(vec3 radiance) {
    vec2 off = gl_FragCoord.xy / push.size - 0.5;
    vec3 c = radiance * (push.exposure * (1.0 - 0.55 * dot(off, off)));
    float luminance = max(dot(c, vec3(0.2126, 0.7152, 0.0722)), 1e-4);
    vec3 o = clamp(mix(c * (film(vec3(luminance)).x / luminance), film(c), 0.62), 0.0, 1.0);
    return mix(12.92 * o, 1.055 * pow(max(o, vec3(1e-6)), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, o));
}

void main() {
    vec2 pixel = push.share / push.size;
    vec2 at = gl_FragCoord.xy * pixel;
    vec2 last = push.share - 0.5 * pixel;
    vec3 sum = vec3(0.0);
    float total = 0.0;
    for (int k = -6; k <= 6; ++k) {
        float g = exp(-0.5 * float(k * k) / (push.sigma * push.sigma));
        sum += texture(image, min(at + pixel * push.sweep * float(k), last)).rgb * g;
        total += g;
    }
    vec3 mean = sum / total;
    colour = vec4(push.last > 0.5 ? graded(mean) : mean, 1.0);
}
