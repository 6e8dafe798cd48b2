#ifndef TACTUS_SHARED_LIGHTS_H
#define TACTUS_SHARED_LIGHTS_H
#include "types.h"
SHARED_BEGIN

/* The two rectangles that light the stage (look.md 2.1): centre, half edges, radiance. Key rakes from head-left. */
SHARED_CONSTANT vec3 key_centre = vec3(-1.55, 1.30, -0.70);
SHARED_CONSTANT vec3 key_edge_u = vec3(0.20, 0.30, -0.10);
SHARED_CONSTANT vec3 key_edge_v = vec3(0.16, 0.06, 0.42);
SHARED_CONSTANT vec3 key_colour = vec3(58.0, 53.0, 46.5);
SHARED_CONSTANT vec3 rim_centre = vec3(1.75, 1.05, -0.95);
SHARED_CONSTANT vec3 rim_edge_u = vec3(0.10, 0.0, 0.22);
SHARED_CONSTANT vec3 rim_edge_v = vec3(0.0, 0.55, 0.0);
SHARED_CONSTANT vec3 rim_colour = vec3(15.0, 17.0, 20.0);

/* Unit ways in the room: to the window and to the lamp. */
SHARED_CONSTANT vec3 to_window = vec3(-0.7965, 0.4779, 0.3717);
SHARED_CONSTANT vec3 to_lamp = vec3(0.5050, 0.1010, -0.8585);

/* Light of the room from a direction: pale ceiling, wooden floor, window to the left, lamp to the right. */
SHARED_FUNCTION vec3 environment(vec3 d) {
    vec3 c = mix(vec3(0.06, 0.045, 0.036), vec3(0.31, 0.305, 0.30), smoothstep(0.15f, 0.95f, d.y * 0.5f + 0.5f));
    c += vec3(1.0, 1.02, 1.05) * (0.65f * smoothstep(0.55f, 0.95f, dot(d, to_window)));
    c += vec3(0.9, 0.62, 0.36) * (0.30f * smoothstep(0.6f, 0.98f, dot(d, to_lamp)));
    return c;
}

SHARED_END
#endif
