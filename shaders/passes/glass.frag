#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// One sweep of the blur behind panels; the first also shrinks the picture.
#include "shared/post.h"
layout(push_constant, scalar) uniform Push { PostPush push; };
layout(set = 0, binding = 0) uniform sampler2D image;
layout(location = 0) out vec4 colour;

const float sigma = 1.7; // texels of the small picture: 14 pixels at 720 lines

void main() {
    vec2 at = gl_FragCoord.xy * push.picture;
    vec3 sum = vec3(0.0);
    float total = 0.0;
    for (int k = -4; k <= 4; ++k) {
        float g = exp(-0.5 * float(k * k) / (sigma * sigma));
        // Rows between those of the small picture are not skipped, or thin edges would flicker.
        vec2 tap = at + push.sweep * float(k);
        sum += (textureLod(image, tap - push.texel, 0.0).rgb + textureLod(image, tap + push.texel, 0.0).rgb) * (0.5 * g);
        total += g;
    }
    colour = vec4(sum / total, 1.0);
}
