#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec3 uv; // on the light map of the table top, and whether it holds
layout(location = 3) in vec4 light;
layout(location = 4) in vec4 tone;
layout(location = 0) out vec4 colour;

void main() {
    vec3 v = normalize(frame.eye - position);
    vec3 n = normalize(normal);
    vec4 weave = texture(grain, position.xz * 9.0);
    vec3 tilt = vec3(weave.x - 0.5, 0.0, weave.y - 0.5) * 0.30;
    n = normalize(n - (tilt - n * dot(tilt, n)));
    vec3 open = mix(light.rgb, texture(table_light, uv.xy).rgb, uv.z);
    Beam key = key_beam(position);
    Beam rim = rim_beam(position);
    vec3 diffuse = key.irradiance * (max(dot(n, key.direction), 0.0) * open.g) +
                   rim.irradiance * (max(dot(n, rim.direction), 0.0) * open.b) + sky_irradiance(n) * open.r +
                   frame.skin * (0.10 * (1.0 - open.r));
    vec3 albedo = tone.rgb * tone.rgb * (0.95 + 0.10 * weave.z);
    colour = shown(diffuse * (albedo + 0.08 * grazing(n, v, 3.0)), gl_FragCoord.xy, 1.0);
}
