#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// Edges smoothed after the fact: FXAA 3 (Lottes 2011), with a short search, on the luminance of the encoded picture.
// Draws over a copy of the picture that it reads, where edges.frag found something to smooth.
#include "shared/post.h"
layout(push_constant, scalar) uniform Push { PostPush push; };
layout(set = 0, binding = 0) uniform sampler2D image;
layout(location = 0) out vec4 colour;

const float least_contrast = 0.035;
const float relative_contrast = 0.12;

float luma(vec3 c) { return dot(c, vec3(0.299, 0.587, 0.114)); }
float luma_at(vec2 at) { return luma(textureLod(image, at, 0.0).rgb); }

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(image, 0) - 1;
    vec4 middle = texelFetch(image, here, 0);
    float m = luma(middle.rgb);
    float n = luma(texelFetch(image, ivec2(here.x, max(here.y - 1, 0)), 0).rgb);
    float s = luma(texelFetch(image, ivec2(here.x, min(here.y + 1, last.y)), 0).rgb);
    float w = luma(texelFetch(image, ivec2(max(here.x - 1, 0), here.y), 0).rgb);
    float e = luma(texelFetch(image, ivec2(min(here.x + 1, last.x), here.y), 0).rgb);
    float high = max(m, max(max(n, s), max(w, e)));
    float range = high - min(m, min(min(n, s), min(w, e)));
    if (range < max(least_contrast, high * relative_contrast)) discard;
    vec2 at = gl_FragCoord.xy * push.texel;
    vec2 t = push.texel;
    float nw = luma_at(at + vec2(-t.x, -t.y));
    float ne = luma_at(at + vec2(t.x, -t.y));
    float sw = luma_at(at + vec2(-t.x, t.y));
    float se = luma_at(at + vec2(t.x, t.y));
    float across_rows = abs(nw + sw - 2.0 * w) + 2.0 * abs(n + s - 2.0 * m) + abs(ne + se - 2.0 * e);
    float across_columns = abs(nw + ne - 2.0 * n) + 2.0 * abs(w + e - 2.0 * m) + abs(sw + se - 2.0 * s);
    bool level = across_rows >= across_columns; // the edge runs along a row
    float one = level ? n : w;
    float two = level ? s : e;
    bool steeper = abs(one - m) >= abs(two - m);
    float step_off = (level ? t.y : t.x) * (steeper ? -1.0 : 1.0);
    float beside = steeper ? one : two;
    float gradient = abs(beside - m) * 0.25;
    float mean = 0.5 * (beside + m);
    // Walk both ways along the edge to where it ends.
    vec2 on = at + (level ? vec2(0.0, 0.5 * step_off) : vec2(0.5 * step_off, 0.0));
    vec2 along = level ? vec2(t.x, 0.0) : vec2(0.0, t.y);
    vec2 back = on;
    vec2 forth = on;
    float back_end = 0.0;
    float forth_end = 0.0;
    bool back_done = false;
    bool forth_done = false;
    const float strides[6] = float[](1.0, 1.5, 2.0, 2.0, 4.0, 8.0);
    for (int k = 0; k < 6 && !(back_done && forth_done); ++k) {
        if (!back_done) {
            back -= along * strides[k];
            back_end = luma_at(back) - mean;
            back_done = abs(back_end) >= gradient;
        }
        if (!forth_done) {
            forth += along * strides[k];
            forth_end = luma_at(forth) - mean;
            forth_done = abs(forth_end) >= gradient;
        }
    }
    float back_way = level ? at.x - back.x : at.y - back.y;
    float forth_way = level ? forth.x - at.x : forth.y - at.y;
    bool nearer_back = back_way < forth_way;
    float end = nearer_back ? back_end : forth_end;
    float shift = ((end < 0.0) != (m < mean)) ? 0.5 - min(back_way, forth_way) / (back_way + forth_way) : 0.0;
    // Single pixels that stand out are softened too.
    float blend = clamp(abs((2.0 * (n + s + w + e) + nw + ne + sw + se) / 12.0 - m) / range, 0.0, 1.0);
    blend = blend * blend * (3.0 - 2.0 * blend);
    shift = max(shift, blend * blend * 0.6);
    vec2 moved = at + (level ? vec2(0.0, shift * step_off) : vec2(shift * step_off, 0.0));
    colour = vec4(textureLod(image, moved, 0.0).rgb, 1.0);
}
