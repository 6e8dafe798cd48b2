#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
layout(location = 0) out vec4 colour;

void main() {
    colour = vec4(dithered(texelFetch(backdrop, ivec2(gl_FragCoord.xy), 0).rgb, gl_FragCoord.xy), 1.0);
}
