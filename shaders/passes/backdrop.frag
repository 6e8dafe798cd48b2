#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
layout(location = 0) out vec4 colour;

void main() {
    colour = vec4(dithered(texture(backdrop, gl_FragCoord.xy / frame.picture).rgb, gl_FragCoord.xy), 1.0);
}
