#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// A stage drawn smaller, at the size of the picture. It fills a corner of the image that is read.
#include "shared/post.h"
layout(push_constant, scalar) uniform Push { PostPush push; };
layout(set = 0, binding = 0) uniform sampler2D image;
layout(location = 0) out vec4 colour;

void main() { colour = texture(image, min(gl_FragCoord.xy * push.texel, push.picture)); }
