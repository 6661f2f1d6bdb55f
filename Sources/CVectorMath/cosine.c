// Goals, in this order: an error below 2 ulp of 1; the same bits whichever instructions the processor has;
// the speed of memory.
//
// The argument is in turns, so reducing it is exact: r = x - round(x) lies in [-1/2, 1/2], without a rounding
// error and without a table of pi. With t = 1/4 - |r| in [-1/4, 1/4], cos(2 pi r) = sin(2 pi t): one odd
// polynomial serves the whole turn, nothing is chosen lane by lane, and near its zeros the cosine keeps its
// relative accuracy, because t is exact there.
//
// sin(2 pi t) = t P(t^2), P of degree 8, interpolates at the Chebyshev points of t^2 in [0, 1/16]: relative
// error 3.2e-19, and 3.9e-17 with its coefficients rounded to doubles. Adding half an ulp for each operation of
// Horner's scheme, propagated to the result, gives at most 1.66 * 2^-52, reached at t = 1/4 (cosine 1).
//
// A fused multiply-add would change the bits between processors, so contraction is off.
#include "CVectorMath.h"

#include "lanes.h"

#include <math.h>
#include <stdbool.h>

#pragma STDC FP_CONTRACT OFF

#define CHUNK 1024

// P, from the constant term on.
#define DEGREE 8
static const double sine[DEGREE + 1] = {
    0x1.921fb54442d18p+2,  -0x1.4abbce625be52p+5, 0x1.466bc6775aa7dp+6,
    -0x1.32d2cce627c86p+6, 0x1.5078348551854p+5,  -0x1.e3074dfaf87afp+3,
    0x1.e8f3675ee37ddp+1,  -0x1.6f7acdb8f6580p-1, 0x1.9d462020fcc78p-4,
};

// Any argument: the C library's rounding is exact everywhere.
static double cosine_of_turns(double x)
{
    double t = 0.25 - fabs(x - rint(x));
    double p = sine[DEGREE];
    for (int k = DEGREE - 1; k >= 0; k--) p = sine[k] + (t * t) * p;
    return t * p;
}

// Writes the cosines of `count` sums, a multiple of LANES.
// Returns whether all sums are below 2^51 in magnitude; if not, the results are not valid.
INLINE bool fast_chunk(
    const double *values, const double *shifts, double *results, size_t count)
{
    const Bits absolute = (Bits){0} + INT64_MAX;
    Bits differences = {0};
    for (size_t i = 0; i < count; i += LANES) {
        Lanes x = *(const UnalignedLanes *)(values + i) + *(const UnalignedLanes *)(shifts + i);
        Lanes shifted = x + rounder;
        // While |x| < 2^51 the sum keeps the sign and exponent of `rounder`.
        differences |= (Bits)shifted ^ (Bits)((Lanes){0} + rounder);
        Lanes r = x - (shifted - rounder);
        Lanes t = 0.25 - (Lanes)((Bits)r & absolute);
        Lanes u = t * t;
        Lanes p = (Lanes){0} + sine[DEGREE];
        for (int k = DEGREE - 1; k >= 0; k--) p = sine[k] + u * p;
        *(UnalignedLanes *)(results + i) = t * p;
    }
    int64_t all = 0;
    for (int lane = 0; lane < LANES; lane++) all |= differences[lane];
    return ((uint64_t)all >> 52) == 0;
}

INLINE void cosines(
    const double *values, const double *shifts, double *results, size_t count)
{
    for (size_t start = 0; start < count; start += CHUNK) {
        size_t size = count - start < CHUNK ? count - start : CHUNK;
        size_t whole = size - size % LANES;
        bool valid = fast_chunk(values + start, shifts + start, results + start, whole);
        for (size_t i = valid ? whole : 0; i < size; i++)
            results[start + i] = cosine_of_turns(values[start + i] + shifts[start + i]);
    }
}

DISPATCH(
    vector_cosine_of_turns, cosines,
    (const double *values, const double *shifts, double *results, size_t count),
    (values, shifts, results, count))
