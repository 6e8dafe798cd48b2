#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/put.glsl"

void main() {
#ifdef SCATTERED
    put(vec3(0.0), 0.0); // the finishing pass has the room
#else
    colour = vec4(dithered(texelFetch(backdrop, ivec2(gl_FragCoord.xy), 0).rgb, gl_FragCoord.xy), 1.0);
#endif
}
