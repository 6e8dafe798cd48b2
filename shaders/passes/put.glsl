// What a fragment of the stage leaves behind. With SCATTERED (the high tier) the light that wanders inside a stuff stays
// apart from what its surface sends back at once: it is blurred before the stuff's own colour is laid over it.
#include "passes/film.glsl"
layout(location = 0) out vec4 colour;
#ifdef SCATTERED
layout(location = 1) out vec4 wandering_light; // cover in the fourth
layout(location = 2) out vec4 wandering_albedo;
const bool scattered = true;
#else
const bool scattered = false;
#endif

// Light in which nothing wanders. Blended, it leaves the wandering light of what is behind it alone.
void put(vec3 radiance, float cover) {
#ifdef SCATTERED
    colour = vec4(radiance, cover);
    wandering_light = vec4(0.0);
    wandering_albedo = vec4(0.0);
#else
    colour = vec4(dithered(graded(radiance, gl_FragCoord.xy / frame.picture), gl_FragCoord.xy), cover);
#endif
}

// Stuff of an albedo under a light that wanders in it, and what its surface adds.
void put_soft(vec3 albedo, vec3 light, vec3 surface, float cover) {
#ifdef SCATTERED
    colour = vec4(surface, cover);
    wandering_light = vec4(light, cover);
    wandering_albedo = vec4(albedo, cover);
#else
    put(albedo * light + surface, cover);
#endif
}
