#ifndef TACTUS_SHARED_POST_H
#define TACTUS_SHARED_POST_H
#include "types.h"
SHARED_BEGIN
/* A pass over the whole picture. */
struct PostPush {
    vec2 texel;   /* smoothing: 1 / size of the image; blur: where a pair of taps lies, shares of the image */
    vec2 picture; /* 1 / size of the image that is drawn */
    vec2 sweep;   /* from tap to tap of a blur, shares of the image that is read */
};
SHARED_SIZE(PostPush, 24)
SHARED_END
#endif
