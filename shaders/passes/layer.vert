#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/joints.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec2 uv;
layout(location = 3) in float weight;
layout(location = 4) in vec4 light;
layout(location = 5) in vec4 tone; // shares of Carried; fourth: flesh
layout(location = 0) out vec3 out_position;
layout(location = 1) out vec3 out_normal;
layout(location = 2) out vec3 out_uv; // uv, weight
layout(location = 3) out vec4 out_light;
layout(location = 4) out vec4 out_tone;
layout(location = 5) out vec3 out_sky; // irradiance of the room

void main() {
    // A bone goes whole, with what anatomy_model.cpp has bound it to; flesh goes with what lies around it.
    Carried flesh = flesh_carried(position);
    bool bone = tone.a < 0.5;
    Carried by = Carried(tone.r, bone ? tone.g : flesh.arm, bone ? tone.b : flesh.spine);
    out_position = position + carried_shift(position, by);
    out_normal = normal + carried_turn(position, normal, by);
    out_uv = vec3(uv, weight);
    out_light = light;
    out_tone = tone;
    out_sky = sky_irradiance(normalize(out_normal));
    gl_Position = frame.clip_from_world * vec4(out_position, 1.0);
}
