#version 460
layout(set = 0, binding = 0) uniform sampler2D image;
layout(location = 0) in vec2 frag_uv;
layout(location = 1) in vec4 frag_colour;
layout(location = 0) out vec4 colour;

// ImGui blends in encoded sRGB, as its colours are meant.
void main() { colour = frag_colour * texture(image, frag_uv); }
