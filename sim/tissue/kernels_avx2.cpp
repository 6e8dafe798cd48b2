#define TACTUS_KERNEL_NAMESPACE kernels_avx2
#include "sim/tissue/kernels.inl"
