#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/put.glsl"

void main() {
#ifdef SCATTERED
    put(vec3(0.0), 0.0); // the finishing pass has the room
#else
    // A stage drawn smaller than the picture passes over texels: the room is too blurred to show it.
    vec2 ratio = frame.backdrop / frame.picture;
    colour = vec4(dithered(texelFetch(backdrop, ivec2(gl_FragCoord.xy * ratio), 0).rgb, gl_FragCoord.xy), 1.0);
#endif
}
