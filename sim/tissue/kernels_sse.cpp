#define TACTUS_KERNEL_NAMESPACE kernels_sse
#include "sim/tissue/kernels.inl"
