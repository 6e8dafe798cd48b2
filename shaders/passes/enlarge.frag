#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// The finished backdrop at the size of the picture, so that a frame copies it instead of filtering it.
#include "shared/room.h"
layout(push_constant, scalar) uniform Push { RoomPush push; };
layout(set = 0, binding = 0) uniform sampler2D image;
layout(location = 0) out vec4 colour;

void main() {
    vec2 last = push.share - 0.5 / vec2(textureSize(image, 0));
    colour = texture(image, min(gl_FragCoord.xy / push.size * push.share, last));
}
