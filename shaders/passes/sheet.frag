#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/put.glsl"
#include "passes/hands_shadow.glsl"
layout(constant_id = 0) const bool rich = true; // medium and high tiers: the weave is seen
layout(location = 0) centroid in vec3 position;
layout(location = 1) centroid in vec3 normal;
layout(location = 2) centroid in vec3 uv;
layout(location = 3) centroid in vec4 light;
layout(location = 4) centroid in vec4 tone;
layout(location = 5) centroid in vec3 sky;

void main() {
    vec3 v = normalize(frame.eye - position);
    vec3 n = normalize(mix(normal, texture(sheet_normal, uv.xy).xyz * 2.0 - 1.0, uv.z));
    n = gl_FrontFacing ? n : -n;
    vec4 weave = rich ? texture(grain, position.xz * 23.0) : vec4(0.5);
    vec3 tilt = vec3(weave.x - 0.5, 0.0, weave.y - 0.5) * 0.25;
    n = normalize(n - (tilt - n * dot(tilt, n)));
    Beam key = key_beam(position);
    Beam rim = rim_beam(position);
    vec3 diffuse = key.irradiance * (max(dot(n, key.direction), 0.0) * light.g * (rich ? hands_open(position, n) : 1.0)) +
                   rim.irradiance * (max(dot(n, rim.direction), 0.0) * light.b) + sky * light.r +
                   vec3(0.10, 0.085, 0.07) * (1.0 - light.r);
    vec3 albedo = tone.rgb * tone.rgb * (0.96 + 0.08 * weave.z);
    put(diffuse * (albedo + 0.12 * sheen(n, v)), 1.0);
}
