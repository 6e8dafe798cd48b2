#ifndef TACTUS_SHARED_UI_H
#define TACTUS_SHARED_UI_H
#include "types.h"
SHARED_BEGIN
/* From ImGui's pixels to clip space. */
struct UiPush {
    vec2 scale;
    vec2 shift;
};
SHARED_SIZE(UiPush, 16)
SHARED_END
#endif
