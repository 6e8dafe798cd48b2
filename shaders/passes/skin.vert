#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/joints.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec2 uv;
layout(location = 3) in float weight;
layout(location = 4) in vec4 light;
layout(location = 5) in vec4 tone;
layout(location = 0) out vec3 out_position;
layout(location = 1) out vec3 out_normal;
layout(location = 2) out vec3 out_uv; // uv, weight
layout(location = 3) out vec4 out_light;
layout(location = 4) out vec4 out_tone;
layout(location = 5) out vec3 out_sky; // irradiance of the room

void main() {
    // Tissue and joints follow one law: where the skin goes over from one to the other, both say the same.
    Carried by = flesh_carried(position);
    vec3 moved = position + mix(carried_shift(position, by), texture(skin_shift, uv).xyz, weight);
    out_position = moved;
    out_normal = mix(normal + carried_turn(position, normal, by), texture(skin_normal, uv).xyz, weight);
    out_uv = vec3(uv, weight);
    out_light = light;
    out_tone = tone;
    out_sky = sky_irradiance(normalize(out_normal));
    gl_Position = frame.clip_from_world * vec4(moved, 1.0);
}
