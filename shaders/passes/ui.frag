#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/pixel_noise.glsl"
layout(set = 0, binding = 0) uniform sampler2D image;
layout(location = 0) in vec2 frag_uv;
layout(location = 1) in vec4 frag_colour;
layout(location = 0) out vec4 colour;

// ImGui blends in encoded sRGB, as its colours are meant.
void main() {
    colour = frag_colour * texture(image, frag_uv);
    // Half a level of noise where it is see-through: wide dark shades would band.
    float noise = pixel_noise(gl_FragCoord.xy) - 0.5;
    if (colour.a < 1.0) colour.rgb += noise / (255.0 * max(colour.a, 0.1));
}
