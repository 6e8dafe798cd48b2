#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// The first of the two sweeps.
#include "passes/scatter.glsl"
layout(location = 0) out vec4 colour;

void main() { colour = scattered_light(light, gl_FragCoord.xy * push.texel, vec2(1.0, 0.0)); }
