#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
// Hands as the key light sees them.
layout(location = 0) in vec3 position;
layout(location = 2) in vec2 uv;
layout(location = 0) out float cover;

void main() {
    cover = uv.x;
    vec4 p = vec4(position, 1.0);
    vec2 at = vec2(dot(frame.shadow[0], p), dot(frame.shadow[1], p)) * 2.0 - 1.0;
    gl_Position = vec4(at, dot(frame.shadow[2], p), 1.0);
}
