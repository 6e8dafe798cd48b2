#pragma once

#if defined(__x86_64__) && defined(__GLIBC__)
/// A function whose loops run over many places at once: built several times, and the loader picks the widest
/// form that the machine has. All give the same bits.
#define MANY_AT_ONCE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define MANY_AT_ONCE
#endif
