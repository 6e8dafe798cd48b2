#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// The second sweep, and the picture put together: wandering light on its albedo, what the surface adds, the room behind.
#include "passes/scatter.glsl"
#include "passes/film.glsl"
layout(location = 0) out vec4 colour;

// The open sky was looked for on half as many lines with a pattern of 4 x 4 directions: its mean over that pattern,
// kept on one side of an edge.
float evened_sky(vec2 at, float z) {
    float sum = 0.0;
    float total = 0.0;
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) {
            vec2 tap = at + (vec2(x, y) - 1.5) * 2.0 * push.texel;
            float off = (distance_at(tap) - z) / (0.012 + 0.006 * z);
            float share = 1.0 / (1.0 + off * off * off * off);
            sum += textureLod(open_sky, tap, 0.0).r * share;
            total += share;
        }
    }
    return sum / max(total, 1e-3);
}

void main() {
    vec2 at = gl_FragCoord.xy * push.texel;
    vec4 bare = textureLod(surface, at, 0.0);
    vec3 room = textureLod(backdrop, at, 0.0).rgb;
    if (bare.a <= 0.0) {
        colour = vec4(dithered(room, gl_FragCoord.xy), 1.0);
        return;
    }
    vec4 soft = scattered_light(swept, at, vec2(0.0, 1.0));
    vec3 stuff = textureLod(albedo, at, 0.0).rgb;
    float open = evened_sky(at, distance_at(at));
    // Light that skin sends on warms its own creases (Jimenez et al. 2016).
    vec3 own = clamp(stuff * 1.6, 0.0, 0.9);
    vec3 open_colour = mix(vec3(open), vec3(1.0), own * (1.0 - open));
    vec3 lit = bare.rgb * open + stuff * soft.rgb / max(soft.a, 1e-3) * open_colour;
    vec3 shown = graded(lit / bare.a, at);
    colour = vec4(dithered(mix(room, shown, min(bare.a, 1.0)), gl_FragCoord.xy), 1.0);
}
