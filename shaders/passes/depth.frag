#version 460
// Depth alone.
void main() {}
