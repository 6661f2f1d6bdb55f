#ifndef C_VECTOR_MATH_H
#define C_VECTOR_MATH_H

#include <stddef.h>

/// results[i] = cos(2π (values[i] + shifts[i])) for i < count, by the widest instructions of this processor.
///
/// The sum is rounded to a double; its cosine then differs from the exact one by at most 2 · 2⁻⁵², and is NaN
/// where the sum is NaN or infinite. The same bits on every processor. `results` overlaps no other array.
void vector_cosine_of_turns(const double *values, const double *shifts, double *results, size_t count);

/// The same function with the instructions that every processor of the architecture has.
void vector_cosine_of_turns_portable(
    const double *values, const double *shifts, double *results, size_t count);

/// Replaces each value by its hyperbolic tangent, to 4 units in the last place of the result.
void vector_tanh(double *values, size_t count);
void vector_tanh_portable(double *values, size_t count);

/// Replaces each value, at most 708, by its exponential, to 2 units in the last place of the result; by 0 below
/// -708.
void vector_exp(double *values, size_t count);
void vector_exp_portable(double *values, size_t count);

#endif
