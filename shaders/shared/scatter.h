#ifndef TACTUS_SHARED_SCATTER_H
#define TACTUS_SHARED_SCATTER_H
#include "types.h"
SHARED_BEGIN
/* The passes that finish the picture of the high tier. */
struct ScatterPush {
    vec2 texel;            /* 1 / size of the picture */
    vec2 low;              /* of the part of the picture that is finished, as a share of it */
    vec2 size;
    vec2 half_angle;       /* tangents of half the angles of view, across and down */
    float near;            /* metres; depth is this over the distance */
    float pixels_at_metre; /* size of a metre seen from a metre away */
};
SHARED_SIZE(ScatterPush, 40)
SHARED_END
#endif
