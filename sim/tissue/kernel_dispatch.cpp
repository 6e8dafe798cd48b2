#include "sim/tissue/kernels.hpp"

#include <initializer_list>

namespace tactus::tissue {

namespace kernels_sse {
extern const KernelTable table;
}

namespace kernels_avx2 {
extern const KernelTable table;
}

namespace kernels_avx512 {
extern const KernelTable table;
}

bool kernel_level_available(KernelLevel level) {
    switch (level) {
    case KernelLevel::sse:
        return true;
    case KernelLevel::avx2:
        return __builtin_cpu_supports("avx2");
    case KernelLevel::avx512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
               __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
    }
    return false;
}

KernelLevel best_kernel_level() {
    for (const KernelLevel level : {KernelLevel::avx512, KernelLevel::avx2}) {
        if (kernel_level_available(level)) {
            return level;
        }
    }
    return KernelLevel::sse;
}

const KernelTable& kernel_table(KernelLevel level) {
    switch (level) {
    case KernelLevel::avx512:
        return kernels_avx512::table;
    case KernelLevel::avx2:
        return kernels_avx2::table;
    case KernelLevel::sse:
        break;
    }
    return kernels_sse::table;
}

} // namespace tactus::tissue
