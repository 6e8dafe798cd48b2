#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
layout(constant_id = 0) const bool rich = true; // medium and high tiers: the weave is seen
layout(location = 0) centroid in vec3 position;
layout(location = 1) centroid in vec3 normal;
layout(location = 2) centroid in vec3 uv; // on the light map of the table top, and whether it holds
layout(location = 3) centroid in vec4 light;
layout(location = 4) centroid in vec4 tone;
layout(location = 5) centroid in vec3 sky;
layout(location = 0) out vec4 colour;

void main() {
    vec3 v = normalize(frame.eye - position);
    vec3 n = normalize(normal);
    vec4 weave = rich ? texture(grain, position.xz * 9.0) : vec4(0.5);
    vec3 tilt = vec3(weave.x - 0.5, 0.0, weave.y - 0.5) * 0.30;
    n = normalize(n - (tilt - n * dot(tilt, n)));
    vec3 open = mix(light.rgb, texture(table_light, uv.xy).rgb, uv.z);
    Beam key = key_beam(position);
    Beam rim = rim_beam(position);
    vec3 diffuse = key.irradiance * (max(dot(n, key.direction), 0.0) * open.g) +
                   rim.irradiance * (max(dot(n, rim.direction), 0.0) * open.b) + sky * open.r +
                   frame.skin * (0.10 * (1.0 - open.r));
    vec3 albedo = tone.rgb * tone.rgb * (0.95 + 0.10 * weave.z);
    colour = shown(diffuse * (albedo + 0.08 * sheen(n, v)), gl_FragCoord.xy, 1.0);
}
