#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
#include "shared/ui.h"
layout(push_constant, scalar) uniform Push { UiPush push; };
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 colour;
layout(location = 0) out vec2 frag_uv;
layout(location = 1) out vec4 frag_colour;

void main() {
    frag_uv = uv;
    frag_colour = colour;
    gl_Position = vec4(position * push.scale + push.shift, 0.0, 1.0);
}
