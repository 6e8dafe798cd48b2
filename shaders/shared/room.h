#ifndef TACTUS_SHARED_ROOM_H
#define TACTUS_SHARED_ROOM_H
#include "types.h"
SHARED_BEGIN
/* The eye of the backdrop: rays through a picture `size` pixels large. */
struct RoomPush {
    vec3 eye;
    float aspect;
    vec3 right;      /* scaled by the half height of the picture plane at distance 1 */
    float exposure;
    vec3 up;         /* likewise */
    float sigma;     /* of the blur, pixels */
    vec3 forward;
    float last;      /* 1 = second sweep of the blur: grade for the screen */
    vec2 size;
    vec2 sweep;      /* direction of the blur, pixels */
    vec2 share;      /* of the image that is read, in the corner of which the picture lies */
    float table_m;   /* how far the table stands above its usual height */
};
SHARED_SIZE(RoomPush, 92)
SHARED_END
#endif
