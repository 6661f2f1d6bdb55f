// Eight numbers at a time, and the choice of instructions. The compiler splits eight lanes into two, four or
// eight at a time.
#ifndef C_VECTOR_MATH_LANES_H
#define C_VECTOR_MATH_LANES_H

#include <stdint.h>

#define LANES 8

typedef double Lanes __attribute__((vector_size(LANES * sizeof(double))));
typedef int64_t Bits __attribute__((vector_size(LANES * sizeof(int64_t))));
typedef double UnalignedLanes __attribute__((vector_size(LANES * sizeof(double)), aligned(8)));

// Functions that take lanes are always inlined: none is ever passed by a calling convention.
#pragma clang diagnostic ignored "-Wpsabi"
#define INLINE static inline __attribute__((always_inline))

// 1.5 * 2^52: adding and subtracting it rounds to the nearest integer where |x| < 2^51.
static const double rounder = 0x1.8p52;

// Defines `name` as `body` compiled for the widest instructions that the processor has, chosen at each call, and
// `name`_portable for those that every processor has. A fused multiply-add would change the bits between
// processors, so neither variant may use it.
#if defined(__x86_64__)
#define DISPATCH(name, body, parameters, arguments)                                                            \
    void name##_portable parameters { body arguments; }                                                        \
    __attribute__((target("avx512f"))) static void name##_by_eight parameters { body arguments; }              \
    __attribute__((target("avx2"))) static void name##_by_four parameters { body arguments; }                  \
    void name parameters                                                                                       \
    {                                                                                                          \
        if (__builtin_cpu_supports("avx512f")) return name##_by_eight arguments;                               \
        if (__builtin_cpu_supports("avx2")) return name##_by_four arguments;                                   \
        body arguments;                                                                                        \
    }
#else
#define DISPATCH(name, body, parameters, arguments)                                                            \
    void name##_portable parameters { body arguments; }                                                        \
    void name parameters { body arguments; }
#endif

#endif
