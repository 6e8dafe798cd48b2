// The sixteen-lane value. Included inside the namespace of one level only.
using Lane16 = float __attribute__((vector_size(64), aligned(4), may_alias));

static inline Lane16 load(const float* p) {
    Lane16 r;
    __builtin_memcpy(&r, p, 64);
    return r;
}

static inline void store(float* p, const Lane16& v) { __builtin_memcpy(p, &v, 64); }

static inline void add(float* p, const Lane16& v) { store(p, load(p) + v); }

/// Every value a lane up; the first becomes zero.
static inline Lane16 one_up(const Lane16& v) {
    return __builtin_shufflevector(v, Lane16{}, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
}

/// Adds to a row of nodes what sixteen cells give to the node on their left and to the one on their right. In one
/// piece: a load that straddles the store just before it would wait until that has left for the cache.
static inline void add_pair(float* p, const Lane16& left, const Lane16& right) {
    add(p, left + one_up(right));
    p[16] += right[15];
}

/// Exact to the last bit at every level, as the standard asks of a square root.
static inline Lane16 root(const Lane16& v) {
#if defined(__AVX512F__)
    __m512 all;
    __builtin_memcpy(&all, &v, 64);
    all = _mm512_maskz_sqrt_ps(0xffff, all); // GCC 12 takes the unmasked one for uninitialised
    Lane16 r;
    __builtin_memcpy(&r, &all, 64);
    return r;
#else
    Lane16 r;
    for (int q = 0; q < 16; q += 4) {
        __m128 part;
        __builtin_memcpy(&part, reinterpret_cast<const float*>(&v) + q, 16);
        part = _mm_sqrt_ps(part);
        __builtin_memcpy(reinterpret_cast<float*>(&r) + q, &part, 16);
    }
    return r;
#endif
}

static inline Lane16 larger(const Lane16& a, const Lane16& b) { return a > b ? a : b; }

static inline Lane16 smaller(const Lane16& a, const Lane16& b) { return a < b ? a : b; }

/// Lanes in order, in double: the one way a sum crosses lanes.
static inline double lane_sum(const Lane16& v) {
    double s = 0;
    for (int q = 0; q < 16; ++q) {
        s += static_cast<double>(v[q]);
    }
    return s;
}
