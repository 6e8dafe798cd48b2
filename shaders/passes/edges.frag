#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// Keeps, in the depth buffer, the pixels whose edges are worth smoothing: nearly all are not, and a depth test lets even
// a software renderer pass over those, which a branch in a shader would not.
#include "shared/post.h"
layout(push_constant, scalar) uniform Push { PostPush push; };
layout(set = 0, binding = 0) uniform sampler2D image;

void main() {
    // Means of the blocks of 2 x 2 pixels above left and below right, both with this pixel in them.
    vec2 at = gl_FragCoord.xy * push.texel;
    vec3 here = texture(image, at).rgb;
    vec3 off = max(abs(texture(image, at - 0.5 * push.texel).rgb - here), abs(texture(image, at + 0.5 * push.texel).rgb - here));
    if (max(off.r, off.g) < 0.011 + 0.03 * here.g) discard;
}
