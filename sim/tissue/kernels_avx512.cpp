#define TACTUS_KERNEL_NAMESPACE kernels_avx512
#include "sim/tissue/kernels.inl"
