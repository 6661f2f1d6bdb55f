// FLINT's own headers cannot be imported into Swift: its types are arrays of one element and many of its
// functions are inline. This is all that we use of them, behind one opaque type.
#ifndef UNDETECTABLE_CFLINT_H
#define UNDETECTABLE_CFLINT_H

#include <flint/fmpz_lll.h>
#include <flint/fmpz_mat.h>
#include <stdint.h>
#include <stdlib.h>

// A matrix of integers, one basis vector a row.
typedef struct CFlintBasis CFlintBasis;

static inline CFlintBasis *cflint_basis_create(int64_t rows, int64_t columns) {
    fmpz_mat_struct *basis = (fmpz_mat_struct *)malloc(sizeof(fmpz_mat_struct));
    if (basis) fmpz_mat_init(basis, rows, columns);
    return (CFlintBasis *)basis;
}

static inline void cflint_basis_destroy(CFlintBasis *basis) {
    fmpz_mat_clear((fmpz_mat_struct *)basis);
    free(basis);
    flint_cleanup();
}

static inline void cflint_basis_set(CFlintBasis *basis, int64_t row, int64_t column, int64_t value) {
    fmpz_set_si(fmpz_mat_entry((fmpz_mat_struct *)basis, row, column), value);
}

// The entry as the nearest double below it in magnitude.
static inline double cflint_basis_get(const CFlintBasis *basis, int64_t row, int64_t column) {
    return fmpz_get_d(fmpz_mat_entry((const fmpz_mat_struct *)basis, row, column));
}

// Lovász's condition with `delta` in (1/4, 1), size reduction to `eta` in (1/2, sqrt(delta)).
static inline void cflint_basis_reduce(CFlintBasis *basis, double delta, double eta) {
    fmpz_lll_t parameters;
    fmpz_lll_context_init(parameters, delta, eta, Z_BASIS, APPROX);
    fmpz_lll((fmpz_mat_struct *)basis, NULL, parameters);
}

#endif
