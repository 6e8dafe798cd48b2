#include "engine/platform/freed_memory.hpp"

#include <malloc.h>

namespace tactus::platform {

void keep_freed_memory() {
#ifdef __GLIBC__
    constexpr int most_kept_bytes = 512 * 1024 * 1024;
    constexpr int own_mapping_bytes = 16 * 1024 * 1024; // larger blocks go back
    mallopt(M_TRIM_THRESHOLD, most_kept_bytes);
    mallopt(M_MMAP_THRESHOLD, own_mapping_bytes);
    constexpr int heaps = 2;
    mallopt(M_ARENA_MAX, heaps);
#endif
}

} // namespace tactus::platform
