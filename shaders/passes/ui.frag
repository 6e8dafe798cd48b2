#version 460
layout(set = 0, binding = 0) uniform sampler2D image;
layout(location = 0) in vec2 frag_uv;
layout(location = 1) in vec4 frag_colour;
layout(location = 0) out vec4 colour;

// ImGui blends in encoded sRGB, as its colours are meant.
void main() {
    colour = frag_colour * texture(image, frag_uv);
    // Half a level of noise where it is see-through: wide dark shades would band.
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    if (colour.a < 1.0) colour.rgb += noise / (255.0 * max(colour.a, 0.1));
}
