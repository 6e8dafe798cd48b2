#version 460
// A sleeve casts no shadow where it has dissolved.
layout(location = 0) in float cover;

void main() {
    if (cover < 0.6) discard;
}
