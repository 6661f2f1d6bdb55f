#ifndef C_VECTOR_MATH_H
#define C_VECTOR_MATH_H

#include <stddef.h>
#include <stdint.h>

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

/// The number of 64-bit words in a slot: a Boolean value for each of 512 inputs.
#define GATE_WORDS 8

enum gate_operation {
    GATE_AND,
    GATE_OR,
    GATE_XOR,
    GATE_XOR3,
    GATE_MAJORITY,
    /// a ? b : c
    GATE_CHOICE,
    /// a and (b or c)
    GATE_AND_OR,
    /// a or (b and c)
    GATE_OR_AND,
    /// a ? (b or c or d) : (b and c and d)
    GATE_ALL_OR_ANY,
    /// Bit a + 2b + 4c + 8d of `table`.
    GATE_TABLE
};

/// One gate: reads slots a, b, c, d and writes the slot `target`.
struct gate_instruction {
    uint8_t operation;
    /// Bits 0 to 3 invert a, b, c, d, and bit 4 the result.
    uint8_t inversion;
    uint16_t table;
    uint32_t target, a, b, c, d;
};

/// Runs gates in their order on slots of `GATE_WORDS` words each. Every slot that an instruction names exists, the
/// unused ones as well.
void vector_run_gates(const struct gate_instruction *gates, size_t count, uint64_t *slots);
void vector_run_gates_portable(const struct gate_instruction *gates, size_t count, uint64_t *slots);

#endif
