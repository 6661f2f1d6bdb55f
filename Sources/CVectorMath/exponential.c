// Goals, in this order: a few units in the last place of the result, also where it is small; the same bits
// whichever instructions the processor has; the speed of a few multiplications.
//
// y = k ln 2 + r with |r| <= ln 2 / 2, where ln 2 is taken in two parts, so that k times the first is exact.
// exp(r) - 1 = r + r^2 q(r) by Taylor's series up to r^13: what is left out is below 2^-56 of it. Then
// exp(y) - 1 = 2^k (exp(r) - 1) + (2^k - 1), which keeps its relative accuracy near y = 0, where k is 0.
#include "CVectorMath.h"

#include "lanes.h"

#pragma STDC FP_CONTRACT OFF

#define TERMS 12
static const double inverse_factorials[TERMS] = {
    1.0 / 2,       1.0 / 6,        1.0 / 24,        1.0 / 120,        1.0 / 720,         1.0 / 5040,
    1.0 / 40320,   1.0 / 362880,   1.0 / 3628800,   1.0 / 39916800,   1.0 / 479001600,   1.0 / 6227020800,
};

// exp(r) - 1, and 2^k in `scale`; |y| <= 708.
INLINE Lanes reduced(Lanes y, Lanes *scale)
{
    Lanes shifted = y * 1.4426950408889634 + rounder;
    Lanes k = shifted - rounder;
    Lanes r = (y - k * 0.6931471803691238) - k * 1.9082149292705877e-10;
    // The low bits of `shifted` are those of k.
    *scale = (Lanes)(((Bits)shifted + 1023) << 52);
    Lanes q = (Lanes){0} + inverse_factorials[TERMS - 1];
    for (int n = TERMS - 2; n >= 0; n--) q = inverse_factorials[n] + r * q;
    return r + r * r * q;
}

INLINE Lanes choose(Bits condition, Lanes yes, Lanes no)
{
    return (Lanes)((condition & (Bits)yes) | (~condition & (Bits)no));
}

// tanh |x| = e / (e + 2) with e = exp(2 |x|) - 1; from 20 on it is 1 to the last bit.
INLINE Lanes tangents(Lanes x)
{
    const Bits sign = (Bits){0} + INT64_MIN;
    Lanes size = (Lanes)((Bits)x & ~sign);
    size = choose(size > 20.0, (Lanes){0} + 20.0, size);
    Lanes scale, small = reduced(2.0 * size, &scale);
    Lanes e = scale * small + (scale - 1.0);
    return (Lanes)((Bits)(e / (e + 2.0)) | ((Bits)x & sign));
}

// Below -708 the exponential is (almost) too small for a normal number, and 0 is taken.
INLINE Lanes exponentials(Lanes y)
{
    Bits vanishes = y < -708.0;
    Lanes scale, small = reduced(choose(vanishes, (Lanes){0}, y), &scale);
    return choose(vanishes, (Lanes){0}, scale * small + scale);
}

// Replaces each value; what is left of less than eight goes through the same lanes.
#define REPLACE(values, count, function)                                                                      \
    size_t whole = count - count % LANES;                                                                      \
    for (size_t i = 0; i < whole; i += LANES)                                                                  \
        *(UnalignedLanes *)(values + i) = function(*(UnalignedLanes *)(values + i));                           \
    Lanes rest = {0};                                                                                          \
    for (size_t i = whole; i < count; i++) rest[i - whole] = values[i];                                        \
    rest = function(rest);                                                                                     \
    for (size_t i = whole; i < count; i++) values[i] = rest[i - whole];

INLINE void replace_by_tangents(double *values, size_t count) { REPLACE(values, count, tangents) }
INLINE void replace_by_exponentials(double *values, size_t count) { REPLACE(values, count, exponentials) }

DISPATCH(vector_tanh, replace_by_tangents, (double *values, size_t count), (values, count))
DISPATCH(vector_exp, replace_by_exponentials, (double *values, size_t count), (values, count))
