#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/put.glsl"
#include "passes/hands_shadow.glsl"
layout(constant_id = 0) const bool rich = true; // medium and high tiers: the weave is seen
layout(location = 0) centroid in vec3 position;
layout(location = 1) centroid in vec3 normal;
layout(location = 2) centroid in vec3 uv; // on the light map of the table top, and whether it holds
layout(location = 3) centroid in vec4 light;
layout(location = 4) centroid in vec4 tone;
layout(location = 5) centroid in vec3 sky;

void main() {
    vec3 v = normalize(frame.eye - position);
    vec3 n = normalize(normal);
    vec4 weave = rich ? texture(grain, position.xz * 9.0) : vec4(0.5);
    vec3 tilt = vec3(weave.x - 0.5, 0.0, weave.y - 0.5) * 0.30;
    n = normalize(n - (tilt - n * dot(tilt, n)));
    vec3 open = mix(light.rgb, texture(table_light, uv.xy).rgb, uv.z);
    // Once the body is peeled to the bone, light falls through it.
    float bare = clamp((position.x < frame.split ? frame.peel_left : frame.peel) - 3.0, 0.0, 1.0);
    open = mix(open, max(open, vec3(0.62, 0.42, 0.5)), bare);
    Beam key = key_beam(position);
    Beam rim = rim_beam(position);
    vec3 diffuse = key.irradiance * (max(dot(n, key.direction), 0.0) * open.g * (rich ? hands_open(position, n) : 1.0)) +
                   rim.irradiance * (max(dot(n, rim.direction), 0.0) * open.b) + sky * open.r +
                   frame.skin * (0.10 * (1.0 - open.r));
    vec3 albedo = tone.rgb * tone.rgb * (0.95 + 0.10 * weave.z);
    put(diffuse * (albedo + 0.08 * sheen(n, v)), 1.0);
}
