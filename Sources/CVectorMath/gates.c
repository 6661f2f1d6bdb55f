// Boolean gates on 512 inputs at a time: lane i of each vector belongs to input i.
#include "CVectorMath.h"
#include "lanes.h"

typedef uint64_t Word __attribute__((vector_size(GATE_WORDS * sizeof(uint64_t)), aligned(8)));

INLINE Word inverted_if(Word word, unsigned bit)
{
    return word ^ (Word){} - (uint64_t)(bit & 1);
}

// The function whose value for the arguments a + 2b + 4c + 8d is that bit of the table, by splitting on a, b, c, d.
INLINE Word by_table(unsigned table, Word a, Word b, Word c, Word d)
{
    Word halves[8];
    for (int i = 0; i < 8; i++) {
        const Word low = (Word){} - (uint64_t)(table >> 2 * i & 1);
        const Word high = (Word){} - (uint64_t)(table >> (2 * i + 1) & 1);
        halves[i] = low ^ (a & (low ^ high));
    }
    for (int i = 0; i < 4; i++) halves[i] = halves[2 * i] ^ (b & (halves[2 * i] ^ halves[2 * i + 1]));
    for (int i = 0; i < 2; i++) halves[i] = halves[2 * i] ^ (c & (halves[2 * i] ^ halves[2 * i + 1]));
    return halves[0] ^ (d & (halves[0] ^ halves[1]));
}

INLINE void run(const struct gate_instruction *gates, size_t count, uint64_t *slots)
{
    Word *words = (Word *)slots;
    for (size_t i = 0; i < count; i++) {
        const struct gate_instruction gate = gates[i];
        const Word a = inverted_if(words[gate.a], gate.inversion);
        const Word b = inverted_if(words[gate.b], gate.inversion >> 1);
        const Word c = inverted_if(words[gate.c], gate.inversion >> 2);
        Word result;
        switch (gate.operation) {
        case GATE_AND: result = a & b; break;
        case GATE_OR: result = a | b; break;
        case GATE_XOR: result = a ^ b; break;
        case GATE_XOR3: result = a ^ b ^ c; break;
        case GATE_MAJORITY: result = (a & b) | (c & (a | b)); break;
        case GATE_CHOICE: result = c ^ (a & (b ^ c)); break;
        case GATE_AND_OR: result = a & (b | c); break;
        case GATE_OR_AND: result = a | (b & c); break;
        default: {
            const Word d = inverted_if(words[gate.d], gate.inversion >> 3);
            if (gate.operation == GATE_ALL_OR_ANY)
                result = (b & c & d) | (a & (b | c | d));
            else
                result = by_table(gate.table, a, b, c, d);
        }
        }
        words[gate.target] = inverted_if(result, gate.inversion >> 4);
    }
}

DISPATCH(
    vector_run_gates, run, (const struct gate_instruction *gates, size_t count, uint64_t *slots),
    (gates, count, slots))
